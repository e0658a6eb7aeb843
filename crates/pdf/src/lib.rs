//! A submitted form as a PDF, in standard or large print, or as plain text: each question as it was asked, and its
//! answer. The PDF is tagged, so screen readers find headings, lists and the reading order.
//!
//! # Dependencies
//!
//! `i18n` for the few texts of its own, and libraries for fonts and PDF. It knows no forms: `drafts` turns a copy into
//! a [`Document`].
//!
//! # Where to start
//!
//! The stages, in the order they run:
//!
//! 1. [`model`]: the content: sections, headings, questions and answers.
//! 2. [`compose`]: typesets it as one column of lines; [`shape`] and [`wrap`] choose glyphs and break lines in any
//!    script.
//! 3. [`layout`]: splits the column into pages.
//! 4. [`draw`](mod@draw): draws the pages with `printpdf`, in fonts that [`subset`] has reduced to the glyphs used.
//! 5. [`finish`](mod@finish): adds with `lopdf` what `printpdf` doesn't support: the [`structure`] for screen readers, language,
//!    title and date.
//!
//! [`plain_text`] renders the same document as text.
//!
//! # When you change it
//!
//! The same document always gives the same bytes: no clock, no randomness, no order of a hash map. Names in any script
//! must be legible and readable by a screen reader; `scripts/pdf.sh` checks the files that the tests make. See
//! `docs/pdf.md`.

#![warn(missing_docs)]

mod clean;
mod codes;
mod compose;
mod date;
mod draw;
mod finish;
mod fonts;
mod foot;
mod layout;
mod mark;
mod model;
mod outline;
mod pen;
mod plain;
mod runs;
mod shape;
mod structure;
mod style;
mod subset;
mod tag;
#[cfg(test)]
mod tests;
mod wrap;

use std::path::Path;

use printpdf::{FontId, ParsedFont, PdfDocument, PdfFont, PdfPage, PdfParseErrorSeverity, PdfSaveOptions};

pub use fonts::check as check_fonts;
pub use model::{Block, Document, Section};
pub use plain::plain_text;

use compose::{Column, PlacedText};
use draw::{DrawnPage, draw};
use finish::{About, finish};
use fonts::{FontCache, Fonts};
use foot::foot;
use layout::{Page, paginate};
use outline::Entry;
use runs::Run;
use structure::NodeId;
use style::{LARGE, STANDARD, StyleSheet};
use subset::Subsets;

/// Why a PDF could not be made. Contains nothing of the document.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A font can't be read or subsetted.
    #[error("the font {0} can't be used")]
    Font(String),
    /// A page can't be written as it was laid out.
    #[error("a page can't be drawn: {0}")]
    Drawing(String),
    /// The file can't be completed.
    #[error("the file can't be completed")]
    File(#[from] lopdf::Error),
}

/// The edition of a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// With text of 11 points.
    Standard,
    /// For people with poor eyesight: nothing smaller than 18 points.
    Large,
}

impl Print {
    fn styles(self) -> &'static StyleSheet {
        match self {
            Self::Standard => &STANDARD,
            Self::Large => &LARGE,
        }
    }
}

/// Renders PDFs. It has the fonts, so create one when the server starts and share it.
///
/// Rendering takes milliseconds of CPU time: call it where blocking is allowed.
pub struct Renderer {
    fonts: Fonts,
}

impl Renderer {
    /// Reads the built-in fonts and lists those in the folder, which may be missing.
    ///
    /// # Errors
    /// If a built-in font is invalid.
    pub fn new(folder: &Path) -> Result<Self, PdfError> {
        Fonts::new(folder).map(|fonts| Self { fonts })
    }

    /// Returns the bytes of the file.
    ///
    /// # Errors
    /// If the file can't be created; no text that a person can type leads to that.
    pub fn render(&self, document: &Document, print: Print) -> Result<Vec<u8>, PdfError> {
        let (case, styles) = (FontCache::new(&self.fonts), print.styles());
        let Column { lines, tree, outline } = compose::compose(document, styles, &case);
        let pages = paginate(lines);
        let feet: Vec<Vec<PlacedText>> = (1..=pages.len())
            .map(|number| foot(&document.reference, (number, pages.len()), document.t, styles, &case))
            .collect();
        let subsets = Subsets::new(runs(&pages, &feet), &case)?;
        let drawn = pages.iter().zip(&feet).map(|(page, foot)| draw(page, foot, &subsets));
        let (sheets, marked): (Vec<PdfPage>, Vec<Vec<NodeId>>) =
            drawn.map(|DrawnPage { page, marked }| (page, marked)).unzip();
        let outline = entries(outline, &pages);
        let (fonts, codes) = subsets.into_parts();
        let about = About { document, tree: &tree, marked: &marked, outline: &outline, fonts: &codes };
        finish(file(sheets, fonts)?, &about)
    }
}

/// All runs that are drawn, including the footers.
fn runs<'a>(pages: &'a [Page], feet: &'a [Vec<PlacedText>]) -> impl Iterator<Item = &'a Run> {
    let body = pages.iter().flatten().flat_map(|placed| &placed.line.pieces);
    body.chain(feet.iter().flatten()).flat_map(|piece| &piece.line.runs)
}

/// Finds the pages of the section headings.
fn entries(headings: Vec<(NodeId, String)>, pages: &[Page]) -> Vec<Entry> {
    let mut headings = headings.into_iter().peekable();
    let mut entries = Vec::new();
    for (page, placed) in pages.iter().enumerate().flat_map(|(at, page)| page.iter().map(move |line| (at, line))) {
        let is_heading = |(node, _): &(NodeId, String)| placed.line.pieces.iter().any(|piece| piece.node == Some(*node));
        if let Some((_, title)) = headings.next_if(is_heading) {
            entries.push(Entry { title, page, top: placed.top });
        }
    }
    entries
}

/// Writes pages and fonts with `printpdf`.
fn file(pages: Vec<PdfPage>, fonts: Vec<(FontId, ParsedFont)>) -> Result<lopdf::Document, PdfError> {
    let mut pdf = PdfDocument::new("");
    let fonts = fonts.into_iter().map(|(id, font)| (id, PdfFont::new(font)));
    pdf.resources.fonts.map.extend(fonts);
    pdf.with_pages(pages);
    let mut warnings = Vec::new();
    let file = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    match warnings.into_iter().find(|warning| warning.severity == PdfParseErrorSeverity::Error) {
        Some(error) => Err(PdfError::Drawing(error.msg)),
        None => Ok(file),
    }
}
