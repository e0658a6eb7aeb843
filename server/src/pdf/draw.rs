//! Draws placed lines with `printpdf`, and notes on the way which text belongs to which structure
//! element: `printpdf` can mark text but knows nothing of structure, see [`super::tag`].

use std::collections::BTreeMap;

use printpdf::{DictItem, Line, LinePoint, Mm, Op, PdfFontHandle, PdfPage, Point, Pt, TextItem, TextMatrix};

use super::compose::{Ornament, Piece};
use super::fonts::FaceId;
use super::layout::{Page, Placed};
use super::mark::{colour, mark};
use super::runs::Run;
use super::structure::NodeId;
use super::style::{self, Ink, MARGIN};
use super::subset::Subsets;

/// A page, and the element that each marked stretch of its text belongs to.
pub(super) struct Drawn {
    pub page: PdfPage,
    pub marked: Vec<NodeId>,
}

/// Draws one page.
pub(super) fn draw(page: &Page, foot: &[Piece], subsets: &Subsets) -> Drawn {
    let mut painter = Painter { subsets, ops: Vec::new(), marked: Vec::new(), font: None, ink: None };
    painter.ornaments(page);
    let mut texts: Vec<(&Piece, f32)> = page.iter().flat_map(pieces).collect();
    texts.extend(foot.iter().map(|piece| (piece, style::FOOT_BASELINE)));
    for stretch in texts.chunk_by(|(a, _), (b, _)| a.node == b.node) {
        painter.stretch(stretch);
    }
    let (width, height) = (Mm::from(Pt(style::PAGE_WIDTH)), Mm::from(Pt(style::PAGE_HEIGHT)));
    Drawn { page: PdfPage::new(width, height, painter.ops), marked: painter.marked }
}

/// The texts of a line with their baselines.
fn pieces(placed: &Placed) -> impl Iterator<Item = (&Piece, f32)> {
    let written = placed.line.pieces.iter().filter(|piece| !piece.runs.is_empty());
    written.map(|piece| (piece, placed.top - piece.style.drop()))
}

struct Painter<'a> {
    subsets: &'a Subsets,
    ops: Vec<Op>,
    marked: Vec<NodeId>,
    /// What is set already needn't be set again.
    font: Option<(FaceId, f32)>,
    ink: Option<Ink>,
}

impl Painter<'_> {
    /// What carries no meaning, so that a screen reader passes over it.
    fn ornaments(&mut self, page: &Page) {
        let drawn: Vec<Op> = page.iter().flat_map(ornament).collect();
        if !drawn.is_empty() {
            self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
            self.ops.extend(drawn);
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Neighbouring texts of one element.
    fn stretch(&mut self, texts: &[(&Piece, f32)]) {
        let node = texts.first().and_then(|(piece, _)| piece.node);
        let begin = self.begin(node);
        self.ops.extend([begin, Op::StartTextSection]);
        for (piece, baseline) in texts {
            self.piece(piece, *baseline);
        }
        self.ops.extend([Op::EndTextSection, Op::EndMarkedContent]);
    }

    fn begin(&mut self, node: Option<NodeId>) -> Op {
        let Some(node) = node else {
            return Op::BeginMarkedContent { tag: "Artifact".to_owned() };
        };
        let number = i64::try_from(self.marked.len()).unwrap_or(i64::MAX);
        self.marked.push(node);
        // The tag's name is given by the structure tree; here it only has to be one.
        properties("P", "MCID", DictItem::Int(number))
    }

    fn piece(&mut self, piece: &Piece, baseline: f32) {
        if self.ink != Some(piece.style.ink) {
            self.ink = Some(piece.style.ink);
            self.ops.push(Op::SetFillColor { col: colour(piece.style.ink) });
        }
        let matrix = TextMatrix::Translate(Pt(round(MARGIN + piece.x)), Pt(round(baseline)));
        self.ops.push(Op::SetTextMatrix { matrix });
        for run in &piece.runs {
            self.run(run, piece.style.size);
        }
    }

    fn run(&mut self, run: &Run, size: f32) {
        let Some(subset) = self.subsets.get(run.face) else { return };
        if self.font != Some((run.face, size)) {
            self.font = Some((run.face, size));
            let font = PdfFontHandle::External(subset.id.clone());
            self.ops.push(Op::SetFont { font, size: Pt(size) });
        }
        let show = Op::ShowText { items: vec![TextItem::Text(run.text.clone())] };
        match &run.actual {
            None => self.ops.push(show),
            Some(actual) => {
                let data = DictItem::String { data: utf16(actual), literal: false };
                self.ops.extend([properties("Span", "ActualText", data), show, Op::EndMarkedContent]);
            }
        }
    }
}

fn properties(tag: &str, key: &str, value: DictItem) -> Op {
    let properties = DictItem::Dict { map: BTreeMap::from([(key.to_owned(), value)]) };
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties }
}

fn ornament(placed: &Placed) -> Vec<Op> {
    let bottom = placed.top - placed.line.height;
    match placed.line.ornament {
        Ornament::Mark => mark(MARGIN, bottom, style::MARK_SIZE),
        Ornament::Rule if !placed.is_first => rule(placed.top + placed.line.space_before * 0.4),
        Ornament::Rule | Ornament::None => Vec::new(),
    }
}

fn rule(y: f32) -> Vec<Op> {
    let point = |x| LinePoint { p: Point { x: Pt(round(x)), y: Pt(round(y)) }, bezier: false };
    let points = vec![point(MARGIN), point(MARGIN + style::TEXT_WIDTH)];
    vec![
        Op::SetOutlineColor { col: colour(Ink::Grey) },
        Op::SetOutlineThickness { pt: Pt(0.75) },
        Op::DrawLine { line: Line { points, is_closed: false } },
    ]
}

/// A hundredth of a point is finer than any printer, and shorter in the file.
fn round(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

/// Text as PDF wants it outside of pages: UTF-16 with a byte order mark.
fn utf16(text: &str) -> Vec<u8> {
    let mark = [0xfe, 0xff];
    mark.into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}
