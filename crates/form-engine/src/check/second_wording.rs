//! The second wording of texts: it replaces texts that are there, in a form that says when it is about somebody else.

use super::Check;
use crate::definition::{Content, Form, Page, Question, QuestionKind, SecondWording};

/// The texts of a page, list or question that a second wording can replace.
type Replaceable = Vec<&'static str>;

impl Check<'_> {
    pub(super) fn second_wordings(&mut self, form: &Form) {
        if let Some(other) = &form.someone_else {
            for key in other.when.keys().chain(&other.name) {
                if form.question(key).is_none() {
                    let reason = format!("[someone_else] names \"{key}\", which isn't asked");
                    self.found(key, reason, "look for a slip in the key");
                }
            }
        }
        for calculation in &form.calculations {
            self.second(&calculation.key, calculation.they.as_deref(), vec!["label"]);
        }
        for section in &form.sections {
            self.second(&form.key, section.they.as_deref(), vec!["title"]);
            for page in &section.pages {
                self.second_of_page(page);
            }
        }
    }

    fn second_of_page(&mut self, page: &Page) {
        let mut there = vec!["title"];
        there.extend(page.task.as_ref().map(|_| "task"));
        there.extend(page.intro.as_ref().map(|_| "intro"));
        if let Content::Text(_) | Content::Stop(_) = page.content {
            there.push("body");
        }
        self.second(&page.slug, page.they.as_deref(), there);
        page.all_questions().for_each(|question| self.second_of_question(question));
        let Some(list_def) = page.list() else { return };
        self.second(&list_def.key, list_def.they.as_deref(), vec!["item", "none"]);
        for inner in &list_def.lists {
            let intro = inner.intro.as_ref().map(|_| "intro");
            self.second(
                &inner.list.key,
                inner.they.as_deref(),
                ["title", "item", "none"].into_iter().chain(intro).collect(),
            );
        }
    }

    fn second_of_question(&mut self, question: &Question) {
        let Some(they) = question.they.as_deref() else { return };
        let mut there = vec!["label", "missing"];
        there.extend(question.hint.as_ref().map(|_| "hint"));
        match &question.kind {
            QuestionKind::Number { unit: Some(_), .. } => there.push("unit"),
            QuestionKind::Declaration { .. } => there.push("statement"),
            QuestionKind::Notice { .. } | QuestionKind::Link { .. } => there.push("body"),
            _ => {}
        }
        self.second(&question.key, Some(they), there);
        for option in &they.options {
            if !question.options().iter().any(|first| first.value == option.value) {
                let reason = format!("`they` has the option \"{}\", which the question doesn't have", option.value);
                self.found(&question.key, reason, "look for a slip in the value");
            }
        }
    }

    fn second(&mut self, at: &str, they: Option<&SecondWording>, there: Replaceable) {
        for (name, text) in they.into_iter().flat_map(SecondWording::texts) {
            if text.is_some() && !there.contains(&name) {
                let reason = format!("`they` has a `{name}`, which isn't there in the first wording");
                self.found(at, reason, format!("take `{name}` out of `they`"));
            }
        }
    }
}
