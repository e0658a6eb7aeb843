//! One thing of a list, as its questions see it: its own answers first, then those around it.

use super::item_anchor;
use crate::{
    answer_source::{self, Amount, AnswerSource},
    answers::{Fields, Item},
    condition::Condition,
    definition::{Group, InnerList, Question},
    validate::{self, About, Fault, Problem},
};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A thing with which of its questions are asked.
pub struct Thing<'a> {
    around: &'a dyn AnswerSource,
    group: &'a Group,
    item: &'a Item,
    asked: BTreeSet<&'a str>,
}

impl<'a> Thing<'a> {
    pub fn new(around: &'a dyn AnswerSource, group: &'a Group, item: &'a Item) -> Self {
        let mut thing = Self { around, group, item, asked: BTreeSet::new() };
        for question in &group.questions {
            if thing.holds(question.when.as_ref()) {
                thing.asked.insert(&question.key);
            }
        }
        thing
    }

    fn holds(&self, when: Option<&Condition>) -> bool {
        when.is_none_or(|when| when.holds(self))
    }

    pub const fn group(&self) -> &'a Group {
        self.group
    }

    pub const fn item(&self) -> &'a Item {
        self.item
    }

    pub const fn fields(&self) -> &'a Fields {
        &self.item.fields
    }

    /// The questions that are asked about it.
    pub fn questions(&self) -> impl Iterator<Item = &'a Question> + '_ {
        self.group.questions.iter().filter(|question| self.asked.contains(question.key.as_str()))
    }

    /// Its own lists that are there.
    pub fn lists(&self) -> impl Iterator<Item = &'a InnerList> + '_ {
        self.group.lists.iter().filter(|inner| self.holds(inner.when.as_ref()))
    }

    /// The things of one of its lists.
    pub fn items(&self, inner: &InnerList) -> &'a [Item] {
        self.item.items(&inner.group.key)
    }

    /// A thing of one of its lists.
    pub fn inner<'s>(&'s self, inner: &'s InnerList, item: &'s Item) -> Thing<'s> {
        Thing::new(self, &inner.group, item)
    }

    /// What is wrong with the answers about it, without those in its lists.
    pub fn problems(&self) -> Vec<Problem> {
        validate::problems(self.questions(), &self.item.fields, self.around.today())
    }

    /// What is wrong with one of its lists.
    pub fn list_problems(&self, inner: &InnerList) -> Vec<Problem> {
        list_problems(self, &inner.group, self.items(inner))
    }

    /// Whether it is answered whole.
    pub fn is_whole(&self) -> bool {
        self.problems().is_empty() && self.lists().all(|inner| self.list_problems(inner).is_empty())
    }

    fn owns(&self, key: &str) -> Option<&'a Question> {
        self.group.questions.iter().find(|question| question.key == key)
    }
}

/// What is wrong with a list and the things in it.
pub(super) fn list_problems(around: &dyn AnswerSource, group: &Group, items: &[Item]) -> Vec<Problem> {
    let broken = items.iter().filter(|item| !Thing::new(around, group, item).is_whole()).map(|item| Problem {
        key: group.key.clone(),
        field: item_anchor(item),
        about: About::Item(group.item.clone()),
        fault: Fault::Unfinished,
    });
    validate::list_problem(group, items.len()).into_iter().chain(broken).collect()
}

impl AnswerSource for Thing<'_> {
    fn today(&self) -> Date {
        self.around.today()
    }

    fn words(&self, key: &str) -> Vec<&str> {
        match self.owns(key) {
            Some(_) if self.asked.contains(key) => answer_source::words(&self.item.fields, key),
            Some(_) => Vec::new(),
            None => self.around.words(key),
        }
    }

    fn amount(&self, key: &str) -> Option<Amount> {
        match self.owns(key) {
            Some(question) if self.asked.contains(key) => answer_source::amount(&self.item.fields, key, question.reading()),
            Some(_) => None,
            None => self.around.amount(key),
        }
    }

    fn date(&self, key: &str) -> Option<Date> {
        match self.owns(key) {
            Some(_) if self.asked.contains(key) => answer_source::date(&self.item.fields, key),
            Some(_) => None,
            None => self.around.date(key),
        }
    }

    fn things<'s>(&'s self, list: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>> {
        let Some(inner) = self.group.inner(list) else { return self.around.things(list) };
        let items = if self.holds(inner.when.as_ref()) { self.items(inner) } else { &[] };
        Some(items.iter().map(|item| Box::new(Thing::new(self, &inner.group, item)) as Box<dyn AnswerSource + 's>).collect())
    }
}
