//! The rules for a single text.

use crate::{
    Finding, Rule,
    avoid::{Avoid, avoided},
    measured::{Measured, Sentence, age_of, words_in},
};
use std::collections::BTreeSet;

/// The most words in a sentence, as in the GOV.UK style guide.
const SENTENCE_BUDGET: usize = 25;
/// The highest reading age of a single sentence, for which a formula may be four years off; for a text of a few
/// sentences, two years.
const SINGLE_BUDGET: u8 = 13;
const TEXT_BUDGET: u8 = 11;
/// A word with this many syllables is hard, unless it is familiar.
const HARD_WORD_SYLLABLES: usize = 4;
/// A sentence with fewer words is too short to measure.
const SENTENCE_WORDS: usize = 12;

pub fn findings(text: &Measured<'_>, avoid: &[Avoid]) -> Vec<Finding> {
    let mut found: Vec<Finding> = long_sentences(text).collect();
    found.extend(hard_text(text));
    found.extend(hard_words(text));
    found.extend(words_to_avoid(text, avoid));
    found
}

fn long_sentences(text: &Measured<'_>) -> impl Iterator<Item = Finding> {
    text.sentences.iter().filter(|sentence| sentence.words.len() > SENTENCE_BUDGET).map(|sentence| Finding {
        text: sentence.text.clone(),
        wrong: format!("{} words in one sentence", sentence.words.len()),
        instead: format!("split it, or say less: at most {SENTENCE_BUDGET} words"),
        ..about(text, Rule::LongSentence)
    })
}

fn hard_text(text: &Measured<'_>) -> Option<Finding> {
    let sentences: Vec<&Sentence> = text.whole_sentences().collect();
    let is_single = sentences.len() == 1;
    if is_single && words_in(sentences.iter().copied()) < SENTENCE_WORDS {
        return None;
    }
    too_hard(&sentences, if is_single { SINGLE_BUDGET } else { TEXT_BUDGET }, about(text, Rule::HardText))
}

fn hard_words(text: &Measured<'_>) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let words = text.sentences.iter().flat_map(|sentence| &sentence.words);
    let hard = words.filter(|word| !word.familiar && word.syllables >= HARD_WORD_SYLLABLES);
    hard.filter(|word| seen.insert(&word.word))
        .map(|word| Finding {
            wrong: format!("\"{}\" is a hard word", word.word),
            instead: "say it in shorter words".into(),
            ..about(text, Rule::HardWord)
        })
        .collect()
}

fn words_to_avoid(text: &Measured<'_>, avoid: &[Avoid]) -> impl Iterator<Item = Finding> {
    avoided(&text.text.text, avoid).into_iter().map(|(word, instead)| Finding {
        wrong: format!("\"{word}\""),
        instead: instead.into(),
        ..about(text, Rule::Avoid)
    })
}

/// The finding, if the reading age of the sentences is above the budget.
pub fn too_hard(sentences: &[&Sentence], budget: u8, finding: Finding) -> Option<Finding> {
    // Rounded as it is printed, so that "9.0" is never above 9.
    let age = format!("{:.1}", age_of(sentences)?);
    let is_hard = age.parse::<f64>().is_ok_and(|age| age > f64::from(budget));
    is_hard.then(|| Finding {
        wrong: format!("reading age {age}"),
        instead: format!("use shorter words and sentences: at most {budget}"),
        ..finding
    })
}

/// A finding about a text, with `wrong` and `instead` still empty.
fn about(text: &Measured<'_>, rule: Rule) -> Finding {
    let text = text.text;
    Finding {
        file: text.file.clone(),
        key: text.key.clone(),
        line: text.line,
        rule,
        text: text.text.clone(),
        wrong: String::new(),
        instead: String::new(),
    }
}
