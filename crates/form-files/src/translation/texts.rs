//! Translations as written: every table of `forms/cy/KEY.toml` and `forms/cy/parts/NAME.toml`.

use form_engine::definition::{Before, SecondWording};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormTexts {
    pub name: String,
    pub summary: String,
    pub time: String,
    pub answer_within: String,
    pub sections: Vec<String>,
    /// The second wording of the titles of sections, by the translated title.
    #[serde(default)]
    pub they: BTreeMap<String, String>,
    pub before: Before,
    pub after: AfterTexts,
    pub changes: Option<String>,
    /// The labels by key.
    #[serde(default)]
    pub calculations: BTreeMap<String, CalculationTexts>,
    #[serde(default)]
    pub pages: BTreeMap<String, PageTexts>,
    #[serde(default)]
    pub questions: BTreeMap<String, QuestionTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfterTexts {
    pub next: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartTexts {
    pub pages: BTreeMap<String, PageTexts>,
    #[serde(default)]
    pub questions: BTreeMap<String, QuestionTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageTexts {
    pub title: Option<String>,
    pub task: Option<String>,
    pub intro: Option<String>,
    pub body: Option<String>,
    pub they: Option<SecondTexts>,
    pub group: Option<ListTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListTexts {
    pub item: String,
    pub none: String,
    pub they: Option<SecondTexts>,
    /// The nested lists, by key.
    #[serde(default)]
    pub lists: BTreeMap<String, InnerListTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InnerListTexts {
    pub title: String,
    pub intro: Option<String>,
    pub they: Option<SecondTexts>,
    pub item: String,
    pub none: String,
}

/// Purposes, legal bases and retention classes by name: the translated `data-use.toml`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsesTexts {
    #[serde(default)]
    pub purposes: BTreeMap<String, String>,
    #[serde(default)]
    pub legal_bases: BTreeMap<String, String>,
    #[serde(default)]
    pub retention: BTreeMap<String, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionTexts {
    pub label: Option<String>,
    pub hint: Option<String>,
    pub missing: Option<String>,
    pub unit: Option<String>,
    pub statement: Option<String>,
    pub body: Option<String>,
    pub they: Option<SecondTexts>,
    #[serde(default)]
    pub options: BTreeMap<String, OptionTexts>,
}

/// The second wording, with the options that differ by value.
pub type SecondTexts = SecondWording<BTreeMap<String, SecondOptionTexts>>;

#[derive(Deserialize)]
#[serde(untagged)]
pub enum SecondOptionTexts {
    Label(String),
    Some { label: Option<String>, hint: Option<String> },
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum CalculationTexts {
    Label(String),
    WithSecond { label: String, they: Box<SecondTexts> },
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum OptionTexts {
    Label(String),
    WithHint { label: String, hint: String },
}
