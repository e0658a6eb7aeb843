//! Tidied text in lower case, and what the parsers of numbers, money and measures have in common.

use crate::tidy::plain;

/// The text in lower case and in plain signs.
pub fn folded(text: &str) -> String {
    plain(text).to_lowercase()
}

/// A text without meaningless punctuation around it. The point of ".5" has a meaning.
pub fn bare(text: &str) -> &str {
    let marks = [' ', '.', ',', ';', ':', '!', '?'];
    let text = text.trim_end_matches(marks);
    let inner = text.trim_start_matches(marks);
    let has_point = inner.starts_with(|first: char| first.is_ascii_digit())
        && text.strip_suffix(inner).is_some_and(|before| before.ends_with(['.', ',']));
    let start = text.len() - inner.len() - usize::from(has_point);
    text.get(start..).unwrap_or(inner)
}

/// Whether another number follows: "2-3", "2 or 3", "£100 to £150".
pub fn goes_on(rest: &str) -> bool {
    let rest = rest.trim_start();
    let joins = ["-", "to ", "or ", "and ", "i ", "neu ", "hyd at "];
    let next = joins.into_iter().find_map(|join| rest.strip_prefix(join));
    next.is_some_and(|next| next.trim_start_matches([' ', '£']).starts_with(|sign: char| sign.is_ascii_digit()))
}

/// Whether it is negative, and the text without its sign.
pub fn signed(text: &str) -> (bool, &str) {
    let minus = ["-", "minus ", "minws "].into_iter().find_map(|minus| text.strip_prefix(minus));
    (minus.is_some(), minus.unwrap_or_else(|| text.strip_prefix('+').unwrap_or(text)).trim_start())
}
