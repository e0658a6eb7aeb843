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
pub(super) enum Ink {
    /// Everything that is read.
    Black,
    /// The council's own colour, for its mark, its name and one rule.
    Brand,
    /// The hairlines.
    Grey,
}

impl Ink {
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
    pub ink: Ink,
}

impl Style {
    const fn new(weight: Weight, size: f32, leading: f32, ink: Ink) -> Self {
        Self { weight, size, leading, ink }
    }

    /// From the top of a line's box down to its baseline, so that capitals stand in the middle.
    pub(super) fn drop(self) -> f32 {
        const CAP_HEIGHT: f32 = 0.714;
        f32::midpoint(self.leading, self.size * CAP_HEIGHT)
    }
}

pub(super) const COUNCIL: Style = Style::new(Weight::Bold, 14.0, 30.0, Ink::Brand);
pub(super) const TITLE: Style = Style::new(Weight::Bold, 25.0, 31.0, Ink::Black);
pub(super) const LABEL: Style = Style::new(Weight::Bold, 11.0, 18.0, Ink::Black);
pub(super) const FACT: Style = Style::new(Weight::Regular, 11.0, 18.0, Ink::Black);
pub(super) const SECTION: Style = Style::new(Weight::Bold, 17.0, 23.0, Ink::Black);
pub(super) const HEADING: Style = Style::new(Weight::Bold, 13.0, 18.0, Ink::Black);
pub(super) const QUESTION: Style = Style::new(Weight::Bold, 11.0, 16.0, Ink::Black);
pub(super) const ANSWER: Style = Style::new(Weight::Regular, 11.0, 16.5, Ink::Black);
pub(super) const FOOT: Style = Style::new(Weight::Regular, 9.0, 12.0, Ink::Black);

/// How wide the council's mark is; it is as high as the council's line.
pub(super) const MARK_SIZE: f32 = COUNCIL.leading;
/// Between the mark and the council's name.
pub(super) const MARK_GAP: f32 = 9.0;
/// The column of the labels under the title.
pub(super) const LABEL_WIDTH: f32 = 105.0;

pub(super) const SPACE_BEFORE_TITLE: f32 = 30.0;
pub(super) const SPACE_BEFORE_FACTS: f32 = 12.0;
pub(super) const SPACE_BEFORE_SECTION: f32 = 34.0;
pub(super) const SPACE_BEFORE_HEADING: f32 = 20.0;
pub(super) const SPACE_BEFORE_QUESTION: f32 = 13.0;
pub(super) const SPACE_BEFORE_ANSWER: f32 = 1.5;
pub(super) const SPACE_BEFORE_TEXT: f32 = 10.0;
