//! Documents to print, and the programs that read them back.

use pdf::{Block, Document, Print, Renderer, Section};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Names and words in every script that residents write.
pub const NAMES: [(&str, &str); 18] = [
    ("Arabic", "محمد عبد الله"),
    ("Arabic that ties letters", "علاء سلامة"),
    ("Persian", "پژمان گلچین"),
    ("Urdu", "عائشہ بیگم"),
    ("Hebrew", "שרה לוי"),
    ("Hindi", "प्रियंका शर्मा कि"),
    ("Bengali", "রফিকুল ইসলাম কো"),
    ("Punjabi", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"),
    ("Gujarati", "કૃષ્ણા પટેલ"),
    ("Tamil", "கௌசல்யா தொண்டமான்"),
    ("Chinese", "王小明"),
    ("Traditional Chinese", "陳大文"),
    ("Japanese", "やまだ タロウ"),
    ("Korean", "김영희"),
    ("Vietnamese", "Nguyễn Thị Ánh Tuyết"),
    ("Welsh", "Siân Ŵyn-Llŷr"),
    ("Polish", "Łukasz Żółć"),
    ("Emoji", "👍 ❤ 🏡 👍🏽"),
];

/// The fonts for other scripts, which the set-up installs there.
pub fn fonts_folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/fonts");
    assert!(folder.is_dir(), "the fonts for other scripts are missing: run scripts/setup.sh run, then this again");
    folder
}

pub fn render(document: &Document, print: Print) -> Vec<u8> {
    Renderer::new(&fonts_folder()).unwrap().render(document, print).unwrap()
}

pub fn answer(question: &str, answer: &str) -> Block {
    Block::Answer { question: question.to_owned(), answer: vec![answer.to_owned()] }
}

pub fn document(sections: Vec<Section>) -> Document {
    Document {
        t: i18n::Messages::of(i18n::Language::English),
        council: "Northmere Council".to_owned(),
        title: "Ask for care and support".to_owned(),
        facts: vec![
            ("Reference".to_owned(), "ASC-7KQ2-M9TF".to_owned()),
            ("Sent".to_owned(), "23 November 2026 at 9:04am".to_owned()),
        ],
        reference: "ASC-7KQ2-M9TF".to_owned(),
        created: 1_795_424_640,
        sections,
    }
}

/// Every script once.
pub fn document_of_names() -> Document {
    let mut blocks: Vec<Block> = NAMES.iter().map(|(language, name)| answer(language, name)).collect();
    blocks.extend(NAMES.iter().map(|(_, name)| Block::Heading((*name).to_owned())));
    blocks.push(answer("A letter that no font has", "ꦗꦮ"));
    blocks.push(answer("Two lines", &"أسكن وحدي في بيت صغير قرب البحيرة، وابني يزورني كل يوم أحد. ".repeat(4)));
    document(vec![Section { heading: "Names".to_owned(), blocks }])
}

/// A form with this many answers, in sections of twenty.
pub fn document_of(count: usize) -> Document {
    let words = "I can wash my face and hands, and need help with the bath.\n\nNot on bad days. ";
    let block = |at: usize| answer(&format!("Question {at}?"), &words.repeat(at % 7 + 1));
    let numbers: Vec<usize> = (0..count).collect();
    let section = |chunk: &[usize]| Section {
        heading: format!("Part {}", chunk[0] / 20 + 1),
        blocks: std::iter::once(Block::Heading("Your day".to_owned())).chain(chunk.iter().map(|at| block(*at))).collect(),
    };
    document(numbers.chunks(20).map(section).collect())
}

/// Saves a file where `scripts/pdf.sh` looks for it.
pub fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pdf");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    std::fs::write(&file, bytes).unwrap();
    file
}

/// The output of a poppler program for a file.
pub fn poppler(program: &str, before: &[&str], file: &Path, after: &[&str]) -> String {
    let run = Command::new(program).args(before).arg(file).args(after).output();
    let run = run.unwrap_or_else(|_| panic!("{program} is missing: run scripts/setup.sh test, then this again"));
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}
