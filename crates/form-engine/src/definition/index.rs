//! An index of a form, built once per form, so that serving a page doesn't cost more in a longer form.

use super::{AccountFact, Form, Page, QuestionKind};
use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

/// The position of a page: its section's index, and its own index within that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PagePosition {
    pub section: usize,
    pub page: usize,
    /// Its index in the whole form.
    pub number: usize,
}

/// Built on first use. It only repeats what the form says, so it takes no part in comparisons, and a clone builds its
/// own, as it may be changed before it is read.
#[derive(Debug, Default)]
pub struct Index(OnceLock<Arc<IndexEntries>>);

#[derive(Debug, Default)]
pub struct IndexEntries {
    pub places: Vec<PagePosition>,
    pub pages: BTreeMap<String, PagePosition>,
    /// The page of a question, and the question's index on it.
    pub questions: BTreeMap<String, (PagePosition, usize)>,
    pub lists: BTreeMap<String, PagePosition>,
    /// The questions that show account details.
    pub account: Vec<(String, AccountFact)>,
}

impl Index {
    pub fn of(&self, form: &Form) -> &IndexEntries {
        self.entries(form)
    }

    /// The same index for a form that differs in texts only.
    pub fn shared(&self, form: &Form) -> Self {
        Self(OnceLock::from(self.entries(form).clone()))
    }

    fn entries(&self, form: &Form) -> &Arc<IndexEntries> {
        self.0.get_or_init(|| Arc::new(IndexEntries::new(form)))
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
