//! A form as a council publishes it: sections, pages, questions. See `docs/forms.md` for the language.

mod calculation;
mod charges;
mod index;
mod question;
mod uses;

use crate::condition::Condition;
pub use calculation::{Calculation, Formula, Frequency, Term, Unit};
pub use charges::{CHARGE, ChargeView, Charging, ExpenseList, PropertyList};
use index::Index;
pub use index::PagePosition;
pub use question::{
    ADDRESS_PARTS, Account, AccountFact, DateIs, FileSort, Prefill, Question, QuestionKind, QuestionOption, ValueType,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
pub use uses::{DataUse, LegalBasis, NamedText, Uses};

/// A published form. Immutable: a change makes a new version with another content hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Part of every address; never changes.
    pub key: String,
    pub name: String,
    pub group: HomeGroup,
    pub summary: String,
    /// How long it takes most people, as people say it.
    pub time: String,
    /// By when the council answers, as people say it.
    pub answer_within: String,
    pub before: Before,
    pub after: After,
    /// What the answers are for, where a question doesn't say otherwise.
    #[serde(default)]
    pub data: DataUse,
    /// The words for every purpose, legal basis and retention class that is named in the form.
    #[serde(default)]
    pub uses: Uses,
    /// Whether somebody who began with an older version may go on with it.
    #[serde(default)]
    pub old_drafts: OldDrafts,
    /// What is new in this version, in the council's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<String>,
    /// The yes-no question after whose "yes" the copy isn't in the person's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unlisted_by: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calculations: Vec<Calculation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charging: Option<Charging>,
    #[serde(default, rename = "carry", skip_serializing_if = "Vec::is_empty")]
    pub reuse_rules: Vec<ReuseRule>,
    pub sections: Vec<Section>,
    #[serde(skip)]
    index: Index,
}

/// What a form is made of, for whoever makes one.
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

/// Where a form stands on the home page.
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
    pub const ALL: [Self; 5] = [Self::Me, Self::Caring, Self::Paying, Self::Safe, Self::About];
}

/// What somebody may do who began with an older version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OldDrafts {
    #[default]
    MayFinish,
    MustMove,
}

/// The words of the page before the form starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    pub who: String,
    #[serde(default)]
    pub ready: Vec<String>,
    pub next: String,
    #[serde(default)]
    pub urgent: Option<String>,
}

/// The words of the page after it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    pub next: String,
}

/// What a form takes over from another one, under other names: here by there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReuseRule {
    pub from: String,
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<ReuseListRule>,
}

/// One thing that is added to a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReuseListRule {
    pub key: String,
    pub answers: BTreeMap<String, String>,
}

/// A group of pages on the task list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub title: String,
    pub pages: Vec<Page>,
}

/// One page of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub slug: String,
    pub title: String,
    /// What the task list calls it, if not by its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Whether the page has a way to leave it at once: for people who may be watched.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub quick_exit: bool,
    pub content: Content,
}

/// What a page holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    Questions(Vec<Question>),
    List(ListDef),
    Text(String),
    /// Whoever gets this page can't send the form; the words say what to do instead.
    Stop(String),
}

/// A list of things of one sort, each answered on a page of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListDef {
    pub key: String,
    /// What one is called, without an article.
    pub item: String,
    /// "a" or "an".
    pub article: String,
    pub min: usize,
    pub max: usize,
    /// What stands there while the list is empty.
    pub none: String,
    /// Whether its things may be taken over from an earlier form.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reuse: bool,
    pub questions: Vec<Question>,
    /// Lists that each thing has of its own. Those have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<InnerList>,
}

/// A list of a thing of a list, on a page that follows the questions about the thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InnerList {
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    #[serde(rename = "group")]
    pub list: ListDef,
}

impl Form {
    /// A form without anything that is optional.
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
            calculations: Vec::new(),
            charging: None,
            reuse_rules: Vec::new(),
            sections,
            index: Index::default(),
        }
    }

    /// All pages in order, shown or not.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.sections.iter().flat_map(|section| &section.pages)
    }

    pub fn page(&self, slug: &str) -> Option<&Page> {
        self.page_at(self.place_of_page(slug)?)
    }

    /// The section and the page at a place.
    pub fn at(&self, place: PagePosition) -> Option<(&Section, &Page)> {
        let section = self.sections.get(place.section)?;
        Some((section, section.pages.get(place.page)?))
    }

    fn page_at(&self, place: PagePosition) -> Option<&Page> {
        self.at(place).map(|(_, page)| page)
    }

    /// Every page in order, with its place.
    pub fn places(&self) -> &[PagePosition] {
        &self.index.of(self).places
    }

    pub fn place_of_page(&self, slug: &str) -> Option<PagePosition> {
        self.index.of(self).pages.get(slug).copied()
    }

    /// The page that asks a question (not one of a list), and the question.
    pub fn question(&self, key: &str) -> Option<(PagePosition, &Question)> {
        let (place, number) = *self.index.of(self).questions.get(key)?;
        Some((place, self.page_at(place)?.questions().get(number)?))
    }

    /// The page of a list, and the list.
    pub fn list(&self, key: &str) -> Option<(PagePosition, &ListDef)> {
        let place = *self.index.of(self).lists.get(key)?;
        Some((place, self.page_at(place)?.list()?))
    }

    /// The questions that show what the account says.
    pub fn from_account(&self) -> &[(String, AccountFact)] {
        &self.index.of(self).account
    }

    pub fn calculation(&self, key: &str) -> Option<&Calculation> {
        self.calculations.iter().find(|calculation| calculation.key == key)
    }

    /// Every question with what its answer is for, those of lists too.
    pub fn all_questions(&self) -> impl Iterator<Item = &Question> {
        self.pages().flat_map(Page::all_questions)
    }

    /// What a question's answer is for.
    pub fn data_of(&self, question: &Question) -> DataUse {
        question.data.over(&self.data)
    }
}

impl Page {
    /// The page's own questions; none for a list or a content page.
    pub fn questions(&self) -> &[Question] {
        match &self.content {
            Content::Questions(questions) => questions,
            Content::List(_) | Content::Text(_) | Content::Stop(_) => &[],
        }
    }

    /// The questions of the page, of its list, and of the lists in that.
    pub fn all_questions(&self) -> impl Iterator<Item = &Question> {
        let list = self.list().into_iter().flat_map(ListDef::all_questions);
        self.questions().iter().chain(list)
    }

    pub const fn list(&self) -> Option<&ListDef> {
        match &self.content {
            Content::List(list) => Some(list),
            Content::Questions(_) | Content::Text(_) | Content::Stop(_) => None,
        }
    }

    /// What the task list calls the page.
    pub fn task(&self) -> &str {
        self.task.as_deref().unwrap_or(&self.title)
    }
}

impl ListDef {
    pub fn inner(&self, key: &str) -> Option<&InnerList> {
        self.lists.iter().find(|inner| inner.list.key == key)
    }

    /// Its own questions, and those of the lists that its things have.
    pub fn all_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().chain(self.lists.iter().flat_map(|inner| &inner.list.questions))
    }
}
