//! Questions and the types of answer they take.

use super::{second_wording::SecondWording, uses::DataUse};
use crate::{amount::ValueType, condition::Condition};
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
    /// The error message if it isn't answered; also names the answer in other messages.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub missing: String,
    pub kind: QuestionKind,
    /// Purpose, legal basis and retention, where they differ from the form's.
    #[serde(default, skip_serializing_if = "DataUse::is_empty")]
    pub data: DataUse,
    /// The council gets the answer, but the person's own copy doesn't show it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden_from_copy: bool,
    /// Means the same in every form that has the key, so an earlier answer may be reused.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reuse: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefill: Option<Prefill>,
    /// When the answer is about the person who types. Then the browser may fill it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Condition>,
    /// What the browser may fill a date in with; set by [`Question::as_own`].
    #[serde(skip)]
    pub date_autocomplete: Option<&'static str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub they: Option<Box<SecondWording>>,
}

/// What an empty question is filled with at first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prefill {
    pub with: Account,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

/// Something that the account knows, or a fixed value from the form.
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

/// The parts of an address answer.
pub const ADDRESS_PARTS: [&str; 5] = ["line1", "line2", "town", "county", "postcode"];

impl Question {
    /// A required question with nothing optional set.
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
            own: None,
            date_autocomplete: None,
            they: None,
        }
    }

    /// Whether the answer is about the person who types, if these conditions hold. What is filled in from the account is
    /// theirs.
    pub fn is_own_if(&self, holds: impl Fn(&Condition) -> bool) -> bool {
        if let Some(own) = &self.own {
            return holds(own);
        }
        let from_account = self.prefill.as_ref().filter(|prefill| !matches!(prefill.with, Account::Value(_)));
        from_account.is_some_and(|prefill| prefill.when.as_ref().is_none_or(holds))
    }

    /// The question with the `autocomplete` of an answer about the person who types (WCAG 1.3.5).
    #[must_use]
    pub fn as_own(mut self) -> Self {
        let text = match self.prefill.as_ref().map(|prefill| &prefill.with) {
            Some(Account::FirstName) => Some("given-name"),
            Some(Account::LastName) => Some("family-name"),
            Some(Account::Name) => Some("name"),
            _ => None,
        };
        match &mut self.kind {
            QuestionKind::Text { autocomplete, .. } if autocomplete.is_none() => *autocomplete = text.map(str::to_owned),
            QuestionKind::Email { autocomplete } => *autocomplete = Some("email".to_owned()),
            QuestionKind::Phone { autocomplete } => *autocomplete = Some("tel".to_owned()),
            QuestionKind::Address { autocomplete } => *autocomplete = true,
            QuestionKind::Date { .. } => self.date_autocomplete = Some("bday"),
            _ => {}
        }
        self
    }

    /// The names of the answer's inputs. Empty if nothing is typed.
    pub fn fields(&self) -> Vec<String> {
        let parts = |parts: &[&str]| parts.iter().map(|part| format!("{}-{part}", self.key)).collect();
        match self.kind {
            QuestionKind::Date { .. } => parts(&DATE_PARTS),
            QuestionKind::Address { .. } => parts(&ADDRESS_PARTS),
            _ if self.is_typed() => vec![self.key.clone()],
            _ => Vec::new(),
        }
    }

    /// Whether the person answers it, rather than only being shown it.
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

    /// Whether it appears in the record: everything but notices and links.
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
            _ => ValueType::Text,
        }
    }

    /// The options to choose from; empty if the answer isn't chosen.
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
