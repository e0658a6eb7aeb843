//! End-to-end tests, from a document to a file that is parsed again.

use std::path::{Path, PathBuf};

use lopdf::{Document as File, Object};

use super::compose::compose;
use super::fonts::{FontCache, Fonts};
use super::layout::{Page, paginate};
use super::structure::Tag;
use super::style::STANDARD;
use super::{Block, Document, Print, Renderer, Section};

pub(super) fn answer(question: &str, answer: &str) -> Block {
    Block::Answer { question: question.to_owned(), answer: vec![answer.to_owned()] }
}

pub(super) fn document(blocks: Vec<Block>) -> Document {
    Document {
        t: i18n::Messages::of(i18n::Language::English),
        council: "Northmere Council".to_owned(),
        title: "Carer’s assessment".to_owned(),
        facts: vec![("Reference".to_owned(), "NM-7K4-2QX9".to_owned())],
        reference: "NM-7K4-2QX9".to_owned(),
        created: 1_785_683_045,
        sections: vec![Section { heading: "About you".to_owned(), blocks }],
    }
}

fn long_form(count: usize) -> Document {
    let words = "I can wash my face and hands, and need help with the bath.\n\nNot on bad days. ";
    let blocks = (0..count).map(|at| answer(&format!("Question {at}?"), &words.repeat(at % 9 + 1)));
    document(blocks.collect())
}

/// The fonts for other scripts, which `scripts/setup.sh` downloads.
pub(super) fn fonts_folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fonts");
    assert!(folder.is_dir(), "the fonts for other scripts are missing: run scripts/setup.sh run, then this again");
    folder
}

fn render(document: &Document) -> Vec<u8> {
    Renderer::new(&fonts_folder()).unwrap().render(document, Print::Standard).unwrap()
}

/// The text of every page, without whitespace: `lopdf` adds some where the pen moves.
fn texts(bytes: &[u8]) -> Vec<String> {
    let file = File::load_mem(bytes).unwrap();
    let numbers: Vec<u32> = file.get_pages().into_keys().collect();
    let text = |number: &u32| file.extract_text(&[*number]).unwrap().replace(char::is_whitespace, "");
    numbers.iter().map(text).collect()
}

fn pages(document: &Document) -> (Vec<Page>, Vec<Tag>) {
    let fonts = Fonts::new(&fonts_folder()).unwrap();
    let column = compose(document, &STANDARD, &FontCache::new(&fonts));
    let tags = column.tree.nodes().iter().map(|node| node.tag).collect();
    (paginate(column.lines), tags)
}

#[test]
fn questions_and_answers_are_in_the_text_in_order() {
    let bytes = render(&document(vec![
        Block::Heading("Medicine 1".to_owned()),
        answer("What is your name?", "Siân Ó Briain-Łukasz"),
        answer("Who helps you?", "Nguyễn Thị Ánh Tuyết, Ελένη, Олександра"),
        Block::Text("That is all.".to_owned()),
    ]));
    let text = texts(&bytes).concat();
    let expected = [
        "Northmere Council",
        "Carer’s assessment",
        "Reference",
        "NM-7K4-2QX9",
        "About you",
        "Medicine 1",
        "What is your name?",
        "Siân Ó Briain-Łukasz",
        "Who helps you?",
        "Nguyễn Thị Ánh Tuyết, Ελένη, Олександра",
        "That is all.",
        "NM-7K4-2QX9",
        "Page 1 of 1",
    ];
    let mut rest = text.as_str();
    for part in expected {
        let part = part.replace(' ', "");
        let at = rest.find(&part).unwrap_or_else(|| panic!("{part:?} is missing or out of order in {text:?}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn every_page_has_its_number_and_the_reference() {
    let texts = texts(&render(&long_form(60)));
    assert!(texts.len() > 5);
    for (at, text) in texts.iter().enumerate() {
        assert!(text.contains(&format!("Page{}of{}", at + 1, texts.len())), "{text}");
        assert!(text.contains("NM-7K4-2QX9"));
    }
}

#[test]
fn no_heading_or_question_ends_a_page() {
    for count in 1..70 {
        let (pages, tags) = pages(&long_form(count));
        for page in &pages {
            let last = page.last().unwrap();
            let node = last.line.pieces[0].node.unwrap();
            assert_eq!(tags[node.index()], Tag::Paragraph, "{count} answers");
        }
    }
}

#[test]
fn a_question_has_two_lines_of_its_answer_with_it() {
    for count in 1..70 {
        let (pages, tags) = pages(&long_form(count));
        for page in &pages {
            let is_label = |at: usize| tags[page[at].line.pieces[0].node.unwrap().index()] == Tag::Label;
            let Some(before_last) = page.len().checked_sub(2) else { continue };
            let answer_has_one_line = !page[before_last + 1].line.keep_with_next && before_last > 1;
            assert!(!is_label(before_last) || answer_has_one_line, "{count} answers");
        }
    }
}

#[test]
fn an_answer_longer_than_a_page_goes_on() {
    let line = "Every day is different, and some are harder than others. ";
    let bytes = render(&document(vec![answer("Tell us more", &line.repeat(200))]));
    let texts = texts(&bytes);
    assert!(texts.len() >= 3);
    assert_eq!(texts.concat().matches("harderthan").count(), 200);
}

#[test]
fn the_same_form_gives_the_same_bytes() {
    let renderer = Renderer::new(&fonts_folder()).unwrap();
    let form = long_form(20);
    let bytes = renderer.render(&form, Print::Standard).unwrap();
    assert!(bytes == renderer.render(&form, Print::Standard).unwrap());
    assert!(bytes == render(&form));
}

#[test]
fn hostile_text_is_only_text() {
    let texts = [
        "",
        "\0\u{1}\u{7f}\u{85}",
        "\t\t\t",
        "\n\n\n",
        ") Tj ET (",
        "\\",
        "<</JS (app.alert(1))>>",
        "<script>alert(1)</script>",
        "\u{202e}reversed",
        "e\u{301}\u{301}\u{301}\u{301}",
        "\u{feff}\u{200d}",
        "محمد",
        "你好",
        "שלום",
        "👩‍👩‍👧🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "\u{10ffff}\u{e000}",
        "🇬🇧🇬🇧🇬",
        "\u{301}",
    ];
    for text in texts {
        let mut form = document(vec![answer(text, text), Block::Heading(text.to_owned()), Block::Text(text.to_owned())]);
        form.title = text.to_owned();
        form.council = text.to_owned();
        form.reference = text.to_owned();
        form.facts = vec![(text.to_owned(), text.to_owned())];
        form.sections[0].heading = text.to_owned();
        let file = File::load_mem(&render(&form)).unwrap();
        assert_eq!(file.get_pages().len(), 1, "{text:?}");
    }
    let shown = self::texts(&render(&document(vec![answer("<b>?", ") Tj ET (")]))).concat();
    assert!(shown.contains("<b>?)TjET("), "{shown}");
}

#[test]
fn a_document_with_nothing_in_it_is_a_page() {
    let mut form = document(Vec::new());
    form.sections.clear();
    form.facts.clear();
    assert_eq!(texts(&render(&form)).len(), 1);
}

#[test]
fn files_are_small() {
    let size = render(&long_form(150)).len();
    assert!(size < 150_000, "{size} bytes");
    let size = render(&document(vec![answer("Your name?", "Ann")])).len();
    assert!(size < 25_000, "{size} bytes");
}

#[test]
fn the_file_says_what_it_is() {
    let file = File::load_mem(&render(&document(Vec::new()))).unwrap();
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
    let preferences = catalog.get(b"ViewerPreferences").unwrap().as_dict().unwrap();
    assert!(preferences.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let information = file.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    let information = file.get_dictionary(information).unwrap();
    assert_eq!(information.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20260802150405Z");
    assert!(!information.has(b"GTS_PDFXVersion"));
}

/// Every marked-content sequence leads to an element, and that element back to the sequence.
#[test]
fn structure_and_pages_agree() {
    let file = File::load_mem(&render(&long_form(40))).unwrap();
    let root = file.catalog().unwrap().get(b"StructTreeRoot").and_then(Object::as_reference).unwrap();
    let root = file.get_dictionary(root).unwrap();
    let parents = root.get(b"ParentTree").and_then(Object::as_reference).unwrap();
    let numbers = file.get_dictionary(parents).unwrap().get(b"Nums").and_then(Object::as_array).unwrap().clone();
    for (at, page) in file.get_pages().into_values().enumerate() {
        let key = file.get_dictionary(page).unwrap().get(b"StructParents").and_then(Object::as_i64).unwrap();
        assert_eq!(usize::try_from(key).unwrap(), at);
        let elements = numbers[at * 2 + 1].as_array().unwrap();
        let content = String::from_utf8_lossy(&file.get_page_content(page)).into_owned();
        assert_eq!(content.matches("/MCID").count(), elements.len());
        assert_eq!(content.matches("BDC").count() + content.matches("BMC").count(), content.matches("EMC").count());
        for (mark, element) in elements.iter().enumerate() {
            let element = file.get_dictionary(element.as_reference().unwrap()).unwrap();
            let kids = format!("{:?}", element.get(b"K").unwrap());
            assert!(kids.contains(&mark.to_string()), "{kids} lacks {mark}");
        }
    }
}
