//! Questions and the sorts of answers they take.

use super::uses::DataUse;
use crate::condition::Condition;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use values::DATE_PARTS;

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub key: String,
    pub label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    #[serde(default)]
    pub optional: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// What to say when it isn't answered; also names the answer in other messages.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub missing: String,
    pub kind: QuestionKind,
    /// What the answer is for, where that differs from the form.
    #[serde(default, skip_serializing_if = "DataUse::is_empty")]
    pub data: DataUse,
    /// The council gets the answer; the person's own copy doesn't show it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden_from_copy: bool,
    /// Means the same in every form that has the key, so an earlier answer may be taken over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reuse: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefill: Option<Prefill>,
}

/// What stands in an empty question at first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prefill {
    pub with: Account,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

/// Something that the account knows, or a value of the form's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Account {
    FirstName,
    LastName,
    Name,
    Email,
    Phone,
    Address,
    Value(String),
}

/// What sort of answer a question takes.
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
    /// The largest sum taken, in pence.
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
    /// Files, once they can be stored; until then the page says how to send papers.
    File {
        max: usize,
        accept: Vec<FileSort>,
    },
    /// Shown from the account, never asked.
    Account {
        fact: AccountFact,
    },
    Declaration {
        statement: String,
    },
    /// Words, no answer.
    Notice {
        body: String,
        warning: bool,
    },
    /// A calculation, by its key.
    Calculated {
        shows: String,
    },
    /// The way into another form, by its key.
    Link {
        to: String,
        body: String,
    },
}

/// How an answer is taken where a condition or a calculation looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValueType {
    Words,
    Number,
    Money,
    Length,
    Weight,
    Date,
}

/// One option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionOption {
    pub value: String,
    pub label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// "None of these": can't stand beside another option.
    #[serde(default)]
    pub exclusive: bool,
}

/// On which side of today a date must be.
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

/// What may be sent as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileSort {
    Photo,
    Pdf,
    Word,
}

impl FileSort {
    pub const ALL: [Self; 3] = [Self::Photo, Self::Pdf, Self::Word];
}

/// The parts of an address answer.
pub const ADDRESS_PARTS: [&str; 5] = ["line1", "line2", "town", "county", "postcode"];

impl Question {
    /// A question that must be answered, with nothing else said of it.
    pub fn new(key: &str, label: &str, missing: &str, kind: QuestionKind) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            hint: None,
            optional: false,
            when: None,
            missing: missing.into(),
            kind,
            data: DataUse::default(),
            hidden_from_copy: false,
            reuse: false,
            prefill: None,
        }
    }

    /// The names of the inputs the answer is typed into. Empty where nothing is typed.
    pub fn fields(&self) -> Vec<String> {
        let parts = |parts: &[&str]| parts.iter().map(|part| format!("{}-{part}", self.key)).collect();
        match self.kind {
            QuestionKind::Date { .. } => parts(&DATE_PARTS),
            QuestionKind::Address { .. } => parts(&ADDRESS_PARTS),
            _ if self.is_typed() => vec![self.key.clone()],
            _ => Vec::new(),
        }
    }

    /// Whether the person answers it: not what is only shown.
    pub const fn is_typed(&self) -> bool {
        !matches!(
            self.kind,
            QuestionKind::Notice { .. }
                | QuestionKind::Account { .. }
                | QuestionKind::Calculated { .. }
                | QuestionKind::Link { .. }
                | QuestionKind::File { .. }
        )
    }

    /// Whether it stands in the record: everything but words and links.
    pub const fn is_recorded(&self) -> bool {
        !matches!(self.kind, QuestionKind::Notice { .. } | QuestionKind::Link { .. })
    }

    pub const fn reading(&self) -> ValueType {
        match self.kind {
            QuestionKind::Number { .. } => ValueType::Number,
            QuestionKind::Money { .. } => ValueType::Money,
            QuestionKind::Length { .. } => ValueType::Length,
            QuestionKind::Weight { .. } => ValueType::Weight,
            QuestionKind::Date { .. } => ValueType::Date,
            _ => ValueType::Words,
        }
    }

    /// The options to choose from; none where the answer isn't chosen.
    pub fn options(&self) -> &[QuestionOption] {
        match &self.kind {
            QuestionKind::OneOf { options } | QuestionKind::ManyOf { options } => options,
            QuestionKind::YesNo => &*YES_NO,
            _ => &[],
        }
    }
}

static YES_NO: LazyLock<[QuestionOption; 2]> =
    LazyLock::new(|| [QuestionOption::plain("yes", "Yes"), QuestionOption::plain("no", "No")]);

impl QuestionOption {
    pub fn plain(value: &str, label: &str) -> Self {
        Self { value: value.into(), label: label.into(), hint: None, exclusive: false }
    }
}
