//! The names of months, as people write them.

use crate::typos::is_typo;

/// The month that a word names: in full, abbreviated to three letters or more, or with one typo ("febuary").
pub fn month_named(word: &str) -> Option<i8> {
    let named = |is_meant: &dyn Fn(&str) -> bool| MONTHS.iter().position(|names| names.iter().any(|name| is_meant(name)));
    let position = named(&|name| word.len() >= 3 && name.starts_with(word))
        // Short names are too close to other words: the Dutch "mei" is May, but the Welsh "Medi" is September.
        .or_else(|| named(&|name| name.len() >= 5 && is_typo(word, name)))?;
    i8::try_from(position + 1).ok()
}

/// The months in English and in Welsh, including the Welsh mutations after "o": people may read one language and
/// write the other.
const MONTHS: [&[&str]; 12] = [
    &["january", "ionawr"],
    &["february", "chwefror"],
    &["march", "mawrth", "fawrth"],
    &["april", "ebrill"],
    &["may", "mai", "fai"],
    &["june", "mehefin", "fehefin"],
    &["july", "gorffennaf", "orffennaf"],
    &["august", "awst"],
    &["september", "medi", "fedi"],
    &["october", "hydref"],
    &["november", "tachwedd", "dachwedd"],
    &["december", "rhagfyr", "ragfyr"],
];
