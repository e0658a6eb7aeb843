//! What a person typed, as they typed it. Whether it is right is computed elsewhere and never stored.

use crate::definition::{AccountFact, Form, Kind, Page, Question};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Typed values by input name. Several values only where several boxes may be ticked.
pub type Fields = BTreeMap<String, Vec<String>>;

/// All answers of a draft and which pages the person has been through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    pub fields: Fields,
    /// The things added to lists, by the list's key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub items: BTreeMap<String, Vec<Item>>,
    /// Pages left with "Continue" at least once. Not the same as complete: that is computed.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub visited: BTreeSet<String>,
}

/// One thing in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Unguessable in the draft, and stable while other items come and go.
    pub id: String,
    pub fields: Fields,
}

impl Answers {
    pub fn items(&self, group: &str) -> &[Item] {
        self.items.get(group).map_or(&[], Vec::as_slice)
    }

    pub fn item(&self, group: &str, id: &str) -> Option<&Item> {
        self.items(group).iter().find(|item| item.id == id)
    }

    /// Puts what was posted for a page in place of what the page had. Returns whether anything changed.
    pub fn replace_page(&mut self, page: &Page, posted: &Fields) -> bool {
        let before = self.fields.clone();
        replace(&mut self.fields, page.questions(), posted);
        before != self.fields
    }

    /// Adds or changes one thing of a list.
    pub fn replace_item(&mut self, group: &str, id: &str, questions: &[Question], posted: &Fields) {
        let items = self.items.entry(group.to_owned()).or_default();
        let position = items.iter().position(|item| item.id == id).unwrap_or_else(|| {
            items.push(Item { id: id.to_owned(), fields: Fields::new() });
            items.len() - 1
        });
        if let Some(item) = items.get_mut(position) {
            replace(&mut item.fields, questions, posted);
        }
    }

    pub fn remove_item(&mut self, group: &str, id: &str) {
        if let Some(items) = self.items.get_mut(group) {
            items.retain(|item| item.id != id);
        }
    }

    /// Puts what the account says into the questions that show it.
    pub fn fill_from_account<'a>(&mut self, form: &Form, fact: impl Fn(AccountFact) -> &'a str) {
        for question in form.pages().flat_map(Page::questions) {
            if let Kind::Account { fact: which } = question.kind {
                self.fields.insert(question.key.clone(), vec![fact(which).to_owned()]);
            }
        }
    }

    /// The answers of one page only, for comparing what two devices made of it.
    pub fn of_page(&self, page: &Page) -> Fields {
        only(page.questions(), &self.fields)
    }
}

/// Keeps of what was posted only the inputs of these questions, with line ends made equal and blanks left out.
pub fn only(questions: &[Question], posted: &Fields) -> Fields {
    questions
        .iter()
        .flat_map(Question::fields)
        .filter_map(|name| {
            let values: Vec<String> = posted.get(&name)?.iter().filter(|v| !v.is_empty()).map(|v| tidy(v)).collect();
            (!values.is_empty()).then_some((name, values))
        })
        .collect()
}

fn replace(fields: &mut Fields, questions: &[Question], posted: &Fields) {
    for name in questions.iter().flat_map(Question::fields) {
        fields.remove(&name);
    }
    fields.extend(only(questions, posted));
}

/// Browsers send CRLF for a line end; everything after that works with one sort.
fn tidy(value: &str) -> String {
    value.replace("\r\n", "\n").replace('\0', "")
}

/// The first value typed for an input, without blanks around it; empty if there is none.
pub fn typed<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.get(name).and_then(|values| values.first()).map_or("", |value| value.trim())
}

/// Every value given for a question, whether typed into one input or into parts (`key-day`, `key-line1`).
pub fn given<'a>(fields: &'a Fields, key: &str) -> Vec<&'a str> {
    let parts = format!("{key}-");
    let own = fields.get(key).into_iter();
    let of_parts = fields.range(parts.clone()..).take_while(move |(name, _)| name.starts_with(&parts)).map(|(_, v)| v);
    own.chain(of_parts).flatten().map(|value| value.trim()).filter(|value| !value.is_empty()).collect()
}
