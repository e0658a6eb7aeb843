use super::*;
use jiff::civil::date;
use proptest::prelude::*;

fn question(kind: Kind, missing: &str) -> Question {
    Question {
        key: "q".into(),
        label: "Question?".into(),
        hint: None,
        optional: false,
        when: None,
        missing: missing.into(),
        kind,
    }
}

fn message(question: &Question, pairs: &[(&str, &str)]) -> Option<(String, String)> {
    let mut fields = Fields::new();
    for (name, value) in pairs {
        fields.entry((*name).into()).or_default().push((*value).into());
    }
    problem(question, &fields, date(2026, 11, 23)).map(|problem| (problem.field, problem.message))
}

#[expect(clippy::unnecessary_wraps, reason = "compared with what `message` returns")]
fn said(field: &str, text: &str) -> Option<(String, String)> {
    Some((field.into(), text.into()))
}

#[test]
fn dates_say_what_is_wrong_and_where() {
    let born = question(Kind::Date { when_is: DateIs::Past }, "Enter your date of birth");
    assert_eq!(message(&born, &[]), said("q-day", "Enter your date of birth"));
    let parts = |d, m, y| message(&born, &[("q-day", d), ("q-month", m), ("q-year", y)]);
    assert_eq!(parts("3", "", "1947"), said("q-month", "Your date of birth must include a month"));
    assert_eq!(parts("", "", "1947"), said("q-day", "Your date of birth must include a day and month"));
    assert_eq!(parts("31", "2", "1947"), said("q-day", "Your date of birth must be a real date"));
    assert_eq!(parts("24", "11", "2026"), said("q-day", "Your date of birth must be in the past"));
    assert_eq!(parts("23", "november", "1946"), None);
}

#[test]
fn choices_must_be_of_the_list_and_none_stands_alone() {
    let options = vec![
        Choice::plain("a", "One"),
        Choice::plain("b", "Two"),
        Choice { exclusive: true, ..Choice::plain("none", "None of these") },
    ];
    let many = question(Kind::ManyOf { options }, "Select what you use");
    assert_eq!(message(&many, &[("q", "forged")]), said("q", "Select what you use"));
    assert_eq!(message(&many, &[("q", "a"), ("q", "b")]), None);
    assert_eq!(
        message(&many, &[("q", "a"), ("q", "none")]),
        said("q", "Select “None of these” on its own, or take it away")
    );
}

#[test]
fn text_money_and_numbers() {
    let text = question(Kind::Text { max: 5, width: None, autocomplete: None }, "Enter your name");
    assert_eq!(message(&text, &[("q", "éééééé")]), said("q", "Your name must be 5 characters or less"));
    assert_eq!(message(&text, &[("q", "ééééé")]), None);
    assert_eq!(message(&text, &[("q", "   ")]), said("q", "Enter your name"));
    let money = question(Kind::Money { max_pence: Some(10_000) }, "Enter your rent");
    assert_eq!(message(&money, &[("q", "lots")]), said("q", "Your rent must be an amount of money, like 1200 or 85.50"));
    assert_eq!(message(&money, &[("q", "£100.01")]), said("q", "Your rent must be £100 or less"));
    let number = question(Kind::Number { min: Some(0), max: Some(168), unit: None }, "Enter the hours a week");
    assert_eq!(message(&number, &[("q", "169")]), said("q", "The hours a week must be between 0 and 168"));
    assert_eq!(message(&number, &[("q", "1.5")]), said("q", "The hours a week must be a whole number, like 12"));
}

#[test]
fn an_address_needs_a_line_and_a_town() {
    let address = question(Kind::Address { autocomplete: false }, "Enter the address");
    assert_eq!(message(&address, &[]), said("q-line1", "Enter the address"));
    assert_eq!(message(&address, &[("q-line1", "1 Lake Road")]), said("q-town", "Enter a town or city"));
    let whole = [("q-line1", "1 Lake Road"), ("q-town", "Northmere"), ("q-postcode", "nr13dh")];
    assert_eq!(message(&address, &whole), None);
}

#[test]
fn an_optional_question_may_be_left_out_but_not_wrong() {
    let mut email = question(Kind::Email { autocomplete: None }, "");
    email.optional = true;
    assert_eq!(message(&email, &[]), None);
    assert!(message(&email, &[("q", "nonsense")]).is_some());
}

#[test]
fn a_declaration_must_be_ticked() {
    let declaration = question(Kind::Declaration { statement: "It is true".into() }, "Tick to say it is true");
    assert_eq!(message(&declaration, &[]), said("q", "Tick to say it is true"));
    assert_eq!(message(&declaration, &[("q", "yes")]), None);
}

proptest! {
    #[test]
    fn no_answer_can_panic(text in "\\PC{0,60}") {
        for kind in [
            Kind::Text { max: 10, width: None, autocomplete: None },
            Kind::Number { min: Some(1), max: None, unit: None },
            Kind::Money { max_pence: None },
            Kind::Email { autocomplete: None },
            Kind::Phone { autocomplete: None },
            Kind::NationalInsurance,
            Kind::NhsNumber,
            Kind::YesNo,
            Kind::Date { when_is: DateIs::Any },
            Kind::Address { autocomplete: false },
        ] {
            let _ = message(&question(kind, "Enter it"), &[("q", &text), ("q-day", &text), ("q-month", &text), ("q-line1", &text)]);
        }
    }
}
