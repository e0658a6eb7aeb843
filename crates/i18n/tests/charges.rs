//! Every line of a charge has its sentence, in each language.

use charging::{Assessment, ChargeLine, ChargePart, LineCode, UsedFigure};
use form_engine::language::Language;
use i18n::Messages;

fn line(code: LineCode, part: ChargePart, about: &str) -> ChargeLine {
    let used = |key: &str, value| UsedFigure {
        key: key.into(),
        value,
        is_money: true,
        pack: "england-2025-26".into(),
        source: "Kingston Council, Pay for care at home".into(),
    };
    ChargeLine {
        code,
        part,
        pence: -1_250,
        about: Some(about.into()),
        given: Some(2_000_000),
        figures: vec![used("a", 1_425_000), used("b", 25_000), used("c", 100)],
        rule: None,
    }
}

#[test]
fn every_code_has_a_complete_sentence() {
    for language in [Language::English, Language::Welsh] {
        for code in LineCode::ALL {
            let text = Messages::of(language).charge_line(&line(*code, ChargePart::Income, "state_pension"));
            assert!(text.len() > 10 && !text.contains(['{', '$']) && !text.contains("-£"), "{language:?} {code:?}: {text}");
        }
    }
}

#[test]
fn a_line_names_what_was_counted_and_the_figures() {
    let t = Messages::of(Language::English);
    let tariff = t.charge_line(&line(LineCode::TariffIncome, ChargePart::Capital, ""));
    assert_eq!(
        tariff,
        "You have £20,000. For each £250 above £14,250, or part of it, we count £1 a week. That is £12.50 a week."
    );
    let pension = line(LineCode::IncomeFull, ChargePart::Income, "state_pension");
    assert_eq!(t.charge_line(&pension), "State Pension: £12.50 a week. We count all of it.");
    assert_eq!(t.charge_sources(&pension)[0], "Rule england-2025-26: £14,250. From: Kingston Council, Pay for care at home");
    assert_eq!(t.charge_line(&line(LineCode::Expense, ChargePart::Expenses, "wig")), "wig: you pay £12.50 a week.");
}

#[test]
fn an_unknown_full_cost_is_not_shown_as_nothing() {
    let t = Messages::of(Language::English);
    let full = Assessment {
        contribution_pence: None,
        full_cost: true,
        capital_pence: 0,
        tariff_pence: 0,
        income_pence: 0,
        allowance_pence: 0,
        outgoings_pence: 0,
        expenses_pence: 0,
        lines: Vec::new(),
        rules: Vec::new(),
    };
    assert_eq!(t.charge_result(&full), "You would pay the full cost of your care.");
    let some = Assessment { contribution_pence: Some(6_771), full_cost: false, ..full };
    assert_eq!(t.charge_result(&some), "We estimate that you would pay £67.71 a week. This is not a decision.");
}
