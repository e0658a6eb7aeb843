//! The face of the paper: sizes, spaces and colours in points (1/72 inch), in one place.

use super::fonts::Weight;

const MM: f32 = 72.0 / 25.4;

/// A4.
pub(super) const PAGE_WIDTH: f32 = 210.0 * MM;
/// A4.
pub(super) const PAGE_HEIGHT: f32 = 297.0 * MM;
/// Wide on every side: room for a punched hole and for a pencil.
pub(super) const MARGIN: f32 = 25.0 * MM;
/// What is left for text, across.
pub(super) const TEXT_WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// Where text begins, measured from the bottom of the page.
pub(super) const TEXT_TOP: f32 = PAGE_HEIGHT - MARGIN;
/// Where text ends.
pub(super) const TEXT_BOTTOM: f32 = MARGIN;
/// The baseline of the foot, inside the bottom margin.
pub(super) const FOOT_BASELINE: f32 = 13.0 * MM;

/// The colour of a text or a shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum TextColour {
    /// Everything that is read.
    Black,
    /// The council's own colour, for its mark, its name and one rule.
    Brand,
    /// The hairlines.
    Grey,
}

impl TextColour {
    /// Red, green and blue between 0 and 1.
    pub(super) fn rgb(self) -> (f32, f32, f32) {
        match self {
            Self::Black => (0.0, 0.0, 0.0),
            Self::Brand => (11.0 / 255.0, 79.0 / 255.0, 92.0 / 255.0),
            Self::Grey => (0.69, 0.71, 0.71),
        }
    }
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub weight: Weight,
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    pub ink: TextColour,
}

impl Style {
    const fn new(weight: Weight, size: f32, leading: f32, ink: TextColour) -> Self {
        Self { weight, size, leading, ink }
    }

    /// From the top of a line's box down to its baseline, so that capitals stand in the middle.
    pub(super) fn drop(self) -> f32 {
        const CAP_HEIGHT: f32 = 0.714;
        f32::midpoint(self.leading, self.size * CAP_HEIGHT)
    }
}

/// The sizes of one edition of the paper.
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
    /// Between the council's mark and its name.
    pub mark_gap: f32,
    /// The column of the labels under the title.
    pub label_width: f32,
    pub before: Spaces,
}

impl StyleSheet {
    /// How wide the council's mark is; it is as high as the council's line.
    pub(super) fn mark_size(&self) -> f32 {
        self.council.leading
    }
}

/// The space above each sort of text.
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

/// What "Download PDF" gives.
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

/// Large print: nothing is smaller than 18 points, as the RNIB's guidance on clear print asks.
/// Headings grow less than the text, or no line would hold them.
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
