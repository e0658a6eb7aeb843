//! Questions.

use super::{QuestionKind, QuestionOption, SecondWording, kind::YES_NO, uses::DataUse};
use crate::{amount::ValueType, condition::Condition};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
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
    pub when: Option<Arc<Condition>>,
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
    pub own: Option<Arc<Condition>>,
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
    pub when: Option<Arc<Condition>>,
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
    /// The ways to be contacted, for a question with the options [`CONTACT_WAYS`].
    Contact,
    Value(String),
}

/// The values of the options for ways to be contacted that an account can keep too.
pub const CONTACT_WAYS: [&str; 4] = ["phone", "text", "email", "letter"];

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
        from_account.is_some_and(|prefill| prefill.when.as_deref().is_none_or(holds))
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
