//! Cuts text into what can be drawn at one go: clusters (what a reader takes for one character),
//! each with the face that has it, and runs of neighbouring clusters in one face.

use unicode_segmentation::UnicodeSegmentation;

use super::clean::is_invisible;
use super::fonts::{FaceId, Fonts, Weight};

/// Stands for what no face can draw.
const MISSING: char = '\u{fffd}';

/// One character as its reader sees it, and where it is in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cluster {
    pub start: usize,
    pub end: usize,
    /// In ems.
    pub width: f32,
    pub is_space: bool,
    /// No face has it: it is drawn as a placeholder.
    missing: bool,
    face: FaceId,
}

/// A stretch of text in one face.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub face: FaceId,
    /// What is drawn.
    pub text: String,
    /// What was written, where that can't be drawn: kept in the file, so that it can still be
    /// searched, copied and read aloud.
    pub actual: Option<String>,
}

/// Measures a text character by character.
pub(super) fn clusters(text: &str, weight: Weight, fonts: &Fonts) -> Vec<Cluster> {
    let measure = |(start, piece): (usize, &str)| cluster(start, piece, weight, fonts);
    text.grapheme_indices(true).map(measure).collect()
}

fn cluster(start: usize, piece: &str, weight: Weight, fonts: &Fonts) -> Cluster {
    let has_all = |place: usize| {
        let face = fonts.chain(weight).get(place);
        face.is_some_and(|face| visible(piece).all(|c| face.glyph(c).is_some()))
    };
    let place = (0..fonts.chain(weight).len()).find(|place| has_all(*place));
    let face = FaceId { weight, place: place.unwrap_or(0) };
    let width_of = |c| fonts.face(face).map_or(0.0, |face| face.width(c));
    let width = match place {
        Some(_) => visible(piece).map(width_of).sum(),
        None => width_of(MISSING),
    };
    Cluster {
        start,
        end: start + piece.len(),
        width,
        is_space: piece.chars().all(char::is_whitespace),
        missing: place.is_none(),
        face,
    }
}

fn visible(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !is_invisible(*c))
}

/// Joins neighbouring clusters that are drawn alike.
pub(super) fn runs(text: &str, clusters: &[Cluster]) -> Vec<Run> {
    let alike = |a: &Cluster, b: &Cluster| a.face == b.face && a.missing == b.missing;
    clusters.chunk_by(alike).filter_map(|chunk| run(text, chunk)).collect()
}

fn run(text: &str, chunk: &[Cluster]) -> Option<Run> {
    let (first, last) = (chunk.first()?, chunk.last()?);
    let written = text.get(first.start..last.end)?;
    let run = if first.missing {
        let drawn = std::iter::repeat_n(MISSING, chunk.len()).collect();
        Run { face: first.face, text: drawn, actual: Some(written.to_owned()) }
    } else {
        Run { face: first.face, text: visible(written).collect(), actual: None }
    };
    (!run.text.is_empty()).then_some(run)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs_of(text: &str) -> Vec<Run> {
        let fonts = Fonts::new().unwrap();
        runs(text, &clusters(text, Weight::Regular, &fonts))
    }

    #[test]
    fn known_letters_make_one_run() {
        let runs = runs_of("Siân Ó Briain-Łukasz, Жанна");
        assert_eq!(runs.len(), 1);
        assert_eq!(runs[0].actual, None);
    }

    #[test]
    fn a_family_of_emoji_is_one_placeholder_and_stays_readable() {
        let runs = runs_of("us 👩‍👩‍👧 all");
        let drawn: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(drawn, ["us ", "\u{fffd}", " all"]);
        assert_eq!(runs[1].actual.as_deref(), Some("👩‍👩‍👧"));
    }

    #[test]
    fn joiners_alone_draw_nothing() {
        assert_eq!(runs_of("\u{200b}\u{feff}"), []);
    }
}
