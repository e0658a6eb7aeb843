//! Turns text into glyphs: letters are joined, stacked and reordered as their script requires (`harfrust`), in the
//! direction of the text (`unicode-bidi`), each in a face that has it.
//!
//! The result is in reading order, in clusters: indivisible units between which a line may be broken, each with its
//! text and its glyphs.

use std::ops::Range;

use harfrust::{Buffer, BufferFlags, Direction, ShapeOptions, ShaperFont};
use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::{FaceId, FontCache, OpenFont, Weight};

/// The width of the box for a character that no face has, in ems.
const BOX_WIDTH: f32 = 0.6;

/// A glyph and its position, in ems from the left of its cluster.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub id: u16,
    pub x: f32,
    pub y: f32,
    /// The text that it represents. Together, the glyphs of a cluster represent all of its text.
    pub text: Range<usize>,
}

/// How a cluster is written into the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClusterKind {
    /// Each glyph represents letters.
    Plain,
    /// With its text as `ActualText`: it has more glyphs than letters, or glyphs above others, which PDF readers take
    /// for the end of a word. Never in right-to-left text: PDF readers would take the text to be in visual order, and
    /// reverse it.
    ActualText,
    /// As a box, because no face has it.
    Missing,
}

/// An indivisible unit: a letter with its marks, or several letters that are drawn as one.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    pub text: Range<usize>,
    /// In ems.
    pub width: f32,
    pub is_space: bool,
    pub face: FaceId,
    pub kind: ClusterKind,
    pub level: Level,
    pub glyphs: Vec<Glyph>,
}

/// A shaped text, ready for wrapping.
pub(super) struct Shaped {
    pub clusters: Vec<Cluster>,
    /// The direction of the whole text: that of its first letter with a direction.
    pub level: Level,
}

/// Shapes one line of clean text.
pub(super) fn shape(text: &str, weight: Weight, case: &FontCache<'_>) -> Shaped {
    let bidi = ParagraphBidiInfo::new(text, None);
    let mut clusters = Vec::new();
    for item in items(text, weight, &bidi.levels, case) {
        let opened = item.face.and_then(|face| Some((face, case.face(face)?)));
        match opened {
            Some((face, opened)) => clusters.extend(item.shaped(text, face, &opened, case)),
            None => clusters.extend(item.missing(text, weight, case)),
        }
    }
    Shaped { clusters, level: bidi.paragraph_level }
}

/// Text in one face and one direction.
struct DirectionRun {
    text: Range<usize>,
    face: Option<FaceId>,
    level: Level,
}

fn items(text: &str, weight: Weight, levels: &[Level], case: &FontCache<'_>) -> Vec<DirectionRun> {
    let mut items: Vec<DirectionRun> = Vec::new();
    for (start, piece) in text.grapheme_indices(true) {
        let level = levels.get(start).copied().unwrap_or(Level::ltr());
        let face = case.pick(piece, weight, items.last().and_then(|item| item.face));
        let end = start + piece.len();
        match items.last_mut() {
            Some(last) if last.face == face && last.level == level => last.text.end = end,
            _ => items.push(DirectionRun { text: start..end, face, level }),
        }
    }
    items
}

impl DirectionRun {
    fn shaped(&self, text: &str, face: FaceId, opened: &OpenFont, case: &FontCache<'_>) -> Vec<Cluster> {
        let mut buffer = self.buffer(text);
        let plan = case.plan(face, opened, buffer.script(), buffer.direction());
        let options = ShapeOptions::new().plan(Some(&plan));
        if harfrust::shape(&ShaperFont::new(&opened.font), &mut buffer, options).is_err() {
            return Vec::new();
        }
        let mut clusters = clusters(&buffer, f32::from(opened.font.units_per_em()));
        if self.level.is_rtl() {
            clusters.reverse();
        }
        let starts: Vec<usize> = clusters.iter().map(|(start, _)| *start).collect();
        let ends = starts.iter().copied().skip(1).chain([self.text.end]);
        clusters
            .into_iter()
            .zip(ends)
            .map(|((start, drawn), end)| self.cluster(text, start..end, face, opened, drawn))
            .collect()
    }

    fn buffer(&self, text: &str) -> Buffer {
        let mut buffer = Buffer::new();
        for (at, c) in text.get(self.text.clone()).unwrap_or_default().char_indices() {
            buffer.push(c.into(), u32::try_from(self.text.start + at).unwrap_or(u32::MAX));
        }
        buffer.set_direction(if self.level.is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        buffer
    }

    fn cluster(&self, text: &str, range: Range<usize>, face: FaceId, opened: &OpenFont, drawn: ClusterGlyphs) -> Cluster {
        let written = text.get(range.clone()).unwrap_or_default();
        let is_own = !face.is_fallback();
        let mut drawn = whole(written, opened, &drawn).filter(|_| is_own).unwrap_or(drawn);
        if self.level.is_rtl() {
            drawn.glyphs.reverse();
            drawn.fill_up(written.chars().count(), opened);
        }
        let is_shared_out = assign_letters(written, range.start, &mut drawn.glyphs);
        let is_plain = (is_shared_out && !drawn.is_stacked) || self.level.is_rtl();
        let kind = if is_plain { ClusterKind::Plain } else { ClusterKind::ActualText };
        let is_space = written.chars().all(char::is_whitespace);
        Cluster { text: range, width: drawn.width, is_space, face, kind, level: self.level, glyphs: drawn.glyphs }
    }

    /// A box for each character, with a blank glyph that represents it.
    fn missing(&self, text: &str, weight: Weight, case: &FontCache<'_>) -> Vec<Cluster> {
        let face = FaceId::own(weight);
        let blank = case.face(face).and_then(|face| face.glyph(' ')).unwrap_or_default();
        let pieces = text.get(self.text.clone()).unwrap_or_default().grapheme_indices(true);
        let cluster = |(at, piece): (usize, &str)| {
            let start = self.text.start + at;
            let range = start..start + piece.len();
            let glyphs = vec![Glyph { id: blank, x: 0.0, y: 0.0, text: range.clone() }];
            Cluster {
                text: range,
                width: BOX_WIDTH,
                is_space: false,
                face,
                kind: ClusterKind::Missing,
                level: self.level,
                glyphs,
            }
        };
        pieces.map(cluster).collect()
    }
}

/// The glyphs of a cluster from left to right, and their width.
#[derive(Default)]
struct ClusterGlyphs {
    glyphs: Vec<Glyph>,
    width: f32,
    /// Some are above, below or over others.
    is_stacked: bool,
}

impl ClusterGlyphs {
    /// Adds a blank glyph for every letter that is drawn together with the one before it, such as the alef of lam-alef:
    /// PDF readers would reverse the letters of one glyph with the rest of the line.
    fn fill_up(&mut self, letters: usize, opened: &OpenFont) {
        let Some(id) = opened.glyph(' ') else { return };
        let blank = Glyph { id, x: -0.001, y: 0.0, text: 0..0 };
        let missing = letters.saturating_sub(self.glyphs.len());
        self.glyphs.extend(std::iter::repeat_n(blank, missing));
    }
}

/// Noto Sans decomposes letters such as "ị" into several glyphs. The single glyph looks the same, and makes text
/// extraction glyph by glyph possible. (Not in scripts that join letters, where it would be the isolated form.)
fn whole(written: &str, opened: &OpenFont, drawn: &ClusterGlyphs) -> Option<ClusterGlyphs> {
    let mut letters = written.chars();
    let letter = letters.next().filter(|_| drawn.glyphs.len() > 1 && letters.next().is_none())?;
    let id = opened.glyph(letter)?;
    let width = opened.advance(id) / f32::from(opened.font.units_per_em());
    Some(ClusterGlyphs { glyphs: vec![Glyph { id, x: 0.0, y: 0.0, text: 0..0 }], width, is_stacked: false })
}

/// The clusters in the shaped buffer, from left to right, each with its start in the text.
fn clusters(buffer: &Buffer, units_per_em: f32) -> Vec<(usize, ClusterGlyphs)> {
    #[expect(clippy::cast_precision_loss, reason = "font units are small enough for f32")]
    let ems = |units: i32| units as f32 / units_per_em;
    let mut clusters: Vec<(usize, ClusterGlyphs)> = Vec::new();
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let start = usize::try_from(info.cluster).unwrap_or_default();
        if clusters.last().is_none_or(|(last, _)| *last != start) {
            clusters.push((start, ClusterGlyphs::default()));
        }
        let Some((_, drawn)) = clusters.last_mut() else { continue };
        let id = u16::try_from(info.glyph_id).unwrap_or_default();
        let x = drawn.width + ems(position.x_offset);
        drawn.glyphs.push(Glyph { id, x, y: ems(position.y_offset), text: 0..0 });
        drawn.width += ems(position.x_advance);
        drawn.is_stacked |= position.x_offset != 0 || position.y_offset != 0;
    }
    clusters
}

/// Assigns a letter to each glyph and the rest to the last one, so that reading the glyphs one by one gives the text.
/// Returns whether every glyph got a letter.
fn assign_letters(written: &str, start: usize, glyphs: &mut [Glyph]) -> bool {
    let count = glyphs.len();
    let mut letters = written.char_indices().map(|(at, _)| start + at).take(count).collect::<Vec<_>>();
    let is_enough = letters.len() == count;
    let end = start + written.len();
    letters.resize(count + 1, end);
    if let Some(last) = letters.last_mut() {
        *last = end;
    }
    for (glyph, sequence) in glyphs.iter_mut().zip(letters.windows(2)) {
        if let [from, to] = sequence {
            glyph.text = *from..*to;
        }
    }
    is_enough
}
