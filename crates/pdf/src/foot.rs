//! The foot of a page: the reference on the left, which page it is on the right.

use super::clean;
use super::compose::Piece;
use super::fonts::Case;
use super::style::{Sheet, TEXT_WIDTH};
use super::wrap::wrap;
use i18n::Words;

/// The two texts of one page's foot. `number` counts from 1.
pub(super) fn foot(
    reference: &str,
    (number, count): (usize, usize),
    say: Words,
    sheet: &Sheet,
    case: &Case<'_>,
) -> Vec<Piece> {
    let left = piece(reference, TEXT_WIDTH * 0.6, sheet, case);
    let mut right = piece(&say.paper_page(count, number), TEXT_WIDTH, sheet, case);
    right.x = TEXT_WIDTH - right.line.width * sheet.foot.size;
    vec![left, right]
}

/// One line and no more, whatever the text is.
fn piece(text: &str, width: f32, sheet: &Sheet, case: &Case<'_>) -> Piece {
    let lines = wrap(&clean::line(text), sheet.foot, width, case);
    Piece { node: None, style: sheet.foot, x: 0.0, line: lines.into_iter().next().unwrap_or_default() }
}
