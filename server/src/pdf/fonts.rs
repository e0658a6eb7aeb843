//! The fonts, read once when the server starts and shared by every render.
//!
//! A weight is a *chain* of faces: text is set in the first face that has its characters. Today
//! each chain holds Noto Sans alone (Latin, Greek and Cyrillic, so Welsh, Polish, Vietnamese and
//! Ukrainian too); a face for another script is one more line in [`Fonts::new`].

use ttf_parser::Face as Parsed;

use super::PdfError;

/// How heavy a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// One face in one chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct FaceId {
    pub weight: Weight,
    pub place: usize,
}

/// What drawing a character takes: which shape, and how far to the next one in font units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph {
    pub id: u16,
    pub advance: u16,
}

/// The measures that a PDF asks of a face, in font units.
#[derive(Debug, Clone, Copy)]
pub(super) struct Metrics {
    pub units_per_em: u16,
    pub ascender: i16,
    pub descender: i16,
    /// Left, bottom, right and top of the box that holds every glyph.
    pub bounds: (i16, i16, i16, i16),
    pub weight_class: u16,
}

/// A font file and what layout needs to know about it.
pub(super) struct Face {
    pub name: &'static str,
    pub data: &'static [u8],
    pub metrics: Metrics,
    /// Sorted by character. A table of our own, because looking a character up in the font file
    /// goes through several of its tables each time, and layout asks for every letter.
    glyphs: Vec<(char, Glyph)>,
}

impl Face {
    fn read(name: &'static str, data: &'static [u8]) -> Result<Self, PdfError> {
        let parsed = Parsed::parse(data, 0).map_err(|_| PdfError::Font(name))?;
        let bounds = parsed.global_bounding_box();
        Ok(Self {
            name,
            data,
            metrics: Metrics {
                units_per_em: parsed.units_per_em(),
                ascender: parsed.ascender(),
                descender: parsed.descender(),
                bounds: (bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max),
                weight_class: parsed.weight().to_number(),
            },
            glyphs: glyphs(&parsed),
        })
    }

    /// The shape of a character, if the face has one.
    pub(super) fn glyph(&self, c: char) -> Option<Glyph> {
        let at = self.glyphs.binary_search_by_key(&c, |(known, _)| *known).ok()?;
        self.glyphs.get(at).map(|(_, glyph)| *glyph)
    }

    /// The width of a character in ems; nothing for one that the face lacks.
    pub(super) fn width(&self, c: char) -> f32 {
        let advance = self.glyph(c).map_or(0, |glyph| glyph.advance);
        f32::from(advance) / f32::from(self.metrics.units_per_em)
    }
}

fn glyphs(parsed: &Parsed<'_>) -> Vec<(char, Glyph)> {
    let mut characters = Vec::new();
    let subtables = parsed.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
    for subtable in subtables.filter(ttf_parser::cmap::Subtable::is_unicode) {
        subtable.codepoints(|code| characters.extend(char::from_u32(code)));
    }
    characters.sort_unstable();
    characters.dedup();
    let glyph = |c: char| {
        let id = parsed.glyph_index(c)?;
        Some((c, Glyph { id: id.0, advance: parsed.glyph_hor_advance(id)? }))
    };
    characters.into_iter().filter_map(glyph).collect()
}

/// Every face the renderer may use.
pub(super) struct Fonts {
    regular: Vec<Face>,
    bold: Vec<Face>,
}

impl Fonts {
    /// Reads the font files that are built into the program.
    pub(super) fn new() -> Result<Self, PdfError> {
        let regular = include_bytes!("../../fonts/NotoSans-Regular.ttf");
        let bold = include_bytes!("../../fonts/NotoSans-Bold.ttf");
        Ok(Self { regular: vec![Face::read("NotoSans-Regular", regular)?], bold: vec![Face::read("NotoSans-Bold", bold)?] })
    }

    /// The faces of a weight, the one to prefer first.
    pub(super) fn chain(&self, weight: Weight) -> &[Face] {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// A face by its place in its chain.
    pub(super) fn face(&self, id: FaceId) -> Option<&Face> {
        self.chain(id.weight).get(id.place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_our_languages_are_there() {
        let fonts = Fonts::new().unwrap();
        let letters = "ŵŷŴŶ łżźćąęśń ễộựđ αβγώ жщїґё țș ßøåæ £€–—‘’“”…•\u{fffd}";
        for weight in [Weight::Regular, Weight::Bold] {
            let face = &fonts.chain(weight)[0];
            for c in letters.chars() {
                assert!(face.glyph(c).is_some(), "{} lacks {c:?}", face.name);
            }
        }
    }
}
