//! Files for the accessibility check that `scripts/pdf.sh` runs after the tests.

use super::support::{document_of, keep, render};
use pdf::Print;

#[test]
fn pdfs_of_any_length_are_written_for_the_accessibility_check() {
    for count in [14, 140, 1400] {
        let bytes = render(&document_of(count), Print::Standard);
        assert!(bytes.starts_with(b"%PDF-1.7"));
        keep(&format!("answers-{count}.pdf"), &bytes);
    }
    keep("answers-140-large.pdf", &render(&document_of(140), Print::Large));
}
