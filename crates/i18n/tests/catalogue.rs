//! Checks the catalogue: every message exists in every language and is used.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser::parse,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The messages of a language, with the values they use.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    for file in files(&root().join("crates/i18n").join(language), "ftl") {
        let text = fs::read_to_string(&file).unwrap();
        let resource = parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                let mut values = BTreeSet::new();
                message.value.iter().for_each(|pattern| find(pattern, &mut values));
                let before = messages.insert(message.id.name.to_owned(), values);
                assert!(before.is_none(), "{}: \"{}\" is defined twice", file.display(), message.id.name);
            }
        }
    }
    messages
}

fn find(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, &[][..]),
            Expression::Select { selector, variants } => (selector, variants.as_slice()),
        };
        if let InlineExpression::VariableReference { id } = inline {
            values.insert(id.name.to_owned());
        }
        for variant in variants {
            find(&variant.value, values);
        }
    }
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
    found
}

#[test]
fn welsh_has_every_message() {
    let (english, welsh) = (messages("en-GB"), messages("cy"));
    let missing: Vec<_> = english.keys().filter(|name| !welsh.contains_key(*name)).collect();
    assert!(missing.is_empty(), "missing in Welsh: {missing:?}");
    let extra: Vec<_> = welsh.keys().filter(|name| !english.contains_key(*name)).collect();
    assert!(extra.is_empty(), "in Welsh but not in English: {extra:?}");
}

#[test]
fn every_language_uses_the_same_values() {
    let (english, welsh) = (messages("en-GB"), messages("cy"));
    // In Welsh, validation errors repeat the question instead of naming the answer, and there are no articles.
    let other = |name: &str| name.starts_with("fault-") || ["list-add-about", "list-add-title"].contains(&name);
    for (name, values) in english.iter().filter(|(name, _)| !other(name)) {
        if let Some(theirs) = welsh.get(name) {
            assert_eq!(values, theirs, "{name}");
        }
    }
}

#[test]
fn every_message_is_used() {
    let mut source = String::new();
    for folder in ["app/src", "server/src", "crates"] {
        for file in files(&root().join(folder), "rs") {
            source.push_str(&fs::read_to_string(file).unwrap());
        }
    }
    let texts: String =
        files(&root().join("crates/i18n/en-GB"), "ftl").into_iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let used =
        |name: &str| source.contains(&format!(".{}(", name.replace('-', "_"))) || texts.contains(&format!("{{ {name} }}"));
    let unused: Vec<_> = messages("en-GB").into_keys().filter(|name| !used(name)).collect();
    assert!(unused.is_empty(), "never used: {unused:?}");
}
