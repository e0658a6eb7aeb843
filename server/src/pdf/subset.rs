//! Cuts each face down to the letters that one document uses.
//!
//! `printpdf` does this itself only with its feature `text_layout`, which brings a browser-like
//! layout engine and minutes of compiling; without it every file carries the whole of both fonts
//! (hundreds of kilobytes). So it is given fonts that are small already, cut by `subsetter`, the crate that Typst
//! and krilla use for the same purpose: a file of one page then has 20 kB, and cutting takes less
//! than a millisecond.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};

use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};
use subsetter::GlyphRemapper;

use super::PdfError;
use super::fonts::{Face, FaceId, Fonts};

/// The faces of one document, small.
pub(super) struct Subsets(BTreeMap<FaceId, Subset>);

/// One face with the glyphs that are used.
pub(super) struct Subset {
    pub id: FontId,
    pub font: ParsedFont,
}

impl Subsets {
    /// Cuts the faces to what these texts need.
    pub(super) fn new<'a>(texts: impl Iterator<Item = (FaceId, &'a str)>, fonts: &Fonts) -> Result<Self, PdfError> {
        let mut used: BTreeMap<FaceId, BTreeSet<char>> = BTreeMap::new();
        for (face, text) in texts {
            used.entry(face).or_default().extend(text.chars());
        }
        let cut = |(id, characters): (FaceId, BTreeSet<char>)| {
            let face = fonts.face(id).ok_or(PdfError::Font("a missing face"))?;
            Ok((id, Subset::new(id, face, &characters)?))
        };
        used.into_iter().map(cut).collect::<Result<_, _>>().map(Self)
    }

    /// A face, if the document uses it.
    pub(super) fn get(&self, face: FaceId) -> Option<&Subset> {
        self.0.get(&face)
    }

    /// Hands the fonts over to be put into the file.
    pub(super) fn into_fonts(self) -> impl Iterator<Item = (FontId, ParsedFont)> {
        self.0.into_values().map(|subset| (subset.id, subset.font))
    }
}

impl Subset {
    fn new(id: FaceId, face: &Face, characters: &BTreeSet<char>) -> Result<Self, PdfError> {
        let mut remapper = GlyphRemapper::new();
        let mut codepoints = BTreeMap::new();
        let mut widths = BTreeMap::new();
        for &c in characters {
            let Some(glyph) = face.glyph(c) else { continue };
            let new_id = remapper.remap(glyph.id);
            codepoints.insert(u32::from(c), new_id);
            widths.insert(new_id, glyph.advance);
        }
        let bytes = subsetter::subset(face.data, 0, &remapper).map_err(|_| PdfError::Font(face.name))?;
        let name = format!("{}+{}", label(&remapper), face.name);
        Ok(Self { id: FontId(format!("{:?}{}", id.weight, id.place)), font: parsed(face, name, bytes, codepoints, widths) })
    }
}

fn parsed(
    face: &Face,
    name: String,
    bytes: Vec<u8>,
    codepoints: BTreeMap<u32, u16>,
    widths: BTreeMap<u16, u16>,
) -> ParsedFont {
    let metrics = face.metrics;
    let (x_min, y_min, x_max, y_max) = metrics.bounds;
    ParsedFont {
        original_bytes: bytes,
        font_index: 0,
        font_name: Some(name),
        codepoint_to_glyph: codepoints,
        glyph_widths: widths,
        units_per_em: metrics.units_per_em,
        font_metrics: FontMetrics { ascent: metrics.ascender, descent: metrics.descender },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: metrics.units_per_em,
            x_min,
            y_min,
            x_max,
            y_max,
            us_weight_class: metrics.weight_class,
            ..PdfFontMetricsStub::default()
        },
    }
}

/// The six letters that PDF wants before the name of a cut font, the same for the same cut.
fn label(remapper: &GlyphRemapper) -> String {
    let mut hasher = DefaultHasher::new();
    remapper.remapped_gids().for_each(|glyph| glyph.hash(&mut hasher));
    let mut rest = hasher.finish();
    let letter = |_| {
        let letter = char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0));
        rest /= 26;
        letter
    };
    (0..6).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fonts::Weight;
    use super::*;

    #[test]
    fn a_subset_holds_the_letters_and_is_small() {
        let fonts = Fonts::new().unwrap();
        let face = FaceId { weight: Weight::Regular, place: 0 };
        let text = "Siân Ó Briain";
        let subsets = Subsets::new(std::iter::once((face, text)), &fonts).unwrap();
        let subset = subsets.get(face).unwrap();
        assert!(text.chars().all(|c| subset.font.lookup_glyph_index(u32::from(c)).is_some()));
        assert!(subset.font.original_bytes.len() < 8_000);
    }

    #[test]
    fn the_same_letters_have_the_same_name() {
        let fonts = Fonts::new().unwrap();
        let face = FaceId { weight: Weight::Bold, place: 0 };
        let name = |text| {
            let subsets = Subsets::new(std::iter::once((face, text)), &fonts).unwrap();
            subsets.get(face).unwrap().font.font_name.clone().unwrap()
        };
        assert_eq!(name("abba"), name("ab"));
        assert_ne!(name("ab"), name("abc"));
        assert!(name("ab").ends_with("+NotoSans-Bold"));
    }
}
