//! The types of answer that questions take.

use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The type of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    Text {
        max: usize,
        width: Option<u8>,
        autocomplete: Option<String>,
    },
    LongText {
        max: usize,
        rows: u8,
    },
    YesNo,
    OneOf {
        options: Vec<QuestionOption>,
    },
    ManyOf {
        options: Vec<QuestionOption>,
    },
    Date {
        when_is: DateIs,
    },
    Number {
        min: Option<i64>,
        max: Option<i64>,
        unit: Option<String>,
    },
    /// The largest sum allowed, in pence.
    Money {
        max_pence: Option<i64>,
    },
    /// In whole centimetres.
    Length {
        min: Option<i64>,
        max: Option<i64>,
    },
    /// In whole kilograms.
    Weight {
        min: Option<i64>,
        max: Option<i64>,
    },
    Email {
        autocomplete: Option<String>,
    },
    Phone {
        autocomplete: Option<String>,
    },
    Address {
        autocomplete: bool,
    },
    NationalInsurance,
    NhsNumber,
    /// A file upload. Files can't be stored yet; until then the page says how to send documents.
    File {
        max: usize,
        accept: Vec<FileKind>,
    },
    /// Shown from the account, never asked.
    Account {
        fact: AccountFact,
    },
    Declaration {
        statement: String,
    },
    /// A text without an answer.
    Notice {
        body: String,
        warning: bool,
    },
    /// A calculation, by its key.
    Calculated {
        shows: String,
    },
    /// A link to another form, by its key.
    Link {
        to: String,
        body: String,
    },
}

/// One option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionOption {
    pub value: String,
    pub label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// "None of these": can't be chosen with another option.
    #[serde(default)]
    pub exclusive: bool,
}

/// Whether a date must be in the past or the future.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateIs {
    Past,
    Future,
    #[default]
    Any,
}

/// What an `account` question shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountFact {
    Name,
    Email,
    Phone,
}

/// The kinds of file that may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    Photo,
    Pdf,
    Word,
}

impl FileKind {
    pub const ALL: [Self; 3] = [Self::Photo, Self::Pdf, Self::Word];
}

pub(super) static YES_NO: LazyLock<[QuestionOption; 2]> =
    LazyLock::new(|| [QuestionOption::plain("yes", "Yes"), QuestionOption::plain("no", "No")]);

impl QuestionOption {
    pub fn plain(value: &str, label: &str) -> Self {
        Self { value: value.into(), label: label.into(), hint: None, exclusive: false }
    }
}
