//! The names of list items: as many answers as tell them apart, and a number where they are still the same.

use super::{RecordTexts, in_words};
use crate::{
    answers::ListItem,
    definition::{ListDef, Question, QuestionKind},
};
use std::collections::BTreeMap;

/// The names of all items of a list, in their order. The second item of a name is "Barclays (2)".
pub fn item_names(list_def: &ListDef, items: &[ListItem], wording: &dyn RecordTexts) -> Vec<String> {
    let mut namer = ItemNamer::new(list_def, wording);
    items.iter().map(|item| namer.name(item)).collect()
}

/// The name of one of these items. It depends on the items before it, but not on those after it.
pub fn item_name_of(list_def: &ListDef, items: &[ListItem], id: &str, wording: &dyn RecordTexts) -> String {
    let Some(at) = items.iter().position(|item| item.id == id) else { return wording.this(&list_def.item) };
    let mut namer = ItemNamer::new(list_def, wording);
    let all = items.iter().take(at + 1).map(|item| namer.name(item));
    all.last().unwrap_or_default()
}

/// Names the items of one list, each after those before it.
struct ItemNamer<'a> {
    /// What the list calls an item.
    item: &'a str,
    /// The questions that name an item, for each part of the name. Copies show names too, so what is hidden from them is
    /// left out.
    parts: Vec<Vec<&'a Question>>,
    wording: &'a dyn RecordTexts,
    /// How many items have a name so far, whatever its capital letters.
    counts: BTreeMap<String, usize>,
}

impl<'a> ItemNamer<'a> {
    fn new(list_def: &'a ListDef, wording: &'a dyn RecordTexts) -> Self {
        let mut parts = list_def.naming();
        for part in &mut parts {
            part.retain(|question| !question.hidden_from_copy);
        }
        Self { item: &list_def.item, parts, wording, counts: BTreeMap::new() }
    }

    fn name(&mut self, item: &ListItem) -> String {
        let name = self.unnumbered(item);
        let count = self.counts.entry(name.to_lowercase()).or_default();
        *count += 1;
        if *count == 1 { name } else { format!("{name} ({count})") }
    }

    /// The answers that name an item, or the list's word for an item while there are none.
    fn unnumbered(&self, item: &ListItem) -> String {
        let mut name = String::new();
        for part in &self.parts {
            let mut joint = ", ";
            for question in part {
                let answer = in_words(question, &item.fields, self.wording).join(", ");
                if answer.is_empty() {
                    continue;
                }
                if name.is_empty() {
                    name = answer;
                } else {
                    name.push_str(joint);
                    name.push_str(&within(question, &answer));
                }
                joint = " ";
            }
        }
        if name.is_empty() { self.wording.this(self.item) } else { name }
    }
}

/// An answer within a name: "A current account" becomes "a current account". What people typed stays as it is, and so
/// do options that begin with a name, an abbreviation or "I".
fn within(question: &Question, answer: &str) -> String {
    let mut words = answer.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_name = second.starts_with(char::is_uppercase) || first.chars().skip(1).any(char::is_uppercase);
    if !matches!(question.kind, QuestionKind::OneOf { .. }) || is_name || first == "I" {
        return answer.to_owned();
    }
    let mut letters = answer.chars();
    letters.next().map_or_else(String::new, |letter| letter.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{super::tests::Plain, *};
    use crate::{
        definition::QuestionOption,
        test_form::{line, question},
    };

    fn accounts(named_by: &[&str]) -> ListDef {
        let kind = |value: &str, label: &str| QuestionOption::plain(value, label);
        let options = vec![
            kind("current", "A current account"),
            kind("isa", "A cash ISA"),
            kind("premium", "Premium Bonds"),
            kind("own", "I have another"),
        ];
        let held = Question { hidden_from_copy: true, ..question("held", line()) };
        ListDef {
            key: "bank".into(),
            item: "account".into(),
            article: "an".into(),
            min: 0,
            max: 20,
            none: "None.".into(),
            they: None,
            reuse: false,
            named_by: named_by.iter().map(|key| (*key).to_owned()).collect(),
            questions: vec![
                question("name", line()),
                question("branch", line()),
                question("kind", QuestionKind::OneOf { options }),
                question("sum", QuestionKind::Money { max_pence: None }),
                held,
            ],
            lists: Vec::new(),
        }
    }

    fn item(id: &str, pairs: &[(&str, &str)]) -> ListItem {
        let fields = pairs.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect();
        ListItem { fields, ..ListItem::new(id) }
    }

    fn names(named_by: &[&str], items: &[&[(&str, &str)]]) -> Vec<String> {
        let items: Vec<ListItem> = items.iter().enumerate().map(|(id, pairs)| item(&id.to_string(), pairs)).collect();
        item_names(&accounts(named_by), &items, &Plain)
    }

    #[test]
    fn items_are_named_by_several_answers() {
        let named_by = ["name branch", "kind", "sum", "held"];
        let found = names(
            &named_by,
            &[
                &[("name", "Barclays"), ("branch", "Kendal"), ("kind", "current"), ("sum", "1200"), ("held", "secret")],
                &[("name", "Barclays"), ("kind", "isa")],
                &[("name", "NS&I"), ("kind", "premium"), ("sum", "5.50")],
                &[("name", "Barclays"), ("kind", "own")],
                &[("kind", "current"), ("sum", "10")],
                &[("held", "secret")],
            ],
        );
        assert_eq!(
            found,
            [
                "Barclays Kendal, a current account, £1,200",
                "Barclays, a cash ISA",
                "NS&I, Premium Bonds, £5.50",
                "Barclays, I have another",
                "A current account, £10",
                "account",
            ]
        );
    }

    #[test]
    fn items_with_the_same_name_are_numbered() {
        let items: [&[(&str, &str)]; 5] =
            [&[("name", "Barclays")], &[("name", "Lloyds")], &[("name", "BARCLAYS")], &[], &[]];
        assert_eq!(names(&[], &items), ["Barclays", "Lloyds", "BARCLAYS (2)", "account", "account (2)"]);
        let both = [item("a", &[("name", "Barclays")]), item("b", &[("name", "Barclays")])];
        assert_eq!(item_name_of(&accounts(&[]), &both, "b", &Plain), "Barclays (2)");
        assert_eq!(item_name_of(&accounts(&[]), &both, "c", &Plain), "account");
    }
}
