//! What a person typed, exactly as typed. Whether it is valid is always computed, never stored.

use crate::{
    definition::{AccountFact, Form, Page, Question},
    fields::{Fields, typed},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// List items by the list's key.
pub type ListItems = BTreeMap<String, Vec<ListItem>>;

/// All answers of a draft, and the pages the person has visited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    pub fields: Fields,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub items: ListItems,
    /// Pages left with "Continue" at least once. Not the same as complete, which is computed.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub visited: BTreeSet<String>,
}

/// One list item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListItem {
    /// Unguessable within the draft, and stable while other items are added or removed.
    pub id: String,
    pub fields: Fields,
    /// The items of its nested lists; those have no lists of their own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub items: ListItems,
}

/// The position of a list item, either in a list of the form or in a nested list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemPath<'a> {
    pub list: &'a str,
    pub id: &'a str,
    /// The nested list's key and the id of the item in it.
    pub inner: Option<(&'a str, &'a str)>,
}

impl ItemPath<'_> {
    /// The id of the item itself, in whatever list it is.
    pub const fn own_id(&self) -> &str {
        match self.inner {
            Some((_, id)) => id,
            None => self.id,
        }
    }
}

impl Answers {
    pub fn items(&self, list_def: &str) -> &[ListItem] {
        self.items.get(list_def).map_or(&[], Vec::as_slice)
    }

    pub fn item(&self, list_def: &str, id: &str) -> Option<&ListItem> {
        self.items(list_def).iter().find(|item| item.id == id)
    }

    pub fn list_item(&self, path: ItemPath<'_>) -> Option<&ListItem> {
        let outer = self.item(path.list, path.id)?;
        match path.inner {
            None => Some(outer),
            Some((list, id)) => outer.item(list, id),
        }
    }

    /// Replaces the answers of a page with what was posted for it.
    pub fn replace_page(&mut self, page: &Page, posted: &Fields) {
        replace(&mut self.fields, page.questions(), posted);
    }

    /// Adds or changes one item, adding its outer item too if that is missing.
    pub fn replace_item(&mut self, path: ItemPath<'_>, questions: &[Question], posted: &Fields) {
        let outer = found_or_added(&mut self.items, path.list, path.id);
        let list_item = match path.inner {
            None => outer,
            Some((list, id)) => outer.and_then(|outer| found_or_added(&mut outer.items, list, id)),
        };
        if let Some(list_item) = list_item {
            replace(&mut list_item.fields, questions, posted);
        }
    }

    pub fn remove_item(&mut self, path: ItemPath<'_>) {
        let outer = self.items.get_mut(path.list);
        match path.inner {
            None => {
                if let Some(items) = outer {
                    items.retain(|item| item.id != path.id);
                }
            }
            Some((list, id)) => {
                let outer = outer.and_then(|items| items.iter_mut().find(|item| item.id == path.id));
                let inner = outer.and_then(|item| item.items.get_mut(list));
                if let Some(items) = inner {
                    items.retain(|item| item.id != id);
                }
            }
        }
    }

    /// Fills the questions that show account details.
    pub fn fill_from_account<'a>(&mut self, form: &Form, fact: impl Fn(AccountFact) -> &'a str) {
        for (key, which) in form.from_account() {
            self.fields.insert(key.clone(), vec![fact(*which).to_owned()]);
        }
    }

    /// Whether the form's name must stay out of lists: the form has a question about that, and it isn't answered "no".
    pub fn keep_unnamed(&self, form: &Form) -> bool {
        form.unlisted_by.as_ref().is_some_and(|key| typed(&self.fields, key) != "no")
    }

    /// The answers of one page only, for comparing two devices' versions of it.
    pub fn of_page(&self, page: &Page) -> Fields {
        retain_known(page.questions(), &self.fields)
    }
}

impl ListItem {
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), ..Self::default() }
    }

    pub fn items(&self, list: &str) -> &[Self] {
        self.items.get(list).map_or(&[], Vec::as_slice)
    }

    pub fn item(&self, list: &str, id: &str) -> Option<&Self> {
        self.items(list).iter().find(|item| item.id == id)
    }
}

fn found_or_added<'a>(items: &'a mut ListItems, list: &str, id: &str) -> Option<&'a mut ListItem> {
    let items = items.entry(list.to_owned()).or_default();
    if let Some(position) = items.iter().position(|item| item.id == id) {
        return items.get_mut(position);
    }
    items.push(ListItem::new(id));
    items.last_mut()
}

/// Keeps only the posted inputs of these questions, with line ends normalised and blank values dropped.
pub fn retain_known(questions: &[Question], posted: &Fields) -> Fields {
    questions
        .iter()
        .flat_map(Question::fields)
        .filter_map(|name| {
            let values: Vec<String> = posted.get(&name)?.iter().map(|v| tidy(v)).filter(|v| !v.is_empty()).collect();
            (!values.is_empty()).then_some((name, values))
        })
        .collect()
}

/// How many posted inputs belong to none of these questions.
pub fn unknown_fields(questions: &[Question], posted: &Fields) -> usize {
    let known: BTreeSet<String> = questions.iter().flat_map(Question::fields).collect();
    posted.keys().filter(|name| !known.contains(*name)).count()
}

fn replace(fields: &mut Fields, questions: &[Question], posted: &Fields) {
    for name in questions.iter().flat_map(Question::fields) {
        fields.remove(&name);
    }
    fields.extend(retain_known(questions, posted));
}

/// Browsers send CRLF as line ends; everything else here expects LF. Also drops NUL.
fn tidy(value: &str) -> String {
    value.replace("\r\n", "\n").replace('\0', "")
}
