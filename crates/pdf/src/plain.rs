//! The same document as plain text: for a screen reader, a Braille display, or copying.
//!
//! Nothing is wrapped or aligned with spaces: that is up to the reader's device.

use super::clean;
use super::model::{Block, Document, Section};

/// The whole document, with a blank line between its elements.
pub fn plain_text(document: &Document) -> String {
    let facts = document.facts.iter().map(|(label, value)| format!("{}: {}", clean::line(label), clean::line(value)));
    let head = [clean::line(&document.council), clean::line(&document.title), facts.collect::<Vec<_>>().join("\n")];
    let body = document.sections.iter().flat_map(section);
    let parts: Vec<String> = head.into_iter().chain(body).filter(|part| !part.trim().is_empty()).collect();
    parts.join("\n\n") + "\n"
}

/// The heading is in capitals, to tell it from the page heading below it, as plain text has no font sizes.
fn section(section: &Section) -> Vec<String> {
    let heading = clean::line(&section.heading).to_uppercase();
    std::iter::once(heading).chain(section.blocks.iter().map(block)).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(text) => clean::line(text),
        Block::Text(text) => clean::lines(text).join("\n"),
        Block::Answer { question, answer } => {
            let answer = answer.iter().flat_map(|part| clean::lines(part));
            std::iter::once(clean::line(question)).chain(answer).collect::<Vec<_>>().join("\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{answer, document};
    use super::*;

    #[test]
    fn everything_is_said_in_order_and_nothing_twice() {
        let text = plain_text(&document(vec![
            Block::Heading("Your name".to_owned()),
            answer("What is your name?", "محمد علي\nor Ali\u{202e}"),
            Block::Text("No more.".to_owned()),
        ]));
        let expected = "Northmere Council\n\nCarer’s assessment\n\nReference: NM-7K4-2QX9\n\nABOUT YOU\n\nYour name\n\n\
                        What is your name?\nمحمد علي\nor Ali\n\nNo more.\n";
        assert_eq!(text, expected);
    }
}
