//! The names of months, as people write them.

/// The month that a word names: in full, abbreviated to three letters or more, or with one typo ("febuary").
pub fn month_named(word: &str) -> Option<i8> {
    let named = |is_meant: &dyn Fn(&str) -> bool| MONTHS.iter().position(|names| names.iter().any(|name| is_meant(name)));
    let position = named(&|name| word.len() >= 3 && name.starts_with(word))
        // Short names are too close to other words: the Dutch "mei" is May, but the Welsh "Medi" is September.
        .or_else(|| named(&|name| name.len() >= 5 && nearly(word, name)))?;
    i8::try_from(position + 1).ok()
}

/// Whether a word has one letter too many, too few or wrong, or two letters swapped.
fn nearly(word: &str, name: &str) -> bool {
    let same = word.chars().zip(name.chars()).take_while(|(one, other)| one == other).count();
    let rest = |text: &str| text.chars().skip(same).collect::<Vec<char>>();
    let (word, name) = (rest(word), rest(name));
    let end = word.iter().rev().zip(name.iter().rev()).take_while(|(one, other)| one == other).count();
    match (without_end(&word, end), without_end(&name, end)) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

fn without_end(letters: &[char], end: usize) -> &[char] {
    letters.get(..letters.len().saturating_sub(end)).unwrap_or_default()
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
