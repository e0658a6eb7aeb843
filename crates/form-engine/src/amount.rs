//! Amounts that conditions and calculations work with, and how an answer is read as one.

use serde::{Deserialize, Serialize};

/// A number in its smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    pub value: i64,
    pub unit: Unit,
}

/// The unit of a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    Number,
    Pence,
    Millimetres,
    Grams,
}

impl Unit {
    /// How many of the smallest unit make one of the unit used in conditions: pence in a pound.
    pub const fn in_one(self) -> i64 {
        match self {
            Self::Number => 1,
            Self::Pence => 100,
            Self::Millimetres => 10,
            Self::Grams => 1000,
        }
    }
}

/// How conditions and calculations read an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValueType {
    #[serde(rename = "words")]
    Text,
    Number,
    Money,
    Length,
    Weight,
    Date,
}
