//! A form in each language it has been translated into. Rules and answers are the same in all of them; only texts
//! differ.

use crate::content_hash_of;
use form_engine::{
    definition::{
        Content, Form, ListDef, OptionWording, Page, Question, QuestionKind, QuestionOption, SecondWording, SharedParts,
    },
    language::Language,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// A version of a form as it is published and stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// In English.
    #[serde(flatten)]
    pub form: Arc<Form>,
    /// The complete translations.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<Language, Arc<Form>>,
}

/// A publication with the hash of its content.
#[derive(Clone, Debug)]
pub struct Version {
    /// The hash of its content, which is its name.
    pub hash: String,
    /// The form in all its languages.
    pub publication: Publication,
}

impl Publication {
    /// The form in a language, or in English if there is no translation.
    pub fn read_in(&self, language: Language) -> &Arc<Form> {
        self.translations.get(&language).unwrap_or(&self.form)
    }

    /// The same, with what it has in common with other publications, and in its languages, in memory once.
    #[must_use]
    pub fn sharing(&self, parts: &mut SharedParts) -> Self {
        let form = parts.share(&self.form);
        let translated = |(language, translated): (&Language, &Arc<Form>)| {
            let mut translated = parts.share(translated);
            translated.share_index(&form);
            (*language, Arc::new(translated))
        };
        let translations = self.translations.iter().map(translated).collect();
        Self { form: Arc::new(form), translations }
    }

    /// The same with the mirrored language, in which developers check pages written from right to left.
    #[must_use]
    pub fn with_mirrored(mut self) -> Self {
        let mut mirrored = Form::clone(&self.form);
        each_text(&mut mirrored, &mut |text| *text = i18n::mirrored(text).into_owned());
        self.translations.insert(Language::Mirrored, Arc::new(mirrored));
        self
    }
}

/// Every text of a form that people read.
fn each_text(form: &mut Form, change: &mut impl FnMut(&mut String)) {
    [&mut form.name, &mut form.summary, &mut form.time, &mut form.answer_within].into_iter().for_each(&mut *change);
    [&mut form.before.who, &mut form.before.next, &mut form.after.next].into_iter().for_each(&mut *change);
    form.before.ready.iter_mut().chain(&mut form.before.urgent).chain(&mut form.changes).for_each(&mut *change);
    for calculation in &mut form.calculations {
        change(&mut calculation.label);
        each_second(calculation.they.as_deref_mut(), change);
    }
    let uses = &mut form.uses;
    uses.purposes.values_mut().chain(uses.retention.values_mut()).for_each(|words| change(&mut words.words));
    uses.legal_bases.values_mut().for_each(|basis| change(&mut basis.words));
    for section in &mut form.sections {
        change(&mut section.title);
        each_second(section.they.as_deref_mut(), change);
        section.pages_mut().for_each(|page| each_text_of_page(page, change));
    }
}

fn each_text_of_page(page: &mut Page, change: &mut impl FnMut(&mut String)) {
    change(&mut page.title);
    page.task.iter_mut().chain(&mut page.intro).for_each(&mut *change);
    each_second(page.they.as_deref_mut(), change);
    match &mut page.content {
        Content::Text(body) | Content::Stop(body) => change(body),
        Content::Questions(questions) => questions.iter_mut().for_each(|question| each_text_of_question(question, change)),
        Content::List(list_def) => {
            each_text_of_list(list_def, change);
            for inner in &mut list_def.lists {
                change(&mut inner.title);
                inner.intro.iter_mut().for_each(&mut *change);
                each_second(inner.they.as_deref_mut(), change);
                each_text_of_list(&mut inner.list, change);
            }
        }
    }
}

fn each_second(they: Option<&mut SecondWording>, change: &mut impl FnMut(&mut String)) {
    let Some(they) = they else { return };
    they.texts_mut().filter_map(|(_, text)| text.as_mut()).for_each(&mut *change);
    let of_option = |option: &mut OptionWording| option.label.iter_mut().chain(&mut option.hint).for_each(&mut *change);
    they.options.iter_mut().for_each(of_option);
}

fn each_text_of_list(list_def: &mut ListDef, change: &mut impl FnMut(&mut String)) {
    [&mut list_def.item, &mut list_def.none].into_iter().for_each(&mut *change);
    each_second(list_def.they.as_deref_mut(), change);
    list_def.questions.iter_mut().for_each(|question| each_text_of_question(question, change));
}

fn each_text_of_question(question: &mut Question, change: &mut impl FnMut(&mut String)) {
    [&mut question.label, &mut question.missing].into_iter().chain(&mut question.hint).for_each(&mut *change);
    each_second(question.they.as_deref_mut(), change);
    match &mut question.kind {
        QuestionKind::Notice { body: text, .. }
        | QuestionKind::Declaration { statement: text }
        | QuestionKind::Link { body: text, .. } => {
            change(text);
        }
        QuestionKind::Number { unit, .. } => unit.iter_mut().for_each(&mut *change),
        QuestionKind::OneOf { options } | QuestionKind::ManyOf { options } => {
            let texts = |option: &mut QuestionOption| {
                change(&mut option.label);
                option.hint.iter_mut().for_each(&mut *change);
            };
            options.iter_mut().for_each(texts);
        }
        _ => {}
    }
}

/// The publications with the hashes that name their versions.
pub fn hashed(forms: Vec<Publication>) -> Result<Vec<Version>, serde_json::Error> {
    forms.into_iter().map(|publication| Ok(Version { hash: content_hash_of(&publication)?, publication })).collect()
}
