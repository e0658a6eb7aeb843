//! Draws placed lines with `printpdf`, and records which text belongs to which structure element: `printpdf` can mark
//! content but can't write a structure tree, see [`super::tag`].

use std::collections::BTreeMap;

use printpdf::{DictItem, Line, LinePoint, Mm, Op, PdfFontHandle, PdfPage, Point, Pt, TextMatrix, TextRenderingMode};

use super::compose::{Decoration, PlacedText};
use super::fonts::{FaceId, Weight};
use super::layout::{Page, Placed};
use super::mark::{colour, mark};
use super::pen::Pen;
use super::runs::Run;
use super::shape::ClusterKind;
use super::structure::NodeId;
use super::style::{self, MARGIN, Style, TextColour};
use super::subset::Subsets;

/// A page, and the structure element of each of its marked-content sequences.
pub(super) struct DrawnPage {
    pub page: PdfPage,
    pub marked: Vec<NodeId>,
}

/// Draws one page.
pub(super) fn draw(page: &Page, foot: &[PlacedText], subsets: &Subsets) -> DrawnPage {
    let mut painter = Painter {
        subsets,
        ops: Vec::new(),
        marked: Vec::new(),
        is_marked: false,
        font: None,
        colour: None,
        boxes: Vec::new(),
    };
    painter.artifact(page.iter().flat_map(decoration).collect());
    let mut texts: Vec<(&PlacedText, f32)> = page.iter().flat_map(pieces).collect();
    texts.extend(foot.iter().map(|piece| (piece, style::FOOT_BASELINE)));
    for sequence in texts.chunk_by(|(a, _), (b, _)| a.node == b.node) {
        painter.sequence(sequence);
    }
    let (width, height) = (Mm::from(Pt(style::PAGE_WIDTH)), Mm::from(Pt(style::PAGE_HEIGHT)));
    DrawnPage { page: PdfPage::new(width, height, painter.ops), marked: painter.marked }
}

/// The texts of a line with their baselines.
fn pieces(placed: &Placed) -> impl Iterator<Item = (&PlacedText, f32)> {
    let written = placed.line.pieces.iter().filter(|piece| !piece.line.runs.is_empty());
    written.map(|piece| (piece, placed.top - piece.style.drop()))
}

struct Painter<'a> {
    subsets: &'a Subsets,
    ops: Vec<Op>,
    marked: Vec<NodeId>,
    /// A marked-content sequence is open, either for the last of `marked` or for an artifact.
    is_marked: bool,
    /// The current font and colour, so that they aren't set again.
    font: Option<(FaceId, f32)>,
    colour: Option<TextColour>,
    /// Boxes to draw after the text section, which can't contain shapes.
    boxes: Vec<Vec<Op>>,
}

impl Painter<'_> {
    /// Decorations, which screen readers skip.
    fn artifact(&mut self, drawn: Vec<Op>) {
        if !drawn.is_empty() {
            self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
            self.ops.extend(drawn);
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Draws consecutive texts of one element.
    fn sequence(&mut self, texts: &[(&PlacedText, f32)]) {
        self.ops.push(Op::StartTextSection);
        for (piece, baseline) in texts {
            self.piece(piece, *baseline);
        }
        self.unmark();
        self.ops.push(Op::EndTextSection);
        let boxes = std::mem::take(&mut self.boxes);
        self.artifact(boxes.into_iter().flatten().collect());
    }

    /// Opens a marked-content sequence for an element, or for an artifact. Spelled text has a sequence of its own: some
    /// PDF readers lose text that follows nested marked content.
    fn mark(&mut self, node: Option<NodeId>, spelled: Option<&str>) {
        if self.is_marked && spelled.is_none() {
            return;
        }
        self.unmark();
        self.is_marked = spelled.is_none();
        let Some(node) = node else {
            self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
            return;
        };
        let number = i64::try_from(self.marked.len()).unwrap_or(i64::MAX);
        self.marked.push(node);
        let mut map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]);
        let actual = |text| DictItem::String { data: utf16(text), literal: false };
        map.extend(spelled.map(|text| ("ActualText".to_owned(), actual(text))));
        // The structure tree gives the type. The tag here can be any, but PDF readers look for `ActualText` in a
        // `Span`.
        let tag = if spelled.is_some() { "Span" } else { "P" };
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    fn unmark(&mut self) {
        if std::mem::take(&mut self.is_marked) {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn piece(&mut self, piece: &PlacedText, baseline: f32) {
        if self.colour != Some(piece.style.colour) {
            self.colour = Some(piece.style.colour);
            self.ops.push(Op::SetFillColor { col: colour(piece.style.colour) });
        }
        let (x, y) = (round(MARGIN + piece.x), round(baseline));
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(x), Pt(y)) });
        let mut pen = Pen::default();
        for run in &piece.line.runs {
            let spelled = (run.kind == ClusterKind::ActualText).then_some(run.text.as_str());
            self.mark(piece.node, spelled);
            self.run(run, piece.style, &mut pen);
            if spelled.is_some() {
                self.ops.push(Op::EndMarkedContent);
            }
            let left = run.glyphs.first().filter(|_| run.kind == ClusterKind::Missing).map(|glyph| glyph.x);
            self.boxes.extend(left.map(|left| missing(x + left * piece.style.size, y, piece.style.size)));
        }
    }

    fn run(&mut self, run: &Run, style: Style, pen: &mut Pen) {
        let Some(subset) = self.subsets.get(run.face) else { return };
        if self.font != Some((run.face, style.size)) {
            self.font = Some((run.face, style.size));
            let font = PdfFontHandle::External(subset.id.clone());
            self.ops.push(Op::SetFont { font, size: Pt(style.size) });
        }
        let is_thickened = style.weight == Weight::Bold && run.face.is_fallback();
        if is_thickened {
            self.ops.extend(thick(style));
        }
        self.ops.extend(pen.write(run, subset, style.size));
        if is_thickened {
            self.ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Fill });
        }
    }
}

/// A face without a bold weight gets an outline in the text colour.
fn thick(style: Style) -> [Op; 3] {
    [
        Op::SetTextRenderingMode { mode: TextRenderingMode::FillStroke },
        Op::SetOutlineColor { col: colour(style.colour) },
        Op::SetOutlineThickness { pt: Pt(round(style.size * 0.03)) },
    ]
}

/// The box for a character that no face has.
fn missing(x: f32, y: f32, size: f32) -> Vec<Op> {
    let (left, right, top) = (x + size * 0.06, x + size * 0.54, y + size * 0.7);
    let point = |x, y| LinePoint { p: Point { x: Pt(round(x)), y: Pt(round(y)) }, bezier: false };
    let points = vec![point(left, y), point(right, y), point(right, top), point(left, top)];
    vec![
        Op::SetOutlineColor { col: colour(TextColour::Black) },
        Op::SetOutlineThickness { pt: Pt(round(size * 0.05)) },
        Op::DrawLine { line: Line { points, is_closed: true } },
    ]
}

fn decoration(placed: &Placed) -> Vec<Op> {
    let bottom = placed.top - placed.line.height;
    match placed.line.decoration {
        Decoration::Mark => mark(MARGIN, bottom, placed.line.height),
        Decoration::Rule if !placed.is_first => rule(placed.top + placed.line.space_before * 0.4),
        Decoration::Rule | Decoration::None => Vec::new(),
    }
}

fn rule(y: f32) -> Vec<Op> {
    let point = |x| LinePoint { p: Point { x: Pt(round(x)), y: Pt(round(y)) }, bezier: false };
    let points = vec![point(MARGIN), point(MARGIN + style::TEXT_WIDTH)];
    vec![
        Op::SetOutlineColor { col: colour(TextColour::Grey) },
        Op::SetOutlineThickness { pt: Pt(0.75) },
        Op::DrawLine { line: Line { points, is_closed: false } },
    ]
}

/// Rounds to a hundredth of a point, which is finer than any printer and keeps the file short.
fn round(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

/// A PDF text string: UTF-16 with a byte order mark.
fn utf16(text: &str) -> Vec<u8> {
    let mark = [0xfe, 0xff];
    mark.into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}
