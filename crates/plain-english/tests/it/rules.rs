use crate::support::{ALLOWED, AVOIDED, BOTH, FAMILIAR, both, checked, checked_with, lists, places};
use plain_english::Rule;

const LONG: &str = "You can go to the shop and the bank and the park and the school and the farm and the sea and the hill and then go home to bed.";
const HARD: &str = "Comprehensive consideration of individual circumstances precedes determination. Communication regarding outcomes necessitates administrative processing.";

#[test]
fn plain_words_are_not_reported() {
    assert_eq!(checked(&both("Tell us who helps you. We will call you at home.")).findings, []);
}

#[test]
fn a_long_sentence_is_found_in_a_form_and_in_the_catalogue() {
    assert_eq!(places(&checked(&both(LONG)).findings, Rule::LongSentence), BOTH);
}

#[test]
fn a_hard_text_is_found_in_a_form_and_in_the_catalogue() {
    assert_eq!(places(&checked(&both(HARD)).findings, Rule::HardText), BOTH);
}

#[test]
fn hard_pages_forms_files_and_the_whole_are_reported() {
    let findings = checked(&both(&[HARD; 4].join(" "))).findings;
    assert_eq!(places(&findings, Rule::HardPage), ["forms/f.toml: home"]);
    assert_eq!(places(&findings, Rule::HardPart), ["forms/f.toml: ", "crates/i18n/en-GB/w.ftl: "]);
    assert_eq!(places(&findings, Rule::HardWhole), ["everything: "]);
}

#[test]
fn a_hard_word_is_found_outside_sentences() {
    assert_eq!(places(&checked(&both("Reconsideration")).findings, Rule::HardWord), BOTH);
}

#[test]
fn a_word_to_avoid_is_found_in_a_form_and_in_the_catalogue() {
    let findings = checked(&both(AVOIDED)).findings;
    assert_eq!(places(&findings, Rule::Avoid), BOTH);
    let first = &findings[0];
    assert_eq!((first.wrong.as_str(), first.instead.as_str()), ("\"utilise\"", "say 'use'"));
}

#[test]
fn a_word_to_avoid_is_found_as_a_whole_word_except_in_allowed_phrases() {
    let avoid = "[[avoid]]\nwords = [\"just\", \"e.g.\"]\nunless = [\"have just\"]\ninstead = \"leave it out\"\n";
    let lists = lists(avoid, FAMILIAR, ALLOWED);
    let wrong = |text| places(&checked_with(&both(text), &lists).findings, Rule::Avoid).len();
    assert_eq!(wrong("Just call us."), 2);
    assert_eq!(wrong("Pick one, e.g. tea."), 2);
    assert_eq!(wrong("_Just_ call us."), 2);
    assert_eq!(wrong("We have just called you."), 0);
    assert_eq!(wrong("This is unjust."), 0);
}

#[test]
fn a_finding_has_the_line_of_its_text() {
    let findings = checked(&both(AVOIDED)).findings;
    assert_eq!(
        findings.iter().map(plain_english::Finding::place).collect::<Vec<_>>(),
        ["forms/f.toml:9", "crates/i18n/en-GB/w.ftl"]
    );
}
