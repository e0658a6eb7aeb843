//! All errors and warnings for a folder of forms: `care-online forms check`.

use super::{
    FormError, FormErrors, Publication, Version,
    council_pages::{self, CouncilPages, HELP_ME_CHOOSE, LANGUAGES, Translated},
    form_files, hashed, located, markup, read_file,
    source::{self, Source},
};
use form_engine::{
    choosing::HelpMeChoose,
    definition::{Content, Form, Page, QuestionKind},
    lint,
    text::{Block, Span, blocks},
};
use plain_english::Lists;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// A version with drafts that haven't been submitted.
pub struct LiveVersion {
    /// The version.
    pub version: Version,
    /// The number of its drafts.
    pub drafts: i64,
}

/// The result of a check.
#[derive(Default)]
pub struct Checked {
    /// The forms that could be read.
    pub forms: Vec<Version>,
    /// The other pages that could be read.
    pub pages: CouncilPages,
    /// Errors that must be fixed before the forms can be published.
    pub wrong: Vec<FormError>,
    /// Warnings about what may be intended.
    pub lints: Vec<FormError>,
}

/// Checks a folder. `live` are the versions that have drafts.
pub fn check(folder: &Path, live: &[LiveVersion]) -> Checked {
    let mut checked = Checked::default();
    let files = match form_files(folder) {
        Ok(files) => files,
        Err(FormErrors(wrong)) => return Checked { wrong, ..checked },
    };
    let mut sources: Vec<(Source, Publication)> = Vec::new();
    for file in files {
        match (source::read(&file), read_file(&file)) {
            (Ok(source), Ok(publication)) => sources.push((source, publication)),
            (Err(found), _) | (_, Err(found)) => checked.wrong.extend(found.0),
        }
    }
    let keys: BTreeSet<String> = sources.iter().map(|(source, _)| source.form.key.clone()).collect();
    if keys.len() != sources.len() {
        checked.wrong.push(FormError::of_file(folder, "two forms have the same key"));
    }
    for (source, publication) in &sources {
        let form = &source.form;
        checked.wrong.extend(broken_links(source, &keys));
        checked.lints.extend(lint::lints(form).into_iter().map(|lint| located(source, lint)));
        checked.lints.extend(lost_answers(source, live));
        checked.lints.extend(missing_translation(source, publication, &sources));
    }
    let found = council_pages::find(folder, &keys);
    checked.wrong.extend(found.errors);
    checked.lints.extend(found.lints);
    checked.wrong.extend(broken_links_of_pages(folder, &found.pages, &keys));
    checked.lints.extend(untranslated_questions(folder, &found.pages, &sources));
    checked.pages = found.pages;
    checked.wrong.extend(markup::errors(folder));
    checked.wrong.extend(readability(folder));
    let publications = sources.into_iter().map(|(_, publication)| publication).collect();
    checked.forms = hashed(publications).unwrap_or_default();
    checked
}

/// Links to forms that don't exist.
fn broken_links(source: &Source, keys: &BTreeSet<String>) -> Vec<FormError> {
    let mut found = Vec::new();
    let mut to = |at: &str, key: &str| {
        if !keys.contains(key) {
            let (file, line) = source.locate(at);
            let reason = format!("it leads to the form \"{key}\", which isn't in the folder");
            let instead = format!("there are: {}", keys.iter().cloned().collect::<Vec<_>>().join(", "));
            found.push(FormError { file, line, reason, instead });
        }
    };
    let form = &source.form;
    for question in form.all_questions() {
        match &question.kind {
            QuestionKind::Link { to: key, body } => {
                to(&question.key, key);
                for key in linked_forms(body) {
                    to(&question.key, &key);
                }
            }
            QuestionKind::Notice { body, .. } => {
                for key in linked_forms(body) {
                    to(&question.key, &key);
                }
            }
            _ => {}
        }
    }
    for page in form.pages() {
        texts(page).flat_map(linked_forms).for_each(|key| to(&page.slug, &key));
    }
    form.reuse_rules.iter().map(|rule| &rule.from).chain(&form.after.often).for_each(|key| to(&form.key, key));
    found
}

/// The same in "Help me choose" and in pages in other languages.
fn broken_links_of_pages(folder: &Path, pages: &CouncilPages, keys: &BTreeSet<String>) -> Vec<FormError> {
    let mut texts = Vec::new();
    for choosing in pages.help_me_choose.iter().flat_map(Translated::all) {
        HelpMeChoose::clone(choosing).each_text(&mut |text| texts.push((HELP_ME_CHOOSE.to_owned(), text.clone())));
    }
    texts.extend(pages.languages.iter().map(|page| (format!("{LANGUAGES}/{}.toml", page.tag), page.body.clone())));
    let linked = texts.iter().flat_map(|(file, text)| linked_forms(text).into_iter().map(move |key| (file, key)));
    linked
        .filter(|(_, key)| !keys.contains(key))
        .map(|(file, key)| {
            FormError::of_file(&folder.join(file), format!("it links to the form \"{key}\", which isn't in the folder"))
        })
        .collect()
}

/// "Help me choose" without a translation, if forms have one.
fn untranslated_questions(folder: &Path, pages: &CouncilPages, all: &[(Source, Publication)]) -> Option<FormError> {
    let choosing = pages.help_me_choose.as_ref()?;
    let mut spoken = all.iter().flat_map(|(_, publication)| publication.translations.keys());
    let missing = spoken.find(|language| !choosing.translations.contains_key(language))?;
    let reason = format!("the questions aren't translated into \"{}\", but forms are", missing.tag());
    let instead = "people who read that language get them in English".into();
    Some(FormError { instead, ..FormError::of_file(&folder.join(HELP_ME_CHOOSE), reason) })
}

fn texts(page: &Page) -> impl Iterator<Item = &str> {
    let body = match &page.content {
        Content::Text(body) | Content::Stop(body) => Some(body.as_str()),
        Content::Questions(_) | Content::List(_) => None,
    };
    body.into_iter().chain(page.intro.as_deref())
}

/// The forms that a text links to.
fn linked_forms(text: &str) -> Vec<String> {
    let spans = blocks(text).into_iter().flat_map(|block| match block {
        Block::Heading(spans) | Block::Paragraph(spans) => spans,
        Block::List(items) => items.into_iter().flatten().collect(),
    });
    spans.flat_map(forms_of).collect()
}

fn forms_of(span: Span) -> Vec<String> {
    match span {
        Span::Text(_) => Vec::new(),
        Span::Bold(inner) => inner.into_iter().flat_map(forms_of).collect(),
        Span::Link { to, .. } => to.strip_prefix("/forms/").map(str::to_owned).into_iter().collect(),
    }
}

/// Answers in drafts that don't fit the new version.
fn lost_answers(source: &Source, begun: &[LiveVersion]) -> Vec<FormError> {
    let form = &source.form;
    let mut drafts: BTreeMap<String, i64> = BTreeMap::new();
    for old in begun.iter().filter(|old| old.version.publication.form.key == form.key) {
        for key in lint::lost_answers(&old.version.publication.form, form) {
            *drafts.entry(key).or_default() += old.drafts;
        }
    }
    let lint = |(key, count): (String, i64)| {
        let (file, line) = source.locate(&key);
        let reason = format!("{count} drafts may have an answer to \"{key}\" that doesn't fit this version");
        let instead = "keep the key and its options, or say in `changes` what people should do".to_owned();
        FormError { file, line, reason, instead }
    };
    drafts.into_iter().map(lint).collect()
}

/// Languages that other forms of the folder have been translated into but this one hasn't.
fn missing_translation(source: &Source, own: &Publication, all: &[(Source, Publication)]) -> Option<FormError> {
    let spoken = all.iter().flat_map(|(_, publication)| publication.translations.keys());
    let missing = spoken.into_iter().find(|language| !own.translations.contains_key(language))?;
    let (file, line) = source.locate(&source.form.key);
    let reason = format!("the form isn't translated into \"{}\", but other forms are", missing.tag());
    Some(FormError { file, line, reason, instead: "people who read that language get it in English".into() })
}

/// Texts that are hard to read.
fn readability(folder: &Path) -> Vec<FormError> {
    let of_tool = |error: plain_english::Error| FormError {
        file: error.file.into(),
        line: error.line.unwrap_or(1),
        reason: error.reason,
        instead: String::new(),
    };
    let lists = match Lists::built_in() {
        Ok(lists) => lists,
        Err(error) => return vec![of_tool(error)],
    };
    // The word lists name files as in a checkout: "forms/care-needs.toml".
    let (root, name) = match (folder.parent(), folder.file_name().and_then(|name| name.to_str())) {
        (Some(root), Some(name)) => (root, name),
        _ => (Path::new(""), folder.to_str().unwrap_or_default()),
    };
    let parts = match plain_english::forms::parts(root, name) {
        Ok(parts) => parts,
        Err(error) => return vec![of_tool(error)],
    };
    let findings = plain_english::check(&parts, &lists).findings;
    let hard = |finding: plain_english::Finding| FormError {
        file: root.join(&finding.file),
        line: finding.line.unwrap_or(1),
        reason: format!("{}: {}", finding.key, finding.wrong),
        instead: finding.instead,
    };
    findings.into_iter().map(hard).collect()
}

/// How a new set of forms differs from the set in use.
pub fn differences(before: &[Version], after: &[Version]) -> Vec<String> {
    let find = |set: &[Version], form: &Form| {
        set.iter().find(|version| version.publication.form.key == form.key).map(|version| version.hash.clone())
    };
    let told = |version: &Version| {
        let form = &version.publication.form;
        match find(before, form) {
            None => format!("{}: new", form.key),
            Some(hash) if hash == version.hash => format!("{}: as it was", form.key),
            Some(_) => format!("{}: another version", form.key),
        }
    };
    let gone = before.iter().filter(|version| find(after, &version.publication.form).is_none());
    let gone =
        gone.map(|version| format!("{}: no longer offered; drafts of it may be finished", version.publication.form.key));
    after.iter().map(told).chain(gone).collect()
}
