use super::*;
use crate::{
    definition::{OptionWording, QuestionOption, SecondWording, Section, SomeoneElse},
    test_form::{form, is, line, page, page_mut, question},
};

fn reasons(change: impl FnOnce(&mut Form)) -> Vec<String> {
    let mut form = form();
    change(&mut form);
    definition_errors(&form).into_iter().map(|error| format!("{}: {}", error.at, error.reason)).collect()
}

fn adding(content: Vec<Question>) -> Vec<String> {
    reasons(|form| {
        form.sections.push(Section::new("More", vec![page("more", Content::Questions(content))]));
    })
}

#[test]
fn a_sound_form_has_no_errors() {
    assert_eq!(reasons(|_| {}), Vec::<String>::new());
}

#[test]
fn keys_are_unique_and_valid_in_urls() {
    assert_eq!(adding(vec![question("who", line())]), ["who: there are two questions with the key \"who\""]);
    assert_eq!(adding(vec![question("Bad Key", line())]).len(), 1);
    assert_eq!(
        reasons(|form| page_mut(form, "drugs").slug = "who".into()),
        ["who: there are two pages with the slug \"who\""]
    );
    assert_eq!(
        reasons(|form| page_mut(form, "drugs").slug = "check".into()),
        ["check: \"check\" is a page of the service itself"]
    );
}

#[test]
fn conditions_refer_to_earlier_questions_that_exist() {
    let with = |when| adding(vec![Question { when, ..question("more", line()) }]);
    assert_eq!(with(is("later", "x")), ["more: its condition looks at \"later\", which isn't an earlier question"]);
    assert_eq!(with(is("drug_name", "x")), ["more: its condition looks at \"drug_name\", which isn't an earlier question"]);
    assert_eq!(with(is("who", "x")), ["more: its condition waits for \"x\", which \"who\" doesn't offer"]);
    assert_eq!(with(is("p_name", "x")), ["more: \"p_name\" has no options, so `is` can't look at it"]);
}

#[test]
fn hidden_answers_are_never_reused() {
    let with = |hidden_from_copy, reuse| adding(vec![Question { hidden_from_copy, reuse, ..question("more", line()) }]);
    assert_eq!((with(true, false).len(), with(false, true).len(), with(true, true).len()), (0, 0, 1));
}

#[test]
fn questions_have_the_required_settings() {
    assert_eq!(adding(vec![Question { missing: String::new(), ..question("more", line()) }]).len(), 1);
    assert_eq!(
        adding(vec![question("more", QuestionKind::OneOf { options: Vec::new() })]),
        ["more: there is nothing to choose from"]
    );
    let twice = vec![QuestionOption::plain("a", "A"), QuestionOption::plain("a", "B")];
    assert_eq!(
        adding(vec![question("more", QuestionKind::OneOf { options: twice })]),
        ["more: two options have the same value"]
    );
}

#[test]
fn a_second_wording_replaces_texts_that_are_there() {
    let worded = |they| adding(vec![Question { they: Some(Box::new(they)), ..question("more", line()) }]);
    let text = || Some("Theirs".to_owned());
    assert_eq!(worded(SecondWording { label: text(), ..SecondWording::default() }), Vec::<String>::new());
    assert_eq!(
        worded(SecondWording { hint: text(), ..SecondWording::default() }),
        ["more: `they` has a `hint`, which isn't there in the first wording"]
    );
    let option = OptionWording { value: "a".into(), label: text(), hint: None };
    assert_eq!(
        worded(SecondWording { options: vec![option], ..SecondWording::default() }),
        ["more: `they` has the option \"a\", which the question doesn't have"]
    );
    let when = is("who", "other").unwrap();
    let other = SomeoneElse { when, name: vec!["nobody".into()] };
    assert_eq!(
        reasons(|form| form.someone_else = Some(other)),
        ["nobody: [someone_else] names \"nobody\", which isn't asked"]
    );
}
