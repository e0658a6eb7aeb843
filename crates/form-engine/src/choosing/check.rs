//! What must be true of "Help me choose" before it is published.

use super::{ChoiceQuestion, ChoiceResult, HelpMeChoose, LeadsTo, MOST_FORMS, MOST_QUESTIONS};
use crate::check::DefinitionError;
use std::collections::BTreeSet;

impl HelpMeChoose {
    /// Every error; if there are none, every answer leads to a result. `forms` are the keys of the forms there are.
    pub fn errors(&self, forms: &BTreeSet<String>) -> Vec<DefinitionError> {
        let mut check = Check { errors: Vec::new(), keys: BTreeSet::new(), reached: BTreeSet::new() };
        for question in &self.questions {
            check.question(question);
        }
        for result in &self.results {
            check.result(result, forms);
        }
        match self.questions.first() {
            Some(first) => check.path(self, first, &mut Vec::new()),
            None => check.found("", "there are no questions", "add [[questions]]"),
        }
        let keys = self.questions.iter().map(|question| &question.key).chain(self.results.iter().map(|result| &result.key));
        for key in keys.filter(|key| !check.reached.contains(key.as_str())).cloned().collect::<Vec<_>>() {
            check.found(&key, format!("no answer leads to \"{key}\""), "let an option lead there, or remove it");
        }
        check.errors
    }
}

struct Check {
    errors: Vec<DefinitionError>,
    keys: BTreeSet<String>,
    /// The questions and results that some answers lead to.
    reached: BTreeSet<String>,
}

impl Check {
    fn found(&mut self, at: &str, reason: impl Into<String>, instead: impl Into<String>) {
        let error = DefinitionError { at: at.to_owned(), reason: reason.into(), instead: instead.into() };
        if !self.errors.contains(&error) {
            self.errors.push(error);
        }
    }

    fn key(&mut self, key: &str) {
        self.name(key, key);
        if !self.keys.insert(key.to_owned()) {
            self.found(key, format!("there are two of \"{key}\""), "give one of them another key");
        }
    }

    /// Keys and values become names and values of inputs.
    fn name(&mut self, at: &str, name: &str) {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if name.is_empty() || name.len() > 60 || !name.chars().all(fits) {
            let reason = format!("\"{name}\" must be lower-case letters, digits and \"-\", 60 at most");
            self.found(at, reason, "choose another name; it is never shown to people");
        }
    }

    fn text(&mut self, at: &str, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.found(at, format!("`{field}` is empty"), format!("write the text of `{field}`"));
        }
    }

    fn question(&mut self, question: &ChoiceQuestion) {
        let at = &question.key;
        self.key(at);
        self.text(at, "title", &question.title);
        self.text(at, "missing", &question.missing);
        if question.options.len() < 2 {
            self.found(at, format!("\"{at}\" has fewer than two options"), "a question needs at least two");
        }
        let mut values = BTreeSet::new();
        for option in &question.options {
            self.name(at, &option.value);
            self.text(at, "label", &option.label);
            if !values.insert(&option.value) {
                self.found(at, format!("two options of \"{at}\" have the value \"{}\"", option.value), "change one of them");
            }
        }
    }

    fn result(&mut self, result: &ChoiceResult, forms: &BTreeSet<String>) {
        let at = &result.key;
        self.key(at);
        self.text(at, "title", &result.title);
        self.text(at, "body", &result.body);
        if result.forms.len() > MOST_FORMS {
            self.found(at, format!("\"{at}\" has more than {MOST_FORMS} forms"), "keep those that help most people");
        }
        for form in result.forms.iter().filter(|form| !forms.contains(*form)) {
            let there = forms.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            let reason = format!("it leads to the form \"{form}\", which isn't in the folder");
            self.found(at, reason, format!("there are: {there}"));
        }
    }

    /// Follows every option of a question. `before` are the questions on the way to it.
    fn path<'h>(&mut self, all: &'h HelpMeChoose, question: &'h ChoiceQuestion, before: &mut Vec<&'h str>) {
        let at = question.key.as_str();
        self.reached.insert(at.to_owned());
        if before.contains(&at) {
            return self.found(at, format!("its answers lead back to \"{at}\""), "let them lead on, to a result in the end");
        }
        if before.len() == MOST_QUESTIONS {
            let reason = format!("some people are asked more than {MOST_QUESTIONS} questions before a result");
            return self.found(at, reason, "let an earlier option lead to a result");
        }
        before.push(at);
        for option in &question.options {
            match &option.leads_to {
                LeadsTo::Question(key) => match all.question(key) {
                    Some(next) => self.path(all, next, before),
                    None => self.nowhere(at, "question", key),
                },
                LeadsTo::Result(key) if all.results.iter().any(|result| result.key == *key) => {
                    self.reached.insert(key.clone());
                }
                LeadsTo::Result(key) => self.nowhere(at, "result", key),
            }
        }
        before.pop();
    }

    fn nowhere(&mut self, at: &str, what: &str, key: &str) {
        self.found(at, format!("an option leads to the {what} \"{key}\", which isn't there"), "look for a slip in the key");
    }
}
