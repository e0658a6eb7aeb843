//! Names in any script are printed, and can be found, copied and read aloud.

use super::support::{NAMES, document_of_names, fonts_folder, keep, poppler, render};
use pdf::{Print, Renderer};
use std::path::Path;

/// The text that a search in a reader would find.
fn found(bytes: &[u8], name: &str) -> String {
    let file = keep(name, bytes);
    let text = poppler("pdftotext", &["-enc", "UTF-8"], &file, &["-"]);
    // Marks of the reading direction: ignored, because nobody typed them.
    text.replace(['\u{202a}', '\u{202b}', '\u{202c}', '\u{200e}', '\u{200f}'], "")
}

#[test]
fn every_name_is_extracted_as_typed() {
    let document = document_of_names();
    for (print, file) in [(Print::Standard, "names.pdf"), (Print::Large, "names-large.pdf")] {
        let text = found(&render(&document, print), file);
        for (language, name) in NAMES {
            assert!(text.contains(name), "{language}: {name} isn't in {text}");
        }
        assert!(text.contains("ꦗꦮ"), "{text}");
        assert!(!text.contains('\u{fffd}'));
    }
}

#[test]
fn without_the_fonts_letters_are_boxes_but_still_extractable() {
    let document = document_of_names();
    let bytes = Renderer::new(Path::new("nowhere")).unwrap().render(&document, Print::Standard).unwrap();
    let text = found(&bytes, "boxes.pdf");
    for name in ["王小明", "김영희", "Nguyễn Thị Ánh Tuyết"] {
        assert!(text.contains(name), "{name} isn't in {text}");
    }
}

#[test]
fn the_same_names_give_the_same_bytes() {
    let document = document_of_names();
    assert!(render(&document, Print::Standard) == render(&document, Print::Standard));
}

#[test]
fn only_used_glyphs_are_embedded() {
    let bytes = render(&document_of_names(), Print::Standard);
    assert!(bytes.len() < 120_000, "{} bytes", bytes.len());
}

#[test]
fn every_font_in_the_folder_is_valid() {
    assert_eq!(pdf::check_fonts(&fonts_folder()).unwrap(), 10);
}
