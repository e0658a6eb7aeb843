//! Reduces each face to the glyphs that a document uses (subsetting), and maps each glyph to its text.
//!
//! `printpdf` subsets fonts only with its feature `text_layout`, which adds a browser-like layout engine and minutes of
//! compile time. So we give it fonts that are already subsetted with `subsetter`, the crate that Typst and krilla use:
//! a file with one page then has 20 kB, and subsetting takes less than a millisecond.
//!
//! A glyph may represent different texts: in Arabic, several letters can have the same shape. So text is written in
//! *codes*, one for each pair of a glyph and a text.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};
use sha2::{Digest as _, Sha256};
use subsetter::GlyphRemapper;

use super::PdfError;
use super::codes::Codes;
use super::fonts::{FaceId, FontCache, OpenFont};
use super::runs::Run;

/// The subsetted faces of one document.
pub(super) struct Subsets(BTreeMap<FaceId, Subset>);

/// A face with only the glyphs that are used.
pub(super) struct Subset {
    pub id: FontId,
    font: ParsedFont,
    codes: BTreeMap<u16, Vec<(String, u16)>>,
    /// The maps that [`super::codes`] writes.
    about: Codes,
}

/// A glyph and a text that it represents.
type GlyphText<'a> = (u16, &'a str);

impl Subsets {
    /// Subsets the faces to what these runs need.
    pub(super) fn new<'a>(runs: impl Iterator<Item = &'a Run>, case: &FontCache<'_>) -> Result<Self, PdfError> {
        let mut used: BTreeMap<FaceId, BTreeSet<GlyphText<'a>>> = BTreeMap::new();
        for run in runs {
            let text = |glyph: &super::shape::Glyph| run.text.get(glyph.text.clone()).unwrap_or_default();
            used.entry(run.face).or_default().extend(run.glyphs.iter().map(|glyph| (glyph.id, text(glyph))));
        }
        let cut = |(id, uses): (FaceId, BTreeSet<GlyphText<'_>>)| {
            let name = case.name(id);
            let face = case.face(id).ok_or_else(|| PdfError::Font(name.to_owned()))?;
            Ok((id, Subset::new(id, name, &face, &uses)?))
        };
        used.into_iter().map(cut).collect::<Result<_, _>>().map(Self)
    }

    /// A face, if the document uses it.
    pub(super) fn get(&self, face: FaceId) -> Option<&Subset> {
        self.0.get(&face)
    }

    /// The fonts for the file, and their codes.
    pub(super) fn into_parts(self) -> (Vec<(FontId, ParsedFont)>, Vec<Codes>) {
        self.0.into_values().map(|subset| ((subset.id, subset.font), subset.about)).unzip()
    }
}

impl Subset {
    fn new(id: FaceId, name: &str, face: &OpenFont, uses: &BTreeSet<GlyphText<'_>>) -> Result<Self, PdfError> {
        let mut remapper = GlyphRemapper::new();
        let mut codes: BTreeMap<u16, Vec<(String, u16)>> = BTreeMap::new();
        let mut widths = BTreeMap::new();
        // Without the number that orders the fonts in the folder.
        let plain = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
        let mut about = Codes::new(format!("{}+{plain}", label(uses)));
        for (glyph, text) in uses {
            let code = about.add(remapper.remap(*glyph), text);
            codes.entry(*glyph).or_default().push(((*text).to_owned(), code));
            widths.insert(code, whole(face.advance(*glyph)));
        }
        let bytes = subsetter::subset(face.data(), 0, &remapper).map_err(|_| PdfError::Font(name.to_owned()))?;
        let font = parsed(face, about.name.clone(), bytes, widths);
        Ok(Self { id: FontId(format!("{id:?}")), font, codes, about })
    }

    /// The code of a glyph with a text.
    pub(super) fn code(&self, glyph: u16, text: &str) -> Option<u16> {
        let texts = self.codes.get(&glyph)?;
        texts.iter().find(|(known, _)| known == text).map(|(_, code)| *code)
    }

    /// The advance width of a code, in thousandths of an em, as it is in the file.
    pub(super) fn width(&self, code: u16) -> f32 {
        let units = self.font.glyph_widths.get(&code).copied().unwrap_or_default();
        (f32::from(units) * 1000.0 / f32::from(self.font.units_per_em)).trunc()
    }
}

fn parsed(face: &OpenFont, name: String, bytes: Vec<u8>, widths: BTreeMap<u16, u16>) -> ParsedFont {
    let metrics = face.font.metrics();
    let line = metrics.hhea_line.unwrap_or_default();
    let bounds = metrics.bounds;
    ParsedFont {
        original_bytes: bytes,
        font_index: 0,
        font_name: Some(name),
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: widths,
        units_per_em: metrics.units_per_em,
        font_metrics: FontMetrics { ascent: units(line.ascender.to_f32()), descent: units(line.descender.to_f32()) },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: metrics.units_per_em,
            x_min: units(bounds.x_min.to_f32()),
            y_min: units(bounds.y_min.to_f32()),
            x_max: units(bounds.x_max.to_f32()),
            y_max: units(bounds.y_max.to_f32()),
            us_weight_class: weight(face),
            ..PdfFontMetricsStub::default()
        },
    }
}

/// The weight class: 400 is regular, 700 bold.
fn weight(face: &OpenFont) -> u16 {
    if face.font.default_attributes().weight < harfrust::font::attribute::Weight::SEMI_BOLD { 400 } else { 700 }
}

/// Font units as whole numbers, as they are in the file.
#[expect(clippy::cast_possible_truncation, reason = "font files store them in 16 bits")]
fn units(value: f32) -> i16 {
    value.round() as i16
}

fn whole(advance: f32) -> u16 {
    u16::try_from(units(advance)).unwrap_or_default()
}

/// The six letters that PDF requires before the name of a font subset. The same for the same subset.
fn label(uses: &BTreeSet<GlyphText<'_>>) -> String {
    Sha256::digest(format!("{uses:?}")).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fonts::{Fonts, Weight};
    use super::super::runs::line;
    use super::super::shape::shape;
    use super::super::tests::fonts_folder;
    use super::*;

    fn subset(text: &str, weight: Weight) -> (Subset, Vec<Run>) {
        let fonts = Fonts::new(&fonts_folder()).unwrap();
        let case = FontCache::new(&fonts);
        let shaped = shape(text, weight, &case);
        let runs = line(text, &shaped.clusters, shaped.level).runs;
        let subsets = Subsets::new(runs.iter(), &case).unwrap();
        (subsets.0.into_values().next().unwrap(), runs)
    }

    #[test]
    fn a_subset_holds_the_letters_and_is_small() {
        let (subset, runs) = subset("Siân Ó Briain", Weight::Regular);
        let run = &runs[0];
        assert!(run.glyphs.iter().all(|glyph| subset.code(glyph.id, &run.text[glyph.text.clone()]).is_some()));
        assert!(subset.font.original_bytes.len() < 8_000);
    }

    #[test]
    fn the_same_letters_have_the_same_name() {
        let name = |text| subset(text, Weight::Bold).0.about.name;
        assert_eq!(name("abba"), name("ab"));
        assert_ne!(name("ab"), name("abc"));
        assert!(name("ab").ends_with("+NotoSans-Bold"));
    }
}
