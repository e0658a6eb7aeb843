//! Where things are in a form, worked out once a form, so that a page costs what the page costs.

use super::{AccountFact, Form, Kind, Page};
use std::{collections::BTreeMap, sync::OnceLock};

/// A page by the number of its section, and its own number in that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub section: usize,
    pub page: usize,
    /// Its number in the form.
    pub number: usize,
}

/// Made when it is first asked for. Says nothing about the form that isn't in it, so two forms that differ in nothing
/// else are equal, and a copy makes its own: it may be changed before it is read.
#[derive(Debug, Default)]
pub struct Index(OnceLock<Entries>);

#[derive(Debug, Default)]
pub struct Entries {
    pub places: Vec<Place>,
    pub pages: BTreeMap<String, Place>,
    /// The page of a question, and its number there.
    pub questions: BTreeMap<String, (Place, usize)>,
    pub lists: BTreeMap<String, Place>,
    /// The questions that show what the account says.
    pub account: Vec<(String, AccountFact)>,
}

impl Index {
    pub fn of(&self, form: &Form) -> &Entries {
        self.0.get_or_init(|| Entries::new(form))
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

impl Entries {
    fn new(form: &Form) -> Self {
        let mut entries = Self::default();
        for (section, pages) in form.sections.iter().enumerate() {
            for (page, content) in pages.pages.iter().enumerate() {
                entries.add(Place { section, page, number: entries.places.len() }, content);
            }
        }
        entries
    }

    fn add(&mut self, place: Place, page: &Page) {
        self.places.push(place);
        self.pages.insert(page.slug.clone(), place);
        for (number, question) in page.questions().iter().enumerate() {
            self.questions.insert(question.key.clone(), (place, number));
            if let Kind::Account { fact } = question.kind {
                self.account.push((question.key.clone(), fact));
            }
        }
        if let Some(group) = page.group() {
            self.lists.insert(group.key.clone(), place);
        }
    }
}
