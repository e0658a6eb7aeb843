//! Turns a document into one long column of lines, wrapped and styled. Each line has its structure node and whether a
//! page break may follow it. Pages come later.

use super::clean;
use super::fonts::FontCache;
use super::model::{Block, Document, Section};
use super::runs::TextLine;
use super::structure::{NodeId, Tag, Tree};
use super::style::{Style, StyleSheet, TEXT_WIDTH};
use super::wrap::wrap;

/// A text at its position in a line.
#[derive(Debug)]
pub(super) struct PlacedText {
    /// `None` for what isn't part of the document's text: the footer.
    pub node: Option<NodeId>,
    pub style: Style,
    /// Points from the left margin.
    pub x: f32,
    pub line: TextLine,
}

/// A decoration of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decoration {
    None,
    /// The council's mark, left of the line.
    Mark,
    /// A rule in the space above the line, left out if the line is the first of a page.
    Rule,
}

/// A line of the column; sizes in points.
#[derive(Debug)]
pub(super) struct FlowLine {
    pub pieces: Vec<PlacedText>,
    /// Ignored at the top of a page.
    pub space_before: f32,
    pub height: f32,
    /// The next line must be on the same page.
    pub keep_with_next: bool,
    pub decoration: Decoration,
}

impl FlowLine {
    /// Whether it has no text.
    pub(super) fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.line.runs.is_empty())
    }
}

/// The whole column and the structure of the document.
pub(super) struct Column {
    pub lines: Vec<FlowLine>,
    pub tree: Tree,
    /// The section headings, for the outline in the PDF reader's side panel.
    pub outline: Vec<(NodeId, String)>,
}

/// Typesets a document as one column.
pub(super) fn compose(document: &Document, styles: &StyleSheet, case: &FontCache<'_>) -> Column {
    let (tree, root) = Tree::new();
    let column = Column { lines: Vec::new(), tree, outline: Vec::new() };
    let mut composer = Composer { styles, case, column };
    composer.head(document, root);
    for section in &document.sections {
        composer.section(section, root);
    }
    composer.column
}

struct Composer<'a> {
    styles: &'a StyleSheet,
    case: &'a FontCache<'a>,
    column: Column,
}

impl Composer<'_> {
    fn head(&mut self, document: &Document, root: NodeId) {
        let council = self.column.tree.add(Tag::Paragraph, root);
        let indent = self.styles.mark_size() + self.styles.mark_gap;
        let mut lines = self.text(council, &document.council, self.styles.council, indent);
        if let Some(first) = lines.first_mut() {
            first.decoration = Decoration::Mark;
        }
        self.push(lines, 0.0, BreakRule::WithNext);
        let title = self.column.tree.add(Tag::Title, root);
        let lines = self.text(title, &document.title, self.styles.title, 0.0);
        self.push(lines, self.styles.before.title, BreakRule::WithNext);
        if !document.facts.is_empty() {
            self.facts(&document.facts, root);
        }
    }

    fn facts(&mut self, facts: &[(String, String)], root: NodeId) {
        let list = self.column.tree.add(Tag::List, root);
        let mut space = self.styles.before.facts;
        for (label, value) in facts {
            let lines = self.fact(label, value, list);
            self.push(lines, space, BreakRule::Together);
            space = 0.0;
        }
    }

    /// Label and value side by side, with as many lines as the longer of the two needs.
    fn fact(&mut self, label: &str, value: &str, list: NodeId) -> Vec<FlowLine> {
        let item = self.column.tree.add(Tag::Item, list);
        let label_node = self.column.tree.add(Tag::Label, item);
        let value_node = self.column.tree.add(Tag::Body, item);
        let width = self.styles.label_width - self.styles.mark_gap;
        let mut labels = wrap(&clean::line(label), self.styles.label, width, self.case).into_iter();
        let mut lines = self.text(value_node, value, self.styles.fact, self.styles.label_width);
        for line in &mut lines {
            if let Some(label) = labels.next() {
                line.pieces.insert(0, piece(label_node, self.styles.label, 0.0, label));
            }
        }
        let rest = labels.map(|label| one_piece(piece(label_node, self.styles.label, 0.0, label)));
        lines.extend(rest);
        lines
    }

    fn section(&mut self, section: &Section, root: NodeId) {
        let node = self.column.tree.add(Tag::Section, root);
        let heading = clean::line(&section.heading);
        if !heading.trim().is_empty() {
            let id = self.column.tree.add(Tag::SectionHeading, node);
            let mut lines = self.text(id, &heading, self.styles.section, 0.0);
            if let Some(first) = lines.first_mut() {
                first.decoration = Decoration::Rule;
            }
            self.push(lines, self.styles.before.section, BreakRule::WithNext);
            self.column.outline.push((id, heading));
        }
        self.blocks(&section.blocks, node);
    }

    fn blocks(&mut self, blocks: &[Block], section: NodeId) {
        // Consecutive questions are one list.
        let mut list = None;
        for block in blocks {
            if let Block::Answer { question, answer } = block {
                let list = *list.get_or_insert_with(|| self.column.tree.add(Tag::List, section));
                self.answer(question, answer, list);
                continue;
            }
            list = None;
            match block {
                Block::Heading(text) => {
                    let node = self.column.tree.add(Tag::Heading, section);
                    let lines = self.text(node, text, self.styles.heading, 0.0);
                    self.push(lines, self.styles.before.heading, BreakRule::WithNext);
                }
                Block::Text(text) => {
                    let lines = self.paragraphs(section, text);
                    self.push(lines, self.styles.before.text, BreakRule::Ends);
                }
                Block::Answer { .. } => {}
            }
        }
    }

    fn answer(&mut self, question: &str, answer: &[String], list: NodeId) {
        let item = self.column.tree.add(Tag::Item, list);
        let label = self.column.tree.add(Tag::Label, item);
        let body = self.column.tree.add(Tag::Body, item);
        let lines = self.text(label, question, self.styles.question, 0.0);
        self.push(lines, self.styles.before.question, BreakRule::WithNext);
        let mut lines = Vec::new();
        for part in answer {
            lines.extend(self.paragraphs(body, part));
        }
        self.push(lines, self.styles.before.answer, BreakRule::Ends);
    }

    /// Typed text. Each of its lines becomes a paragraph, so that a screen reader reads two lines as two sentences.
    fn paragraphs(&mut self, parent: NodeId, text: &str) -> Vec<FlowLine> {
        let mut lines = Vec::new();
        for typed in clean::lines(text) {
            let node = self.column.tree.add(Tag::Paragraph, parent);
            lines.extend(self.text(node, &typed, self.styles.answer, 0.0));
        }
        lines
    }

    /// One paragraph, wrapped to the width right of `x`.
    fn text(&self, node: NodeId, text: &str, style: Style, x: f32) -> Vec<FlowLine> {
        let width = TEXT_WIDTH - x;
        let lines = wrap(&clean::line(text), style, width, self.case).into_iter();
        lines.map(|line| one_piece(piece(node, style, x + indent(&line, style, width), line))).collect()
    }

    fn push(&mut self, mut lines: Vec<FlowLine>, space_before: f32, keep: BreakRule) {
        if let Some(first) = lines.first_mut() {
            first.space_before = space_before;
        }
        let count = lines.len();
        for (at, line) in lines.iter_mut().enumerate() {
            line.keep_with_next = keep.holds(at, count);
        }
        self.column.lines.extend(lines);
    }
}

/// Right-to-left lines are aligned right.
fn indent(line: &TextLine, style: Style, width: f32) -> f32 {
    if line.is_rtl { (width - line.width * style.size).max(0.0) } else { 0.0 }
}

fn piece(node: NodeId, style: Style, x: f32, line: TextLine) -> PlacedText {
    PlacedText { node: Some(node), style, x, line }
}

fn one_piece(piece: PlacedText) -> FlowLine {
    FlowLine {
        space_before: 0.0,
        height: piece.style.leading,
        keep_with_next: false,
        decoration: Decoration::None,
        pieces: vec![piece],
    }
}

/// Where page breaks may be in a paragraph.
#[derive(Clone, Copy)]
enum BreakRule {
    /// Nowhere, and not after it: headings and questions.
    WithNext,
    /// Nowhere.
    Together,
    /// Not after its first line and not before its last.
    Ends,
}

impl BreakRule {
    fn holds(self, at: usize, count: usize) -> bool {
        let is_last = at + 1 == count;
        match self {
            Self::WithNext => true,
            Self::Together => !is_last,
            Self::Ends => !is_last && (at == 0 || at + 2 == count),
        }
    }
}
