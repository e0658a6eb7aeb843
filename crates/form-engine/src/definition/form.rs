//! A form: its head, and where to find its pages, questions and lists.

use super::{
    AccountFact, Calculation, Charging, DataUse, ListDef, Page, PagePosition, Question, Section, SomeoneElse, Uses,
    index::Index, second_wording::SecondForm,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// A published form. Immutable: a change makes a new version with another content hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Part of every address; never changes.
    pub key: String,
    pub name: String,
    pub group: HomeGroup,
    pub summary: String,
    /// How long it takes most people, as text.
    pub time: String,
    /// When the council answers, as text.
    pub answer_within: String,
    pub before: Before,
    pub after: After,
    /// Purpose, legal basis and retention of answers whose question doesn't give its own.
    #[serde(default)]
    pub data: DataUse,
    /// The texts for every purpose, legal basis and retention class named in the form.
    #[serde(default)]
    pub uses: Uses,
    /// Whether somebody who began with an older version may finish it.
    #[serde(default)]
    pub old_drafts: OldDrafts,
    /// What is new in this version, in the council's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<String>,
    /// A yes-no question; after "yes" the copy isn't in the person's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unlisted_by: Option<String>,
    /// When the form is about somebody other than the person who fills it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub someone_else: Option<SomeoneElse>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calculations: Vec<Calculation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charging: Option<Arc<Charging>>,
    #[serde(default, rename = "carry", skip_serializing_if = "Vec::is_empty")]
    pub reuse_rules: Vec<ReuseRule>,
    pub sections: Vec<Section>,
    #[serde(skip)]
    pub(super) index: Index,
    #[serde(skip)]
    pub(super) second: SecondForm,
}

/// The required texts of a form, for [`Form::new`].
#[derive(Clone, Debug)]
pub struct FormHeader {
    pub key: String,
    pub name: String,
    pub group: HomeGroup,
    pub summary: String,
    pub time: String,
    pub answer_within: String,
    pub before: Before,
    pub after: After,
}

/// The form's group on the home page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HomeGroup {
    Me,
    Caring,
    Paying,
    Safe,
    About,
}

impl HomeGroup {
    /// Every group in the order of the home page.
    pub const ALL: [Self; 5] = [Self::Me, Self::Caring, Self::Safe, Self::Paying, Self::About];
}

/// What happens to drafts started with an older version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OldDrafts {
    #[default]
    MayFinish,
    MustMove,
}

/// The texts of the page before the form starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    pub who: String,
    #[serde(default)]
    pub ready: Vec<String>,
    pub next: String,
    #[serde(default)]
    pub urgent: Option<String>,
}

/// The texts of the page after submitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    pub next: String,
    /// The forms that people often need next, by key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub often: Vec<String>,
}

/// What a form reuses from another one under other names: keys here by keys there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReuseRule {
    pub from: String,
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<ReuseListRule>,
}

/// One item to add to a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReuseListRule {
    pub key: String,
    pub answers: BTreeMap<String, String>,
}

impl Form {
    /// A form with nothing optional set.
    pub fn new(head: FormHeader, sections: Vec<Section>) -> Self {
        let FormHeader { key, name, group, summary, time, answer_within, before, after } = head;
        Self {
            key,
            name,
            group,
            summary,
            time,
            answer_within,
            before,
            after,
            data: DataUse::default(),
            uses: Uses::default(),
            old_drafts: OldDrafts::default(),
            changes: None,
            unlisted_by: None,
            someone_else: None,
            calculations: Vec::new(),
            charging: None,
            reuse_rules: Vec::new(),
            sections,
            index: Index::default(),
            second: SecondForm::default(),
        }
    }

    /// Whether somebody who fills it in may be watched: it can stay out of lists, or has pages to leave quickly.
    pub fn needs_discretion(&self) -> bool {
        self.unlisted_by.is_some() || self.pages().any(|page| page.quick_exit)
    }

    /// All pages in order, visible or not.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.sections.iter().flat_map(|section| &section.pages).map(|page| &**page)
    }

    pub fn page(&self, slug: &str) -> Option<&Page> {
        self.page_at(self.place_of_page(slug)?)
    }

    /// The section and the page at a position.
    pub fn at(&self, place: PagePosition) -> Option<(&Section, &Page)> {
        let section = self.sections.get(place.section)?;
        Some((section, &**section.pages.get(place.page)?))
    }

    fn page_at(&self, place: PagePosition) -> Option<&Page> {
        self.at(place).map(|(_, page)| page)
    }

    /// The position of every page, in order.
    pub fn places(&self) -> &[PagePosition] {
        &self.index.of(self).places
    }

    pub fn place_of_page(&self, slug: &str) -> Option<PagePosition> {
        self.index.of(self).pages.get(slug).copied()
    }

    /// The position of the page that asks a question, and the question. Not for questions of lists.
    pub fn question(&self, key: &str) -> Option<(PagePosition, &Question)> {
        let (place, number) = *self.index.of(self).questions.get(key)?;
        Some((place, self.page_at(place)?.questions().get(number)?))
    }

    /// The position of a list's page, and the list.
    pub fn list(&self, key: &str) -> Option<(PagePosition, &ListDef)> {
        let place = *self.index.of(self).lists.get(key)?;
        Some((place, self.page_at(place)?.list()?))
    }

    /// The questions that show account details.
    pub fn from_account(&self) -> &[(String, AccountFact)] {
        &self.index.of(self).account
    }

    pub fn calculation(&self, key: &str) -> Option<&Calculation> {
        self.calculations.iter().find(|calculation| calculation.key == key)
    }

    /// Every question, including those of lists.
    pub fn all_questions(&self) -> impl Iterator<Item = &Question> {
        self.pages().flat_map(Page::all_questions)
    }

    /// Uses the index of a form that differs in texts only.
    pub fn share_index(&mut self, other: &Self) {
        self.index = other.index.shared(other);
    }

    /// The purpose, legal basis and retention of a question's answer.
    pub fn data_of(&self, question: &Question) -> DataUse {
        question.data.over(&self.data)
    }
}
