//! Puts translated texts in the place of English ones, and reports those that are missing or have no place.

use super::{
    Layer,
    texts::{InnerListTexts, OptionTexts, SecondOptionTexts, SecondTexts},
};
use form_engine::definition::{InnerList, QuestionOption, SecondWording};
use std::{collections::BTreeMap, path::Path};

/// Where texts are being replaced.
pub struct TranslationTarget<'l> {
    pub layer: &'l mut Layer,
    pub file: &'l Path,
    pub table: String,
}

impl TranslationTarget<'_> {
    pub fn wrong(&mut self, reason: &str) {
        let reason = format!("[{}]: {reason}", self.table);
        self.layer.error_in(self.file, &self.table, reason);
    }

    pub fn text(&mut self, name: &str, english: &mut String, words: Option<String>) {
        let mut given = (!english.is_empty()).then(|| std::mem::take(english));
        self.maybe(name, &mut given, words.filter(|words| !words.is_empty()));
        *english = given.unwrap_or_default();
    }

    pub fn maybe(&mut self, name: &str, english: &mut Option<String>, words: Option<String>) {
        match (&english, words) {
            (Some(_), Some(words)) => *english = Some(words),
            (Some(_), None) => self.wrong(&format!("`{name}` is missing")),
            (None, Some(_)) => self.wrong(&format!("`{name}` isn't there in English")),
            (None, None) => {}
        }
    }

    pub fn second(&mut self, english: &mut Option<Box<SecondWording>>, words: Option<SecondTexts>) {
        let mut unworded = SecondWording::default();
        let they = english.as_deref_mut().unwrap_or(&mut unworded);
        let SecondTexts { title, task, intro, body, label, hint, missing, unit, statement, mut options } =
            words.unwrap_or_default();
        self.maybe("they.title", &mut they.title, title);
        self.maybe("they.task", &mut they.task, task);
        self.maybe("they.intro", &mut they.intro, intro);
        self.maybe("they.body", &mut they.body, body);
        self.maybe("they.label", &mut they.label, label);
        self.maybe("they.hint", &mut they.hint, hint);
        self.maybe("they.missing", &mut they.missing, missing);
        self.maybe("they.unit", &mut they.unit, unit);
        self.maybe("they.statement", &mut they.statement, statement);
        for option in &mut they.options {
            let (label, hint) = match options.remove(&option.value) {
                Some(SecondOptionTexts::Label(label)) => (Some(label), None),
                Some(SecondOptionTexts::Some { label, hint }) => (label, hint),
                None => (None, None),
            };
            self.maybe(&format!("they.options.{}", option.value), &mut option.label, label);
            self.maybe(&format!("the hint of they.options.{}", option.value), &mut option.hint, hint);
        }
        for value in options.into_keys() {
            self.wrong(&format!("`they.options.{value}` isn't there in English"));
        }
    }

    pub fn lists(&mut self, lists: &mut [InnerList], mut words: BTreeMap<String, InnerListTexts>) {
        for inner in lists {
            let name = format!("group.lists.{}", inner.list.key);
            let Some(words) = words.remove(&inner.list.key) else {
                self.wrong(&format!("`{name}` is missing"));
                continue;
            };
            self.text(&format!("{name}.title"), &mut inner.title, Some(words.title));
            self.maybe(&format!("{name}.intro"), &mut inner.intro, words.intro);
            self.second(&mut inner.they, words.they);
            self.text(&format!("{name}.item"), &mut inner.list.item, Some(words.item));
            self.text(&format!("{name}.none"), &mut inner.list.none, Some(words.none));
        }
        for key in words.into_keys() {
            self.wrong(&format!("`group.lists.{key}` isn't there in English"));
        }
    }

    pub fn options(&mut self, options: &mut [QuestionOption], mut words: BTreeMap<String, OptionTexts>) {
        for option in options {
            let (label, hint) = match words.remove(&option.value) {
                Some(OptionTexts::Label(label)) => (Some(label), None),
                Some(OptionTexts::WithHint { label, hint }) => (Some(label), Some(hint)),
                None => (None, None),
            };
            self.text(&format!("options.{}", option.value), &mut option.label, label);
            self.maybe(&format!("the hint of options.{}", option.value), &mut option.hint, hint);
        }
        for value in words.into_keys() {
            self.wrong(&format!("`options.{value}` isn't there in English"));
        }
    }
}
