use crate::support::{ALLOWED, AVOID, AVOIDED, BOTH, FAMILIAR, both, checked, checked_with, lists, places};
use plain_english::{Checked, Rule};

/// The keys and texts of the entries that aren't needed.
fn not_needed(checked: &Checked) -> Vec<(&str, &str)> {
    checked.not_needed.iter().map(|found| (found.key.as_str(), found.text.as_str())).collect()
}

#[test]
fn familiar_terms_are_not_hard_and_unused_ones_are_reported() {
    let text = both("Tell us about your power of attorney for immigration.");
    assert_eq!(places(&checked(&text).findings, Rule::HardWord), BOTH);
    let familiar = |terms: &str| lists(AVOID, &format!("[[familiar]]\nbecause = \"a test\"\nterms = {terms}\n"), ALLOWED);
    let needed = checked_with(&text, &familiar("[\"immigration\"]"));
    assert_eq!((needed.findings, needed.not_needed), (vec![], vec![]));
    let more = checked_with(&text, &familiar("[\"immigration\", \"taxation\"]"));
    assert_eq!(not_needed(&more), [("terms", "taxation")]);
}

#[test]
fn allowed_texts_are_not_reported_but_unused_entries_are() {
    let entry =
        "[[allowed]]\nfile = \"crates/i18n/en-GB/w.ftl\"\nkey = \"greeting\"\nrule = \"avoid\"\nbecause = \"a test\"\n";
    let lists = lists(AVOID, FAMILIAR, entry);
    let needed = checked_with(&both(AVOIDED), &lists);
    assert_eq!(places(&needed.findings, Rule::Avoid), BOTH[..1]);
    assert_eq!(not_needed(&needed), []);
    let plain = checked_with(&both("We use your answers."), &lists);
    assert_eq!(not_needed(&plain), [("crates/i18n/en-GB/w.ftl greeting", "avoid")]);
}
