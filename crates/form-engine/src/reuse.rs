//! Answers that already exist: in the account, and in an earlier form if its owner agrees to reuse them.

use crate::{
    answers::{Answers, ListItem},
    definition::{Account, Form, Page, Question, QuestionKind, ReuseRule},
    fields::Fields,
    journey::Journey,
};
use std::collections::BTreeSet;

/// Prefilled values for the empty questions of a page that was never saved: what is empty on a saved page was emptied.
/// Nothing of it counts before "Continue". `knows` gives what the account knows, by the names of a question's inputs.
pub fn prefilled(
    journey: &Journey<'_>,
    page: &Page,
    (answers, saved_pages): (&Answers, &BTreeSet<String>),
    knows: &dyn Fn(&Account, &Question) -> Fields,
) -> Fields {
    if answers.visited.contains(&page.slug) || saved_pages.contains(&page.slug) {
        return Fields::new();
    }
    let is_empty = |question: &&Question| question.fields().iter().all(|name| !answers.fields.contains_key(name));
    let filled = |question: &Question| {
        let prefill = question.prefill.as_ref()?;
        let applies = prefill.when.as_ref().is_none_or(|when| journey.holds(when));
        applies.then(|| knows(&prefill.with, question))
    };
    page.questions().iter().filter(is_empty).filter_map(filled).flatten().collect()
}

/// An earlier form with its answers.
#[derive(Clone, Copy)]
pub struct ReuseSource<'a> {
    pub form: &'a Form,
    pub journey: &'a Journey<'a>,
}

/// What a new form reuses from an earlier one: what its reuse rule names, and questions that mean the same in both.
/// `id` is the id of the list item that may be added. No page counts as visited: everything is to be looked at again.
pub fn reused(earlier: ReuseSource<'_>, form: &Form, id: &str) -> Answers {
    let counted = earlier.journey.counted();
    let rule = form.reuse_rules.iter().find(|rule| rule.from == earlier.form.key);
    let mut answers = Answers::default();
    same(earlier.form, &counted, form, rule, &mut answers);
    if let Some(rule) = rule {
        named(earlier.form, &counted.fields, form, rule, id, &mut answers);
    }
    answers
}

/// Questions that mean the same in both forms. Those that the rule takes over under another name aren't about the
/// same person here.
fn same(old: &Form, counted: &Answers, new: &Form, rule: Option<&ReuseRule>, answers: &mut Answers) {
    let elsewhere: BTreeSet<&String> = rule
        .into_iter()
        .flat_map(|rule| rule.answers.iter().chain(rule.list.iter().flat_map(|list| &list.answers)))
        .filter(|(here, there)| here != there)
        .map(|(_, there)| there)
        .collect();
    for question in new.pages().flat_map(Page::questions).filter(|question| question.reuse) {
        let before = shown(old, &question.key).filter(|before| before.reuse);
        if let Some(before) = before.filter(|before| !elsewhere.contains(&before.key)) {
            answers.fields.extend(taken(before, question, &counted.fields));
        }
    }
    for list_def in new.pages().filter_map(Page::list).filter(|list_def| list_def.reuse) {
        let Some((_, before)) = old.list(&list_def.key).filter(|(_, before)| before.reuse) else { continue };
        let items: Vec<ListItem> = counted
            .items(&list_def.key)
            .iter()
            .take(list_def.max)
            .map(|item| of_list(before.questions.as_slice(), &list_def.questions, item))
            .collect();
        if !items.is_empty() {
            answers.items.insert(list_def.key.clone(), items);
        }
    }
}

fn of_list(old: &[Question], new: &[Question], item: &ListItem) -> ListItem {
    let fields = new.iter().filter_map(|question| {
        let before = old.iter().find(|before| before.key == question.key && !before.hidden_from_copy)?;
        Some(taken(before, question, &item.fields))
    });
    ListItem { fields: fields.flatten().collect(), ..ListItem::new(&item.id) }
}

/// What the form's reuse rule names.
fn named(old: &Form, counted: &Fields, new: &Form, rule: &ReuseRule, id: &str, answers: &mut Answers) {
    for (here, there) in &rule.answers {
        if let (Some((_, question)), Some(before)) = (new.question(here), shown(old, there)) {
            answers.fields.extend(taken(before, question, counted));
        }
    }
    let Some((list, list_def)) = rule.list.as_ref().and_then(|list| Some((list, new.list(&list.key)?.1))) else { return };
    let mut item = ListItem::new(id);
    for (here, there) in &list.answers {
        let question = list_def.questions.iter().find(|question| question.key == *here);
        if let (Some(question), Some(before)) = (question, shown(old, there)) {
            item.fields.extend(taken(before, question, counted));
        }
    }
    if !item.fields.is_empty() {
        answers.items.entry(list.key.clone()).or_default().push(item);
    }
}

/// A question of the earlier form, unless its answer is hidden from copies.
fn shown<'f>(form: &'f Form, key: &str) -> Option<&'f Question> {
    form.question(key).map(|(_, question)| question).filter(|question| !question.hidden_from_copy)
}

/// An answer under the names of another question's inputs, as far as that question accepts it.
pub(crate) fn taken(before: &Question, question: &Question, fields: &Fields) -> Fields {
    if !is_same_type(&before.kind, &question.kind) {
        return Fields::new();
    }
    let options = question.options();
    let fits = |value: &&String| options.is_empty() || options.iter().any(|option| option.value == **value);
    let inputs = before.fields().into_iter().zip(question.fields());
    let copied = inputs.filter_map(|(there, here)| {
        let values: Vec<String> = fields.get(&there)?.iter().filter(fits).cloned().collect();
        (!values.is_empty()).then_some((here, values))
    });
    copied.collect()
}

/// Whether an answer to one type of question fits another.
fn is_same_type(before: &QuestionKind, now: &QuestionKind) -> bool {
    std::mem::discriminant(before) == std::mem::discriminant(now)
        || matches!(
            (before, now),
            (QuestionKind::Text { .. }, QuestionKind::LongText { .. })
                | (QuestionKind::OneOf { .. }, QuestionKind::ManyOf { .. })
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        answers::ItemPath,
        definition::{Prefill, ReuseListRule},
        test_form::{form, is, page_mut},
    };
    use jiff::civil::{Date, date};

    const TODAY: Date = date(2026, 11, 24);

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect()
    }

    fn question<'f>(form: &'f mut Form, slug: &str, key: &str) -> &'f mut Question {
        let page = page_mut(form, slug);
        let crate::definition::Content::Questions(questions) = &mut page.content else { panic!("no questions") };
        questions.iter_mut().find(|question| question.key == key).unwrap()
    }

    fn earlier(old: &Form, new: &Form, pairs: &[(&str, &str)]) -> Answers {
        let answers = Answers { fields: fields(pairs), ..Answers::default() };
        let journey = Journey::new(old, &answers, TODAY);
        reused(ReuseSource { form: old, journey: &journey }, new, "new1")
    }

    #[test]
    fn an_empty_question_is_prefilled_until_its_page_is_saved() {
        let mut form = form();
        question(&mut form, "person", "p_name").prefill = Some(Prefill { with: Account::Name, when: is("who", "other") });
        let mut answers = Answers { fields: fields(&[("who", "other"), ("rel", "son")]), ..Answers::default() };
        let knows = |_: &Account, question: &Question| fields(&[(&question.key, "Ann Lee")]);
        let filled = |answers: &Answers, saved_pages: &[&str]| {
            let saved_pages = saved_pages.iter().map(|page| (*page).to_owned()).collect();
            let page = form.page("person").unwrap();
            prefilled(&Journey::new(&form, answers, TODAY), page, (answers, &saved_pages), &knows)
        };
        assert_eq!(filled(&answers, &["who"]), fields(&[("p_name", "Ann Lee")]));
        assert!(filled(&answers, &["person"]).is_empty(), "emptied and autosaved");
        answers.fields.insert("p_name".into(), vec!["Bob".into()]);
        assert!(filled(&answers, &[]).is_empty());
        answers.fields.remove("p_name");
        answers.visited.insert("person".into());
        assert!(filled(&answers, &[]).is_empty());
    }

    #[test]
    fn questions_with_the_same_meaning_are_reused_unless_hidden() {
        let mut old = form();
        question(&mut old, "who", "rel").reuse = true;
        let new = old.clone();
        assert_eq!(earlier(&old, &new, &[("who", "other"), ("rel", "son")]).fields, fields(&[("rel", "son")]));
        assert!(earlier(&old, &new, &[("who", "me"), ("rel", "son")]).fields.is_empty());
        question(&mut old, "who", "rel").hidden_from_copy = true;
        assert!(earlier(&old, &new, &[("who", "other"), ("rel", "son")]).fields.is_empty());
    }

    #[test]
    fn an_answer_reused_under_another_key_is_not_also_reused_under_its_own() {
        let mut old = form();
        question(&mut old, "who", "rel").reuse = true;
        let mut new = old.clone();
        let list = ReuseListRule { key: "drugs".into(), answers: [("drug_name".into(), "rel".into())].into() };
        new.reuse_rules = vec![ReuseRule { from: "small".into(), answers: [].into(), list: Some(list) }];
        let answers = earlier(&old, &new, &[("who", "other"), ("rel", "son")]);
        assert!(answers.fields.is_empty());
        let path = ItemPath { list: "drugs", id: "new1", inner: None };
        assert_eq!(answers.list_item(path).unwrap().fields, fields(&[("drug_name", "son")]));
    }
}
