//! Pages in other languages: a file for each in the folder `languages`, named by the tag of the language.

use super::{Found, file::File};
use crate::FormError;
use form_engine::{
    language::Language,
    language_page::{LanguagePage, is_tag},
    text::{Block, blocks},
};
use serde::Deserialize;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use toml::value::Datetime;

/// The folder, beside the forms.
pub const LANGUAGES: &str = "languages";

/// The most pages, and the most characters of their texts.
const MOST: usize = 30;
const LONGEST_NAME: usize = 40;
const LONGEST_TITLE: usize = 120;
const LONGEST_BODY: usize = 6000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPage {
    /// The language in the language itself.
    name: String,
    title: String,
    body: String,
    /// Who has checked the translation, and when. The page isn't shown without them.
    #[serde(default)]
    checked_by: String,
    checked_on: Option<Datetime>,
}

/// The pages that somebody has checked.
pub fn read(folder: &Path, found: &mut Found) -> Vec<Arc<LanguagePage>> {
    let files = files(&folder.join(LANGUAGES));
    if let Some(file) = files.get(MOST) {
        found.errors.push(FormError::of_file(file, format!("there are more than {MOST} pages in other languages")));
    }
    files.iter().take(MOST).filter_map(|file| page(file, found)).map(Arc::new).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect();
    files.sort();
    files
}

/// The page of a file, if it has no errors and was checked.
fn page(path: &Path, found: &mut Found) -> Option<LanguagePage> {
    let tag = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
    let (file, raw) = File::read::<RawPage>(path).map_err(|error| found.errors.push(error)).ok()?;
    let before = found.errors.len();
    found.errors.extend(wrong_tag(path, &tag));
    found.errors.extend(wrong_texts(&file, &raw));
    let day = raw.checked_on.filter(|on| on.date.is_some());
    if raw.checked_on.is_some() && day.is_none() {
        found.errors.push(file.error_in("checked_on", "`checked_on` isn't a date", "write it like 2026-05-14"));
    }
    if raw.checked_by.trim().is_empty() || day.is_none() {
        let reason = "nobody has checked the translation, so the page isn't shown";
        let instead = "let somebody who reads the language check it, and write `checked_by` and `checked_on`";
        found.lints.push(file.error_in("checked_", reason, instead));
        return None;
    }
    (found.errors.len() == before).then_some(LanguagePage { tag, name: raw.name, title: raw.title, body: raw.body })
}

fn wrong_tag(path: &Path, tag: &str) -> Option<FormError> {
    let error = |reason: String, instead: &str| FormError { instead: instead.into(), ..FormError::of_file(path, reason) };
    if !is_tag(tag) {
        let reason = format!("\"{tag}\" isn't the tag of a language");
        return Some(error(reason, "name the file like ar.toml, zh-Hant.toml or pt-BR.toml"));
    }
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
    let own = [Language::English, Language::Welsh].into_iter().find(|own| primary(own.tag()) == primary(tag))?;
    let reason = format!("the whole service is in \"{}\"", own.tag());
    Some(error(reason, "translate the forms instead, and put the language into the setting `languages`"))
}

fn wrong_texts(file: &File, raw: &RawPage) -> Vec<FormError> {
    let texts = [("name", &raw.name, LONGEST_NAME), ("title", &raw.title, LONGEST_TITLE), ("body", &raw.body, LONGEST_BODY)];
    let mut errors = Vec::new();
    for (field, text, longest) in texts {
        if text.trim().is_empty() {
            errors.push(file.error_in(field, format!("`{field}` is empty"), format!("write the text of `{field}`")));
        }
        if text.chars().count() > longest {
            errors.push(file.error_in(field, format!("`{field}` is longer than {longest} characters"), "make it shorter"));
        }
    }
    let has_paragraph = blocks(&raw.body).iter().any(|block| matches!(block, Block::Paragraph(_)));
    if !raw.body.contains("{phone}") || !has_paragraph {
        errors.push(file.error_in("body", "`body` doesn't say which number to call", "write a paragraph with {phone}"));
    }
    errors
}
