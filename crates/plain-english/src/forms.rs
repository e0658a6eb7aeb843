//! The English texts of the forms. Every text that residents read is measured, in whatever table it is. So a new field
//! of form files (`docs/forms.md`) stops the check until it is in one of the lists in `fields.rs`.

mod fields;
mod place;

use crate::{Document, Error, Text, files};
use fields::{ENTRIES_WITH_NAMES, SKIPPED};
use place::{FormPosition, string};
use std::{collections::BTreeMap, path::Path};
use toml::de::{DeArray, DeTable, DeValue};

/// One document for each form of a folder, with the shared pages that it uses. File names are relative to `root`.
pub fn parts(root: &Path, folder: &str) -> Result<Vec<Document>, Error> {
    let shared = read_all(root, &format!("{folder}/parts"))?;
    let mut parts = Vec::new();
    for form in read_all(root, folder)?.into_values() {
        let used = form.uses.iter().filter_map(|part| shared.get(part));
        let texts = form.texts.iter().chain(used.flat_map(|part| &part.texts)).cloned().collect();
        parts.push(Document { name: form.name, texts });
    }
    Ok(parts)
}

/// A form, a shared page, or another file of the folder.
struct File {
    name: String,
    texts: Vec<Text>,
    uses: Vec<String>,
}

/// The files of a folder, by name without the extension.
fn read_all(root: &Path, folder: &str) -> Result<BTreeMap<String, File>, Error> {
    let mut all = BTreeMap::new();
    for name in files::names(root, folder, ".toml")? {
        let file = format!("{folder}/{name}");
        let source = files::read(root, &file)?;
        all.insert(name.trim_end_matches(".toml").to_owned(), read(file, &source)?);
    }
    Ok(all)
}

fn read(name: String, source: &str) -> Result<File, Error> {
    let table = DeTable::parse(source).map_err(|error| Error::of_toml(&name, source, &error))?;
    let mut reader = Reader { file: &name, texts: Vec::new(), uses: Vec::new() };
    let read = reader.table(table.get_ref(), &FormPosition::default());
    read.map_err(|(at, reason)| Error { line: Some(line_of(source, at)), ..Error::of_file(&name, reason) })?;
    // Tables are sorted by name, but people read the file from the top.
    reader.texts.sort_by_key(|(at, _)| *at);
    let (texts, uses) = (in_lines(source, reader.texts), reader.uses);
    Ok(File { name, texts, uses })
}

/// The texts with their lines. Expects them in the order of the file.
fn in_lines(source: &str, texts: Vec<(usize, Text)>) -> Vec<Text> {
    let (mut counted, mut line) = (0, 1);
    let with_line = |(at, text): (usize, Text)| {
        line += newlines(source.get(counted..at));
        counted = at;
        Text { line: Some(line), ..text }
    };
    texts.into_iter().map(with_line).collect()
}

fn line_of(source: &str, at: usize) -> usize {
    1 + newlines(source.get(..at))
}

fn newlines(text: Option<&str>) -> usize {
    text.map_or(0, |text| text.bytes().filter(|&byte| byte == b'\n').count())
}

/// Collects the texts of a file, each with its byte offset.
struct Reader<'f> {
    file: &'f str,
    texts: Vec<(usize, Text)>,
    uses: Vec<String>,
}

/// The byte offset at which reading failed, and the reason.
type Stop = (usize, String);

impl Reader<'_> {
    fn table(&mut self, table: &DeTable<'_>, place: &FormPosition) -> Result<(), Stop> {
        self.uses.extend(string(table, "use").map(Into::into));
        let place = place.on_page_of(table);
        for (field, value) in table {
            let (field, at) = (field.get_ref().as_ref(), field.span().start);
            match value.get_ref() {
                _ if SKIPPED.contains(&field) => {}
                DeValue::Table(table) => self.table(table, &place.under(field))?,
                DeValue::Array(list) => self.list(field, list, &place)?,
                DeValue::String(text) => self.text(field, text, at, &place.under(field))?,
                _ => {}
            }
        }
        Ok(())
    }

    fn list(&mut self, field: &str, list: &DeArray<'_>, place: &FormPosition) -> Result<(), Stop> {
        let place = if ENTRIES_WITH_NAMES.contains(&field) { place.clone() } else { place.under(field) };
        for (index, entry) in list.iter().enumerate() {
            let number = index + 1;
            match entry.get_ref() {
                DeValue::Table(table) => self.table(table, &place.entry(field, table, number))?,
                DeValue::String(text) => self.text(field, text, entry.span().start, &place.under(&number.to_string()))?,
                _ => {}
            }
        }
        Ok(())
    }

    fn text(&mut self, field: &str, text: &str, at: usize, place: &FormPosition) -> Result<(), Stop> {
        let Some(read) = fields::is_read(field, &place.list) else {
            return Err((at, format!("do residents read `{field}`? Say so in crates/plain-english/src/forms/fields.rs")));
        };
        if read {
            let (file, key, page) = (self.file.into(), place.path.clone(), place.page.clone());
            self.texts.push((at, Text { file, page, key, text: text.into(), line: None }));
        }
        Ok(())
    }
}
