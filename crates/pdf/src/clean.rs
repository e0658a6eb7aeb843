//! Cleans typed text for typesetting. People paste from anywhere: invisible control characters are removed, everything
//! they wrote stays.

use unicode_normalization::UnicodeNormalization;

/// Splits text at its line breaks. The lines have no control characters.
///
/// Blank lines are kept, except at the end, where they'd only leave a gap on the page.
pub(super) fn lines(text: &str) -> Vec<String> {
    let unified = text.replace("\r\n", "\n");
    let mut lines: Vec<String> = unified.split(is_line_end).map(line).collect();
    while lines.len() > 1 && lines.last().is_some_and(|last| last.trim().is_empty()) {
        lines.pop();
    }
    lines
}

/// One line of plain text: for headings and labels, where a line break has no meaning.
pub(super) fn line(text: &str) -> String {
    // NFC, because the fonts draw "é" better than "e" with a combining accent.
    text.chars().filter_map(printable).nfc().collect()
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn printable(c: char) -> Option<char> {
    match c {
        '\t' => Some(' '),
        c if is_line_end(c) => Some(' '),
        c if c.is_control() || is_dropped(c) => None,
        c => Some(c),
    }
}

fn is_dropped(c: char) -> bool {
    // A soft hyphen would need a visible hyphen where it breaks a word; without it, the word is still right.
    let is_soft_hyphen = c == '\u{ad}';
    // These override the text direction and can make a text look different from what was stored.
    let turns_order = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // A byte order mark and noncharacters aren't allowed in the text of a PDF.
    let is_no_text = matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    is_soft_hyphen || turns_order || is_no_text
}

/// Characters without a glyph of their own: joiners, variation selectors, tags.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_kept_within_a_text_and_removed_at_its_end() {
        assert_eq!(lines("one\r\n\r\ntwo\rthree\n\n \n"), ["one", "", "two", "three"]);
        assert_eq!(lines(""), [""]);
    }

    #[test]
    fn control_characters_are_harmless() {
        assert_eq!(line("a\tb\0c\u{1b}[31md\u{202e}e\u{ad}f"), "a bc[31mdef");
    }

    #[test]
    fn letters_are_composed() {
        assert_eq!(line("Nguye\u{302}\u{303}n"), "Nguyễn");
    }
}
