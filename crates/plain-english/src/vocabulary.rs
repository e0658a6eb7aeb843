//! Which words a nine-year-old knows: the Dale-Chall list of 3,000 words (each known by four in five American children
//! of that age), their usual forms, and the terms in `familiar.toml`.

use crate::{lists::lines, syllables::syllables};
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    rc::Rc,
    sync::LazyLock,
};

static LISTED: LazyLock<HashSet<&str>> = LazyLock::new(|| lines(include_str!("../lists/dale-chall.txt")).collect());

/// Endings, and what may replace them. Of endings that end alike, the longest is first.
const ENDINGS: [(&[&str], &[&str]); 8] = [
    (&["'s", "'"], &[""]),
    (&["s"], &[""]),
    (&["es"], &[""]),
    (&["ies"], &["y"]),
    (&["ed", "d", "ing", "er", "est", "ly"], &["", "e"]),
    (&["ied", "ier", "iest", "ily"], &["y"]),
    (&["n"], &[""]),
    // The list is American.
    (&["tre"], &["ter"]),
];
/// "stopped" is "stop".
const AFTER_DOUBLED: [&str; 4] = ["ed", "ing", "er", "est"];

/// The measures of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weight {
    pub word: String,
    pub letters: usize,
    pub syllables: usize,
    pub familiar: bool,
}

pub struct Vocabulary {
    /// Sorted by the number of words, the longest first.
    terms: Vec<Term>,
    forms: HashMap<String, Rc<Forms>>,
}

struct Term {
    name: String,
    words: Vec<String>,
    needed: bool,
}

/// A word and the words that it may be a form of: "carers'" is "carer" and "care", "neighbours" is "neighbor".
struct Forms {
    words: BTreeSet<String>,
    listed: bool,
}

impl Vocabulary {
    pub fn new(terms: &[String]) -> Self {
        let term = |term: &String| Term {
            name: term.clone(),
            words: term.to_lowercase().split(' ').map(Into::into).collect(),
            needed: false,
        };
        let mut terms: Vec<Term> = terms.iter().map(term).collect();
        terms.sort_by_key(|term| std::cmp::Reverse(term.words.len()));
        Self { terms, forms: HashMap::new() }
    }

    /// Measures each word of a sentence: letters, syllables, and whether it is familiar.
    pub fn measure(&mut self, words: &[String]) -> Vec<Weight> {
        let all: Vec<(&String, Rc<Forms>)> = words.iter().map(|word| (word, self.forms(word))).collect();
        let mut weights = Vec::with_capacity(all.len());
        while let Some(rest @ [(word, forms), ..]) = all.get(weights.len()..) {
            match self.term_of(rest) {
                Some(length) => weights.extend(rest.iter().take(length).map(|(word, _)| known(word))),
                None => weights.push(weight(word, forms)),
            }
        }
        weights
    }

    /// The terms that none of the words so far needed.
    pub fn not_needed(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().filter(|term| !term.needed).map(|term| term.name.as_str())
    }

    fn forms(&mut self, word: &str) -> Rc<Forms> {
        let forms = self.forms.entry(word.to_owned()).or_insert_with(|| Rc::new(Forms::of(word)));
        Rc::clone(forms)
    }

    /// The number of words of the familiar term that these words begin with, if there is one.
    fn term_of(&mut self, words: &[(&String, Rc<Forms>)]) -> Option<usize> {
        let begins = |term: &&mut Term| {
            let all = || term.words.iter().zip(words).all(|(word, (_, forms))| forms.words.contains(word));
            term.words.len() <= words.len() && all()
        };
        let term = self.terms.iter_mut().find(begins)?;
        // A term that is on the list of 3,000 anyway isn't needed.
        term.needed |= term.words.len() > 1 || words.first().is_some_and(|(_, forms)| !forms.listed);
        Some(term.words.len())
    }
}

impl Forms {
    fn of(word: &str) -> Self {
        let mut words = BTreeSet::new();
        let mut left = vec![word.to_lowercase()];
        while let Some(word) = left.pop() {
            if word.chars().count() > 3 {
                left.extend(without_endings(&word).into_iter().filter(|base| !words.contains(base)));
            }
            words.insert(word);
        }
        let listed = words.iter().any(|form| LISTED.contains(form.as_str()));
        Self { words, listed }
    }
}

fn without_endings(word: &str) -> Vec<String> {
    let mut bases = Vec::new();
    for (endings, instead) in ENDINGS {
        if let Some(base) = endings.iter().find_map(|ending| word.strip_suffix(ending)) {
            bases.extend(instead.iter().map(|end| format!("{base}{end}")));
        }
    }
    bases.extend(AFTER_DOUBLED.iter().find_map(|ending| undoubled(word.strip_suffix(ending)?)));
    // The list is American.
    if word.contains("our") {
        bases.push(word.replacen("our", "or", 1));
    }
    bases
}

/// The word without its last letter, if that is doubled.
fn undoubled(word: &str) -> Option<String> {
    let mut letters = word.chars();
    let last = letters.next_back()?;
    letters.as_str().ends_with(last).then(|| letters.as_str().to_owned())
}

/// The weight of a number, a single letter or a familiar term, which people read at a glance, like a short word.
fn known(word: &str) -> Weight {
    Weight { word: word.to_owned(), letters: word.chars().count().min(4), syllables: 1, familiar: true }
}

fn weight(word: &str, forms: &Forms) -> Weight {
    let letters = word.chars().count();
    if letters == 1 || word.contains(|letter: char| letter.is_ascii_digit()) {
        return known(word);
    }
    Weight { word: word.to_owned(), letters, syllables: syllables(word), familiar: forms.listed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_familiar(word: &str, terms: &[&str]) -> bool {
        let terms: Vec<String> = terms.iter().map(|&term| term.to_owned()).collect();
        Vocabulary::new(&terms).measure(&[word.to_owned()]).iter().all(|weight| weight.familiar)
    }

    #[test]
    fn the_usual_forms_of_a_word_on_the_list_are_familiar() {
        for word in ["carers'", "neighbours", "stopped", "easiest", "theatre", "centres", "liked", "7", "B"] {
            assert!(is_familiar(word, &[]), "{word}");
        }
        assert!(!is_familiar("immigration", &[]));
    }

    #[test]
    fn a_familiar_term_counts_as_short_in_all_its_usual_forms() {
        assert!(is_familiar("organisations", &["organisation"]));
        let words = ["powers", "of", "attorney", "attorney"].map(String::from);
        let weights = Vocabulary::new(&["power of attorney".into()]).measure(&words);
        assert_eq!(weights.iter().map(|weight| weight.familiar).collect::<Vec<_>>(), [true, true, true, false]);
    }

    #[test]
    fn a_term_on_the_list_is_not_needed() {
        let mut vocabulary = Vocabulary::new(&["home".into(), "council".into(), "taxation".into()]);
        vocabulary.measure(&["home".into(), "council".into()]);
        assert_eq!(vocabulary.not_needed().collect::<Vec<_>>(), ["home", "taxation"]);
    }
}
