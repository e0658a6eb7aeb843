//! The rules for several texts together: a page, a form or file, and everything.

use crate::{
    Finding, Rule,
    measured::{Measured, Sentence, words_in},
    rules::too_hard,
};

/// The highest reading age of a page, which people read in one go, or of a small file.
const PAGE_BUDGET: u8 = 10;
/// The highest reading age of a form or a large file, and of everything.
const BUDGET: u8 = 9;
/// Texts with fewer words are too short to measure together.
const PAGE_WORDS: usize = 50;
/// A file with fewer words is small.
const PART_WORDS: usize = 500;

pub fn page_findings(texts: &[Measured<'_>]) -> Vec<Finding> {
    let mut pages: Vec<(&str, Vec<&Measured<'_>>)> = Vec::new();
    for text in texts {
        let Some(page) = text.text.page.as_deref() else { continue };
        match pages.iter_mut().find(|(known, _)| *known == page) {
            Some((_, texts)) => texts.push(text),
            None => pages.push((page, vec![text])),
        }
    }
    pages.iter().filter_map(|(page, texts)| page_finding(page, texts)).collect()
}

fn page_finding(page: &str, texts: &[&Measured<'_>]) -> Option<Finding> {
    let first = texts.first()?.text;
    let finding = Finding { key: page.into(), line: first.line, ..finding(&first.file, Rule::HardPage, "the whole page") };
    hard(&whole_sentences(texts.iter().copied()), PAGE_BUDGET, finding)
}

pub fn part_finding(name: &str, texts: &[Measured<'_>]) -> Option<Finding> {
    let sentences = whole_sentences(texts);
    let is_small = words_in(sentences.iter().copied()) < PART_WORDS;
    let budget = if is_small { PAGE_BUDGET } else { BUDGET };
    hard(&sentences, budget, finding(name, Rule::HardPart, "all of it"))
}

pub fn total_finding(texts: &[&Measured<'_>]) -> Option<Finding> {
    hard(&whole_sentences(texts.iter().copied()), BUDGET, finding("everything", Rule::HardWhole, "all texts"))
}

pub fn whole_sentences<'m>(texts: impl IntoIterator<Item = &'m Measured<'m>>) -> Vec<&'m Sentence> {
    texts.into_iter().flat_map(Measured::whole_sentences).collect()
}

fn hard(sentences: &[&Sentence], budget: u8, finding: Finding) -> Option<Finding> {
    if words_in(sentences.iter().copied()) < PAGE_WORDS { None } else { too_hard(sentences, budget, finding) }
}

fn finding(file: &str, rule: Rule, text: &str) -> Finding {
    let (wrong, instead) = (String::new(), String::new());
    Finding { file: file.into(), key: String::new(), line: None, rule, text: text.into(), wrong, instead }
}
