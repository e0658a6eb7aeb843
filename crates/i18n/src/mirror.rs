//! An English right-to-left test language that every developer can read: the words are laid out from right to left,
//! and marks of the Unicode bidirectional algorithm reverse their letters.

use std::borrow::Cow;

const RIGHT_TO_LEFT_OVERRIDE: char = '\u{202e}';
const POP: char = '\u{202c}';

/// The text from right to left. Markdown syntax, link addresses and spaces stay as they are.
pub fn mirrored(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 2);
    let mut word = String::new();
    let mut in_address = false;
    for letter in text.chars() {
        if in_address || !letter.is_alphabetic() {
            end(&mut word, &mut out);
            in_address = if in_address { letter != ')' } else { letter == '(' && out.ends_with(']') };
            out.push(letter);
        } else {
            word.push(letter);
        }
    }
    end(&mut word, &mut out);
    Cow::Owned(out)
}

fn end(word: &mut String, out: &mut String) {
    if !word.is_empty() {
        out.push(RIGHT_TO_LEFT_OVERRIDE);
        out.push_str(word);
        out.push(POP);
        word.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_mirrored_and_addresses_are_not() {
        assert_eq!(mirrored("See [help](/help)."), "\u{202e}See\u{202c} [\u{202e}help\u{202c}](/help).");
    }
}
