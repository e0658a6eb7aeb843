//! Moving a draft to a newer version of its form: what is new for this person, and which of their answers still apply.

use crate::{
    answers::{Answers, ListItem, ListItems},
    definition::{Content, Form, ListDef, Page, Question},
    fields::Fields,
    journey::{Journey, Status},
    reuse::taken,
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// One difference that affects this person. Names are the forms' own texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    PageAdded(String),
    PageRemoved(String),
    QuestionAdded(String),
    QuestionRemoved(String),
    Reworded {
        old: String,
        new: String,
    },
    Required(String),
    Optional(String),
    OptionsAdded {
        question: String,
        options: Vec<String>,
    },
    OptionsRemoved {
        question: String,
        options: Vec<String>,
    },
    /// It now takes another type of answer.
    AnswerTypeChanged(String),
    /// The calculations or the charging rules changed.
    CalculationsChanged,
}

/// A draft moved to the newer version.
pub struct Migrated {
    pub answers: Answers,
    /// How many questions keep their answer.
    pub kept: usize,
}

/// What changes for somebody with these answers. Pages and questions that they see in neither version are left out.
pub fn changes(old: &Form, new: &Form, answers: &Answers, today: Date) -> Vec<Change> {
    let moved = moved(old, new, answers, today).answers;
    let (before, after) = (ReachableForm::new(old, answers, today), ReachableForm::new(new, &moved, today));
    let mut found = Vec::new();
    for (slug, title) in &after.pages {
        if !before.pages.contains_key(slug) && old.page(slug).is_none() {
            found.push(Change::PageAdded((*title).to_owned()));
        }
    }
    for (slug, title) in &before.pages {
        if new.page(slug).is_none() {
            found.push(Change::PageRemoved((*title).to_owned()));
        }
    }
    for (key, question) in &after.questions {
        match before.all.get(key) {
            Some(earlier) => found.extend(differences(earlier, question)),
            None if question.is_typed() => found.push(Change::QuestionAdded(question.label.clone())),
            None => {}
        }
    }
    for (key, question) in &before.questions {
        if question.is_typed() && !after.all.contains_key(key) {
            found.push(Change::QuestionRemoved(question.label.clone()));
        }
    }
    if old.calculations != new.calculations || old.charging != new.charging {
        found.push(Change::CalculationsChanged);
    }
    found
}

/// The part of a form that somebody with certain answers sees.
struct ReachableForm<'f> {
    pages: BTreeMap<&'f str, &'f str>,
    /// Questions that are asked, including those of lists on visible pages.
    questions: BTreeMap<&'f str, &'f Question>,
    /// Every question of the form.
    all: BTreeMap<&'f str, &'f Question>,
}

impl<'f> ReachableForm<'f> {
    fn new(form: &'f Form, answers: &'f Answers, today: Date) -> Self {
        let journey = Journey::new(form, answers, today);
        let mut met = Self { pages: BTreeMap::new(), questions: BTreeMap::new(), all: BTreeMap::new() };
        met.all = form.all_questions().map(|question| (question.key.as_str(), question)).collect();
        for page in journey.pages() {
            met.pages.insert(&page.slug, page.task());
            let asked = page.questions().iter().filter(|question| journey.asks(&question.key));
            let of_list = page.list().into_iter().flat_map(ListDef::all_questions);
            met.questions.extend(asked.chain(of_list).map(|question| (question.key.as_str(), question)));
        }
        met
    }
}

fn differences(old: &Question, new: &Question) -> Vec<Change> {
    let mut found = Vec::new();
    let label = || new.label.clone();
    if std::mem::discriminant(&old.kind) != std::mem::discriminant(&new.kind) {
        found.push(Change::AnswerTypeChanged(label()));
    }
    if old.label != new.label {
        found.push(Change::Reworded { old: old.label.clone(), new: label() });
    }
    match (old.optional, new.optional) {
        (true, false) if new.is_typed() => found.push(Change::Required(label())),
        (false, true) if new.is_typed() => found.push(Change::Optional(label())),
        _ => {}
    }
    let missing_in = |here: &Question, there: &Question| -> Vec<String> {
        let values: BTreeSet<&str> = there.options().iter().map(|option| option.value.as_str()).collect();
        let only = here.options().iter().filter(|option| !values.contains(option.value.as_str()));
        only.map(|option| option.label.clone()).collect()
    };
    let (added, removed) = (missing_in(new, old), missing_in(old, new));
    if !added.is_empty() && !old.options().is_empty() {
        found.push(Change::OptionsAdded { question: label(), options: added });
    }
    if !removed.is_empty() && !new.options().is_empty() {
        found.push(Change::OptionsRemoved { question: label(), options: removed });
    }
    found
}

/// The answers that still apply. A page counts as visited if the person has been asked everything on it, so that they
/// are only asked what is new.
pub fn moved(old: &Form, new: &Form, answers: &Answers, today: Date) -> Migrated {
    let mut moved = Answers::default();
    let mut kept = 0;
    for question in new.pages().flat_map(Page::questions) {
        let Some((_, before)) = old.question(&question.key) else { continue };
        let fields = taken(before, question, &answers.fields);
        kept += usize::from(!fields.is_empty());
        moved.fields.extend(fields);
    }
    for list_def in new.pages().filter_map(Page::list) {
        let Some((_, before)) = old.list(&list_def.key) else { continue };
        let items: Vec<ListItem> =
            answers.items(&list_def.key).iter().map(|item| moved_item(before, list_def, item)).collect();
        kept += items.iter().map(count).sum::<usize>();
        if !items.is_empty() {
            moved.items.insert(list_def.key.clone(), items);
        }
    }
    moved.visited = visited(old, new, answers, &moved, today);
    Migrated { answers: moved, kept }
}

fn moved_item(old: &ListDef, new: &ListDef, item: &ListItem) -> ListItem {
    let mut items = ListItems::new();
    for inner in &new.lists {
        let Some(before) = old.inner(&inner.list.key) else { continue };
        let own = item.items(&inner.list.key).iter();
        let own: Vec<ListItem> = own.map(|list_item| moved_item(&before.list, &inner.list, list_item)).collect();
        if !own.is_empty() {
            items.insert(inner.list.key.clone(), own);
        }
    }
    let fields = new.questions.iter().filter_map(|question| {
        let before = old.questions.iter().find(|before| before.key == question.key)?;
        Some(taken(before, question, &item.fields))
    });
    let fields: Fields = fields.flatten().collect();
    ListItem { id: item.id.clone(), fields, items }
}

fn count(item: &ListItem) -> usize {
    usize::from(!item.fields.is_empty())
}

fn visited(old: &Form, new: &Form, answers: &Answers, moved: &Answers, today: Date) -> BTreeSet<String> {
    let (before, after) = (Journey::new(old, answers, today), Journey::new(new, moved, today));
    let was_visited = |slug: &str| answers.visited.contains(slug);
    let was_asked = |question: &Question| {
        let there = old.question(&question.key).filter(|_| before.asks(&question.key));
        let page = there.and_then(|(place, _)| old.at(place)).map(|(_, page)| page);
        page.is_some_and(|page| was_visited(&page.slug))
    };
    let is_old = |page: &Page| match &page.content {
        Content::Questions(_) => {
            let mut typed = after.questions(page).filter(|question| question.is_typed()).peekable();
            // A page without questions is recognised by its slug.
            if typed.peek().is_none() { was_visited(&page.slug) } else { typed.all(was_asked) }
        }
        Content::List(list_def) => old
            .list(&list_def.key)
            .and_then(|(place, before)| Some((old.at(place)?.1, before)))
            .is_some_and(|(page, before)| {
                let known: BTreeSet<&str> = before.all_questions().map(|question| question.key.as_str()).collect();
                was_visited(&page.slug) && list_def.all_questions().all(|question| known.contains(question.key.as_str()))
            }),
        Content::Text(_) | Content::Stop(_) => was_visited(&page.slug),
    };
    new.pages().filter(|page| is_old(page)).map(|page| page.slug.clone()).collect()
}

/// The pages still to be filled in, by their names on the task list.
pub fn to_do(new: &Form, moved: &Answers, today: Date) -> Vec<String> {
    let journey = Journey::new(new, moved, today);
    journey.pages().filter(|page| journey.status(page) != Status::Complete).map(|page| page.task().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        definition::{QuestionKind, QuestionOption},
        test_form::{form, line, page, page_mut, question},
    };
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 24);

    fn answers(pairs: &[(&str, &str)], visited: &[&str]) -> Answers {
        Answers {
            fields: pairs.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect(),
            visited: visited.iter().map(|slug| (*slug).to_owned()).collect(),
            ..Answers::default()
        }
    }

    fn questions(form: &mut Form) -> &mut Vec<Question> {
        match &mut page_mut(form, "who").content {
            Content::Questions(questions) => questions,
            _ => panic!("no questions"),
        }
    }

    #[test]
    fn only_new_questions_are_asked_and_only_visible_changes_reported() {
        let (old, mut new) = (form(), form());
        questions(&mut new).push(question("born", line()));
        new.sections[0].pages.push(page("more", Content::Questions(vec![question("pets", line())])).into());
        let draft = answers(&[("who", "me")], &["start", "who"]);
        let found = changes(&old, &new, &draft, TODAY);
        let expected =
            [Change::PageAdded("more".into()), Change::QuestionAdded("born?".into()), Change::QuestionAdded("pets?".into())];
        assert_eq!(found, expected);
        let moved = moved(&old, &new, &draft, TODAY);
        assert_eq!((moved.kept, moved.answers.visited.iter().map(String::as_str).collect::<Vec<_>>()), (1, vec!["start"]));
        assert_eq!(to_do(&new, &moved.answers, TODAY), ["who", "more", "drugs"]);
    }

    #[test]
    fn a_question_whose_chosen_option_was_removed_is_asked_again() {
        let (old, mut new) = (form(), form());
        let left = vec![QuestionOption::plain("other", "Somebody else"), QuestionOption::plain("both", "Both of us")];
        questions(&mut new)[0].kind = QuestionKind::OneOf { options: left };
        let draft = answers(&[("who", "me")], &["start", "who"]);
        assert!(moved(&old, &new, &draft, TODAY).answers.fields.is_empty());
        assert_eq!(
            changes(&old, &new, &draft, TODAY),
            [
                Change::OptionsAdded { question: "who?".into(), options: vec!["Both of us".into()] },
                Change::OptionsRemoved { question: "who?".into(), options: vec!["Me".into()] },
            ]
        );
    }

    #[test]
    fn removed_questions_are_reported_to_those_who_were_asked() {
        let (old, mut new) = (form(), form());
        new.sections[0].pages.remove(2);
        let asked = answers(&[("who", "other"), ("rel", "son"), ("p_name", "Ann")], &["start", "who", "person"]);
        assert_eq!(
            changes(&old, &new, &asked, TODAY),
            [Change::PageRemoved("person".into()), Change::QuestionRemoved("p_name?".into())]
        );
        assert!(changes(&old, &new, &answers(&[("who", "me")], &[]), TODAY).is_empty());
    }

    proptest! {
        #[test]
        fn moving_to_the_same_version_changes_nothing(who in "me|other|", rel in "[a-z]{0,3}", seen in 0_usize..16) {
            let form = form();
            let slugs = ["start", "who", "person", "drugs"];
            let seen: Vec<&str> = slugs.iter().enumerate().filter(|(bit, _)| seen >> bit & 1 == 1).map(|(_, slug)| *slug).collect();
            let pairs: Vec<(&str, &str)> = [("who", who.as_str()), ("rel", rel.as_str())].into_iter().filter(|(_, value)| !value.is_empty()).collect();
            let draft = answers(&pairs, &seen);
            let moved = moved(&form, &form, &draft, TODAY).answers;
            prop_assert_eq!(&moved.fields, &draft.fields);
            let open = |answers: &Answers| {
                let journey = Journey::new(&form, answers, TODAY);
                journey.pages().map(|page| journey.status(page)).collect::<Vec<_>>()
            };
            prop_assert_eq!(open(&moved), open(&draft));
            prop_assert!(changes(&form, &form, &draft, TODAY).is_empty());
        }
    }
}
