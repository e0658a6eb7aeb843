//! Finds words to avoid. The list is `avoid.toml`.

use crate::prose::plain;
use regex::Regex;
use std::{cmp::Reverse, sync::LazyLock};

/// Words to avoid, made ready for looking.
#[derive(Debug, Clone)]
pub struct Avoid {
    pub words: Regex,
    /// Phrases in which a word is right.
    pub unless: Option<Regex>,
    pub instead: String,
}

static SPACES: LazyLock<Regex> = LazyLock::new(|| crate::prose::pattern(r"\s+"));

/// Each word to avoid in a text, with what to say instead.
pub fn avoided<'r>(text: &str, rules: &'r [Avoid]) -> Vec<(String, &'r str)> {
    // A line below is a letter to the pattern's ends of words, but to nobody else.
    let text = plain(text).replace('’', "'").replace('_', " ");
    let text = SPACES.replace_all(&text, " ");
    let mut found = Vec::new();
    for rule in rules {
        // Few texts have the word at all: what makes it right needn't be looked for in the others.
        if !rule.words.is_match(&text) {
            continue;
        }
        let read = rule.unless.as_ref().map_or_else(|| text.clone(), |unless| unless.replace_all(&text, "…"));
        found.extend(rule.words.find_iter(&read).map(|word| (word.as_str().to_owned(), rule.instead.as_str())));
    }
    found
}

/// Matches any of the phrases where it stands by itself; the longest, where one begins like another.
pub fn any_of(phrases: &[String]) -> Result<Regex, regex::Error> {
    let mut phrases: Vec<&String> = phrases.iter().collect();
    phrases.sort_by_key(|phrase| Reverse(phrase.chars().count()));
    let patterns: Vec<String> = phrases.iter().map(|phrase| regex::escape(phrase).replace(r"\*", r"[\p{L}'-]*")).collect();
    Regex::new(&format!(r"(?i)\b{{start-half}}(?:{})\b{{end-half}}", patterns.join("|")))
}
