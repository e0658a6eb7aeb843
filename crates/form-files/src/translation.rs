//! Translations of forms: `forms/cy/KEY.toml`, and `forms/cy/parts/NAME.toml` for shared pages, laid over the English
//! form. A form is translated completely or not at all: a missing text is an error with its position.

use super::{
    FormError,
    source::{DATA_USE, Source},
};
use form_engine::{
    definition::{Before, Content, Form, InnerList, ListDef, Page, Question, QuestionKind, QuestionOption, SecondWording},
    language::Language,
};
use serde::{Deserialize, de::DeserializeOwned};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Languages that forms may be translated into, besides English.
pub const LANGUAGES: [Language; 1] = [Language::Welsh];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormTexts {
    name: String,
    summary: String,
    time: String,
    answer_within: String,
    sections: Vec<String>,
    /// The second wording of the titles of sections, by the translated title.
    #[serde(default)]
    they: BTreeMap<String, String>,
    before: Before,
    after: AfterTexts,
    changes: Option<String>,
    /// The labels by key.
    #[serde(default)]
    calculations: BTreeMap<String, String>,
    #[serde(default)]
    pages: BTreeMap<String, PageTexts>,
    #[serde(default)]
    questions: BTreeMap<String, QuestionTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AfterTexts {
    next: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartTexts {
    pages: BTreeMap<String, PageTexts>,
    #[serde(default)]
    questions: BTreeMap<String, QuestionTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageTexts {
    title: Option<String>,
    task: Option<String>,
    intro: Option<String>,
    body: Option<String>,
    they: Option<SecondTexts>,
    group: Option<ListTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListTexts {
    item: String,
    none: String,
    /// The nested lists, by key.
    #[serde(default)]
    lists: BTreeMap<String, InnerListTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InnerListTexts {
    title: String,
    intro: Option<String>,
    they: Option<SecondTexts>,
    item: String,
    none: String,
}

/// Purposes, legal bases and retention classes by name: the translated `data-use.toml`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct UsesTexts {
    #[serde(default)]
    purposes: BTreeMap<String, String>,
    #[serde(default)]
    legal_bases: BTreeMap<String, String>,
    #[serde(default)]
    retention: BTreeMap<String, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionTexts {
    label: Option<String>,
    hint: Option<String>,
    missing: Option<String>,
    unit: Option<String>,
    statement: Option<String>,
    body: Option<String>,
    they: Option<SecondTexts>,
    #[serde(default)]
    options: BTreeMap<String, OptionTexts>,
}

/// The second wording: what a text says if the form is about somebody else.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct SecondTexts {
    title: Option<String>,
    task: Option<String>,
    intro: Option<String>,
    body: Option<String>,
    label: Option<String>,
    hint: Option<String>,
    missing: Option<String>,
    unit: Option<String>,
    statement: Option<String>,
    /// The options that differ, by value.
    #[serde(default)]
    options: BTreeMap<String, SecondOptionTexts>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum SecondOptionTexts {
    Label(String),
    Some { label: Option<String>, hint: Option<String> },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OptionTexts {
    Label(String),
    WithHint { label: String, hint: String },
}

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
        form.sections.iter_mut().flat_map(|section| &mut section.pages).for_each(|page| layer.page(page));
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
            at.second(&mut section.they, other);
            section.title = title;
        }
        for title in they.into_keys() {
            at.wrong(&format!("`{title}` is no section with a second wording"));
        }
    }

    /// The texts at the head of the form that not every form has.
    fn head(&mut self, file: &Path, form: &mut Form, changes: Option<String>, mut labels: BTreeMap<String, String>) {
        let mut at = TranslationTarget { layer: self, file, table: "changes".into() };
        at.maybe("changes", &mut form.changes, changes);
        at.table = "calculations".into();
        for calculation in &mut form.calculations {
            at.text(&calculation.key, &mut calculation.label, labels.remove(&calculation.key));
        }
        for key in labels.into_keys() {
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
        at.second(&mut page.they, words.they);
        match (&mut page.content, words.group, words.body) {
            (Content::Text(text) | Content::Stop(text), None, body) => at.text("body", text, body),
            (Content::Questions(questions), None, None) => questions.iter_mut().for_each(|question| self.question(question)),
            (Content::List(group), Some(words), None) => {
                let ListDef { item, none, questions, lists, .. } = group;
                at.text("group.item", item, Some(words.item));
                at.text("group.none", none, Some(words.none));
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
        at.text("label", &mut question.label, words.label);
        at.text("missing", &mut question.missing, words.missing);
        at.maybe("hint", &mut question.hint, words.hint);
        at.second(&mut question.they, words.they);
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

/// Where texts are being replaced.
struct TranslationTarget<'l> {
    layer: &'l mut Layer,
    file: &'l Path,
    table: String,
}

impl TranslationTarget<'_> {
    fn wrong(&mut self, reason: &str) {
        let reason = format!("[{}]: {reason}", self.table);
        self.layer.error_in(self.file, &self.table, reason);
    }

    fn text(&mut self, name: &str, english: &mut String, words: Option<String>) {
        let mut given = (!english.is_empty()).then(|| std::mem::take(english));
        self.maybe(name, &mut given, words.filter(|words| !words.is_empty()));
        *english = given.unwrap_or_default();
    }

    fn maybe(&mut self, name: &str, english: &mut Option<String>, words: Option<String>) {
        match (&english, words) {
            (Some(_), Some(words)) => *english = Some(words),
            (Some(_), None) => self.wrong(&format!("`{name}` is missing")),
            (None, Some(_)) => self.wrong(&format!("`{name}` isn't there in English")),
            (None, None) => {}
        }
    }

    fn second(&mut self, english: &mut Option<Box<SecondWording>>, words: Option<SecondTexts>) {
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

    fn lists(&mut self, lists: &mut [InnerList], mut words: BTreeMap<String, InnerListTexts>) {
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

    fn options(&mut self, options: &mut [QuestionOption], mut words: BTreeMap<String, OptionTexts>) {
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
