//! The maps of a font in the file: from a character code to its glyph (`CIDToGIDMap`) and to its text (`ToUnicode`).
//! `printpdf` supports only codes that equal the glyph id and have one letter; ours have any text.

use std::fmt::Write as _;

use lopdf::{Document, Object, Stream, dictionary};

/// The text of a glyph without text of its own: every code must have one.
const NOTHING: &str = "\u{200b}";

/// The codes of a font subset, from 1.
pub(super) struct Codes {
    /// The font's name in the file.
    pub name: String,
    glyphs: Vec<u16>,
    texts: Vec<String>,
}

impl Codes {
    /// Without codes.
    pub(super) fn new(name: String) -> Self {
        // Code 0 is unused: it is the font's glyph for missing characters.
        Self { name, glyphs: vec![0], texts: Vec::new() }
    }

    /// Adds a code for a glyph of the subset, and returns it.
    pub(super) fn add(&mut self, glyph: u16, text: &str) -> u16 {
        self.glyphs.push(glyph);
        self.texts.push(if text.is_empty() { NOTHING } else { text }.to_owned());
        u16::try_from(self.texts.len()).unwrap_or_default()
    }

    /// The glyph of each code, two bytes each.
    fn to_glyphs(&self) -> Stream {
        let bytes = self.glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()).collect();
        Stream::new(dictionary! {}, bytes)
    }

    /// The text of each code (ISO 32000-1, 9.10.3).
    fn to_unicode(&self) -> Stream {
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
             /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
             /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
        );
        let entries: Vec<String> = self.texts.iter().zip(1_u16..).map(|(text, code)| entry(code, text)).collect();
        // The format allows at most a hundred entries in a block.
        for block in entries.chunks(100) {
            _ = write!(map, "{} beginbfchar\n{}endbfchar\n", block.len(), block.concat());
        }
        map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        Stream::new(dictionary! {}, map.into_bytes())
    }
}

fn entry(code: u16, text: &str) -> String {
    let mut entry = format!("<{code:04X}> <");
    for unit in text.encode_utf16() {
        _ = write!(entry, "{unit:04X}");
    }
    entry + ">\n"
}

/// Adds the maps to the fonts of the file.
pub(super) fn write(pdf: &mut Document, fonts: &[Codes]) {
    for codes in fonts {
        let to_unicode = pdf.add_object(codes.to_unicode());
        let to_glyphs = pdf.add_object(codes.to_glyphs());
        let dictionaries = pdf.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
        let is_ours = |font: &&mut lopdf::Dictionary| {
            let name = font.get(b"BaseFont").and_then(Object::as_name);
            font.has(b"DescendantFonts") && name.is_ok_and(|name| name == codes.name.as_bytes())
        };
        for font in dictionaries.filter(is_ours) {
            font.set("ToUnicode", to_unicode);
            let Ok(descendants) = font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut) else { continue };
            let faces = descendants.iter_mut().filter_map(|face| face.as_dict_mut().ok());
            faces.for_each(|face| face.set("CIDToGIDMap", to_glyphs));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_glyph_may_have_codes_for_different_texts() {
        let mut codes = Codes::new("ABCDEF+Face".to_owned());
        assert_eq!([codes.add(7, "ي"), codes.add(7, "ى"), codes.add(9, "")], [1, 2, 3]);
        assert_eq!(codes.to_glyphs().content, [0, 0, 0, 7, 0, 7, 0, 9]);
        let map = String::from_utf8(codes.to_unicode().content).unwrap();
        assert!(map.contains("3 beginbfchar\n<0001> <064A>\n<0002> <0649>\n<0003> <200B>\nendbfchar"), "{map}");
    }

    #[test]
    fn letters_beyond_the_first_plane_take_two_units() {
        assert_eq!(entry(255, "👍a"), "<00FF> <D83DDC4D0061>\n");
    }
}
