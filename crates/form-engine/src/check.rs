//! What must be true of a definition before anybody fills it in.

mod list_names;
mod questions;
mod references;
mod second_wording;

use crate::definition::{Content, Form, ListDef, Page, Question, QuestionKind};
use references::Referable;
use std::collections::{BTreeMap, BTreeSet};

/// An error in a definition. `at` is the key or slug it is about, which is used to find the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinitionError {
    pub at: String,
    pub reason: String,
    /// What to do about it.
    pub instead: String,
}

/// Every error in a form; if there are none, it can be published.
pub fn definition_errors(form: &Form) -> Vec<DefinitionError> {
    let mut check = Check { form: Some(form), ..Check::default() };
    check.name(&form.key, "-");
    if form.sections.is_empty() {
        check.found(&form.key, "the form has no sections", "add [[sections]] with a title and pages");
    }
    for page in form.pages() {
        check.page(page);
    }
    check.calculations(form);
    check.head(form);
    check.definition_errors
}

#[derive(Default)]
struct Check<'a> {
    form: Option<&'a Form>,
    definition_errors: Vec<DefinitionError>,
    slugs: BTreeSet<String>,
    keys: BTreeSet<String>,
    /// Questions, lists and calculations that come earlier.
    earlier: BTreeMap<&'a str, Referable>,
    /// Calculations that can be evaluated by now.
    ready: BTreeSet<&'a str>,
}

/// An input with such an id would hide a property of the form element from scripts: `form.children` would be the input.
const FORM_PROPERTIES: [&str; 26] = [
    "action",
    "after",
    "append",
    "attributes",
    "before",
    "blur",
    "children",
    "click",
    "closest",
    "contains",
    "dataset",
    "elements",
    "focus",
    "hidden",
    "id",
    "length",
    "matches",
    "method",
    "name",
    "prepend",
    "remove",
    "reset",
    "style",
    "submit",
    "target",
    "title",
];

impl<'a> Check<'a> {
    fn found(&mut self, at: &str, reason: impl Into<String>, instead: impl Into<String>) {
        self.definition_errors.push(DefinitionError { at: at.to_owned(), reason: reason.into(), instead: instead.into() });
    }

    /// Keys and slugs become part of addresses and input names, so only a few characters are allowed.
    fn name(&mut self, name: &str, joint: &str) {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || joint.contains(c);
        let ok = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(fits) && name.len() <= 60;
        if !ok {
            let reason = format!("\"{name}\" must be lower-case letters, digits and \"{joint}\", 60 at most");
            self.found(name, reason, "choose another name; it is never shown to people");
        }
    }

    fn page(&mut self, page: &'a Page) {
        self.name(&page.slug, "-");
        if !self.slugs.insert(page.slug.clone()) {
            let reason = format!("there are two pages with the slug \"{}\"", page.slug);
            self.found(&page.slug, reason, "give one of them another slug");
        }
        if ["check", "delete", "changes"].contains(&page.slug.as_str()) {
            let reason = format!("\"{}\" is a page of the service itself", page.slug);
            self.found(&page.slug, reason, "choose another slug");
        }
        self.text(&page.slug, "title", &page.title);
        let depth = self.condition(&page.slug, page.when.as_deref(), None);
        match &page.content {
            Content::Questions(questions) => {
                if questions.is_empty() {
                    self.found(&page.slug, "the page asks nothing", "add a question, or give it a `body`");
                }
                for question in questions {
                    let depth = self.question(question, depth, None);
                    self.earlier.insert(&question.key, Referable::question(question, depth));
                }
            }
            Content::Text(body) | Content::Stop(body) => self.text(&page.slug, "body", body),
            Content::List(list_def) => {
                let list_items = self.list(list_def, depth, None);
                self.earlier.insert(&list_def.key, Referable::list(list_items, depth));
            }
        }
        self.make_ready();
    }

    fn text(&mut self, at: &str, name: &str, text: &str) {
        if text.trim().is_empty() {
            self.found(at, format!("`{name}` is empty"), format!("write the text of `{name}`"));
        }
    }

    /// Answers inside a list aren't one answer, so nothing outside may look at them. Returns the questions of its
    /// items.
    fn list(
        &mut self,
        list_def: &'a ListDef,
        depth: usize,
        outer: Option<&BTreeMap<String, Referable>>,
    ) -> BTreeMap<String, Referable> {
        self.key(&list_def.key);
        if list_def.min > list_def.max || list_def.max == 0 || list_def.max > 200 {
            let reason = "the list's min must be at most its max, and max between 1 and 200";
            self.found(&list_def.key, reason, "change `min` or `max`");
        }
        if list_def.questions.is_empty() {
            self.found(&list_def.key, "the list has no questions", "add [[...group.questions]]");
        }
        for (name, words) in [("item", &list_def.item), ("none", &list_def.none), ("article", &list_def.article)] {
            self.text(&list_def.key, name, words);
        }
        self.list_names(list_def);
        let mut own = outer.cloned().unwrap_or_default();
        for question in &list_def.questions {
            let depth = self.question(question, depth, Some(&own));
            own.insert(question.key.clone(), Referable::question(question, depth));
        }
        for inner in &list_def.lists {
            self.text(&inner.list.key, "title", &inner.title);
            let depth = self.condition(&inner.list.key, inner.when.as_deref(), Some(&own)).max(depth);
            if !inner.list.lists.is_empty() {
                self.found(&inner.list.key, "a list in a list can't have lists", "remove the innermost list");
            }
            self.list(&inner.list, depth, Some(&own));
        }
        own
    }

    fn key(&mut self, key: &str) {
        self.name(key, "_");
        if FORM_PROPERTIES.contains(&key) {
            let reason = format!("\"{key}\" is a name that browsers use for a property of the page's form");
            self.found(key, reason, format!("make it \"its_{key}\" or the like"));
        }
        if !self.keys.insert(key.to_owned()) {
            let reason = format!("there are two questions with the key \"{key}\"");
            self.found(key, reason, "give one of them another key");
        }
    }

    fn question(&mut self, question: &'a Question, depth: usize, own: Option<&BTreeMap<String, Referable>>) -> usize {
        self.key(&question.key);
        if !matches!(question.kind, QuestionKind::Notice { .. }) {
            self.text(&question.key, "label", &question.label);
        }
        let depth = self.condition(&question.key, question.when.as_deref(), own).max(depth);
        if question.is_typed() && !question.optional && question.missing.trim().is_empty() {
            let reason = "a question that must be answered needs `missing`: what to say when it isn't";
            self.found(&question.key, reason, "write `missing`, such as \"Enter your name\" or \"Select yes if ...\"");
        }
        self.condition(&question.key, question.own.as_deref(), own);
        if let Some(prefill) = &question.prefill {
            self.condition(&question.key, prefill.when.as_deref(), own);
        }
        self.kind(question);
        self.copy(question);
        self.data(question);
        depth
    }

    fn head(&mut self, form: &Form) {
        self.charging(form);
        self.second_wordings(form);
        if let Some(key) = &form.unlisted_by
            && !form.question(key).is_some_and(|(_, question)| matches!(question.kind, QuestionKind::YesNo))
        {
            self.found(key, "`unlisted_by` doesn't name a yes-no question", "name a question of type = \"yes-no\"");
        }
        for rule in &form.reuse_rules {
            let lists = rule.list.iter().flat_map(|list| list.answers.keys().map(|key| (Some(&list.key), key)));
            for (list, key) in rule.answers.keys().map(|key| (None, key)).chain(lists) {
                let is_there = match list {
                    None => form.question(key).is_some(),
                    Some(list) => {
                        form.list(list).is_some_and(|(_, list_def)| list_def.questions.iter().any(|q| q.key == *key))
                    }
                };
                if !is_there {
                    self.found(key, format!("[[carry]] names \"{key}\", which isn't asked"), "look for a slip in the key");
                }
            }
        }
    }
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
