use super::*;
use std::collections::BTreeSet;

fn option(value: &str, leads_to: LeadsTo) -> ChoiceOption {
    ChoiceOption { value: value.into(), label: value.to_uppercase(), hint: None, leads_to }
}

fn ask(value: &str, key: &str) -> ChoiceOption {
    option(value, LeadsTo::Question(key.into()))
}

fn end(value: &str, key: &str) -> ChoiceOption {
    option(value, LeadsTo::Result(key.into()))
}

fn question(key: &str, options: Vec<ChoiceOption>) -> ChoiceQuestion {
    let (title, missing) = (key.to_uppercase(), "Select one".into());
    ChoiceQuestion { key: key.into(), title, intro: None, hint: None, missing, quick_exit: false, options }
}

fn result(key: &str, forms: &[&str]) -> ChoiceResult {
    let forms = forms.iter().map(|form| (*form).to_owned()).collect();
    ChoiceResult { key: key.into(), title: key.to_uppercase(), urgent: None, body: "Why".into(), forms, quick_exit: false }
}

fn sample() -> HelpMeChoose {
    HelpMeChoose {
        questions: vec![
            question("danger", vec![end("yes", "call"), ask("no", "who")]),
            question("who", vec![ask("me", "need"), end("carer", "caring")]),
            question("need", vec![end("care", "care"), end("home", "call")]),
        ],
        results: vec![result("call", &[]), result("caring", &["carers"]), result("care", &["care", "carers"])],
    }
}

fn answers(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

/// The keys on the way, and the result.
fn way(pairs: &[(&str, &str)]) -> (Vec<String>, Option<String>) {
    let all = sample();
    let way = all.way(&answers(pairs));
    let asked = way.asked.iter().map(|(question, _)| question.key.clone()).collect();
    (asked, way.result.map(|result| result.key.clone()))
}

fn errors(change: impl FnOnce(&mut HelpMeChoose)) -> Vec<String> {
    let mut all = sample();
    change(&mut all);
    let forms = BTreeSet::from(["care".to_owned(), "carers".to_owned()]);
    all.errors(&forms).into_iter().map(|error| format!("{}: {}", error.at, error.reason)).collect()
}

fn keys(found: &[&str]) -> Vec<String> {
    found.iter().map(|key| (*key).to_owned()).collect()
}

#[test]
fn the_answers_decide_what_is_asked_next_and_where_they_lead() {
    assert_eq!(way(&[]), (keys(&["danger"]), None));
    assert_eq!(way(&[("danger", "yes")]), (keys(&["danger"]), Some("call".into())));
    assert_eq!(way(&[("danger", "no")]), (keys(&["danger", "who"]), None));
    assert_eq!(way(&[("danger", "no"), ("who", "carer"), ("need", "care")]).1, Some("caring".into()));
    let all = [("danger", "no"), ("who", "me"), ("need", "care")];
    assert_eq!(way(&all), (keys(&["danger", "who", "need"]), Some("care".into())));
}

#[test]
fn what_is_no_option_is_no_answer() {
    for value in ["", "maybe", "NO"] {
        assert_eq!(way(&[("danger", value), ("who", "carer")]), (keys(&["danger"]), None));
    }
    assert_eq!(way(&[("unknown", "yes")]), (keys(&["danger"]), None));
}

#[test]
fn every_answer_leads_to_a_result_in_three_questions() {
    assert_eq!(errors(|_| {}), Vec::<String>::new());
    assert_eq!(
        errors(|all| all.questions[2].options[0] = ask("care", "danger")),
        ["danger: its answers lead back to \"danger\"", "care: no answer leads to \"care\""]
    );
    let longer = |all: &mut HelpMeChoose| {
        all.questions[2].options[0] = ask("care", "more");
        all.questions.push(question("more", vec![end("a", "care"), end("b", "care")]));
    };
    assert_eq!(
        errors(longer),
        ["more: some people are asked more than 3 questions before a result", "care: no answer leads to \"care\"",]
    );
    assert_eq!(
        errors(|all| all.questions[0].options[0] = end("yes", "cal")),
        ["danger: an option leads to the result \"cal\", which isn't there"]
    );
    assert_eq!(
        errors(|all| all.questions[1].options[0] = ask("me", "needs")),
        [
            "who: an option leads to the question \"needs\", which isn't there",
            "need: no answer leads to \"need\"",
            "care: no answer leads to \"care\"",
        ]
    );
    assert_eq!(errors(|all| *all = HelpMeChoose::default()), [": there are no questions"]);
}

#[test]
fn names_texts_and_forms_are_checked() {
    assert_eq!(
        errors(|all| all.results[1].forms = vec!["caring".into()]),
        ["caring: it leads to the form \"caring\", which isn't in the folder"]
    );
    assert_eq!(errors(|all| all.results[2].forms = vec!["care".into(); 4]), ["care: \"care\" has more than 3 forms"]);
    assert_eq!(errors(|all| all.results[1].body = " ".into()), ["caring: `body` is empty"]);
    assert_eq!(
        errors(|all| all.questions[1].options[1].value = "me".into()),
        ["who: two options of \"who\" have the value \"me\""]
    );
    assert_eq!(
        errors(|all| all.questions[0].options[1].value = "No one".into()),
        ["danger: \"No one\" must be lower-case letters, digits and \"-\", 60 at most"]
    );
    assert_eq!(errors(|all| all.results[1].key = "danger".into())[0], "danger: there are two of \"danger\"");
    assert_eq!(errors(|all| all.questions[2].options.truncate(1)), ["need: \"need\" has fewer than two options"]);
}
