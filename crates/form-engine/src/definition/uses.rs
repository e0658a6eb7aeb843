//! The purpose, legal basis and retention of answers.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Names of a purpose, a legal basis and a retention class. What is `None` is inherited: from the page, then the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DataUse {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<String>,
}

impl DataUse {
    pub const fn is_empty(&self) -> bool {
        self.purpose.is_none() && self.legal_basis.is_none() && self.retention.is_none()
    }

    /// This, with gaps filled from `outer`.
    #[must_use]
    pub fn over(&self, outer: &Self) -> Self {
        Self {
            purpose: self.purpose.clone().or_else(|| outer.purpose.clone()),
            legal_basis: self.legal_basis.clone().or_else(|| outer.legal_basis.clone()),
            retention: self.retention.clone().or_else(|| outer.retention.clone()),
        }
    }
}

/// The texts behind the names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uses {
    #[serde(default)]
    pub purposes: BTreeMap<String, NamedText>,
    #[serde(default)]
    pub legal_bases: BTreeMap<String, LegalBasis>,
    #[serde(default)]
    pub retention: BTreeMap<String, NamedText>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedText {
    pub words: String,
}

/// A law in plain English, and its reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    pub words: String,
    pub law: String,
}
