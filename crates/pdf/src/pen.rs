//! Writes the glyphs of a line in the order in which they are read, each at the place where it is
//! seen: the pen steps back for what is read from the right, and up for what stands above.

use printpdf::{Codepoint, Op, TextItem};

use super::runs::Run;
use super::shape::Glyph;
use super::subset::Subset;

/// Where the pen is, in thousandths of an em from the left of the line.
#[derive(Debug, Default)]
pub(super) struct Pen {
    x: f32,
}

impl Pen {
    /// Writes a run; the font is set already.
    pub(super) fn write(&mut self, run: &Run, subset: &Subset, size: f32) -> Vec<Op> {
        // Readers guess the direction from stretches that are written at one go, and some take them
        // to be as they are seen. A glyph alone can't be misread.
        let together = |a: &Glyph, b: &Glyph| !run.is_rtl && same_height(a.y, b.y);
        let stretches = run.glyphs.chunk_by(together);
        stretches.flat_map(|glyphs| self.stretch(glyphs, run, subset, size)).collect()
    }

    fn stretch(&mut self, glyphs: &[Glyph], run: &Run, subset: &Subset, size: f32) -> Vec<Op> {
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

    /// Moves the pen, if it isn't there: a positive number steps back.
    fn step_to(&mut self, x: f32) -> Option<TextItem> {
        let step = (x - self.x).round();
        self.x += step;
        (step != 0.0).then_some(TextItem::Offset(-step))
    }
}

/// A thousandth of an em is less than a printer's dot.
fn same_height(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.001
}
