use crate::support::{ALLOWED, AVOID, AVOIDED, BOTH, FAMILIAR, both, checked, checked_with, lists, places};
use plain_english::{Checked, Lists, Rule};

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

#[test]
fn sentences_built_in_another_language_are_found_and_what_people_say_is_not() {
    let lists = Lists::built_in().unwrap();
    let avoided = |text: &str| places(&checked_with(&both(text), &lists).findings, Rule::Avoid);
    for built in [
        "We send a link to it.",
        "You hear from us within 28 days.",
        "Your password is changed.",
        "It is too long since you began.",
        "The link works for 24 hours, and once.",
        "Leave it empty.",
        "If you can't do this, call us.",
        "Ask somebody you know.",
        "You need a login.",
        "Write to our email address.",
        "Tell us whether it is safe.",
    ] {
        assert_eq!(avoided(built).first().map(String::as_str), Some(BOTH[0]), "{built}");
    }
    for said in [
        "We'll send you a link.",
        "You'll hear from us within 28 days.",
        "Your password has been changed.",
        "You've run out of time.",
        "You can use the link once, within 24 hours.",
        "We can leave it out of your list.",
        "If you cannot do this, call us.",
        "Nobody else can see it.",
        "Add a login phone.",
        "Email us.",
        "We do not know yet whether it does.",
    ] {
        assert_eq!(avoided(said), Vec::<String>::new(), "{said}");
    }
}
