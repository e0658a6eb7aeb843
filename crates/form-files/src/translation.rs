//! Translations of forms: `forms/cy/KEY.toml`, and `forms/cy/parts/NAME.toml` for shared pages, laid over the English
//! form. A form is translated completely or not at all: a missing text is an error with its position.

mod target;
mod texts;

use super::{
    FormError,
    source::{DATA_USE, Source},
};
use form_engine::{
    definition::{Content, Form, ListDef, Page, Question, QuestionKind, Section},
    language::Language,
};
use serde::de::DeserializeOwned;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use target::TranslationTarget;
use texts::{CalculationTexts, FormTexts, PageTexts, PartTexts, QuestionTexts, SecondTexts, UsesTexts};

/// Languages that forms may be translated into, besides English.
pub const LANGUAGES: [Language; 1] = [Language::Welsh];

/// The form in a language; `None` if nobody has translated it.
pub fn read(source: &Source, folder: &Path, language: Language) -> Result<Option<Form>, Vec<FormError>> {
    // Charging rules have figures but no texts.
    let with_words = source.files().filter(|file| !file.starts_with(folder.join("rules")));
    let mut places = with_words.map(|file| folder.join(language.tag()).join(file.strip_prefix(folder).unwrap_or(file)));
    let Some(main) = places.next().filter(|file| file.is_file()) else { return Ok(None) };
    let mut layer = Layer {
        main: main.clone(),
        texts: BTreeMap::new(),
        pages: BTreeMap::new(),
        questions: BTreeMap::new(),
        errors: Vec::new(),
    };
    let words: Option<FormTexts> = layer.parse(&main);
    let mut form = source.form.clone();
    if let Some(words) = words {
        layer.take(&main, words.pages, words.questions);
        let (uses, parts): (Vec<PathBuf>, Vec<PathBuf>) = places.partition(|file| file.ends_with(DATA_USE));
        if let Some(file) = uses.first() {
            layer.uses(file, &mut form);
        }
        for part in parts {
            if let Some(words) = layer.parse::<PartTexts>(&part) {
                layer.take(&part, words.pages, words.questions);
            }
        }
        if words.sections.len() != form.sections.len() || words.before.ready.len() != form.before.ready.len() {
            layer.error_in(&main, "sections", "`sections` and `ready` need as many entries as the English form has".into());
        }
        layer.sections(&main, &mut form, words.sections, words.they);
        (form.name, form.summary, form.time, form.answer_within) =
            (words.name, words.summary, words.time, words.answer_within);
        (form.before, form.after.next) = (words.before, words.after.next);
        layer.head(&main, &mut form, words.changes, words.calculations);
        form.sections.iter_mut().flat_map(Section::pages_mut).for_each(|page| layer.page(page));
        layer.nothing_left();
    }
    if layer.errors.is_empty() { Ok(Some(form)) } else { Err(layer.errors) }
}

/// The translated texts, and their errors.
struct Layer {
    main: PathBuf,
    texts: BTreeMap<PathBuf, String>,
    pages: BTreeMap<String, (PathBuf, PageTexts)>,
    questions: BTreeMap<String, (PathBuf, QuestionTexts)>,
    errors: Vec<FormError>,
}

impl Layer {
    fn parse<T: DeserializeOwned>(&mut self, file: &Path) -> Option<T> {
        let read =
            fs::read_to_string(file).map_err(|error| FormError::of_file(file, format!("the file can't be read: {error}")));
        let parsed = read.and_then(|text| {
            let parsed = toml::from_str(&text).map_err(|error| {
                let line = error
                    .span()
                    .and_then(|span| text.get(..span.start))
                    .map_or(1, |before| before.matches('\n').count() + 1);
                let reason = error.message().lines().collect::<Vec<_>>().join(" ");
                FormError { file: file.into(), line, reason, instead: String::new() }
            });
            self.texts.insert(file.into(), text);
            parsed
        });
        parsed.map_err(|error| self.errors.push(error)).ok()
    }

    fn take(&mut self, file: &Path, pages: BTreeMap<String, PageTexts>, questions: BTreeMap<String, QuestionTexts>) {
        self.pages.extend(pages.into_iter().map(|(slug, words)| (slug, (file.to_owned(), words))));
        self.questions.extend(questions.into_iter().map(|(key, words)| (key, (file.to_owned(), words))));
    }

    /// Adds an error at the line that starts a table, such as `[pages.language]`.
    fn error_in(&mut self, file: &Path, table: &str, reason: String) {
        let begins = |line: &str| line.trim_start_matches('[').starts_with(table);
        let line = self.texts.get(file).and_then(|text| text.lines().position(begins)).map_or(1, |index| index + 1);
        self.errors.push(FormError { file: file.into(), line, reason, instead: String::new() });
    }

    fn sections(&mut self, file: &Path, form: &mut Form, titles: Vec<String>, mut they: BTreeMap<String, String>) {
        let mut at = TranslationTarget { layer: self, file, table: "they".into() };
        for (section, title) in form.sections.iter_mut().zip(titles) {
            let other = they.remove(&title).map(|title| SecondTexts { title: Some(title), ..SecondTexts::default() });
            at.second(&mut section.they, other, &[]);
            section.title = title;
        }
        for title in they.into_keys() {
            at.wrong(&format!("`{title}` is no section with a second wording"));
        }
    }

    /// The texts at the head of the form that not every form has.
    fn head(
        &mut self,
        file: &Path,
        form: &mut Form,
        changes: Option<String>,
        mut calculations: BTreeMap<String, CalculationTexts>,
    ) {
        let mut at = TranslationTarget { layer: self, file, table: "changes".into() };
        at.maybe("changes", &mut form.changes, changes);
        at.table = "calculations".into();
        for calculation in &mut form.calculations {
            let (label, they) = match calculations.remove(&calculation.key) {
                Some(CalculationTexts::Label(label)) => (Some(label), None),
                Some(CalculationTexts::WithSecond { label, they }) => (Some(label), Some(*they)),
                None => (None, None),
            };
            at.text(&calculation.key, &mut calculation.label, label);
            at.second(&mut calculation.they, they, &[]);
        }
        for key in calculations.into_keys() {
            at.wrong(&format!("`{key}` isn't there in English"));
        }
    }

    /// Purposes, legal bases and retention classes. The file serves every form, so it may have more than this one
    /// needs.
    fn uses(&mut self, file: &Path, form: &mut Form) {
        let Some(mut words) = self.parse::<UsesTexts>(file) else { return };
        let mut at = TranslationTarget { layer: self, file, table: "purposes".into() };
        for (name, purpose) in &mut form.uses.purposes {
            at.text(name, &mut purpose.words, words.purposes.remove(name));
        }
        at.table = "legal_bases".into();
        for (name, basis) in &mut form.uses.legal_bases {
            at.text(name, &mut basis.words, words.legal_bases.remove(name));
        }
        at.table = "retention".into();
        for (name, class) in &mut form.uses.retention {
            at.text(name, &mut class.words, words.retention.remove(name));
        }
    }

    fn page(&mut self, page: &mut Page) {
        let Some((file, words)) = self.pages.remove(&page.slug) else {
            let main = self.main.clone();
            return self.error_in(&main, "pages", format!("there are no words for the page \"{}\"", page.slug));
        };
        let mut at = TranslationTarget { layer: self, file: &file, table: format!("pages.{}", page.slug) };
        at.text("title", &mut page.title, words.title);
        at.maybe("task", &mut page.task, words.task);
        at.maybe("intro", &mut page.intro, words.intro);
        at.second(&mut page.they, words.they, &[]);
        match (&mut page.content, words.group, words.body) {
            (Content::Text(text) | Content::Stop(text), None, body) => at.text("body", text, body),
            (Content::Questions(questions), None, None) => questions.iter_mut().for_each(|question| self.question(question)),
            (Content::List(group), Some(words), None) => {
                let ListDef { item, none, they, questions, lists, .. } = group;
                at.text("group.item", item, Some(words.item));
                at.text("group.none", none, Some(words.none));
                at.second(they, words.they, &[]);
                at.lists(lists, words.lists);
                for question in questions.iter_mut().chain(lists.iter_mut().flat_map(|inner| &mut inner.list.questions)) {
                    self.question(question);
                }
            }
            _ => at.wrong("it needs a `group` or a `body` exactly where the English page has one"),
        }
    }

    fn question(&mut self, question: &mut Question) {
        let Some((file, mut words)) = self.questions.remove(&question.key) else {
            let main = self.main.clone();
            return self.error_in(&main, "questions", format!("there are no words for the question \"{}\"", question.key));
        };
        let mut at = TranslationTarget { layer: self, file: &file, table: format!("questions.{}", question.key) };
        let values = match &question.kind {
            QuestionKind::OneOf { options } | QuestionKind::ManyOf { options } => {
                options.iter().map(|option| option.value.clone()).collect()
            }
            _ => Vec::new(),
        };
        at.text("label", &mut question.label, words.label);
        at.text("missing", &mut question.missing, words.missing);
        at.maybe("hint", &mut question.hint, words.hint);
        at.second(&mut question.they, words.they, &values);
        match &mut question.kind {
            QuestionKind::Number { unit, .. } => at.maybe("unit", unit, words.unit.take()),
            QuestionKind::Notice { body, .. } | QuestionKind::Link { body, .. } => at.text("body", body, words.body.take()),
            QuestionKind::Declaration { statement } => at.text("statement", statement, words.statement.take()),
            QuestionKind::OneOf { options } | QuestionKind::ManyOf { options } => {
                at.options(options, std::mem::take(&mut words.options));
            }
            _ => {}
        }
        for (name, left) in [("unit", words.unit), ("body", words.body), ("statement", words.statement)] {
            at.maybe(name, &mut None, left);
        }
    }

    /// Translations of anything the form doesn't have are an error.
    fn nothing_left(&mut self) {
        let pages = std::mem::take(&mut self.pages).into_iter().map(|(slug, (file, _))| (file, format!("pages.{slug}")));
        let questions =
            std::mem::take(&mut self.questions).into_iter().map(|(key, (file, _))| (file, format!("questions.{key}")));
        for (file, table) in pages.chain(questions).collect::<Vec<_>>() {
            self.error_in(&file, &table, format!("the form has no [{table}]"));
        }
    }
}
