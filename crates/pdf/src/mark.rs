//! The council's mark, a hill and a lake, as on the website.

use printpdf::{Color, Line, LineCapStyle, LinePoint, Op, Point, Pt, Rgb};

use super::style::TextColour;

/// The paths of `public/mark.svg`: start, two Bézier control points, end.
const HILL: Path = [(2.5, 23.0), (4.0, 5.0), (19.0, 2.0), (21.5, 19.0)];
const LAKE: Path = [(29.5, 9.0), (28.0, 27.0), (13.0, 30.0), (10.5, 13.0)];
/// The width and height of the drawing, whose y axis points down.
const SIDE: f32 = 32.0;
const STROKE: f32 = 3.75;

type Path = [(f32, f32); 4];

/// Draws the mark in a square whose lower left corner is at `(x, y)`.
pub(super) fn mark(x: f32, y: f32, size: f32) -> Vec<Op> {
    let unit = size / SIDE;
    let line = |path: Path| Line { points: points(path, (x, y), unit), is_closed: false };
    vec![
        Op::SetOutlineColor { col: colour(TextColour::Brand) },
        Op::SetOutlineThickness { pt: Pt(STROKE * unit) },
        Op::SetLineCapStyle { cap: LineCapStyle::Round },
        Op::DrawLine { line: line(HILL) },
        Op::DrawLine { line: line(LAKE) },
        // Reset for what is drawn next.
        Op::SetLineCapStyle { cap: LineCapStyle::Butt },
    ]
}

fn points(path: Path, (left, bottom): (f32, f32), unit: f32) -> Vec<LinePoint> {
    let [start, first, second, end] = path.map(|(x, y)| Point { x: Pt(left + x * unit), y: Pt(bottom + (SIDE - y) * unit) });
    let on = |p| LinePoint { p, bezier: false };
    let handle = |p| LinePoint { p, bezier: true };
    vec![on(start), handle(first), handle(second), on(end)]
}

/// The colour for `printpdf`.
pub(super) fn colour(colour: TextColour) -> Color {
    let (r, g, b) = colour.rgb();
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_the_one_on_the_screen() {
        let svg = include_str!("../../../public/mark.svg");
        for [from, first, second, to] in [HILL, LAKE] {
            let pair = |(x, y): (f32, f32)| format!("{x} {y}");
            let path = format!("M{}C{} {} {}", pair(from), pair(first), pair(second), pair(to));
            assert!(svg.contains(&path), "{path}");
        }
        assert!(svg.contains(&format!("stroke-width=\"{STROKE}\"")) && svg.contains(&format!("0 0 {SIDE} {SIDE}")));
    }
}
