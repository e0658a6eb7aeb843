//! Positions the clusters of a line in visual order, and joins neighbours in the same style to runs. Runs stay in
//! reading order: the file is read aloud and searched in that order, in any script.

use unicode_bidi::{Level, ParagraphBidiInfo};

use super::fonts::FaceId;
use super::shape::{Cluster, ClusterKind, Glyph};

/// Text in one face. Its glyphs have visual positions, in ems from the left of the line; their texts are ranges in the
/// text of the run.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub face: FaceId,
    pub text: String,
    /// `ActualText` if any of its clusters is.
    pub kind: ClusterKind,
    /// Its glyphs go from right to left.
    pub is_rtl: bool,
    pub glyphs: Vec<Glyph>,
}

/// A typeset line.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct TextLine {
    pub runs: Vec<Run>,
    /// In ems.
    pub width: f32,
    /// Its text is read from right to left.
    pub is_rtl: bool,
}

/// Typesets the clusters of one line; `level` is the direction of the whole text.
pub(super) fn line(text: &str, clusters: &[Cluster], level: Level) -> TextLine {
    let (lefts, width) = places(clusters, level);
    let placed: Vec<(&Cluster, f32)> = clusters.iter().zip(lefts).collect();
    let runs = placed.chunk_by(|(a, _), (b, _)| are_alike(a, b)).filter_map(|chunk| run(text, chunk));
    TextLine { runs: runs.collect(), width, is_rtl: level.is_rtl() }
}

fn are_alike(a: &Cluster, b: &Cluster) -> bool {
    let is_missing = a.kind == ClusterKind::Missing || b.kind == ClusterKind::Missing;
    a.face == b.face && a.level.is_rtl() == b.level.is_rtl() && !is_missing
}

/// The left edge of each cluster, and the width of all of them.
fn places(clusters: &[Cluster], level: Level) -> (Vec<f32>, f32) {
    let mut lefts = vec![0.0; clusters.len()];
    let mut width = 0.0;
    for at in ParagraphBidiInfo::reorder_visual(&levels(clusters, level)) {
        if let (Some(left), Some(cluster)) = (lefts.get_mut(at), clusters.get(at)) {
            *left = width;
            width += cluster.width;
        }
    }
    (lefts, width)
}

/// Spaces at the end of a line have the direction of the text, whatever is before them (UAX 9, L1).
fn levels(clusters: &[Cluster], level: Level) -> Vec<Level> {
    let without_spaces = clusters.iter().rposition(|cluster| !cluster.is_space).map_or(0, |at| at + 1);
    let of = |(at, cluster): (usize, &Cluster)| if at < without_spaces { cluster.level } else { level };
    clusters.iter().enumerate().map(of).collect()
}

fn run(text: &str, chunk: &[(&Cluster, f32)]) -> Option<Run> {
    let ((first, _), (last, _)) = (chunk.first()?, chunk.last()?);
    let start = first.text.start;
    let place = |glyph: &Glyph, left: f32| Glyph {
        x: left + glyph.x,
        text: glyph.text.start.saturating_sub(start)..glyph.text.end.saturating_sub(start),
        ..glyph.clone()
    };
    let glyphs = chunk.iter().flat_map(|(cluster, left)| cluster.glyphs.iter().map(move |glyph| place(glyph, *left)));
    let text = text.get(start..last.text.end)?.to_owned();
    let spelled = chunk.iter().find(|(cluster, _)| cluster.kind == ClusterKind::ActualText);
    let kind = spelled.map_or(first.kind, |(cluster, _)| cluster.kind);
    Some(Run { face: first.face, text, kind, is_rtl: first.level.is_rtl(), glyphs: glyphs.collect() })
}

#[cfg(test)]
mod tests {
    use super::super::fonts::{FontCache, Fonts, Weight};
    use super::super::shape::shape;
    use super::super::tests::fonts_folder;
    use super::*;

    fn line_of(text: &str) -> TextLine {
        let fonts = Fonts::new(&fonts_folder()).unwrap();
        let shaped = shape(text, Weight::Regular, &FontCache::new(&fonts));
        line(text, &shaped.clusters, shaped.level)
    }

    /// The texts of the glyphs, from left to right.
    fn seen(line: &TextLine) -> Vec<&str> {
        let glyphs =
            line.runs.iter().flat_map(|run| run.glyphs.iter().map(|glyph| (glyph.x, &run.text[glyph.text.clone()])));
        let mut glyphs: Vec<(f32, &str)> = glyphs.collect();
        glyphs.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        glyphs.into_iter().map(|(_, text)| text).collect()
    }

    fn read(line: &TextLine) -> String {
        line.runs.iter().flat_map(|run| run.glyphs.iter().map(|glyph| &run.text[glyph.text.clone()])).collect()
    }

    #[test]
    fn known_letters_make_one_run() {
        let line = line_of("Siân Ó Briain-Łukasz, Жанна");
        assert_eq!(line.runs.len(), 1);
        assert_eq!(line.runs[0].kind, ClusterKind::Plain);
    }

    #[test]
    fn hebrew_is_read_in_order_and_seen_from_the_right() {
        let line = line_of("שלום לך");
        assert!(line.is_rtl);
        assert_eq!(read(&line), "שלום לך");
        assert_eq!(seen(&line), ["ך", "ל", " ", "ם", "ו", "ל", "ש"]);
    }

    #[test]
    fn a_name_amid_english_turns_round_alone() {
        let line = line_of("Ask אבג, please");
        assert!(!line.is_rtl);
        assert_eq!(read(&line), "Ask אבג, please");
        assert_eq!(seen(&line).concat(), "Ask גבא, please");
    }

    #[test]
    fn arabic_letters_are_joined() {
        let line = line_of("محمد");
        let ids: Vec<u16> = line.runs[0].glyphs.iter().map(|glyph| glyph.id).collect();
        assert_ne!(ids[0], ids[2], "the letter meem has another shape inside a word");
        let (alone, joined) = (line_of("ب"), line_of("ببب"));
        let ids: Vec<u16> = joined.runs[0].glyphs.iter().map(|glyph| glyph.id).collect();
        assert!(!ids.contains(&alone.runs[0].glyphs[0].id), "{ids:?}");
    }

    #[test]
    fn a_letter_with_its_mark_is_one_glyph() {
        let line = line_of("Thị ŵ");
        assert_eq!(line.runs.len(), 1);
        assert_eq!(line.runs[0].glyphs.len(), 5);
    }

    #[test]
    fn a_vowel_that_stands_before_its_letter_is_read_after_it() {
        let line = line_of("कि");
        assert_eq!(line.runs[0].glyphs.len(), 2);
        assert_eq!(read(&line), "कि");
    }

    #[test]
    fn what_no_face_has_is_a_box_that_stands_for_its_text() {
        let line = line_of("a\u{e000}\u{e001}b");
        let kinds: Vec<(ClusterKind, &str)> = line.runs.iter().map(|run| (run.kind, run.text.as_str())).collect();
        let expected = [
            (ClusterKind::Plain, "a"),
            (ClusterKind::Missing, "\u{e000}"),
            (ClusterKind::Missing, "\u{e001}"),
            (ClusterKind::Plain, "b"),
        ];
        assert_eq!(kinds, expected);
        assert_eq!(read(&line), "a\u{e000}\u{e001}b");
    }

    #[test]
    fn joiners_alone_draw_nothing() {
        assert_eq!(line_of("\u{200b}\u{200d}").runs, []);
    }
}
