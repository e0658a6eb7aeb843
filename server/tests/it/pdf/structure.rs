//! What a screen reader gets: the structure of a fixed document, as poppler reads it.

use super::support::{answer, document, keep, poppler, render};
use pdf::{Block, Print, Section};

#[test]
fn the_structure_for_screen_readers_is_complete() {
    let details = vec![
        Block::Heading("Your name".to_owned()),
        answer("What is your name?", "Siân Ó Briain"),
        answer("Where do you live?", "1 Lake Street\nNorthmere"),
        answer("What do others call you?", "محمد عبد الله, or 王小明, or রফিকুল কো, or مُحَمَّد."),
    ];
    let medicines = vec![
        Block::Heading("Medicines".to_owned()),
        Block::Heading("Paracetamol".to_owned()),
        answer("How often?", ""),
        answer("When?", "In the morning"),
        Block::Text("There are no others.".to_owned()),
    ];
    let section = |heading: &str, blocks| Section { heading: heading.to_owned(), blocks };
    let form = document(vec![section("About you", details), section("Your health", medicines)]);
    let file = keep("structure.pdf", &render(&form, Print::Standard));
    let structure = poppler("pdfinfo", &["-struct-text"], &file, &[]);
    let expected = include_str!("structure.txt");
    assert_eq!(structure, expected, "if this is right, put it into server/tests/it/pdf/structure.txt");
    let about = poppler("pdfinfo", &[], &file, &[]);
    for line in ["Title:           Ask for care and support", "Tagged:          yes", "PDF version:     1.7"] {
        assert!(about.contains(line), "{line} isn't in {about}");
    }
    assert!(!about.contains("PDF/X") && !about.contains("PDF subtype"), "{about}");
}

#[test]
fn large_print_has_the_same_content() {
    let form = super::support::document_of(14);
    let t = |name: &str, print| poppler("pdfinfo", &["-struct-text"], &keep(name, &render(&form, print)), &[]);
    // A paragraph that continues on the next page is two texts.
    let words = |text: String| text.replace(|c: char| c.is_whitespace() || c == '"', "");
    assert_eq!(words(t("14-answers.pdf", Print::Standard)), words(t("14-answers-large.pdf", Print::Large)));
}
