use crate::{
    Allowed, Document, Finding, Lists, Rule,
    measured::{Measured, age_of, words_in},
    rules,
    together::{page_findings, part_finding, total_finding, whole_sentences},
    vocabulary::Vocabulary,
};
use std::{borrow::Borrow, collections::BTreeSet};

/// The result of a check.
pub struct Checked {
    /// One row per document.
    pub rows: Vec<Row>,
    pub total: Row,
    /// What is too hard and isn't allowed.
    pub findings: Vec<Finding>,
    /// Entries of the lists that none of these texts needs. Meaningful only if all texts that the lists are for were
    /// checked.
    pub not_needed: Vec<Finding>,
}

/// How much text there is, and its reading age in years.
pub struct Row {
    pub name: String,
    pub texts: usize,
    pub sentences: usize,
    pub words: usize,
    /// `None` if there is no whole sentence.
    pub age: Option<f64>,
}

/// Measures all documents, and collects the findings that aren't allowed.
pub fn check(parts: &[Document], lists: &Lists) -> Checked {
    let mut vocabulary = Vocabulary::new(&lists.familiar);
    let mut measured: Vec<(&str, Vec<Measured<'_>>)> = Vec::new();
    for part in parts {
        let texts = part.texts.iter().map(|text| Measured::new(text, &mut vocabulary)).collect();
        measured.push((part.name.as_str(), texts));
    }
    let mut texts: Vec<&Measured<'_>> = measured.iter().flat_map(|(_, texts)| texts).collect();
    only_once(&mut texts, |text| (text.text.file.clone(), text.text.key.clone(), text.text.text.clone()));
    let found = found(&measured, &texts, lists);
    let unneeded = lists.allowed.iter().filter(|entry| !found.iter().any(|finding| entry.allows(finding)));
    Checked {
        rows: measured.iter().map(|(name, texts)| row(name, texts)).collect(),
        total: row("Total", &texts),
        not_needed: unneeded.map(not_needed).chain(vocabulary.not_needed().map(not_used)).collect(),
        findings: found.into_iter().filter(|finding| !lists.allowed.iter().any(|entry| entry.allows(finding))).collect(),
    }
}

fn found(parts: &[(&str, Vec<Measured<'_>>)], texts: &[&Measured<'_>], lists: &Lists) -> Vec<Finding> {
    let mut found: Vec<Finding> = texts.iter().flat_map(|text| rules::findings(text, &lists.avoid)).collect();
    found.extend(parts.iter().flat_map(|(_, texts)| page_findings(texts)));
    found.extend(parts.iter().filter_map(|(name, texts)| part_finding(name, texts)));
    found.extend(total_finding(texts));
    only_once(&mut found, |found| {
        (found.file.clone(), found.key.clone(), found.rule, found.wrong.clone(), found.text.clone())
    });
    found
}

/// Removes duplicates: a shared page is in every form that uses it.
fn only_once<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let mut seen = BTreeSet::new();
    list.retain(|entry| seen.insert(key(entry)));
}

fn row<'m>(name: &str, texts: &'m [impl Borrow<Measured<'m>>]) -> Row {
    let sentences = || texts.iter().flat_map(|text| &text.borrow().sentences);
    Row {
        name: name.into(),
        texts: texts.len(),
        sentences: sentences().count(),
        words: words_in(sentences()),
        age: age_of(&whole_sentences(texts.iter().map(Borrow::borrow))),
    }
}

impl Allowed {
    fn allows(&self, finding: &Finding) -> bool {
        self.file == finding.file && self.key == finding.key && self.rule == finding.rule
    }
}

fn not_needed(entry: &Allowed) -> Finding {
    Finding {
        file: "crates/plain-english/lists/allowed.toml".into(),
        key: format!("{} {}", entry.file, entry.key).trim_end().into(),
        line: None,
        rule: Rule::NotNeeded,
        text: entry.rule.to_string(),
        wrong: "there is no such finding any more".into(),
        instead: "remove the entry".into(),
    }
}

fn not_used(term: &str) -> Finding {
    Finding {
        file: "crates/plain-english/lists/familiar.toml".into(),
        key: "terms".into(),
        line: None,
        rule: Rule::NotNeeded,
        text: term.into(),
        wrong: "no text has this term, or it is on the list of 3,000".into(),
        instead: "remove it".into(),
    }
}
