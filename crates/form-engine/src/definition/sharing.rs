//! What is the same in several forms is in memory once: the shared pages, the rules of a form in each language, and the
//! pages that a newer version of a form leaves as they were.

use super::{Charging, Content, Form, InnerList, Page, Question};
use crate::condition::Condition;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// The parts of the forms seen so far.
#[derive(Debug, Default)]
pub struct SharedParts {
    /// By slug, as pages are compared with those of the same name only.
    pages: BTreeMap<String, Vec<Arc<Page>>>,
    conditions: Conditions,
    charging: Vec<Arc<Charging>>,
}

#[derive(Debug, Default)]
struct Conditions(BTreeSet<Arc<Condition>>);

impl SharedParts {
    /// The same form, with the parts that forms before have as well, and without spare capacity: a clone has none.
    #[must_use]
    pub fn share(&mut self, form: &Form) -> Form {
        let mut form = form.clone();
        for page in form.sections.iter_mut().flat_map(|section| &mut section.pages) {
            *page = self.page(page);
        }
        form.charging = form.charging.take().map(|charging| self.charging(charging));
        form
    }

    fn page(&mut self, page: &Arc<Page>) -> Arc<Page> {
        let known = self.pages.entry(page.slug.clone()).or_default();
        if let Some(same) = known.iter().find(|known| *known == page) {
            return same.clone();
        }
        let mut own = Page::clone(page);
        self.conditions.share_of_page(&mut own);
        let own = Arc::new(own);
        known.push(own.clone());
        own
    }

    fn charging(&mut self, charging: Arc<Charging>) -> Arc<Charging> {
        let same = self.charging.iter().find(|known| **known == charging).cloned();
        same.unwrap_or_else(|| {
            self.charging.push(charging.clone());
            charging
        })
    }
}

impl Conditions {
    fn share(&mut self, when: &mut Option<Arc<Condition>>) {
        let Some(condition) = when else { return };
        if let Some(same) = self.0.get(&*condition) {
            *condition = same.clone();
            return;
        }
        *condition = Arc::new(Condition::clone(condition));
        self.0.insert(condition.clone());
    }

    fn share_of_page(&mut self, page: &mut Page) {
        self.share(&mut page.when);
        match &mut page.content {
            Content::Questions(questions) => self.share_of_questions(questions),
            Content::List(list_def) => {
                self.share_of_questions(&mut list_def.questions);
                for InnerList { when, list, .. } in &mut list_def.lists {
                    self.share(when);
                    self.share_of_questions(&mut list.questions);
                }
            }
            Content::Text(_) | Content::Stop(_) => {}
        }
    }

    fn share_of_questions(&mut self, questions: &mut [Question]) {
        for question in questions {
            self.share(&mut question.when);
            self.share(&mut question.own);
            question.prefill.iter_mut().for_each(|prefill| self.share(&mut prefill.when));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_form::{form, page_mut};

    fn read_again(form: &Form) -> Form {
        serde_json::from_str(&serde_json::to_string(form).unwrap()).unwrap()
    }

    #[test]
    fn pages_that_a_newer_version_leaves_as_they_were_are_held_once() {
        let mut newer = form();
        page_mut(&mut newer, "person").title = "Another title".into();
        let mut parts = SharedParts::default();
        let [old, new] = [form(), newer.clone()].map(|form| parts.share(&read_again(&form)));
        assert_eq!(new, newer);
        assert_eq!(serde_json::to_string(&new).unwrap(), serde_json::to_string(&newer).unwrap());
        let page = |form: &Form, number: usize| form.sections[0].pages[number].clone();
        let is_shared = |number: usize| Arc::ptr_eq(&page(&old, number), &page(&new, number));
        assert_eq!([is_shared(0), is_shared(1), is_shared(2)], [true, true, false]);
        // The page with another title has the same condition.
        let condition = |form: &Form| page(form, 2).when.clone().unwrap();
        assert!(Arc::ptr_eq(&condition(&old), &condition(&new)));
    }

    #[test]
    fn equal_conditions_of_a_form_are_held_once() {
        let mut form = form();
        let when = page_mut(&mut form, "person").when.clone();
        page_mut(&mut form, "drugs").when = when;
        let shared = SharedParts::default().share(&read_again(&form));
        let condition = |slug: &str| shared.page(slug).unwrap().when.clone().unwrap();
        assert!(Arc::ptr_eq(&condition("person"), &condition("drugs")));
    }
}
