//! The council's mark: two arcs that overlap, a hill and the lake before it.

use printpdf::{Color, Line, LineCapStyle, LinePoint, Op, Point, Pt, Rgb};

use super::style::Ink;

/// How far an arc's handles stand from its ends, for a quarter of a circle.
const QUARTER: f32 = 0.552_285;

/// Draws the mark in a square whose lower left corner is at `(x, y)`.
pub(super) fn mark(x: f32, y: f32, size: f32) -> Vec<Op> {
    let unit = size / 32.0;
    let at = |right: f32, up: f32| (x + right * unit, y + up * unit);
    let hill = arc(at(11.5, 8.0), 9.0 * unit, 17.0 * unit);
    let lake = arc(at(20.5, 8.0), 9.0 * unit, 10.0 * unit);
    vec![
        Op::SetOutlineColor { col: colour(Ink::Brand) },
        Op::SetOutlineThickness { pt: Pt(3.2 * unit) },
        Op::SetLineCapStyle { cap: LineCapStyle::Round },
        Op::DrawLine { line: hill },
        Op::DrawLine { line: lake },
    ]
}

/// An arch over `centre`, half as wide as `across` to each side and `up` high.
fn arc(centre: (f32, f32), across: f32, up: f32) -> Line {
    let (x, y) = centre;
    let point = |dx: f32, dy: f32, bezier| LinePoint { p: Point { x: Pt(x + dx), y: Pt(y + dy) }, bezier };
    let points = vec![
        point(-across, 0.0, false),
        point(-across, up * QUARTER, true),
        point(-across * QUARTER, up, true),
        point(0.0, up, false),
        point(across * QUARTER, up, true),
        point(across, up * QUARTER, true),
        point(across, 0.0, false),
    ];
    Line { points, is_closed: false }
}

/// A colour as `printpdf` wants it.
pub(super) fn colour(ink: Ink) -> Color {
    let (r, g, b) = ink.rgb();
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}
