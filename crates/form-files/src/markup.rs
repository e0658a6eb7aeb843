//! Markup that people would see as it is written: in a text that has none, or wrong in one that has.

use super::{FormError, council_pages::LANGUAGES};
use form_engine::text::{plain, shown_markup};
use std::{
    fs,
    path::{Path, PathBuf},
};
use toml::de::{DeTable, DeValue};

/// The fields whose texts have markup. All others are shown as they are.
const WITH_MARKUP: [&str; 6] = ["body", "changes", "intro", "next", "urgent", "who"];
/// The folders of texts within a folder of forms. The figures of charging rules aren't texts.
const FOLDERS: [&str; 5] = ["", "parts", "cy", "cy/parts", LANGUAGES];

/// The errors in every text of every language.
pub fn errors(folder: &Path) -> Vec<FormError> {
    let files = FOLDERS.iter().flat_map(|within| toml_files(&folder.join(within)));
    // A file that can't be read is an error elsewhere.
    files
        .filter_map(|file| Some((fs::read_to_string(&file).ok()?, file)))
        .flat_map(|(text, file)| of_file(&file, &text))
        .collect()
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect();
    files.sort();
    files
}

fn of_file(file: &Path, source: &str) -> Vec<FormError> {
    let Ok(table) = DeTable::parse(source) else { return Vec::new() };
    let mut found = Vec::new();
    let at = |offset: usize| source.get(..offset).map_or(1, |before| 1 + before.matches('\n').count());
    in_table(table.get_ref(), &mut |field, text, offset| {
        if let Some((reason, instead)) = wrong(field, text) {
            found.push(FormError { file: file.into(), line: at(offset), reason, instead });
        }
    });
    found.sort_by_key(|error| error.line);
    found
}

/// Why people would see markup in a text, and what to do about it.
fn wrong(field: &str, text: &str) -> Option<(String, String)> {
    if let Some(shown) = shown_markup(text) {
        let instead =
            "markup may be bold text in a link or a link in bold text; addresses are https:, tel:, mailto: or a path";
        return Some((format!("\"{shown}\" in `{field}` can't be drawn"), instead.into()));
    }
    let is_shown = !WITH_MARKUP.contains(&field) && ["**", "]("].iter().any(|sign| text.contains(sign));
    is_shown.then(|| (format!("`{field}` is shown without markup"), format!("write \"{}\"", plain(text))))
}

/// Calls `each` with every text: its field, the text, and its byte offset.
fn in_table(table: &DeTable<'_>, each: &mut impl FnMut(&str, &str, usize)) {
    for (field, value) in table {
        in_value(field.get_ref(), value.get_ref(), value.span().start, each);
    }
}

fn in_value(field: &str, value: &DeValue<'_>, at: usize, each: &mut impl FnMut(&str, &str, usize)) {
    match value {
        DeValue::String(text) => each(field, text, at),
        DeValue::Table(table) => in_table(table, each),
        DeValue::Array(entries) => {
            entries.iter().for_each(|entry| in_value(field, entry.get_ref(), entry.span().start, each));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons(source: &str) -> Vec<(usize, String)> {
        of_file(Path::new("x.toml"), source).into_iter().map(|error| (error.line, error.reason)).collect()
    }

    #[test]
    fn markup_that_people_would_see_is_an_error() {
        assert!(reasons("[[pages]]\nintro = \"**call [999](tel:999)**\"\nlabel = \"Name\"").is_empty());
        assert_eq!(
            reasons("[[pages]]\n\nintro = \"**call [999](call:999)**\""),
            [(3, "\"](call:999)\" in `intro` can't be drawn".to_owned())]
        );
        let plain = "[questions.name]\nlabel = \"Your **full** name\"\n[questions.name.options]\nno = \"[No](/help)\"";
        let shown = |line, field: &str| (line, format!("`{field}` is shown without markup"));
        assert_eq!(reasons(plain), [shown(2, "label"), shown(4, "no")]);
    }
}
