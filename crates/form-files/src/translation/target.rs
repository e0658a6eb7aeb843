//! Puts translated texts in the place of English ones, and reports those that are missing or have no place.

use super::{
    Layer,
    texts::{InnerListTexts, OptionTexts, SecondOptionTexts, SecondTexts},
};
use form_engine::definition::{InnerList, OptionWording, QuestionOption, SecondWording};
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

    /// `options` are the values of the question's options. A translation may have a second wording of any of them if the
    /// English question has one: Welsh answers "yes" with the verb of the question.
    pub fn second(&mut self, english: &mut Option<Box<SecondWording>>, words: Option<SecondTexts>, options: &[String]) {
        let is_reworded = english.is_some();
        let mut unworded = SecondWording::default();
        let they = english.as_deref_mut().unwrap_or(&mut unworded);
        let mut words = words.unwrap_or_default();
        for ((name, english), (_, words)) in they.texts_mut().zip(words.texts_mut()) {
            self.maybe(&format!("they.{name}"), english, words.take());
        }
        for option in &mut they.options {
            let (label, hint) = match words.options.remove(&option.value) {
                Some(SecondOptionTexts::Label(label)) => (Some(label), None),
                Some(SecondOptionTexts::Some { label, hint }) => (label, hint),
                None => (None, None),
            };
            self.maybe(&format!("they.options.{}", option.value), &mut option.label, label);
            self.maybe(&format!("the hint of they.options.{}", option.value), &mut option.hint, hint);
        }
        for (value, texts) in words.options {
            match texts {
                SecondOptionTexts::Label(label) if is_reworded && options.contains(&value) => {
                    they.options.push(OptionWording { value, label: Some(label), hint: None });
                }
                _ => self.wrong(&format!("`they.options.{value}` isn't there in English")),
            }
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
            self.second(&mut inner.they, words.they, &[]);
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
