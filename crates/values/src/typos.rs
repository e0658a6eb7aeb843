//! Single typos.

/// Whether a word has one letter too many, too few or wrong, or two letters swapped.
pub fn is_typo(word: &str, name: &str) -> bool {
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
