//! What is worked out from answers. See "Calculations" in `docs/forms.md`.

use crate::condition::Condition;
use serde::{Deserialize, Serialize};

/// Something worked out from answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calculation {
    pub key: String,
    pub label: String,
    pub result: Formula,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<i64>,
}

/// How it is worked out. The limits of a sum of money are in pence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Formula {
    /// How many of these questions have one of the values, or, the other way round, another answer.
    CountOf {
        questions: Vec<String>,
        values: Vec<String>,
        other: bool,
    },
    /// How many things a list has that the condition holds for.
    CountList {
        list: String,
        filter: Option<Condition>,
    },
    Sum {
        terms: Vec<Term>,
        unit: Unit,
    },
}

/// What a sum is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    Number,
    Pence,
    Millimetres,
    Grams,
}

/// One part of a sum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// A question or an earlier calculation.
    pub value: String,
    /// The list whose things have the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// The question that says how often: the sum is then by the week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<String>,
    /// The question that says how many per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
    /// A fraction: so many of so many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<(i64, i64)>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub minus: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

/// How often a sum is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    Week,
    TwoWeeks,
    FourWeeks,
    Month,
    Quarter,
    Year,
}

impl Frequency {
    pub const ALL: [(&'static str, Self); 6] = [
        ("week", Self::Week),
        ("two-weeks", Self::TwoWeeks),
        ("four-weeks", Self::FourWeeks),
        ("month", Self::Month),
        ("quarter", Self::Quarter),
        ("year", Self::Year),
    ];

    /// By the value of an option.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == value).map(|(_, every)| *every)
    }

    /// By the week, as a fraction of the sum: a year has 52 weeks, as in the councils' own reckoning.
    pub const fn weekly(self) -> (i64, i64) {
        match self {
            Self::Week => (1, 1),
            Self::TwoWeeks => (1, 2),
            Self::FourWeeks => (1, 4),
            Self::Month => (12, 52),
            Self::Quarter => (4, 52),
            Self::Year => (1, 52),
        }
    }
}

impl Unit {
    /// How many of it make one of what people name in a condition: pence in a pound.
    pub const fn in_one(self) -> i64 {
        match self {
            Self::Number => 1,
            Self::Pence => 100,
            Self::Millimetres => 10,
            Self::Grams => 1000,
        }
    }
}

impl Calculation {
    pub const fn unit(&self) -> Unit {
        match &self.result {
            Formula::CountOf { .. } | Formula::CountList { .. } => Unit::Number,
            Formula::Sum { unit, .. } => *unit,
        }
    }

    /// The questions, lists and calculations of the form that it looks at.
    pub fn looks_at(&self) -> Vec<&str> {
        match &self.result {
            Formula::CountOf { questions, .. } => questions.iter().map(String::as_str).collect(),
            Formula::CountList { list, .. } => vec![list],
            Formula::Sum { terms, .. } => terms.iter().flat_map(Term::looks_at).collect(),
        }
    }
}

impl Term {
    /// What it looks at in the form; what it looks at in the things of a list isn't named.
    pub fn looks_at(&self) -> Vec<&str> {
        if let Some(list) = &self.list {
            return vec![list];
        }
        let own = [Some(&self.value), self.every.as_ref(), self.share.as_ref()];
        let condition = self.when.iter().flat_map(Condition::keys);
        own.into_iter().flatten().chain(condition).map(String::as_str).collect()
    }
}
