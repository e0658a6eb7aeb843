//! What the browser needs to follow a page while somebody types: which questions are asked, and the results of
//! calculations. Made by the server from a [`Journey`], and gives the same results.

use super::Journey;
use crate::{
    amount::Amount,
    answer_source::{self, AnswerSource},
    answers::ListItem,
    calculate::evaluate,
    charge::charge,
    condition::Condition,
    definition::{Calculation, ChargeView, Charging, Form, Formula, Question, QuestionKind, Term, ValueType},
    fields::Fields,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A question of the page, reduced to what other rules need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionRule {
    pub key: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub reading: ValueType,
}

/// A date as year, month and day, so that the browser needn't parse dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day(i16, i8, i8);

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date.year(), date.month(), date.day())
    }
}

impl Day {
    fn date(self) -> Option<Date> {
        Date::new(self.0, self.1, self.2).ok()
    }
}

/// The rules of one page, with the answers it depends on elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRules {
    pub today: Day,
    pub questions: Vec<QuestionRule>,
    #[serde(default, skip_serializing_if = "OutsideAnswers::is_empty")]
    pub outside: OutsideAnswers,
    /// The list, if the page is about one of its items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// The calculations shown on the page, and those they depend on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calculations: Vec<Calculation>,
    /// The charging rules, if the page shows a charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charging: Option<Charging>,
}

/// Answers that count from other pages or other items of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideAnswers {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    words: Fields,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    amounts: BTreeMap<String, Amount>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    dates: BTreeMap<String, Day>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    lists: BTreeMap<String, Vec<Self>>,
}

impl OutsideAnswers {
    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.amounts.is_empty() && self.dates.is_empty() && self.lists.is_empty()
    }

    /// The values of these keys.
    fn of(given: &dyn AnswerSource, keys: &BTreeSet<&str>) -> Self {
        let mut seen = Self::default();
        for key in keys {
            let values: Vec<String> = given.values(key).into_iter().map(str::to_owned).collect();
            if !values.is_empty() {
                seen.words.insert((*key).to_owned(), values);
            }
            seen.amounts.extend(given.amount(key).map(|amount| ((*key).to_owned(), amount)));
            seen.dates.extend(given.date(key).map(|date| ((*key).to_owned(), date.into())));
        }
        seen
    }
}

/// What rules depend on: keys, and keys of list items.
#[derive(Default)]
struct Dependencies<'a> {
    keys: BTreeSet<&'a str>,
    lists: BTreeMap<&'a str, BTreeSet<&'a str>>,
    calculations: Vec<&'a Calculation>,
    charge: bool,
}

impl<'a> Dependencies<'a> {
    fn condition(&mut self, condition: &'a Condition) {
        for part in condition.parts() {
            match part {
                Condition::Counts { key, filter, .. } => self.list(key, filter.as_deref()),
                other => self.keys.extend(other.key().map(String::as_str)),
            }
        }
    }

    /// A list, or a question whose chosen options are counted.
    fn list(&mut self, key: &'a str, filter: Option<&'a Condition>) {
        self.keys.insert(key);
        self.lists.entry(key).or_default().extend(filter.into_iter().flat_map(Condition::keys).map(String::as_str));
    }

    fn calculation(&mut self, form: &'a Form, calculation: &'a Calculation) {
        if self.calculations.iter().any(|known| known.key == calculation.key) {
            return;
        }
        match &calculation.result {
            Formula::CountOf { questions, .. } => self.keys.extend(questions.iter().map(String::as_str)),
            Formula::CountList { list, filter } => self.list(list, filter.as_ref()),
            Formula::Sum { terms, .. } => terms.iter().for_each(|term| self.term(form, term)),
        }
        // Pushed after what it depends on, so that they are calculated in order.
        self.calculations.push(calculation);
    }

    fn charging(&mut self, form: &'a Form, charging: &'a Charging) {
        self.charge = true;
        for key in charging.facts.values() {
            match form.calculation(key) {
                Some(calculation) => self.calculation(form, calculation),
                None => self.keys.extend([key.as_str()]),
            }
        }
        for (list, keys) in charging.list_items() {
            self.lists.entry(list).or_default().extend(keys.into_iter().map(String::as_str));
        }
    }

    fn term(&mut self, form: &'a Form, term: &'a Term) {
        let own = [Some(&term.value), term.every.as_ref(), term.share.as_ref()].into_iter().flatten();
        let keys: Vec<&str> = own.chain(term.when.iter().flat_map(Condition::keys)).map(String::as_str).collect();
        match &term.list {
            Some(list) => self.lists.entry(list).or_default().extend(keys),
            None => {
                for key in keys {
                    match form.calculation(key) {
                        Some(calculation) => self.calculation(form, calculation),
                        None => self.keys.extend([key]),
                    }
                }
            }
        }
    }
}

impl Journey<'_> {
    /// What the browser needs to follow these questions of a page.
    pub fn rules(&self, questions: &[Question]) -> PageRules {
        self.rules_of(self, questions, None)
    }

    /// The same for one list item. `outer` is what surrounds it; `item` is left out of its list.
    pub fn rules_of(
        &self,
        outer: &dyn AnswerSource,
        questions: &[Question],
        list_item: Option<(&str, &ListItem)>,
    ) -> PageRules {
        let mut wanted = Dependencies::default();
        for question in questions {
            question.when.iter().for_each(|when| wanted.condition(when));
            if let QuestionKind::Calculated { shows } = &question.kind {
                self.form.calculation(shows).into_iter().for_each(|found| wanted.calculation(self.form, found));
                let charging = self.form.charging.iter().filter(|_| ChargeView::of(shows).is_some());
                charging.for_each(|charging| wanted.charging(self.form, charging));
            }
        }
        let own = |key: &&str| questions.iter().any(|question| question.key == **key);
        let elsewhere = wanted.keys.iter().copied().filter(|key| !own(key)).collect();
        let mut outside = OutsideAnswers::of(outer, &elsewhere);
        for (list, keys) in &wanted.lists {
            outside.lists.extend(self.seen_list(outer, list, keys, list_item).map(|seen| ((*list).to_owned(), seen)));
        }
        PageRules {
            today: self.today.into(),
            questions: questions.iter().map(QuestionRule::from).collect(),
            outside,
            list: list_item.map(|(list, _)| list.to_owned()),
            calculations: wanted.calculations.into_iter().cloned().collect(),
            charging: self.form.charging.as_ref().filter(|_| wanted.charge).map(|charging| charging.on(self.today)),
        }
    }

    /// The answers that rules depend on, of every list item except the one that the page is about.
    fn seen_list(
        &self,
        outer: &dyn AnswerSource,
        list: &str,
        keys: &BTreeSet<&str>,
        list_item: Option<(&str, &ListItem)>,
    ) -> Option<Vec<OutsideAnswers>> {
        let list_items = outer.list_items(list)?;
        let own = list_item.filter(|(of, _)| *of == list).map(|(_, item)| item.id.as_str());
        let position = own.and_then(|id| self.answers.items(list).iter().position(|item| item.id == id));
        let others = list_items.iter().enumerate().filter(|(number, _)| Some(*number) != position);
        Some(others.map(|(_, list_item)| OutsideAnswers::of(&**list_item, keys)).collect())
    }
}

impl From<&Question> for QuestionRule {
    fn from(question: &Question) -> Self {
        Self { key: question.key.clone(), when: question.when.clone(), reading: question.reading() }
    }
}

/// The results of what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DerivedValues<'s> {
    /// The questions that are asked.
    pub asked: Vec<&'s str>,
    /// The results of the calculations.
    pub amounts: BTreeMap<String, Option<Amount>>,
}

impl PageRules {
    /// The browser runs this at every change.
    pub fn follow(&self, typed: &Fields) -> DerivedValues<'_> {
        let mut page = Page { rules: self, typed, asked: BTreeSet::new(), amounts: BTreeMap::new() };
        let mut asked = Vec::new();
        for question in &self.questions {
            if question.when.as_ref().is_none_or(|when| when.holds(&page)) {
                page.asked.insert(&question.key);
                asked.push(question.key.as_str());
            }
        }
        for calculation in &self.calculations {
            let amount = evaluate(calculation, &page);
            page.amounts.insert(calculation.key.clone(), amount);
        }
        if let Some(outcome) = self.charging.as_ref().and_then(|charging| charge(charging, &page)) {
            page.amounts.extend(ChargeView::ALL.map(|(key, shown)| (key.to_owned(), outcome.amount(shown))));
        }
        DerivedValues { asked, amounts: page.amounts }
    }
}

/// A page with what is typed on it now.
struct Page<'a> {
    rules: &'a PageRules,
    typed: &'a Fields,
    asked: BTreeSet<&'a str>,
    amounts: BTreeMap<String, Option<Amount>>,
}

impl<'a> Page<'a> {
    fn owns(&self, key: &str) -> Option<&'a QuestionRule> {
        self.rules.questions.iter().find(|questions| questions.key == key)
    }
}

impl AnswerSource for Page<'_> {
    fn today(&self) -> Date {
        self.rules.today.date().unwrap_or_default()
    }

    fn values(&self, key: &str) -> Vec<&str> {
        match self.owns(key) {
            Some(_) if self.asked.contains(key) => answer_source::values(self.typed, key),
            Some(_) => Vec::new(),
            None => seen_words(&self.rules.outside, key),
        }
    }

    fn amount(&self, key: &str) -> Option<Amount> {
        match self.owns(key) {
            Some(questions) if self.asked.contains(key) => answer_source::amount(self.typed, key, questions.reading),
            Some(_) => None,
            None => self.amounts.get(key).copied().unwrap_or_else(|| self.rules.outside.amounts.get(key).copied()),
        }
    }

    fn date(&self, key: &str) -> Option<Date> {
        match self.owns(key) {
            Some(_) if self.asked.contains(key) => answer_source::date(self.typed, key),
            Some(_) => None,
            None => self.rules.outside.dates.get(key).and_then(|day| day.date()),
        }
    }

    fn list_items<'s>(&'s self, list: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>> {
        let others = self.rules.outside.lists.get(list)?;
        let seen = |seen| Box::new(OtherItem { page: self, seen }) as Box<dyn AnswerSource + 's>;
        let own = (self.rules.list.as_deref() == Some(list)).then(|| Box::new(ThisItem(self)) as Box<dyn AnswerSource + 's>);
        Some(others.iter().map(seen).chain(own).collect())
    }
}

/// The list item that the page is about.
struct ThisItem<'a>(&'a Page<'a>);

/// Another item of the list.
struct OtherItem<'a> {
    page: &'a Page<'a>,
    seen: &'a OutsideAnswers,
}

fn seen_words<'a>(seen: &'a OutsideAnswers, key: &str) -> Vec<&'a str> {
    seen.words.get(key).into_iter().flatten().map(String::as_str).collect()
}

impl AnswerSource for ThisItem<'_> {
    fn today(&self) -> Date {
        self.0.today()
    }

    fn values(&self, key: &str) -> Vec<&str> {
        self.0.values(key)
    }

    fn amount(&self, key: &str) -> Option<Amount> {
        self.0.amount(key)
    }

    fn date(&self, key: &str) -> Option<Date> {
        self.0.date(key)
    }

    fn list_items<'s>(&'s self, list: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>> {
        self.0.list_items(list)
    }
}

impl AnswerSource for OtherItem<'_> {
    fn today(&self) -> Date {
        self.page.today()
    }

    fn values(&self, key: &str) -> Vec<&str> {
        seen_words(self.seen, key)
    }

    fn amount(&self, key: &str) -> Option<Amount> {
        self.seen.amounts.get(key).copied()
    }

    fn date(&self, key: &str) -> Option<Date> {
        self.seen.dates.get(key).and_then(|day| day.date())
    }

    fn list_items<'s>(&'s self, _: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>> {
        None
    }
}
