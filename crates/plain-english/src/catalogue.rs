//! The English texts of the message catalogue: Fluent files (<https://projectfluent.org>), one document each.

mod reading;

use crate::{Document, Error, Text, files};
use fluent_syntax::{
    ast::{Attribute, Entry, Pattern},
    parser::{ParserError, parse},
};
use reading::{Patterns, readings};
use std::path::Path;

/// One document for each file of a folder. File names are relative to `root`.
pub fn parts(root: &Path, folder: &str) -> Result<Vec<Document>, Error> {
    let names = files::names(root, folder, ".ftl")?;
    let read = |name| {
        let file = format!("{folder}/{name}");
        read(&files::read(root, &file)?, &file).map(|entries| (file, entries))
    };
    let files = names.into_iter().map(read).collect::<Result<Vec<_>, Error>>()?;
    let patterns = files.iter().flat_map(|(_, entries)| entries).flat_map(patterns_of).collect();
    Ok(files.iter().map(|(file, entries)| part(file, entries, &patterns)).collect())
}

fn part(file: &str, entries: &[Entry<String>], patterns: &Patterns<'_>) -> Document {
    let mut texts = Vec::new();
    for (key, pattern) in entries.iter().filter(|entry| matches!(entry, Entry::Message(_))).flat_map(patterns_of) {
        let text = |text| Text { file: file.into(), page: None, key: key.clone(), text, line: None };
        texts.extend(readings(pattern, patterns).into_iter().map(text));
    }
    Document { name: file.into(), texts }
}

fn read(source: &str, file: &str) -> Result<Vec<Entry<String>>, Error> {
    let broken = |errors: Vec<ParserError>| {
        let at = errors.first().and_then(|error| source.get(..error.pos.start));
        let reason = errors.first().map_or_else(String::new, ToString::to_string);
        Error {
            line: at.map(|before| before.matches('\n').count() + 1),
            ..Error::of_file(file, format!("it can't be read: {reason}"))
        }
    };
    parse(source.to_owned()).map(|resource| resource.body).map_err(|(_, errors)| broken(errors))
}

/// The patterns of an entry and its attributes, with their names.
fn patterns_of(entry: &Entry<String>) -> Vec<(String, &Pattern<String>)> {
    let (name, value, attributes) = match entry {
        Entry::Message(message) => (message.id.name.clone(), message.value.as_ref(), &message.attributes),
        Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
        _ => return Vec::new(),
    };
    let attribute = |attribute: &'_ Attribute<String>| format!("{name}.{}", attribute.id.name);
    let attributes: Vec<_> = attributes.iter().map(|own| (attribute(own), &own.value)).collect();
    value.map(|value| (name, value)).into_iter().chain(attributes).collect()
}
