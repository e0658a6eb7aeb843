use super::*;
use jiff::civil::date;
use proptest::prelude::*;

fn question(kind: QuestionKind, missing: &str) -> Question {
    Question::new("q", "Question?", missing, kind)
}

fn fault(question: &Question, pairs: &[(&str, &str)]) -> Option<(String, ProblemKind)> {
    let mut fields = Fields::new();
    for (name, value) in pairs {
        fields.entry((*name).into()).or_default().push((*value).into());
    }
    problem(question, &fields, date(2026, 11, 23)).map(|problem| (problem.field, problem.fault))
}

#[expect(clippy::unnecessary_wraps, reason = "compared with what `fault` returns")]
fn found(field: &str, fault: ProblemKind) -> Option<(String, ProblemKind)> {
    Some((field.into(), fault))
}

// ASVS V2.2.1
#[test]
fn dates_say_what_is_wrong_and_where() {
    let born = question(QuestionKind::Date { when_is: DateIs::Past }, "Enter your date of birth");
    assert_eq!(fault(&born, &[]), found("q-day", ProblemKind::Missing));
    let parts = |d, m, y| fault(&born, &[("q-day", d), ("q-month", m), ("q-year", y)]);
    assert_eq!(parts("3", "", "1947"), found("q-month", ProblemKind::DateWithout(vec!["month"])));
    assert_eq!(parts("", "", "1947"), found("q-day", ProblemKind::DateWithout(vec!["day", "month"])));
    assert_eq!(parts("31", "2", "1947"), found("q-day", ProblemKind::DateNotReal));
    assert_eq!(parts("24", "11", "2026"), found("q-day", ProblemKind::DateNotPast));
    assert_eq!(parts("23", "november", "1946"), None);
    assert_eq!(parts("23 november 1946", "", ""), None);
    assert_eq!(parts("23", "11", "2026"), None, "today is not in the future");
    assert_eq!(parts("23 november", "", ""), found("q-year", ProblemKind::DateWithout(vec!["year"])));
    assert_eq!(parts("3", "3", "47"), found("q-year", ProblemKind::YearShort));
    assert_eq!(parts("3/3/47", "", ""), found("q-day", ProblemKind::YearShort));
    let ends = question(QuestionKind::Date { when_is: DateIs::Future }, "Enter the date it ends");
    let yesterday = [("q-day", "22"), ("q-month", "11"), ("q-year", "2026")];
    assert_eq!(fault(&ends, &yesterday), found("q-day", ProblemKind::DateNotFuture));
}

// ASVS V2.2.1 V2.2.3
#[test]
fn choices_must_be_options_and_none_of_these_stands_alone() {
    let options = vec![
        QuestionOption::plain("a", "One"),
        QuestionOption::plain("b", "Two"),
        QuestionOption { exclusive: true, ..QuestionOption::plain("none", "None of these") },
    ];
    let many = question(QuestionKind::ManyOf { options }, "Select what you use");
    assert_eq!(fault(&many, &[("q", "forged")]), found("q", ProblemKind::Missing));
    assert_eq!(fault(&many, &[("q", "a"), ("q", "b")]), None);
    assert_eq!(fault(&many, &[("q", "a"), ("q", "none")]), found("q", ProblemKind::NotAlone("None of these".into())));
}

// ASVS V2.2.1
#[test]
fn text_money_and_numbers() {
    let text = question(QuestionKind::Text { max: 5, width: None, autocomplete: None }, "Enter your name");
    assert_eq!(fault(&text, &[("q", "éééééé")]), found("q", ProblemKind::TooLong(5)));
    assert_eq!(fault(&text, &[("q", "ééééé")]), None);
    for nothing in ["   ", "\u{200b}", "\u{202a}\u{a0}\u{202c}", "\u{2800}\u{3164}"] {
        assert_eq!(fault(&text, &[("q", nothing)]), found("q", ProblemKind::Missing), "{}", nothing.escape_unicode());
    }
    let money = question(QuestionKind::Money { max_pence: Some(10_000) }, "Enter your rent");
    assert_eq!(fault(&money, &[("q", "lots")]), found("q", ProblemKind::NotMoney));
    assert_eq!(fault(&money, &[("q", "£100.01")]), found("q", ProblemKind::TooMuchMoney(10_000)));
    let problems = [
        ("1.234", ProblemKind::PartsOfPence),
        ("12,00", ProblemKind::CommaForPoint),
        ("€5", ProblemKind::NotPounds),
        ("£5 to £6", ProblemKind::SeveralSums),
        ("-5", ProblemKind::MoneyBelowZero),
        ("9999999999", ProblemKind::TooMuchMoney(10_000)),
    ];
    for (text, problem) in problems {
        assert_eq!(fault(&money, &[("q", text)]), found("q", problem), "{text}");
    }
    let sum = question(QuestionKind::Money { max_pence: None }, "Enter your rent");
    assert_eq!(fault(&sum, &[("q", "9999999999")]), found("q", ProblemKind::TooMuchMoney(values::MOST_PENCE)));
}

#[test]
fn numbers_keep_their_limits_and_may_have_their_unit() {
    let hours = |min, max| {
        let unit = Some("hours a week".into());
        move |text: &str| {
            fault(&question(QuestionKind::Number { min, max, unit: Clone::clone(&unit) }, "Enter the hours"), &[("q", text)])
        }
    };
    let both = hours(Some(0), Some(168));
    assert_eq!(both("168"), None);
    assert_eq!(both("12 hours"), None);
    let problems = [
        ("169", ProblemKind::NotBetween(0, 168)),
        ("-1", ProblemKind::NotBetween(0, 168)),
        ("9999999999", ProblemKind::NotBetween(0, 168)),
        ("1.5", ProblemKind::NotWhole),
        ("2 or 3", ProblemKind::SeveralNumbers),
        ("12 days", ProblemKind::NotNumber),
    ];
    for (text, problem) in problems {
        assert_eq!(both(text), found("q", problem), "{text}");
    }
    assert_eq!(hours(Some(1), None)("0"), found("q", ProblemKind::TooSmall(1)));
    assert_eq!(hours(None, Some(9))("10"), found("q", ProblemKind::TooLarge(9)));
    assert_eq!(hours(None, None)("9999999999"), found("q", ProblemKind::TooLarge(values::LARGEST)));
    assert_eq!(hours(Some(1), None)("9999999999"), found("q", ProblemKind::NotBetween(1, values::LARGEST)));
}

#[test]
fn measures_keep_limits_in_whole_centimetres_and_kilograms() {
    assert_eq!(length_fault("5 ft 4", Some(30), Some(250)), None);
    assert_eq!(length_fault("250 cm", Some(30), Some(250)), None);
    for text in ["250.1 cm", "1.75", "9999999 m"] {
        assert_eq!(length_fault(text, Some(30), Some(250)), Some(ProblemKind::LengthOutside(Some(30), Some(250))), "{text}");
    }
    assert_eq!(length_fault("tall", None, None), Some(ProblemKind::NotLength));
    assert_eq!(length_fault("9999999 m", None, None), Some(ProblemKind::NotLength));
    assert_eq!(weight_fault("10 stone 4", Some(1), None), None);
    assert_eq!(weight_fault("900 g", Some(1), None), Some(ProblemKind::WeightOutside(Some(1), None)));
    assert_eq!(weight_fault("heavy", None, Some(300)), Some(ProblemKind::NotWeight));
}

#[test]
fn an_address_needs_a_line_and_a_town() {
    let address = question(QuestionKind::Address { autocomplete: false }, "Enter the address");
    assert_eq!(fault(&address, &[]), found("q-line1", ProblemKind::Missing));
    assert_eq!(fault(&address, &[("q-line1", "1 Lake Road")]), found("q-town", ProblemKind::AddressWithoutTown));
    let whole = [("q-line1", "1 Lake Road"), ("q-town", "Northmere"), ("q-postcode", "nr13dh")];
    assert_eq!(fault(&address, &whole), None);
}

#[test]
fn an_optional_answer_may_be_missing_but_not_invalid() {
    let mut email = question(QuestionKind::Email { autocomplete: None }, "");
    email.optional = true;
    assert_eq!(fault(&email, &[]), None);
    assert!(fault(&email, &[("q", "nonsense")]).is_some());
}

#[test]
fn phone_numbers_can_be_called_and_have_all_their_digits() {
    let phone = question(QuestionKind::Phone { autocomplete: None }, "Enter your phone number");
    for good in ["07700 900406", "18001 01632 960001", "01632 960001 ext 12", "+353 1 234 5678", "00353 1 234 5678"] {
        assert_eq!(fault(&phone, &[("q", good)]), None, "{good}");
    }
    assert_eq!(fault(&phone, &[("q", "07700 90040")]), found("q", ProblemKind::PhoneDigits(10)));
    assert_eq!(fault(&phone, &[("q", "call me")]), found("q", ProblemKind::Phone));
}

#[test]
fn a_declaration_must_be_ticked() {
    let declaration = question(QuestionKind::Declaration { statement: "It is true".into() }, "Tick to say it is true");
    assert_eq!(fault(&declaration, &[]), found("q", ProblemKind::Missing));
    assert_eq!(fault(&declaration, &[("q", "yes")]), None);
}

proptest! {
    // ASVS V1.4.2
    #[test]
    fn no_answer_panics(text in "\\PC{0,60}") {
        for kind in [
            QuestionKind::Text { max: 10, width: None, autocomplete: None },
            QuestionKind::Number { min: Some(1), max: None, unit: None },
            QuestionKind::Money { max_pence: None },
            QuestionKind::Email { autocomplete: None },
            QuestionKind::Phone { autocomplete: None },
            QuestionKind::NationalInsurance,
            QuestionKind::NhsNumber,
            QuestionKind::YesNo,
            QuestionKind::Date { when_is: DateIs::Any },
            QuestionKind::Address { autocomplete: false },
        ] {
            let _ = fault(&question(kind, "Enter it"), &[("q", &text), ("q-day", &text), ("q-month", &text), ("q-line1", &text)]);
        }
    }
}
