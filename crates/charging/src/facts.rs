//! What somebody has stated about themselves and their money, in the form that the rules read.
//!
//! `docs/charging.md` lists the facts. A fact that is missing or has a meaningless value isn't claimed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The largest amount, ten thousand million pounds, so that no total can overflow.
const MOST_PENCE: i64 = 1_000_000_000_000;
const MOST_PEOPLE: i64 = 100;

/// An answer or calculation of a form, as the rules get it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactValue {
    Pence(i64),
    Number(i64),
    Date(#[serde(with = "values::calendar::iso")] Date),
    /// One word for a choice, several for ticked options.
    Words(Vec<String>),
}

/// The facts by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(pub BTreeMap<String, FactValue>);

impl Facts {
    /// Pence, never negative: a negative amount counts as zero, as nobody owes an income.
    pub fn pence(&self, name: &str) -> Option<i64> {
        match self.0.get(name)? {
            FactValue::Pence(pence) => Some(sane(*pence)),
            _ => None,
        }
    }

    pub fn number(&self, name: &str) -> Option<i64> {
        match self.0.get(name)? {
            FactValue::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// A number of people, at least one.
    pub fn people(&self, name: &str) -> Option<i64> {
        self.number(name).filter(|people| *people > 0).map(|people| people.min(MOST_PEOPLE))
    }

    pub fn date(&self, name: &str) -> Option<Date> {
        match self.0.get(name)? {
            FactValue::Date(date) => Some(*date),
            _ => None,
        }
    }

    pub fn word(&self, name: &str) -> Option<&str> {
        match self.0.get(name)? {
            FactValue::Words(words) => words.first().map(String::as_str),
            _ => None,
        }
    }

    /// `yes`, `no` or neither. A number above zero is a yes, as in "how many people protect the home".
    pub fn yes(&self, name: &str) -> Option<bool> {
        match (self.word(name), self.number(name)) {
            (Some("yes"), _) => Some(true),
            (Some("no"), _) => Some(false),
            (_, Some(number)) => Some(number > 0),
            _ => None,
        }
    }

    /// The amounts whose names start with the prefix, by the rest of the name: `income_` gives each type of income.
    pub fn sums<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, i64)> {
        self.0.keys().filter_map(move |name| Some((name.strip_prefix(prefix)?, self.pence(name)?)))
    }
}

/// One disability related expense, as claimed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expense {
    pub category: String,
    /// Its cost, in pence a week.
    pub cost: i64,
    /// The part that somebody else pays, in pence a week.
    #[serde(default)]
    pub funded: i64,
    /// How many people share the cost; zero means one.
    #[serde(default)]
    pub shared: i64,
}

impl Expense {
    pub(super) fn cost(&self) -> i64 {
        sane(self.cost)
    }

    pub(super) fn funded(&self) -> i64 {
        sane(self.funded).min(self.cost())
    }

    pub(super) fn shared(&self) -> i64 {
        self.shared.clamp(1, MOST_PEOPLE)
    }
}

/// Property or land other than their home.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Property {
    /// The sale value of the whole property, in pence.
    pub value: i64,
    /// Their share, in per cent.
    pub share: i64,
    /// Their part of a loan on it, in pence.
    #[serde(default)]
    pub owed: i64,
}

impl Property {
    pub(super) fn value(&self) -> i64 {
        sane(self.value)
    }

    pub(super) fn share(&self) -> i64 {
        self.share.clamp(0, 100)
    }

    pub(super) fn owed(&self) -> i64 {
        sane(self.owed)
    }
}

/// Everything that was stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChargeInputs {
    pub facts: Facts,
    #[serde(default)]
    pub expenses: Vec<Expense>,
    #[serde(default)]
    pub properties: Vec<Property>,
}

fn sane(pence: i64) -> i64 {
    pence.clamp(0, MOST_PENCE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(name: &str, value: FactValue) -> Facts {
        Facts(BTreeMap::from([(name.to_owned(), value)]))
    }

    #[test]
    fn a_fact_of_the_wrong_type_counts_as_missing() {
        let facts = facts("a", FactValue::Pence(-5));
        assert_eq!((facts.pence("a"), facts.pence("b"), facts.number("a"), facts.word("a")), (Some(0), None, None, None));
        assert_eq!((facts.date("a"), facts.yes("a"), facts.people("a")), (None, None, None));
    }

    #[test]
    fn yes_is_a_choice_or_a_count() {
        for (value, yes) in [
            (FactValue::Words(vec!["yes".into()]), Some(true)),
            (FactValue::Words(vec!["no".into()]), Some(false)),
            (FactValue::Words(vec!["maybe".into()]), None),
            (FactValue::Words(vec![]), None),
            (FactValue::Number(0), Some(false)),
            (FactValue::Number(2), Some(true)),
        ] {
            assert_eq!(facts("a", value.clone()).yes("a"), yes, "{value:?}");
        }
    }
}
