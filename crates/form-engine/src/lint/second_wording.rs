//! Texts that say "you" although the form may be about somebody else, and have no second wording.

use super::{Alternative, Reachability, both, lint};
use crate::{
    check::DefinitionError,
    definition::{Content, Form, Page, Question, QuestionKind, SecondWording, SomeoneElse},
};

/// Words for the person whom a form is about. Options and statements say "I".
const FIRST_WORDS: [&str; 9] = ["you", "your", "yours", "yourself", "i", "my", "me", "mine", "myself"];
/// These are said of or by the person who fills in the form, whomever it is about.
const OF_WHO_FILLS_IN: [&str; 3] = ["I am not sure", "I do not know", "You have not added"];

/// Only pages that are asked both of somebody for themselves and of somebody for another person need two wordings.
pub(super) fn missing<'f>(form: &'f Form, reach: &mut Reachability<'f>) -> Vec<DefinitionError> {
    let Some(other) = &form.someone_else else { return Vec::new() };
    let mut found = Vec::new();
    for section in &form.sections {
        if section.pages.iter().any(|page| needs_both(page, other, reach)) {
            wanting(&form.key, section.they.as_deref(), &[("title", Some(section.title.as_str()))], &mut found);
        }
    }
    for page in form.pages() {
        if needs_both(page, other, reach) {
            of_page(page, &mut found);
        }
    }
    for calculation in &form.calculations {
        wanting(&calculation.key, calculation.they.as_deref(), &[("label", Some(calculation.label.as_str()))], &mut found);
    }
    found
}

fn needs_both<'f>(page: &'f Page, other: &'f SomeoneElse, reach: &mut Reachability<'f>) -> bool {
    if page.about_you {
        return false;
    }
    let ways = reach.ways(page.when.as_deref());
    let mut is_asked = |holds| {
        let more: Vec<Alternative<'f>> = reach.of(&other.when, holds);
        let ways = both(&ways, &more);
        ways.iter().any(|way| reach.is_possible(way))
    };
    is_asked(true) && is_asked(false)
}

fn of_page(page: &Page, found: &mut Vec<DefinitionError>) {
    let body = match &page.content {
        Content::Text(body) | Content::Stop(body) => Some(body.as_str()),
        Content::Questions(_) | Content::List(_) => None,
    };
    let (title, task, intro) = (Some(page.title.as_str()), page.task.as_deref(), page.intro.as_deref());
    let own = [("title", title), ("task", task), ("intro", intro), ("body", body)];
    wanting(&page.slug, page.they.as_deref(), &own, found);
    page.all_questions().for_each(|question| of_question(question, found));
    let Some(list_def) = page.list() else { return };
    let own = [("item", Some(list_def.item.as_str())), ("none", Some(list_def.none.as_str()))];
    wanting(&list_def.key, list_def.they.as_deref(), &own, found);
    for inner in &list_def.lists {
        let own = [
            ("title", Some(inner.title.as_str())),
            ("intro", inner.intro.as_deref()),
            ("item", Some(inner.list.item.as_str())),
            ("none", Some(inner.list.none.as_str())),
        ];
        wanting(&inner.list.key, inner.they.as_deref(), &own, found);
    }
}

fn of_question(question: &Question, found: &mut Vec<DefinitionError>) {
    let (mut unit, mut statement, mut body) = (None, None, None);
    match &question.kind {
        QuestionKind::Number { unit: text, .. } => unit = text.as_deref(),
        QuestionKind::Declaration { statement: text } => statement = Some(text.as_str()),
        QuestionKind::Notice { body: text, .. } | QuestionKind::Link { body: text, .. } => body = Some(text.as_str()),
        _ => {}
    }
    let own = [
        ("label", Some(question.label.as_str())),
        ("hint", question.hint.as_deref()),
        ("missing", Some(question.missing.as_str())),
        ("unit", unit),
        ("statement", statement),
        ("body", body),
    ];
    let they = question.they.as_deref();
    wanting(&question.key, they, &own, found);
    for option in question.options() {
        let second = they.and_then(|they| they.option(&option.value));
        let texts = [
            (Some(&option.label), second.and_then(|option| option.label.as_ref())),
            (option.hint.as_ref(), second.and_then(|option| option.hint.as_ref())),
        ];
        if texts.iter().any(|(first, second)| first.is_some_and(|text| says_you(text)) && second.is_none()) {
            found.push(lacks(&question.key, &format!("the option \"{}\"", option.value)));
        }
    }
}

/// Texts that say "you" and aren't among the second wordings.
fn wanting(at: &str, they: Option<&SecondWording>, own: &[(&str, Option<&str>)], found: &mut Vec<DefinitionError>) {
    let has = |name: &str| they.is_some_and(|they| they.texts().any(|(of, text)| of == name && text.is_some()));
    let lacking = own.iter().filter(|(name, text)| text.is_some_and(says_you) && !has(name));
    found.extend(lacking.map(|(name, _)| lacks(at, &format!("`{name}`"))));
}

fn lacks(at: &str, what: &str) -> DefinitionError {
    let reason = format!("{what} says \"you\" or \"I\", but the form may be about somebody else");
    lint(at, reason, "write it a second time under `they`, or give the page `about_you = true`")
}

fn says_you(text: &str) -> bool {
    let text = OF_WHO_FILLS_IN.iter().fold(text.to_owned(), |text, said| text.replace(said, ""));
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.map(str::to_lowercase).any(|word| FIRST_WORDS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        definition::{Calculation, Formula, OptionWording},
        lint::lints,
        test_form::{form, is, page_mut},
    };

    fn about_others() -> Form {
        let mut form = form();
        form.sections[0].title = "To begin with".into();
        page_mut(&mut form, "who").about_you = true;
        let when = is("who", "other").unwrap();
        form.someone_else = Some(SomeoneElse { when, name: vec!["p_name".into()] });
        form
    }

    fn reasons(form: &Form) -> Vec<String> {
        lints(form).into_iter().map(|lint| format!("{}: {}", lint.at, lint.reason)).collect()
    }

    #[test]
    fn a_text_that_says_you_needs_a_second_wording() {
        let mut form = about_others();
        page_mut(&mut form, "drugs").title = "Your medicines".into();
        let said = "drugs: `title` says \"you\" or \"I\", but the form may be about somebody else";
        assert_eq!(reasons(&form), [said]);
        let they = SecondWording { title: Some("Their medicines".into()), ..SecondWording::default() };
        page_mut(&mut form, "drugs").they = Some(Box::new(they));
        assert_eq!(reasons(&form), Vec::<String>::new());
        page_mut(&mut form, "drugs").they = None;
        page_mut(&mut form, "drugs").about_you = true;
        assert_eq!(reasons(&form), Vec::<String>::new());
    }

    #[test]
    fn the_words_of_lists_and_calculations_need_a_second_wording_too() {
        let mut form = about_others();
        let result = Formula::CountList { list: "drugs".into(), filter: None };
        let (key, label) = ("many".into(), "How many you take".into());
        form.calculations.push(Calculation { key, label, they: None, result, at_least: None, at_most: None });
        let Content::List(list_def) = &mut page_mut(&mut form, "drugs").content else { panic!("no list") };
        (list_def.item, list_def.none) = ("medicine of yours".into(), "You have not added any medicine you take.".into());
        let lacks =
            |at: &str, text: &str| format!("{at}: `{text}` says \"you\" or \"I\", but the form may be about somebody else");
        assert_eq!(reasons(&form), [lacks("drugs", "item"), lacks("drugs", "none"), lacks("many", "label")]);
        let Content::List(list_def) = &mut page_mut(&mut form, "drugs").content else { panic!("no list") };
        // "You" is the person who fills in the form here, so the text needs no second wording.
        (list_def.item, list_def.none) = ("medicine".into(), "You have not added any medicine.".into());
        let they = SecondWording { label: Some("How many they take".into()), ..SecondWording::default() };
        form.calculations[0].they = Some(Box::new(they));
        assert_eq!(reasons(&form), Vec::<String>::new());
    }

    #[test]
    fn who_fills_in_the_form_may_not_know() {
        let mut form = about_others();
        page_mut(&mut form, "drugs").title = "Is it known, or select \"I do not know\"".into();
        assert_eq!(reasons(&form), Vec::<String>::new());
        page_mut(&mut form, "drugs").title = "Do I know? I do not know".into();
        assert_eq!(reasons(&form).len(), 1);
    }

    #[test]
    fn pages_asked_in_one_case_only_need_one_wording() {
        let mut form = about_others();
        // "person" is asked only of those who fill in the form for somebody else.
        page_mut(&mut form, "person").title = "How you know them".into();
        assert_eq!(reasons(&form), Vec::<String>::new());
    }

    #[test]
    fn options_say_i() {
        let mut form = about_others();
        page_mut(&mut form, "who").about_you = false;
        let Content::Questions(questions) = &mut page_mut(&mut form, "who").content else { panic!("no questions") };
        let QuestionKind::OneOf { options } = &mut questions[0].kind else { panic!("no options") };
        options[0].label = "I manage".into();
        assert_eq!(reasons(&form).len(), 1);
        let Content::Questions(questions) = &mut page_mut(&mut form, "who").content else { panic!("no questions") };
        let option = OptionWording { value: "me".into(), label: Some("They manage".into()), hint: None };
        questions[0].they = Some(Box::new(SecondWording { options: vec![option], ..SecondWording::default() }));
        assert_eq!(reasons(&form), Vec::<String>::new());
    }
}
