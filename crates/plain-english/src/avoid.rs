//! Finds words to avoid. The list is `avoid.toml`.

use crate::prose::plain;
use regex::Regex;
use std::{cmp::Reverse, sync::LazyLock};

/// An entry of `avoid.toml` as patterns.
#[derive(Debug, Clone)]
pub struct Avoid {
    pub words: Regex,
    /// Phrases in which the word is allowed.
    pub unless: Option<Regex>,
    pub instead: String,
}

static SPACES: LazyLock<Regex> = LazyLock::new(|| crate::prose::pattern(r"\s+"));

/// Each word to avoid that is in a text, with what to say instead.
pub fn avoided<'r>(text: &str, rules: &'r [Avoid]) -> Vec<(String, &'r str)> {
    // An underscore counts as a letter for the pattern's word boundaries, so it becomes a space.
    let text = plain(text).replace('’', "'").replace('_', " ");
    let text = SPACES.replace_all(&text, " ");
    let mut found = Vec::new();
    for rule in rules {
        // Few texts have the word at all: skip the search for exceptions in the others.
        if !rule.words.is_match(&text) {
            continue;
        }
        let read = rule.unless.as_ref().map_or_else(|| text.clone(), |unless| unless.replace_all(&text, "…"));
        found.extend(rule.words.find_iter(&read).map(|word| (word.as_str().to_owned(), rule.instead.as_str())));
    }
    found
}

/// A pattern for any of the phrases as whole words, the longest first. `*` matches the rest of a word.
pub fn any_of(phrases: &[String]) -> Result<Regex, regex::Error> {
    let mut phrases: Vec<&String> = phrases.iter().collect();
    phrases.sort_by_key(|phrase| Reverse(phrase.chars().count()));
    let patterns: Vec<String> = phrases.iter().map(|phrase| regex::escape(phrase).replace(r"\*", r"[\p{L}'-]*")).collect();
    Regex::new(&format!(r"(?i)\b{{start-half}}(?:{})\b{{end-half}}", patterns.join("|")))
}
