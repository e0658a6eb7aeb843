//! The look of the PDF: sizes and spaces, in points (1/72 inch), and colours.

use super::fonts::Weight;

const MM: f32 = 72.0 / 25.4;

/// A4.
pub(super) const PAGE_WIDTH: f32 = 210.0 * MM;
/// A4.
pub(super) const PAGE_HEIGHT: f32 = 297.0 * MM;
/// Wide on every side, with room for punched holes and handwritten notes.
pub(super) const MARGIN: f32 = 25.0 * MM;
/// The width between the margins.
pub(super) const TEXT_WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// The top of the text area, from the bottom of the page.
pub(super) const TEXT_TOP: f32 = PAGE_HEIGHT - MARGIN;
/// The bottom of the text area.
pub(super) const TEXT_BOTTOM: f32 = MARGIN;
/// The baseline of the footer, inside the bottom margin.
pub(super) const FOOT_BASELINE: f32 = 13.0 * MM;

/// The colour of a text or a shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum TextColour {
    /// All text except the council's name.
    Black,
    /// The council's colour, for its mark and its name.
    Brand,
    /// The rules above sections.
    Grey,
}

impl TextColour {
    /// Red, green and blue, from 0 to 1.
    pub(super) fn rgb(self) -> (f32, f32, f32) {
        match self {
            Self::Black => (0.0, 0.0, 0.0),
            Self::Brand => (11.0 / 255.0, 79.0 / 255.0, 92.0 / 255.0),
            Self::Grey => (0.69, 0.71, 0.71),
        }
    }
}

/// The style of a text; sizes in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub weight: Weight,
    pub size: f32,
    /// The distance from one baseline to the next.
    pub leading: f32,
    pub colour: TextColour,
}

impl Style {
    const fn new(weight: Weight, size: f32, leading: f32, colour: TextColour) -> Self {
        Self { weight, size, leading, colour }
    }

    /// The distance from the top of a line's box to its baseline, so that capitals are vertically centred.
    pub(super) fn drop(self) -> f32 {
        const CAP_HEIGHT: f32 = 0.714;
        f32::midpoint(self.leading, self.size * CAP_HEIGHT)
    }
}

/// The styles of one edition of the PDF.
#[derive(Debug)]
pub(super) struct StyleSheet {
    pub council: Style,
    pub title: Style,
    pub label: Style,
    pub fact: Style,
    pub section: Style,
    pub heading: Style,
    pub question: Style,
    pub answer: Style,
    pub foot: Style,
    /// The space between the council's mark and its name.
    pub mark_gap: f32,
    /// The width of the column of labels under the title.
    pub label_width: f32,
    pub before: Spaces,
}

impl StyleSheet {
    /// The width of the council's mark, which is as high as the line with the council's name.
    pub(super) fn mark_size(&self) -> f32 {
        self.council.leading
    }
}

/// The space above each kind of text.
#[derive(Debug)]
pub(super) struct Spaces {
    pub title: f32,
    pub facts: f32,
    pub section: f32,
    pub heading: f32,
    pub question: f32,
    pub answer: f32,
    pub text: f32,
}

/// The edition for "Download PDF".
pub(super) const STANDARD: StyleSheet = StyleSheet {
    council: Style::new(Weight::Bold, 14.0, 30.0, TextColour::Brand),
    title: Style::new(Weight::Bold, 25.0, 31.0, TextColour::Black),
    label: Style::new(Weight::Bold, 11.0, 18.0, TextColour::Black),
    fact: Style::new(Weight::Regular, 11.0, 18.0, TextColour::Black),
    section: Style::new(Weight::Bold, 17.0, 23.0, TextColour::Black),
    heading: Style::new(Weight::Bold, 13.0, 18.0, TextColour::Black),
    question: Style::new(Weight::Bold, 11.0, 16.0, TextColour::Black),
    answer: Style::new(Weight::Regular, 11.0, 16.5, TextColour::Black),
    foot: Style::new(Weight::Regular, 9.0, 12.0, TextColour::Black),
    mark_gap: 9.0,
    label_width: 105.0,
    before: Spaces { title: 30.0, facts: 12.0, section: 34.0, heading: 20.0, question: 13.0, answer: 1.5, text: 10.0 },
};

/// Large print: nothing is smaller than 18 points, as the RNIB's clear print guidance asks. Headings are enlarged less
/// than the text, as they wouldn't fit on a line otherwise.
pub(super) const LARGE: StyleSheet = StyleSheet {
    council: Style::new(Weight::Bold, 20.0, 40.0, TextColour::Brand),
    title: Style::new(Weight::Bold, 32.0, 40.0, TextColour::Black),
    label: Style::new(Weight::Bold, 18.0, 27.0, TextColour::Black),
    fact: Style::new(Weight::Regular, 18.0, 27.0, TextColour::Black),
    section: Style::new(Weight::Bold, 26.0, 34.0, TextColour::Black),
    heading: Style::new(Weight::Bold, 21.0, 28.0, TextColour::Black),
    question: Style::new(Weight::Bold, 18.0, 26.0, TextColour::Black),
    answer: Style::new(Weight::Regular, 18.0, 27.0, TextColour::Black),
    foot: Style::new(Weight::Regular, 18.0, 22.0, TextColour::Black),
    mark_gap: 12.0,
    label_width: 175.0,
    before: Spaces { title: 38.0, facts: 18.0, section: 48.0, heading: 30.0, question: 20.0, answer: 3.0, text: 15.0 },
};
