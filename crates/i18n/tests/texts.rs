//! Checks texts as people read them.

use form_engine::{
    definition::{DateIs, Question, QuestionKind, QuestionOption},
    fields::Fields,
    language::Language,
    problem::{About, Problem, ProblemKind},
    validate::problem,
};
use i18n::Messages;
use jiff::civil::{date, time};

const ENGLISH: Messages = Messages::of(Language::English);
const WELSH: Messages = Messages::of(Language::Welsh);

#[test]
fn days_and_times_are_written_as_people_write_them() {
    assert_eq!(ENGLISH.day(date(1947, 3, 3)), "3 March 1947");
    assert_eq!(WELSH.day(date(1947, 3, 3)), "3 Mawrth 1947");
    let times = [(0, 5, "12:05am"), (9, 42, "9:42am"), (12, 0, "12:00pm"), (23, 59, "11:59pm")];
    for (hour, minute, text) in times {
        assert_eq!(ENGLISH.time(time(hour, minute, 0, 0)), text);
    }
    assert_eq!(ENGLISH.end_of(date(2027, 2, 21)), "11:59pm on 21 February 2027");
}

fn question(kind: QuestionKind, missing: &str) -> Question {
    Question::new("q", "When were you born?", missing, kind)
}

fn error_text(t: Messages, question: &Question, pairs: &[(&str, &str)]) -> String {
    let mut fields = Fields::new();
    for (name, value) in pairs {
        fields.entry((*name).into()).or_default().push((*value).into());
    }
    problem(question, &fields, date(2026, 11, 23)).map_or_else(String::new, |found| t.problem(&found))
}

#[test]
fn errors_name_the_answer_and_say_what_to_do() {
    let born = question(QuestionKind::Date { when_is: DateIs::Past }, "Enter your date of birth");
    assert_eq!(error_text(ENGLISH, &born, &[]), "Enter your date of birth");
    let parts = |d, m, y| error_text(ENGLISH, &born, &[("q-day", d), ("q-month", m), ("q-year", y)]);
    assert_eq!(parts("", "", "1947"), "Your date of birth must include a day and month");
    assert_eq!(parts("31", "2", "1947"), "Your date of birth must be a real date");
    assert_eq!(parts("24", "11", "2026"), "Your date of birth must be today or in the past");
    assert_eq!(parts("3", "3", "47"), "Year must include 4 numbers");
    let text = question(QuestionKind::Text { max: 5, width: None, autocomplete: None }, "Enter your name");
    assert_eq!(error_text(ENGLISH, &text, &[("q", "Llewelyn")]), "Your name must be 5 characters or less");
    let money = question(QuestionKind::Money { max_pence: Some(10_000) }, "Enter your rent");
    assert_eq!(error_text(ENGLISH, &money, &[("q", "lots")]), "Your rent must be an amount of money, like 1200 or 85.50");
    assert_eq!(error_text(ENGLISH, &money, &[("q", "£100.01")]), "Your rent must be £100 or less");
    assert_eq!(error_text(ENGLISH, &money, &[("q", "-5")]), "Your rent must be £0 or more");
    assert_eq!(error_text(ENGLISH, &money, &[("q", "€5")]), "Your rent must be in pounds, like 1200 or 85.50");
    let number = question(QuestionKind::Number { min: Some(0), max: Some(168), unit: None }, "Enter the hours a week");
    assert_eq!(error_text(ENGLISH, &number, &[("q", "1169")]), "The hours a week must be between 0 and 168");
    assert_eq!(error_text(ENGLISH, &number, &[("q", "lots")]), "The hours a week must be a number, like 12");
    assert_eq!(error_text(ENGLISH, &number, &[("q", "12.5")]), "The hours a week must be a whole number, like 12");
    assert_eq!(error_text(ENGLISH, &number, &[("q", "2 or 3")]), "The hours a week must be one number, like 12");
    let options = vec![
        QuestionOption::plain("a", "One"),
        QuestionOption { exclusive: true, ..QuestionOption::plain("none", "None of these") },
    ];
    let many = question(QuestionKind::ManyOf { options }, "Tick what you use");
    assert_eq!(
        error_text(ENGLISH, &many, &[("q", "a"), ("q", "none")]),
        "Select “None of these” or your other answers, not both"
    );
}

#[test]
fn measures_are_shown_in_metric_and_imperial_units() {
    let lengths = [
        (450, "45 cm (17.7 inches)", "45 cm (17.7 modfedd)"),
        (25, "2.5 cm (1 inch)", "2.5 cm (1 fodfedd)"),
        (1753, "175.3 cm (5 feet 9 inches)", "175.3 cm (5 troedfedd 9 modfedd)"),
        (1829, "182.9 cm (6 feet)", "182.9 cm (6 throedfedd)"),
    ];
    for (millimetres, english, welsh) in lengths {
        assert_eq!(ENGLISH.length(millimetres), english);
        assert_eq!(WELSH.length(millimetres), welsh);
    }
    let weights = [
        (65_317, "65.3 kg (10 stone 4 pounds)", "65.3 kg (10 stôn 4 pwys)"),
        (63_503, "63.5 kg (10 stone)", "63.5 kg (10 stôn)"),
        (500, "0.5 kg (1 pound)", "0.5 kg (1 pwys)"),
    ];
    for (grams, english, welsh) in weights {
        assert_eq!(ENGLISH.weight(grams), english);
        assert_eq!(WELSH.weight(grams), welsh);
    }
}

#[test]
fn errors_in_measures_name_their_limits_in_their_units() {
    let text = |fault| {
        let about = About::Question { label: "How tall are you?".into(), missing: "Enter your height".into() };
        ENGLISH.problem(&Problem { key: "q".into(), field: "q".into(), about, fault })
    };
    let between = ProblemKind::LengthOutside(Some(30), Some(250));
    assert_eq!(text(between), "Your height must be between 30 cm and 250 cm");
    assert_eq!(text(ProblemKind::LengthOutside(Some(30), None)), "Your height must be 30 cm or more");
    assert_eq!(text(ProblemKind::WeightOutside(None, Some(300))), "Your height must be 300 kg or less");
    assert_eq!(text(ProblemKind::NotLength), "Your height must be a length, like 45 cm or 18 inches");
    assert_eq!(text(ProblemKind::NotWeight), "Your height must be a weight, like 65 kg or 10 stone 4");
}

#[test]
fn a_language_with_mutations_repeats_the_question() {
    let born = question(QuestionKind::Date { when_is: DateIs::Past }, "Rhowch eich dyddiad geni");
    assert_eq!(error_text(WELSH, &born, &[]), "Rhowch eich dyddiad geni");
    let pairs = [("q-day", "31"), ("q-month", "2"), ("q-year", "1947")];
    assert_eq!(error_text(WELSH, &born, &pairs), "“When were you born?”: rhaid i'r dyddiad fod yn un go iawn");
}

#[test]
fn values_are_isolated_in_right_to_left_text() {
    let t = Messages::of(Language::Mirrored);
    assert_eq!(t.sign_in(), "\u{202e}Sign\u{202c} \u{202e}in\u{202c}");
    assert!(t.list_this("Ann").contains("\u{2068}Ann\u{2069}"));
}

/// The examples of a message: what follows "like" in English or "fel" in Welsh, up to the next clause.
fn examples(text: &str) -> Vec<String> {
    let text = text.replace(" fel ", " like ").replace(" neu ", " or ");
    let clauses = text.split(" like ").skip(1).filter_map(|after| after.split(", ").next());
    clauses.flat_map(|clause| clause.split(" or ")).map(str::to_owned).collect()
}

#[test]
fn a_slip_names_the_address_that_was_probably_meant() {
    for t in [ENGLISH, WELSH] {
        let about = About::Question { label: "Email address".into(), missing: "Enter your email address".into() };
        let fault = ProblemKind::EmailSlip { typed: "a@gmial.com".into(), meant: "a@gmail.com".into() };
        let text = t.problem(&Problem { key: "q".into(), field: "q".into(), about, fault });
        assert!(text.contains("a@gmail.com") && !text.contains("gmial"), "{text}");
    }
}

#[test]
fn the_examples_in_error_messages_are_valid_themselves() {
    let money = || question(QuestionKind::Money { max_pence: None }, "Enter your rent");
    let number = || question(QuestionKind::Number { min: None, max: None, unit: None }, "Enter the hours");
    let kinds = [
        (ProblemKind::NotNumber, number()),
        (ProblemKind::SeveralNumbers, number()),
        (ProblemKind::NotWhole, number()),
        (ProblemKind::NotMoney, money()),
        (ProblemKind::NotPounds, money()),
        (ProblemKind::PartsOfPence, money()),
        (ProblemKind::CommaForPoint, money()),
        (ProblemKind::SeveralSums, money()),
        (ProblemKind::NotLength, question(QuestionKind::Length { min: None, max: None }, "Enter your height")),
        (ProblemKind::NotWeight, question(QuestionKind::Weight { min: None, max: None }, "Enter your weight")),
        (ProblemKind::Email, question(QuestionKind::Email { autocomplete: None }, "Enter your email address")),
        (ProblemKind::Phone, question(QuestionKind::Phone { autocomplete: None }, "Enter your phone number")),
        (ProblemKind::PhoneDigits(10), question(QuestionKind::Phone { autocomplete: None }, "Enter your phone number")),
        (ProblemKind::NationalInsurance, question(QuestionKind::NationalInsurance, "Enter your number")),
        (ProblemKind::NhsNumber, question(QuestionKind::NhsNumber, "Enter your number")),
    ];
    for t in [ENGLISH, WELSH] {
        for (fault, question) in &kinds {
            let about = About::Question { label: "How much?".into(), missing: question.missing.clone() };
            let text = t.problem(&Problem { key: "q".into(), field: "q".into(), about, fault: fault.clone() });
            let examples = examples(&text);
            assert!(!examples.is_empty(), "{text}");
            for example in examples {
                assert_eq!(error_text(t, question, &[("q", &example)]), "", "{example}, in: {text}");
            }
        }
        for example in examples(t.fault_postcode()) {
            assert!(values::postcode(&example).is_some(), "{example}");
        }
    }
}

/// An example that is added to a message must be added to the test above too.
#[test]
fn every_message_with_an_example_is_known() {
    let source = include_str!("../en-GB/answers.ftl");
    let with_example: Vec<&str> = source
        .lines()
        .filter(|line| line.starts_with("fault-") && line.contains(" like "))
        .filter_map(|line| line.split(" = ").next())
        .collect();
    let known = [
        "fault-not-number",
        "fault-several-numbers",
        "fault-not-whole",
        "fault-not-money",
        "fault-several-sums",
        "fault-not-pounds",
        "fault-parts-of-pence",
        "fault-comma-for-point",
        "fault-not-length",
        "fault-not-weight",
        "fault-email",
        "fault-phone",
        "fault-phone-digits",
        "fault-national-insurance",
        "fault-nhs-number",
        "fault-postcode",
    ];
    assert_eq!(with_example, known);
}
