//! What must be true of a definition before anybody fills it in.

use crate::{
    condition::Condition,
    definition::{Content, Form, Kind, Page, Question},
};
use std::collections::{BTreeMap, BTreeSet};

/// A mistake in a definition. `at` is the key or slug it is about, by which the line is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub at: String,
    pub reason: String,
}

/// Every mistake in a form; none means it can be published.
pub fn mistakes(form: &Form) -> Vec<Mistake> {
    let mut check = Check::default();
    check.name(&form.key, "-");
    if form.sections.is_empty() {
        check.found(&form.key, "the form has no sections");
    }
    for page in form.pages() {
        check.page(page);
    }
    check.mistakes
}

#[derive(Default)]
struct Check {
    mistakes: Vec<Mistake>,
    slugs: BTreeSet<String>,
    keys: BTreeSet<String>,
    /// Questions that come earlier, with their options if they have any.
    earlier: BTreeMap<String, Option<Vec<String>>>,
}

impl Check {
    fn found(&mut self, at: &str, reason: impl Into<String>) {
        self.mistakes.push(Mistake { at: at.to_owned(), reason: reason.into() });
    }

    /// Keys and slugs stand in addresses and input names, so they are held to a few letters.
    fn name(&mut self, name: &str, joint: &str) {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || joint.contains(c);
        let ok = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(fits) && name.len() <= 60;
        if !ok {
            self.found(name, format!("\"{name}\" must be lower-case letters, digits and \"{joint}\", 60 at most"));
        }
    }

    fn page(&mut self, page: &Page) {
        self.name(&page.slug, "-");
        if !self.slugs.insert(page.slug.clone()) {
            self.found(&page.slug, format!("there are two pages with the slug \"{}\"", page.slug));
        }
        if ["check", "delete"].contains(&page.slug.as_str()) {
            self.found(&page.slug, format!("\"{}\" is a page of the service itself", page.slug));
        }
        self.condition(&page.slug, page.when.as_ref());
        match &page.content {
            Content::Questions(questions) => questions.iter().for_each(|question| self.question(question)),
            Content::Text(_) => {}
            Content::List(group) => {
                self.key(&group.key);
                if group.min > group.max || group.max == 0 {
                    self.found(&group.key, "the list's min must be at most its max, and max at least 1");
                }
                if group.questions.is_empty() {
                    self.found(&group.key, "the list has no questions");
                }
                let outer = self.earlier.clone();
                group.questions.iter().for_each(|question| self.question(question));
                // Answers inside a list are not one answer, so nothing outside may look at them.
                self.earlier = outer;
            }
        }
    }

    fn key(&mut self, key: &str) {
        self.name(key, "_");
        if !self.keys.insert(key.to_owned()) {
            self.found(key, format!("there are two questions with the key \"{key}\""));
        }
    }

    fn question(&mut self, question: &Question) {
        self.key(&question.key);
        self.condition(&question.key, question.when.as_ref());
        let silent = matches!(question.kind, Kind::Notice { .. } | Kind::Account { .. });
        if !silent && !question.optional && question.missing.is_empty() {
            self.found(&question.key, "a question that must be answered needs `missing`: what to say when it isn't");
        }
        let options = question.options();
        if let Some(options) = &options {
            self.options(question, &options.iter().map(|option| option.value.clone()).collect::<Vec<_>>());
        }
        let values = options.map(|options| options.into_iter().map(|option| option.value).collect());
        self.earlier.insert(question.key.clone(), values);
    }

    fn options(&mut self, question: &Question, values: &[String]) {
        if values.len() < 2 && !matches!(question.kind, Kind::ManyOf { .. }) || values.is_empty() {
            self.found(&question.key, "there is nothing to choose from");
        }
        let distinct: BTreeSet<&String> = values.iter().collect();
        if distinct.len() != values.len() {
            self.found(&question.key, "two options have the same value");
        }
        if let Kind::OneOf { options } = &question.kind
            && options.iter().any(|option| option.exclusive)
        {
            self.found(&question.key, "`exclusive` means something only where several options may be chosen");
        }
    }

    fn condition(&mut self, at: &str, when: Option<&Condition>) {
        let Some(when) = when else { return };
        for (key, values) in when.looks_at() {
            match self.earlier.get(key).cloned() {
                None => self.found(at, format!("its condition looks at \"{key}\", which isn't an earlier question")),
                Some(None) if !values.is_empty() => {
                    self.found(at, format!("\"{key}\" has no options, so `is` can't look at it"));
                }
                Some(None) => {}
                Some(Some(options)) => {
                    for value in values.iter().filter(|value| !options.contains(value)) {
                        self.found(at, format!("its condition waits for \"{value}\", which \"{key}\" doesn't offer"));
                    }
                }
            }
        }
    }
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
