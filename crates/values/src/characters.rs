//! Invisible characters, and what is done about them in what people type.
//!
//! Some reverse the reading order, so that a text looks different from what it is (`moc.elpmaxe`). Others stand for
//! nothing and make two texts that look alike differ. They arrive by pasting, so nobody gets an error for them: names
//! and address lines are tidied here, and [`crate::tidy`] drops them where a machine reads.
//!
//! The two joiners, U+200C and U+200D, are part of the spelling of some Persian and Indic names. They stay where they
//! can join.

const ZWNJ: char = '\u{200c}';
const ZWJ: char = '\u{200d}';

/// Whether a character changes the reading direction of others.
const fn turns_order(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character is no part of writing: no letter, no mark on one, no joiner.
const fn stands_for_nothing(c: char) -> bool {
    let no_character = matches!(c, '\u{fdd0}'..='\u{fdef}') || c as u32 & 0xfffe == 0xfffe;
    let filler = matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{200b}'
            | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}'
            | '\u{e01f0}'..='\u{e0fff}');
    no_character || filler
}

/// Whether a character selects a variant of the character before it, as some Japanese and Mongolian names need.
const fn chooses_shape(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

const fn joins(c: char) -> bool {
    matches!(c, ZWNJ | ZWJ)
}

/// Whether a character is invisible and no space: a machine that reads a text ignores it.
pub const fn is_mark(c: char) -> bool {
    turns_order(c) || stands_for_nothing(c) || chooses_shape(c) || joins(c)
}

/// Whether a character is white space, or a Braille cell without dots, which looks like it.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{2800}'
}

/// Whether a character is visible by itself, or is a mark on one that is. White space isn't.
pub fn is_visible(c: char) -> bool {
    !(c.is_control() || is_space(c) || is_mark(c))
}

/// One line of text as its writer sees it: single spaces, trimmed, and without invisible characters except those that
/// join or shape the letter before them.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        let last = line.chars().next_back();
        if c.is_control() || is_space(c) {
            if last.is_some_and(|last| last != ' ') {
                line.push(' ');
            }
        } else if joins(c) || chooses_shape(c) {
            // No ASCII letter joins or has variants.
            if last.is_some_and(|last| !last.is_ascii() && !joins(last)) {
                line.push(c);
            }
        } else if !turns_order(c) && !stands_for_nothing(c) {
            line.push(c);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Text of several lines without characters that change the reading order and without control characters. Line ends
/// stay.
pub fn several_lines(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || !(c.is_control() || turns_order(*c))).collect()
}

/// Text without white space and invisible characters at its ends, where pasting from an address book leaves them.
/// Control characters stay, as they don't come from address books; so do those that join or shape the last letter.
pub fn trimmed(text: &str) -> &str {
    let is_kept = |c: char| !(is_space(c) || is_mark(c));
    let text = text.trim_start_matches(|c: char| !is_kept(c));
    let Some((at, last)) = text.char_indices().rfind(|(_, c)| is_kept(*c)) else { return "" };
    let end = at + last.len_utf8();
    let after = text.get(end..).unwrap_or_default();
    let shapes = |c: char| !last.is_ascii() && (joins(c) || chooses_shape(c));
    let end = end + after.find(|c: char| !shapes(c)).unwrap_or(after.len());
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every character that must never reach somebody who reads a name.
    fn is_harmful(c: char) -> bool {
        c.is_control() || turns_order(c) || stands_for_nothing(c)
    }

    #[test]
    fn names_in_any_script_are_unchanged() {
        for name in [
            "Siân Mair",
            "O'Neill-Ashworth",
            "Nguyễn Thị Hồng",
            "علی\u{200c}رضا",      // Persian, with the joiner between its halves
            "ක්\u{200d}රිශාන්ත",       // Sinhala: a joiner makes a conjunct
            "അനില\u{d4d}\u{200d}", // Malayalam: a final consonant ends in one
            "葛\u{e0100}城",       // Japanese: a variant of a character
            "שָׁלוֹם",
            "מרים כהן",
            "Χρήστος",
            "李小龍",
            "नरेन्द्र",
            "ሰላም",
        ] {
            assert_eq!(one_line(name), name, "{name}");
        }
    }

    #[test]
    fn invisible_characters_are_removed_from_a_line() {
        for (typed, kept) in [
            ("\u{202e}Ann Lee", "Ann Lee"),
            ("Ann\u{202e} eeL\u{202c}", "Ann eeL"),
            ("\u{2068}Ann\u{2069} Lee", "Ann Lee"),
            ("A\u{200b}nn\u{ad} L\u{feff}ee", "Ann Lee"),
            ("Ann\n\tLee\u{2028}", "Ann Lee"),
            ("Ann\u{0}\u{7} \u{85}Lee", "Ann Lee"),
            ("\u{200d}Ann\u{200c}\u{200d}", "Ann"),
            ("Ann\u{fe0f} Lee\u{e0041}\u{ffff}", "Ann Lee"),
            ("  Ann   Lee ", "Ann Lee"),
            ("\u{3164}\u{200f}\u{180e}", ""),
            ("\u{2800}Ann\u{2800}\u{2800}Lee", "Ann Lee"),
        ] {
            assert_eq!(one_line(typed), kept, "{}", typed.escape_unicode());
        }
    }

    #[test]
    fn a_text_is_trimmed_without_harm_to_its_last_letter() {
        for (typed, kept) in [
            ("\u{202a} Ann\u{202c}\u{200b} ", "Ann"),
            ("\u{200b}", ""),
            ("\u{2800}\u{ad}", ""),
            ("Ann\u{200d}\u{fe0f}", "Ann"),
            ("അനില\u{d4d}\u{200d} ", "അനില\u{d4d}\u{200d}"),
            ("❤\u{fe0f}\n", "❤\u{fe0f}"),
            ("A\u{200b}nn", "A\u{200b}nn"),
            ("Ann\0", "Ann\0"),
        ] {
            assert_eq!(trimmed(typed), kept, "{}", typed.escape_unicode());
        }
    }

    #[test]
    fn several_lines_keep_their_lines() {
        assert_eq!(several_lines("Ring my sister\r\n\r\nnot\u{202e} me\t"), "Ring my sister\n\nnot me");
        assert_eq!(several_lines("🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}").chars().count(), 7, "a flag");
    }

    proptest! {
        // ASVS V1.3.11
        #[test]
        fn tidying_removes_direction_marks_and_is_idempotent(
            text in ".{0,40}",
            at in 0usize..40,
            mark in prop::sample::select(vec!['\u{202e}', '\u{2066}', '\u{200f}', '\u{200b}', '\u{feff}', '\u{0}', '\n']),
        ) {
            let mut marked: Vec<char> = text.chars().collect();
            marked.insert(at.min(marked.len()), mark);
            let line = one_line(&marked.into_iter().collect::<String>());
            prop_assert!(!line.chars().any(is_harmful), "{}", line.escape_unicode());
            prop_assert_eq!(one_line(&line), line.clone());
            prop_assert_eq!(line.trim(), line.as_str());
        }

        #[test]
        fn letters_marks_and_digits_of_every_script_are_kept(text in "[\\p{L}\\p{M}\\p{Nd}]{1,20}( [\\p{L}\\p{M}\\p{Nd}]{1,20}){0,3}") {
            let written: String = text.chars().filter(|c| !stands_for_nothing(*c) && !chooses_shape(*c)).collect();
            let line = one_line(&written);
            prop_assert_eq!(line, written.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}
