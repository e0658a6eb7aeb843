//! What a form is made of: sections, pages and lists.

use super::{Question, SecondWording};
use crate::condition::Condition;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A group of pages on the task list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub they: Option<Box<SecondWording>>,
    pub pages: Vec<Arc<Page>>,
}

/// One page of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub slug: String,
    pub title: String,
    /// The page's name on the task list, if not its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Arc<Condition>>,
    /// Whether the page has a quick exit, for people who may be watched.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub quick_exit: bool,
    /// Whether the page is about the person who fills in the form, even if the form is about somebody else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about_you: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub they: Option<Box<SecondWording>>,
    pub content: Content,
}

/// What a page holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    Questions(Vec<Question>),
    List(ListDef),
    Text(String),
    /// Anybody who gets this page can't send the form; the text says what to do instead.
    Stop(String),
}

/// A list of items, each answered on a page of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListDef {
    pub key: String,
    /// What one item is called, without an article.
    pub item: String,
    /// "a" or "an".
    pub article: String,
    pub min: usize,
    pub max: usize,
    /// The text shown while the list is empty.
    pub none: String,
    /// For a nested list see [`InnerList::they`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub they: Option<Box<SecondWording>>,
    /// Whether its items may be reused from an earlier form.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reuse: bool,
    /// The questions whose answers name an item, so that people can tell items apart. Keys in one entry are joined by a
    /// space, entries by a comma. Empty if the first question is enough.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_by: Vec<String>,
    pub questions: Vec<Question>,
    /// Nested lists, which have no lists of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<InnerList>,
}

/// A nested list, on a page that follows the item's questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InnerList {
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Arc<Condition>>,
    /// For its own texts and for those of its list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub they: Option<Box<SecondWording>>,
    #[serde(rename = "group")]
    pub list: ListDef,
}

impl Section {
    pub fn new(title: impl Into<String>, pages: Vec<Page>) -> Self {
        Self { title: title.into(), they: None, pages: pages.into_iter().map(Arc::new).collect() }
    }

    /// The pages, for changing them. A page that another form has as well is copied.
    pub fn pages_mut(&mut self) -> impl Iterator<Item = &mut Page> {
        self.pages.iter_mut().map(Arc::make_mut)
    }
}

impl Page {
    /// A page with nothing optional set.
    pub fn new(slug: &str, title: &str, content: Content) -> Self {
        Self {
            slug: slug.into(),
            title: title.into(),
            task: None,
            intro: None,
            when: None,
            quick_exit: false,
            about_you: false,
            they: None,
            content,
        }
    }

    /// The page's own questions; empty for a list or a text page.
    pub fn questions(&self) -> &[Question] {
        match &self.content {
            Content::Questions(questions) => questions,
            Content::List(_) | Content::Text(_) | Content::Stop(_) => &[],
        }
    }

    /// The questions of the page, of its list, and of nested lists.
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

    /// The page's name on the task list.
    pub fn task(&self) -> &str {
        self.task.as_deref().unwrap_or(&self.title)
    }
}

impl ListDef {
    pub fn inner(&self, key: &str) -> Option<&InnerList> {
        self.lists.iter().find(|inner| inner.list.key == key)
    }

    /// The questions whose answers name an item: those of each part of the name.
    pub fn naming(&self) -> Vec<Vec<&Question>> {
        if self.named_by.is_empty() {
            return self.questions.first().into_iter().map(|first| vec![first]).collect();
        }
        let own = |key: &str| self.questions.iter().find(|question| question.key == key);
        self.named_by.iter().map(|entry| entry.split_whitespace().filter_map(own).collect()).collect()
    }

    /// Its own questions, and those of its nested lists.
    pub fn all_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().chain(self.lists.iter().flat_map(|inner| &inner.list.questions))
    }
}
