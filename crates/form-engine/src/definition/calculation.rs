//! Calculations on answers. See "Calculations" in `docs/forms.md`.

use super::SecondWording;
use crate::{amount::Unit, condition::Condition};
use serde::{Deserialize, Serialize};

/// A calculation on answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calculation {
    pub key: String,
    pub label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub they: Option<Box<SecondWording>>,
    pub result: Formula,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<i64>,
}

/// How it is calculated. The limits of a sum of money are in pence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Formula {
    /// How many of these questions have one of the values or, the other way round, an answer other than those.
    CountOf {
        questions: Vec<String>,
        values: Vec<String>,
        other: bool,
    },
    /// How many items of a list meet the condition.
    CountList {
        list: String,
        filter: Option<Condition>,
    },
    Sum {
        terms: Vec<Term>,
        unit: Unit,
    },
}

/// One term of a sum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// A question or an earlier calculation.
    pub value: String,
    /// The list whose items have the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// The question that says how often it is paid; the sum is then weekly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<String>,
    /// The question that gives a percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
    /// A fraction: numerator and denominator.
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

    /// The frequency that an option's value stands for.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == value).map(|(_, every)| *every)
    }

    /// The factor that makes it weekly, as a fraction. A year has 52 weeks, as councils count.
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
    /// What it looks at in the form. For a list, that is only the list, not the questions of its items.
    pub fn looks_at(&self) -> Vec<&str> {
        if let Some(list) = &self.list {
            return vec![list];
        }
        let own = [Some(&self.value), self.every.as_ref(), self.share.as_ref()];
        let condition = self.when.iter().flat_map(Condition::keys);
        own.into_iter().flatten().chain(condition).map(String::as_str).collect()
    }
}
