//! Wraps a line of text to a width, where Unicode allows a break (UAX 14), and inside a word only if the word is wider
//! than the line.

use unicode_linebreak::linebreaks;

use super::fonts::FontCache;
use super::runs::{TextLine, line};
use super::shape::{Cluster, shape};
use super::style::Style;

/// Wraps one line of clean text. Returns at least one line, which is empty for an empty text.
pub(super) fn wrap(text: &str, style: Style, width: f32, case: &FontCache<'_>) -> Vec<TextLine> {
    let shaped = shape(text, style.weight, case);
    let breaks: Vec<usize> = linebreaks(text).map(|(at, _)| at).filter(|at| !after_hyphen(text, *at)).collect();
    let mut rest = shaped.clusters.as_slice();
    let mut lines = Vec::new();
    while !rest.is_empty() || lines.is_empty() {
        let (fits, after) = rest.split_at(fitting(rest, &breaks, width / style.size));
        lines.push(line(text, trimmed(fits, after.is_empty()), shaped.level));
        rest = after;
    }
    lines
}

/// Unicode allows a break after a hyphen, but PDF readers take a hyphen at the end of a line for hyphenation and drop
/// it when they extract the text: "well-known" would become "wellknown".
fn after_hyphen(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.ends_with(['-', '\u{2010}']))
}

/// How many clusters fit on the line: at least one if there are any, so that wrapping terminates.
fn fitting(rest: &[Cluster], breaks: &[usize], width: f32) -> usize {
    let mut used = 0.0;
    let mut last_break = None;
    for (count, cluster) in rest.iter().enumerate() {
        if count > 0 && breaks.binary_search(&cluster.text.start).is_ok() {
            last_break = Some(count);
        }
        used += cluster.width;
        // Spaces may overflow, as they are invisible.
        if used > width && count > 0 && !cluster.is_space {
            return last_break.unwrap_or(count);
        }
    }
    rest.len()
}

/// The line without the spaces at its end, except one if the text continues: otherwise a screen reader would join the
/// last word to the first of the next line.
fn trimmed(line: &[Cluster], is_last: bool) -> &[Cluster] {
    let without_spaces = line.iter().rposition(|cluster| !cluster.is_space).map_or(0, |at| at + 1);
    let length = if is_last { without_spaces } else { line.len().min(without_spaces + 1) };
    line.get(..length).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::super::fonts::Fonts;
    use super::super::style::STANDARD;
    use super::super::tests::fonts_folder;
    use super::*;

    fn lines(text: &str, width: f32) -> Vec<String> {
        let fonts = Fonts::new(&fonts_folder()).unwrap();
        let lines = wrap(text, STANDARD.answer, width, &FontCache::new(&fonts));
        let join = |line: &TextLine| line.runs.iter().map(|run| run.text.as_str()).collect();
        lines.iter().map(join).collect()
    }

    #[test]
    fn breaks_between_words_and_keeps_one_space() {
        assert_eq!(lines("a quiet   house in the hills", 60.0), ["a quiet ", "house in ", "the hills"]);
    }

    #[test]
    fn breaks_a_word_that_is_wider_than_the_line() {
        let word = "W".repeat(40);
        let lines = lines(&format!("so {word} ends"), 100.0);
        assert_eq!(lines.first().map(String::as_str), Some("so "));
        assert_eq!(lines.concat(), format!("so {word} ends"));
        assert!(lines.iter().all(|line| line.chars().count() <= 12));
    }

    #[test]
    fn never_ends_a_line_with_a_hyphen_of_the_text() {
        assert_eq!(lines("it is well-known", 70.0), ["it is ", "well-known"]);
    }

    #[test]
    fn chinese_breaks_between_any_two_characters_but_not_before_a_full_stop() {
        assert_eq!(lines("我住在北京。", 56.0), ["我住在北", "京。"]);
    }

    #[test]
    fn an_empty_text_is_an_empty_line() {
        assert_eq!(lines("", 100.0), [""]);
        assert_eq!(lines("   ", 100.0), [""]);
    }

    #[test]
    fn a_width_of_nothing_ends() {
        assert_eq!(lines("abc", 0.0), ["a", "b", "c"]);
    }
}
