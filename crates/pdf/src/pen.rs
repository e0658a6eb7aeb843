//! Writes the glyphs of a line in reading order, each at its visual position: the pen moves back for right-to-left
//! text, and up for raised glyphs.

use printpdf::{Codepoint, Op, TextItem};

use super::runs::Run;
use super::shape::Glyph;
use super::subset::Subset;

/// The position of the pen, in thousandths of an em from the left of the line.
#[derive(Debug, Default)]
pub(super) struct Pen {
    x: f32,
}

impl Pen {
    /// Writes a run. The font must be set already.
    pub(super) fn write(&mut self, run: &Run, subset: &Subset, size: f32) -> Vec<Op> {
        // PDF readers guess the direction from glyphs that are shown together, and some take them to be in visual
        // order. So right-to-left glyphs are shown one by one.
        let together = |a: &Glyph, b: &Glyph| !run.is_rtl && same_height(a.y, b.y);
        let sequences = run.glyphs.chunk_by(together);
        sequences.flat_map(|glyphs| self.sequence(glyphs, run, subset, size)).collect()
    }

    fn sequence(&mut self, glyphs: &[Glyph], run: &Run, subset: &Subset, size: f32) -> Vec<Op> {
        let mut items = Vec::with_capacity(glyphs.len());
        for glyph in glyphs {
            let text = run.text.get(glyph.text.clone()).unwrap_or_default();
            let Some(code) = subset.code(glyph.id, text) else { continue };
            items.extend(self.step_to(glyph.x * 1000.0));
            items.push(TextItem::GlyphIds(vec![Codepoint::new(code, 0.0)]));
            self.x += subset.width(code);
        }
        let show = Op::ShowText { items };
        let height = glyphs.first().map_or(0.0, |glyph| glyph.y);
        if same_height(height, 0.0) {
            return vec![show];
        }
        let rise = |multiplier| Op::SetLineOffset { multiplier };
        vec![rise(height * size), show, rise(0.0)]
    }

    /// Moves the pen to `x`, if it isn't there. In the file, a positive offset moves back.
    fn step_to(&mut self, x: f32) -> Option<TextItem> {
        let step = (x - self.x).round();
        self.x += step;
        (step != 0.0).then_some(TextItem::Offset(-step))
    }
}

/// Whether two heights are equal to a thousandth of an em, which is less than a printer's dot.
fn same_height(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.001
}
