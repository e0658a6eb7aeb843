//! Turns a document into one long column of lines: broken to width and styled, each knowing what
//! it belongs to and whether it may be parted from the next. Pages come later.

use super::clean;
use super::fonts::Fonts;
use super::model::{Block, Document, Section};
use super::runs::Run;
use super::structure::{NodeId, Tag, Tree};
use super::style::{self, Style};
use super::wrap::wrap;

/// A text at its place in a line.
#[derive(Debug)]
pub(super) struct Piece {
    /// None for what is not part of the document's text: the foot of the page.
    pub node: Option<NodeId>,
    pub style: Style,
    /// From the left margin.
    pub x: f32,
    pub runs: Vec<Run>,
}

/// What is drawn beside the text of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ornament {
    None,
    /// The council's mark, left of the line.
    Mark,
    /// A rule in the space above the line, which goes where the line begins a page.
    Rule,
}

/// A line of the column.
#[derive(Debug)]
pub(super) struct FlowLine {
    pub pieces: Vec<Piece>,
    /// Dropped at the top of a page.
    pub space_before: f32,
    pub height: f32,
    /// The next line must stand on the same page.
    pub keep_with_next: bool,
    pub ornament: Ornament,
}

impl FlowLine {
    /// Nothing is written on it.
    pub(super) fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.runs.is_empty())
    }
}

/// The whole column and the structure behind it.
pub(super) struct Column {
    pub lines: Vec<FlowLine>,
    pub tree: Tree,
    /// The section headings, for the reader's side panel.
    pub outline: Vec<(NodeId, String)>,
}

/// Sets a document as one column.
pub(super) fn compose(document: &Document, fonts: &Fonts) -> Column {
    let (tree, root) = Tree::new();
    let column = Column { lines: Vec::new(), tree, outline: Vec::new() };
    let mut composer = Composer { fonts, column };
    composer.head(document, root);
    for section in &document.sections {
        composer.section(section, root);
    }
    composer.column
}

struct Composer<'a> {
    fonts: &'a Fonts,
    column: Column,
}

impl Composer<'_> {
    fn head(&mut self, document: &Document, root: NodeId) {
        let council = self.column.tree.add(Tag::Paragraph, root);
        let indent = style::MARK_SIZE + style::MARK_GAP;
        let mut lines = self.text(council, &document.council, style::COUNCIL, indent);
        if let Some(first) = lines.first_mut() {
            first.ornament = Ornament::Mark;
        }
        self.push(lines, 0.0, Keep::WithNext);
        let title = self.column.tree.add(Tag::Title, root);
        let lines = self.text(title, &document.title, style::TITLE, 0.0);
        self.push(lines, style::SPACE_BEFORE_TITLE, Keep::WithNext);
        if !document.facts.is_empty() {
            self.facts(&document.facts, root);
        }
    }

    fn facts(&mut self, facts: &[(String, String)], root: NodeId) {
        let list = self.column.tree.add(Tag::List, root);
        let mut space = style::SPACE_BEFORE_FACTS;
        for (label, value) in facts {
            let lines = self.fact(label, value, list);
            self.push(lines, space, Keep::Together);
            space = 0.0;
        }
    }

    /// Label and value side by side, as many lines as the longer of the two needs.
    fn fact(&mut self, label: &str, value: &str, list: NodeId) -> Vec<FlowLine> {
        let item = self.column.tree.add(Tag::Item, list);
        let label_node = self.column.tree.add(Tag::Label, item);
        let value_node = self.column.tree.add(Tag::Body, item);
        let width = style::LABEL_WIDTH - style::MARK_GAP;
        let mut labels = wrap(&clean::line(label), style::LABEL, width, self.fonts).into_iter();
        let mut lines = self.text(value_node, value, style::FACT, style::LABEL_WIDTH);
        for line in &mut lines {
            if let Some(runs) = labels.next() {
                line.pieces.insert(0, Piece { node: Some(label_node), style: style::LABEL, x: 0.0, runs });
            }
        }
        let rest = labels.map(|runs| one_piece(label_node, style::LABEL, 0.0, runs));
        lines.extend(rest);
        lines
    }

    fn section(&mut self, section: &Section, root: NodeId) {
        let node = self.column.tree.add(Tag::Section, root);
        let heading = clean::line(&section.heading);
        if !heading.trim().is_empty() {
            let id = self.column.tree.add(Tag::SectionHeading, node);
            let mut lines = self.text(id, &heading, style::SECTION, 0.0);
            if let Some(first) = lines.first_mut() {
                first.ornament = Ornament::Rule;
            }
            self.push(lines, style::SPACE_BEFORE_SECTION, Keep::WithNext);
            self.column.outline.push((id, heading));
        }
        self.blocks(&section.blocks, node);
    }

    fn blocks(&mut self, blocks: &[Block], section: NodeId) {
        // Questions that follow each other are one list.
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
                    let lines = self.text(node, text, style::HEADING, 0.0);
                    self.push(lines, style::SPACE_BEFORE_HEADING, Keep::WithNext);
                }
                Block::Text(text) => {
                    let node = self.column.tree.add(Tag::Paragraph, section);
                    let lines = self.paragraphs(node, text);
                    self.push(lines, style::SPACE_BEFORE_TEXT, Keep::Ends);
                }
                Block::Answer { .. } => {}
            }
        }
    }

    fn answer(&mut self, question: &str, answer: &[String], list: NodeId) {
        let item = self.column.tree.add(Tag::Item, list);
        let label = self.column.tree.add(Tag::Label, item);
        let body = self.column.tree.add(Tag::Body, item);
        let lines = self.text(label, question, style::QUESTION, 0.0);
        self.push(lines, style::SPACE_BEFORE_QUESTION, Keep::WithNext);
        let mut lines = Vec::new();
        for part in answer {
            let node = self.column.tree.add(Tag::Paragraph, body);
            lines.extend(self.paragraphs(node, part));
        }
        self.push(lines, style::SPACE_BEFORE_ANSWER, Keep::Ends);
    }

    /// Typed text, its own line breaks kept.
    fn paragraphs(&self, node: NodeId, text: &str) -> Vec<FlowLine> {
        let typed = clean::lines(text);
        typed.iter().flat_map(|line| self.text(node, line, style::ANSWER, 0.0)).collect()
    }

    /// One paragraph, broken to the width right of `x`.
    fn text(&self, node: NodeId, text: &str, style: Style, x: f32) -> Vec<FlowLine> {
        let lines = wrap(&clean::line(text), style, style::TEXT_WIDTH - x, self.fonts);
        lines.into_iter().map(|runs| one_piece(node, style, x, runs)).collect()
    }

    fn push(&mut self, mut lines: Vec<FlowLine>, space_before: f32, keep: Keep) {
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

fn one_piece(node: NodeId, style: Style, x: f32, runs: Vec<Run>) -> FlowLine {
    FlowLine {
        pieces: vec![Piece { node: Some(node), style, x, runs }],
        space_before: 0.0,
        height: style.leading,
        keep_with_next: false,
        ornament: Ornament::None,
    }
}

/// Where a paragraph may be parted by the end of a page.
#[derive(Clone, Copy)]
enum Keep {
    /// Nowhere, and not from what follows: headings and questions.
    WithNext,
    /// Nowhere.
    Together,
    /// Not after its first line and not before its last.
    Ends,
}

impl Keep {
    fn holds(self, at: usize, count: usize) -> bool {
        let is_last = at + 1 == count;
        match self {
            Self::WithNext => true,
            Self::Together => !is_last,
            Self::Ends => !is_last && (at == 0 || at + 2 == count),
        }
    }
}
