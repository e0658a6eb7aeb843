//! "Help me choose": the file `help-me-choose.toml`.

use super::{Translated, file::File, translation};
use crate::FormError;
use form_engine::{
    choosing::{ChoiceOption, ChoiceQuestion, ChoiceResult, HelpMeChoose, LeadsTo},
    language::Language,
};
use serde::Deserialize;
use std::{collections::BTreeSet, path::Path, sync::Arc};
use toml::Spanned;

/// The file, beside the forms.
pub const HELP_ME_CHOOSE: &str = "help-me-choose.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChoosing {
    questions: Vec<RawQuestion>,
    results: Vec<RawResult>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    key: String,
    title: String,
    intro: Option<String>,
    hint: Option<String>,
    missing: String,
    #[serde(default)]
    quick_exit: bool,
    options: Vec<Spanned<RawOption>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOption {
    value: String,
    label: String,
    hint: Option<String>,
    /// The question that comes next.
    ask: Option<String>,
    /// The result.
    result: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawResult {
    key: String,
    title: String,
    urgent: Option<String>,
    body: String,
    #[serde(default)]
    forms: Vec<String>,
    #[serde(default)]
    quick_exit: bool,
}

/// Reads the file and its translations; `None` if there is none, or if it has errors.
pub fn read(folder: &Path, forms: &BTreeSet<String>, errors: &mut Vec<FormError>) -> Option<Translated> {
    let path = folder.join(HELP_ME_CHOOSE);
    if !path.is_file() {
        return None;
    }
    let before = errors.len();
    let (file, raw) = File::read::<RawChoosing>(&path).map_err(|error| errors.push(error)).ok()?;
    let english = converted(&file, raw, errors);
    let found = english.errors(forms).into_iter();
    errors.extend(found.map(|error| file.error_in(&format!("key = \"{}\"", error.at), error.reason, error.instead)));
    let welsh = translation::read(&english, folder, Language::Welsh, errors).map(|welsh| (Language::Welsh, Arc::new(welsh)));
    let translations = welsh.into_iter().collect();
    (errors.len() == before).then(|| Translated { english: Arc::new(english), translations })
}

fn converted(file: &File, raw: RawChoosing, errors: &mut Vec<FormError>) -> HelpMeChoose {
    let mut question = |raw: RawQuestion| {
        let RawQuestion { key, title, intro, hint, missing, quick_exit, options } = raw;
        let options = options.into_iter().filter_map(|raw| option(file, raw, errors)).collect();
        ChoiceQuestion { key, title, intro, hint, missing, quick_exit, options }
    };
    let questions = raw.questions.into_iter().map(&mut question).collect();
    let result = |raw: RawResult| {
        let RawResult { key, title, urgent, body, forms, quick_exit } = raw;
        ChoiceResult { key, title, urgent, body, forms, quick_exit }
    };
    HelpMeChoose { questions, results: raw.results.into_iter().map(result).collect() }
}

fn option(file: &File, raw: Spanned<RawOption>, errors: &mut Vec<FormError>) -> Option<ChoiceOption> {
    let at = raw.span().start;
    let RawOption { value, label, hint, ask, result } = raw.into_inner();
    let leads_to = match (ask, result) {
        (Some(question), None) => LeadsTo::Question(question),
        (None, Some(result)) => LeadsTo::Result(result),
        _ => {
            errors.push(file.error_at(at, format!("the option \"{value}\" needs one of `ask` and `result`")));
            return None;
        }
    };
    Some(ChoiceOption { value, label, hint, leads_to })
}
