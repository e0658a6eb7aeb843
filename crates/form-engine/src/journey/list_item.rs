//! One list item as its questions see it: its own answers first, then those around it.

use super::item_anchor;
use crate::{
    amount::Amount,
    answer_source::{self, AnswerSource},
    answers::ListItem,
    condition::Condition,
    definition::{InnerList, ListDef, Question},
    fields::Fields,
    problem::{About, Problem, ProblemKind},
    validate,
};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A list item and which of its questions are asked.
pub struct ItemJourney<'a> {
    outer: &'a dyn AnswerSource,
    list_def: &'a ListDef,
    item: &'a ListItem,
    asked: BTreeSet<&'a str>,
}

impl<'a> ItemJourney<'a> {
    pub fn new(outer: &'a dyn AnswerSource, list_def: &'a ListDef, item: &'a ListItem) -> Self {
        let mut list_item = Self { outer, list_def, item, asked: BTreeSet::new() };
        for question in &list_def.questions {
            if list_item.holds(question.when.as_deref()) {
                list_item.asked.insert(&question.key);
            }
        }
        list_item
    }

    fn holds(&self, when: Option<&Condition>) -> bool {
        when.is_none_or(|when| when.holds(self))
    }

    pub const fn list(&self) -> &'a ListDef {
        self.list_def
    }

    pub const fn item(&self) -> &'a ListItem {
        self.item
    }

    pub const fn fields(&self) -> &'a Fields {
        &self.item.fields
    }

    /// The questions that are asked about it.
    pub fn questions(&self) -> impl Iterator<Item = &'a Question> + '_ {
        self.list_def.questions.iter().filter(|question| self.asked.contains(question.key.as_str()))
    }

    /// Its nested lists whose condition holds.
    pub fn lists(&self) -> impl Iterator<Item = &'a InnerList> + '_ {
        self.list_def.lists.iter().filter(|inner| self.holds(inner.when.as_deref()))
    }

    /// The items of one of its nested lists.
    pub fn items(&self, inner: &InnerList) -> &'a [ListItem] {
        self.item.items(&inner.list.key)
    }

    /// An item of one of its nested lists.
    pub fn inner<'s>(&'s self, inner: &'s InnerList, item: &'s ListItem) -> ItemJourney<'s> {
        ItemJourney::new(self, &inner.list, item)
    }

    /// What is wrong with its answers, not including its nested lists.
    pub fn problems(&self) -> Vec<Problem> {
        validate::problems(self.questions(), &self.item.fields, self.outer.today())
    }

    /// What is asked about once, because it may be a slip.
    pub fn slips(&self) -> Vec<Problem> {
        validate::slips(self.questions(), &self.item.fields)
    }

    /// What is wrong with one of its nested lists.
    pub fn list_problems(&self, inner: &InnerList) -> Vec<Problem> {
        list_problems(self, &inner.list, self.items(inner))
    }

    /// Whether it is complete.
    pub fn is_whole(&self) -> bool {
        self.problems().is_empty() && self.lists().all(|inner| self.list_problems(inner).is_empty())
    }

    fn owns(&self, key: &str) -> Option<&'a Question> {
        self.list_def.questions.iter().find(|question| question.key == key)
    }
}

/// What is wrong with a list and its items.
pub(super) fn list_problems(outer: &dyn AnswerSource, list_def: &ListDef, items: &[ListItem]) -> Vec<Problem> {
    let broken = items.iter().filter(|item| !ItemJourney::new(outer, list_def, item).is_whole()).map(|item| Problem {
        key: list_def.key.clone(),
        field: item_anchor(item),
        about: About::Item(list_def.item.clone()),
        fault: ProblemKind::Unfinished,
    });
    validate::list_problem(list_def, items.len()).into_iter().chain(broken).collect()
}

impl AnswerSource for ItemJourney<'_> {
    fn today(&self) -> Date {
        self.outer.today()
    }

    fn values(&self, key: &str) -> Vec<&str> {
        match self.owns(key) {
            Some(_) if self.asked.contains(key) => answer_source::values(&self.item.fields, key),
            Some(_) => Vec::new(),
            None => self.outer.values(key),
        }
    }

    fn amount(&self, key: &str) -> Option<Amount> {
        match self.owns(key) {
            Some(question) if self.asked.contains(key) => answer_source::amount(&self.item.fields, key, question.reading()),
            Some(_) => None,
            None => self.outer.amount(key),
        }
    }

    fn date(&self, key: &str) -> Option<Date> {
        match self.owns(key) {
            Some(_) if self.asked.contains(key) => answer_source::date(&self.item.fields, key),
            Some(_) => None,
            None => self.outer.date(key),
        }
    }

    fn list_items<'s>(&'s self, list: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>> {
        let Some(inner) = self.list_def.inner(list) else { return self.outer.list_items(list) };
        let items = if self.holds(inner.when.as_deref()) { self.items(inner) } else { &[] };
        Some(
            items
                .iter()
                .map(|item| Box::new(ItemJourney::new(self, &inner.list, item)) as Box<dyn AnswerSource + 's>)
                .collect(),
        )
    }
}
