//! Where things are in a form, worked out once a form, so that a page costs what the page costs.

use super::{AccountFact, Form, Page, QuestionKind};
use std::{collections::BTreeMap, sync::OnceLock};

/// A page by the number of its section, and its own number in that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PagePosition {
    pub section: usize,
    pub page: usize,
    /// Its number in the form.
    pub number: usize,
}

/// Made when it is first asked for. Says nothing about the form that isn't in it, so two forms that differ in nothing
/// else are equal, and a copy makes its own: it may be changed before it is read.
#[derive(Debug, Default)]
pub struct Index(OnceLock<IndexEntries>);

#[derive(Debug, Default)]
pub struct IndexEntries {
    pub places: Vec<PagePosition>,
    pub pages: BTreeMap<String, PagePosition>,
    /// The page of a question, and its number there.
    pub questions: BTreeMap<String, (PagePosition, usize)>,
    pub lists: BTreeMap<String, PagePosition>,
    /// The questions that show what the account says.
    pub account: Vec<(String, AccountFact)>,
}

impl Index {
    pub fn of(&self, form: &Form) -> &IndexEntries {
        self.0.get_or_init(|| IndexEntries::new(form))
    }
}

impl Clone for Index {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Index {}

impl IndexEntries {
    fn new(form: &Form) -> Self {
        let mut entries = Self::default();
        for (section, pages) in form.sections.iter().enumerate() {
            for (page, content) in pages.pages.iter().enumerate() {
                entries.add(PagePosition { section, page, number: entries.places.len() }, content);
            }
        }
        entries
    }

    fn add(&mut self, place: PagePosition, page: &Page) {
        self.places.push(place);
        self.pages.insert(page.slug.clone(), place);
        for (number, question) in page.questions().iter().enumerate() {
            self.questions.insert(question.key.clone(), (place, number));
            if let QuestionKind::Account { fact } = question.kind {
                self.account.push((question.key.clone(), fact));
            }
        }
        if let Some(list_def) = page.list() {
            self.lists.insert(list_def.key.clone(), place);
        }
    }
}
