//! The reading age: the age at which a child reads a text easily.
//!
//! Three formulas use the length of sentences and one more measure each: Flesch-Kincaid syllables, the Automated
//! Readability Index letters, Dale-Chall unfamiliar words. All were made for passages of at least a hundred words, and
//! each is wrong about short ones in its own way: one "organisation" in a hint of ten words is enough. The median of
//! the three is wrong only if two of them are, so we use that. Fragments, such as the label "First name", are left out:
//! as very short sentences they would make everything else look easier than it is.
//!
//! The formulas are from packages of <https://github.com/words>: `LICENSE-words`.

use crate::vocabulary::Weight;

/// American children are in grade N at the age of N + 5.
const AGE_IN_GRADE_0: f64 = 5.0;
/// A text of fewer words without a full stop or the like at its end is a fragment.
const SENTENCE: usize = 8;
/// Dale-Chall: a text with a larger share of unfamiliar words gets a surcharge.
const MANY_DIFFICULT: f64 = 0.05;

/// Whether a text is a sentence, not a fragment.
pub fn is_whole(text: &str, words: usize) -> bool {
    words >= SENTENCE || text.trim_end_matches(['"', '”', ')', '*']).ends_with(['.', '?', '!'])
}

/// The reading age in years, from the number of sentences and their words. `None` if there are no words.
pub fn reading_age<'w>(sentences: usize, words: impl Iterator<Item = &'w Weight>) -> Option<f64> {
    let mut counts = Counts { sentences: number(sentences), ..Counts::default() };
    for word in words {
        counts.words += 1.0;
        counts.letters += number(word.letters);
        counts.syllables += number(word.syllables);
        counts.difficult += if word.familiar { 0.0 } else { 1.0 };
    }
    if counts.words == 0.0 || counts.sentences == 0.0 {
        return None;
    }
    let mut grades = [counts.flesch_kincaid(), counts.automated_readability(), counts.dale_chall()];
    grades.sort_by(f64::total_cmp);
    let [_, middle, _] = grades;
    Some(middle + AGE_IN_GRADE_0)
}

#[derive(Default)]
struct Counts {
    sentences: f64,
    words: f64,
    letters: f64,
    syllables: f64,
    difficult: f64,
}

impl Counts {
    fn flesch_kincaid(&self) -> f64 {
        0.39 * (self.words / self.sentences) + 11.8 * (self.syllables / self.words) - 15.59
    }

    fn automated_readability(&self) -> f64 {
        4.71 * (self.letters / self.words) + 0.5 * (self.words / self.sentences) - 21.43
    }

    /// The Dale-Chall table has two grades per point: 5 is grade 5, 6 is grade 7.
    fn dale_chall(&self) -> f64 {
        let difficult = self.difficult / self.words;
        let more = if difficult > MANY_DIFFICULT { 3.6365 } else { 0.0 };
        2.0 * (0.1579 * difficult * 100.0 + 0.0496 * self.words / self.sentences + more) - 5.0
    }
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The figures are from the packages' own tests.
    #[test]
    fn the_formulas_agree_with_their_sources() {
        let counts = Counts { sentences: 1.0, words: 13.0, letters: 61.0, syllables: 26.0, difficult: 3.0 };
        let rounded = |grade: f64| format!("{grade:.3}");
        assert_eq!(rounded(counts.flesch_kincaid()), "13.080");
        assert_eq!(rounded(counts.automated_readability()), "7.171");
        assert_eq!(rounded(counts.dale_chall()), rounded(2.0 * 7.925_146_153_846_153 - 5.0));
    }

    #[test]
    fn a_fragment_is_short_and_has_no_final_punctuation() {
        assert!(!is_whole("First name", 2));
        assert!(is_whole("Who? (“You.”)", 2));
        assert!(is_whole("a b c d e f g h", 8));
    }
}
