//! Splits a text into sentences and words, without its markup.

use crate::placeholders::{EMAIL, sample};
use regex::{Captures, Regex};
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

pub struct Sentence {
    pub text: String,
    pub words: Vec<String>,
}

/// A pattern that is fixed in the code.
#[expect(clippy::expect_used, reason = "the patterns are fixed, and the tests use each of them")]
pub fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern that can be read")
}

/// `[words](address)`
static LINK: LazyLock<Regex> = LazyLock::new(|| pattern(r"\[([^\]]*)\]\([^)]*\)"));
static BOLD_OR_TAG: LazyLock<Regex> = LazyLock::new(|| pattern(r"\*\*|<[^>]+>"));
static BULLET_OR_HEADING: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?m)^[ \t]*(-|#+) +"));
/// `{phone}`
static SETTING: LazyLock<Regex> = LazyLock::new(|| pattern(r"\{ *([a-z_]+) *\}"));
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\S+@\S+\w"));
static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"[0-9][0-9 ,.:]*[0-9]"));
static AND: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\w)&(\w)\b"));

/// The text without Markdown or tags, and with samples for the settings that forms have in braces.
pub fn plain(text: &str) -> String {
    let text = LINK.replace_all(text, "$1");
    let text = BOLD_OR_TAG.replace_all(&text, "");
    let text = BULLET_OR_HEADING.replace_all(&text, "");
    SETTING.replace_all(&text, |found: &Captures<'_>| sample(found.get(1).map_or("", |name| name.as_str()))).trim().into()
}

/// The sentences with their words. The end of a line ends a sentence, as a line is a heading, paragraph or bullet.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for line in plain(text).lines().map(joined) {
        for sentence in line.split_sentence_bounds() {
            let words: Vec<String> = sentence.unicode_words().map(|word| word.replace('’', "'")).collect();
            if !words.is_empty() {
                sentences.push(Sentence { text: sentence.trim().into(), words });
            }
        }
    }
    sentences
}

/// Joins what readers see as a unit, so that it counts as one word: "020 7946 0000", "£14,250", "A&E". An email address
/// becomes the sample.
fn joined(line: &str) -> String {
    let line = ADDRESS.replace_all(line, EMAIL);
    let digits = |found: &Captures<'_>| found.get(0).map_or("", |number| number.as_str()).replace([' ', ',', '.', ':'], "");
    let line = NUMBER.replace_all(&line, digits);
    AND.replace_all(&line, "$1$2").into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        sentences(text).iter().map(|sentence| sentence.words.join(" ")).collect()
    }

    #[test]
    fn marks_are_not_words() {
        assert_eq!(read("## Call us\n- **Now** or [later](tel:999)\n- <b>Never</b>"), ["Call us", "Now or later", "Never"]);
    }

    #[test]
    fn compound_words_count_as_one_word() {
        assert_eq!(read("Call 020 7946 0000 at 10:30."), ["Call 02079460000 at 1030"]);
        assert_eq!(read("It’s £14,250 for A&E"), ["It's 14250 for AE"]);
        assert_eq!(read("Write to ann@example.com."), ["Write to our email address"]);
    }

    #[test]
    fn placeholders_are_read_as_short_texts() {
        assert_eq!(read("Call {phone}. Ask { council }."), ["Call 01632960000", "Ask the council"]);
    }
}
