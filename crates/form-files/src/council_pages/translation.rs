//! The texts of "Help me choose" in another language.

use super::{choosing::HELP_ME_CHOOSE, file::File};
use crate::FormError;
use form_engine::{
    choosing::{ChoiceOption, HelpMeChoose},
    language::Language,
};
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    #[serde(default)]
    questions: BTreeMap<String, QuestionTexts>,
    #[serde(default)]
    results: BTreeMap<String, ResultTexts>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionTexts {
    title: Option<String>,
    intro: Option<String>,
    hint: Option<String>,
    missing: Option<String>,
    /// By value.
    #[serde(default)]
    options: BTreeMap<String, OptionTexts>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OptionTexts {
    Label(String),
    WithHint { label: String, hint: String },
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ResultTexts {
    title: Option<String>,
    urgent: Option<String>,
    body: Option<String>,
}

/// The whole in a language; `None` if nobody has translated it, or if a text is missing or one too many.
pub fn read(english: &HelpMeChoose, folder: &Path, language: Language, errors: &mut Vec<FormError>) -> Option<HelpMeChoose> {
    let path = folder.join(language.tag()).join(HELP_ME_CHOOSE);
    if !path.is_file() {
        return None;
    }
    let (file, texts) = File::read::<Texts>(&path).map_err(|error| errors.push(error)).ok()?;
    let before = errors.len();
    let mut layer = Layer { file: &file, table: String::new(), errors };
    let mut whole = english.clone();
    layer.questions(&mut whole, texts.questions);
    layer.results(&mut whole, texts.results);
    (errors.len() == before).then_some(whole)
}

/// Where texts are being replaced.
struct Layer<'l> {
    file: &'l File,
    table: String,
    errors: &'l mut Vec<FormError>,
}

impl Layer<'_> {
    fn questions(&mut self, whole: &mut HelpMeChoose, mut texts: BTreeMap<String, QuestionTexts>) {
        for question in &mut whole.questions {
            self.table = format!("questions.{}", question.key);
            let texts = texts.remove(&question.key).unwrap_or_default();
            self.text("title", &mut question.title, texts.title);
            self.maybe("intro", &mut question.intro, texts.intro);
            self.maybe("hint", &mut question.hint, texts.hint);
            self.text("missing", &mut question.missing, texts.missing);
            self.options(&mut question.options, texts.options);
        }
        self.left(texts.into_keys().map(|key| format!("questions.{key}")));
    }

    fn options(&mut self, options: &mut [ChoiceOption], mut texts: BTreeMap<String, OptionTexts>) {
        for option in options {
            let (label, hint) = match texts.remove(&option.value) {
                Some(OptionTexts::Label(label)) => (Some(label), None),
                Some(OptionTexts::WithHint { label, hint }) => (Some(label), Some(hint)),
                None => (None, None),
            };
            self.text(&format!("options.{}", option.value), &mut option.label, label);
            self.maybe(&format!("the hint of options.{}", option.value), &mut option.hint, hint);
        }
        for value in texts.into_keys() {
            self.wrong(&format!("`options.{value}` isn't there in English"));
        }
    }

    fn results(&mut self, whole: &mut HelpMeChoose, mut texts: BTreeMap<String, ResultTexts>) {
        for result in &mut whole.results {
            self.table = format!("results.{}", result.key);
            let texts = texts.remove(&result.key).unwrap_or_default();
            self.text("title", &mut result.title, texts.title);
            self.maybe("urgent", &mut result.urgent, texts.urgent);
            self.text("body", &mut result.body, texts.body);
        }
        self.left(texts.into_keys().map(|key| format!("results.{key}")));
    }

    /// Translations of anything that isn't there are an error.
    fn left(&mut self, tables: impl Iterator<Item = String>) {
        for table in tables {
            self.table = table;
            self.wrong("it isn't there in English");
        }
    }

    fn text(&mut self, name: &str, english: &mut String, text: Option<String>) {
        match text.filter(|text| !text.trim().is_empty()) {
            Some(text) => *english = text,
            None => self.wrong(&format!("`{name}` is missing")),
        }
    }

    fn maybe(&mut self, name: &str, english: &mut Option<String>, text: Option<String>) {
        match (english, text) {
            (Some(english), text) => self.text(name, english, text),
            (None, Some(_)) => self.wrong(&format!("`{name}` isn't there in English")),
            (None, None) => {}
        }
    }

    fn wrong(&mut self, reason: &str) {
        let (start, reason) = (format!("[{}", self.table), format!("[{}]: {reason}", self.table));
        self.errors.push(self.file.error_in(&start, reason, ""));
    }
}
