//! The footer of a page: the reference on the left, the page number on the right.

use super::clean;
use super::compose::PlacedText;
use super::fonts::FontCache;
use super::style::{StyleSheet, TEXT_WIDTH};
use super::wrap::wrap;
use i18n::{Messages, args};

/// The two texts of a page's footer. `number` counts from 1.
pub(super) fn foot(
    reference: &str,
    (number, count): (usize, usize),
    t: Messages,
    styles: &StyleSheet,
    case: &FontCache<'_>,
) -> Vec<PlacedText> {
    let left = piece(reference, TEXT_WIDTH * 0.6, styles, case);
    let page = t.pdf_page(args::PdfPage { count: &count.to_string(), number: &number.to_string() });
    let mut right = piece(&page, TEXT_WIDTH, styles, case);
    right.x = TEXT_WIDTH - right.line.width * styles.foot.size;
    vec![left, right]
}

/// A single line; the rest of a longer text is cut off.
fn piece(text: &str, width: f32, styles: &StyleSheet, case: &FontCache<'_>) -> PlacedText {
    let lines = wrap(&clean::line(text), styles.foot, width, case);
    PlacedText { node: None, style: styles.foot, x: 0.0, line: lines.into_iter().next().unwrap_or_default() }
}
