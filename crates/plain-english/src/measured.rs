//! Texts with their measured sentences and words.

use crate::{
    Text,
    prose::sentences,
    reading_age::{is_whole, reading_age},
    vocabulary::{Vocabulary, Weight},
};

pub struct Measured<'t> {
    pub text: &'t Text,
    pub sentences: Vec<Sentence>,
}

pub struct Sentence {
    pub text: String,
    pub words: Vec<Weight>,
}

impl<'t> Measured<'t> {
    pub fn new(text: &'t Text, vocabulary: &mut Vocabulary) -> Self {
        let weighed =
            |sentence: crate::prose::Sentence| Sentence { words: vocabulary.measure(&sentence.words), text: sentence.text };
        Self { text, sentences: sentences(&text.text).into_iter().map(weighed).collect() }
    }

    /// The sentences that count for the reading age: those that aren't fragments.
    pub fn whole_sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(|sentence| is_whole(&sentence.text, sentence.words.len()))
    }
}

pub fn words_in<'s>(sentences: impl IntoIterator<Item = &'s Sentence>) -> usize {
    sentences.into_iter().map(|sentence| sentence.words.len()).sum()
}

pub fn age_of(sentences: &[&Sentence]) -> Option<f64> {
    reading_age(sentences.len(), sentences.iter().flat_map(|sentence| &sentence.words))
}
