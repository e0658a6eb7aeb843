//! Text that can stand in one line of a log.

use std::fmt::Write as _;

/// Escapes characters that break lines or change the text direction, in JSON notation.
pub fn escape(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for letter in line.chars() {
        if breaks_lines(letter) {
            // Writing to a `String` can't fail.
            let _ = write!(out, "\\u{:04x}", u32::from(letter));
        } else {
            out.push(letter);
        }
    }
    out
}

pub(super) fn breaks_lines(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
