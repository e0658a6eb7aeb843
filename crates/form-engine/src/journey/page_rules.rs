//! What the browser needs to follow a page while somebody types: which questions are asked, and the results of
//! calculations. Made by the server from a [`Journey`], and gives the same results.

use super::{Journey, dependencies::Dependencies};
use crate::{
    amount::Amount,
    answer_source::AnswerSource,
    answers::ListItem,
    condition::Condition,
    definition::{Calculation, ChargeView, Charging, Question, QuestionKind, ValueType},
    fields::Fields,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// A question of the page, reduced to what other rules need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionRule {
    pub key: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Arc<Condition>>,
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
    pub(super) fn date(self) -> Option<Date> {
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
    pub(super) words: Fields,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) amounts: BTreeMap<String, Amount>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) dates: BTreeMap<String, Day>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) lists: BTreeMap<String, Vec<Self>>,
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

impl PageRules {
    /// The questions of the page that choosing an option may reveal.
    pub fn revealed_by<'s>(&'s self, key: &'s str, value: &'s str) -> impl Iterator<Item = &'s str> {
        let reveals = move |rule: &&QuestionRule| rule.when.as_ref().is_some_and(|when| names(when, key, value));
        self.questions.iter().filter(reveals).map(|rule| rule.key.as_str())
    }
}

/// Whether a condition asks for an option of a question.
fn names(when: &Condition, of: &str, value: &str) -> bool {
    match when {
        Condition::Is { key, values } => key == of && values.iter().any(|own| own == value),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().any(|part| names(part, of, value)),
        _ => false,
    }
}

impl From<&Question> for QuestionRule {
    fn from(question: &Question) -> Self {
        Self { key: question.key.clone(), when: question.when.clone(), reading: question.reading() }
    }
}
