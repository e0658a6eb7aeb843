//! The foot of a page: the reference on the left, which page it is on the right.

use super::clean;
use super::compose::Piece;
use super::fonts::Fonts;
use super::runs::{clusters, runs};
use super::style::{FOOT, TEXT_WIDTH};
use super::wrap::wrap;

/// The two texts of one page's foot. `number` counts from 1.
pub(super) fn foot(reference: &str, number: usize, count: usize, fonts: &Fonts) -> Vec<Piece> {
    vec![left(reference, fonts), right(&format!("Page {number} of {count}"), fonts)]
}

fn left(text: &str, fonts: &Fonts) -> Piece {
    // One line and no more, whatever the reference is.
    let lines = wrap(&clean::line(text), FOOT, TEXT_WIDTH * 0.7, fonts);
    let runs = lines.into_iter().next().unwrap_or_default();
    Piece { node: None, style: FOOT, x: 0.0, runs }
}

fn right(text: &str, fonts: &Fonts) -> Piece {
    let clusters = clusters(text, FOOT.weight, fonts);
    let width: f32 = clusters.iter().map(|cluster| cluster.width * FOOT.size).sum();
    Piece { node: None, style: FOOT, x: TEXT_WIDTH - width, runs: runs(text, &clusters) }
}
