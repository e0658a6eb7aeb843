//! Every edge case of the rules, for an invented country with round figures.

use super::*;
use jiff::civil::{Date, date};

pub(super) const DAY: Date = date(2025, 10, 1);

fn figure(value: pack::FigureValue) -> pack::Figure {
    pack::Figure { value, source: "page".into() }
}

/// The packs of an invented country with round figures, and of a council that limits expenses.
pub(super) fn packs() -> Vec<Pack> {
    let text = include_str!("test_packs.json");
    serde_json::from_str(text).expect("two packs")
}

pub(super) fn rules(packs: &[Pack]) -> Rules<'_> {
    Rules::on(packs, DAY).expect("rules on the day")
}

pub(super) fn given(facts: &[(&str, FactValue)]) -> ChargeInputs {
    let facts = facts.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    ChargeInputs { facts: Facts(facts), ..ChargeInputs::default() }
}

pub(super) fn word(text: &str) -> FactValue {
    FactValue::Words(vec![text.into()])
}

pub(super) fn pence(pence: i64) -> FactValue {
    FactValue::Pence(pence)
}

pub(super) fn assessed(given: &ChargeInputs) -> Assessment {
    assess(&rules(&packs()), given, DAY)
}

fn codes(result: &Assessment) -> Vec<LineCode> {
    result.lines.iter().map(|line| line.code).collect()
}

#[test]
fn the_test_packs_are_valid_and_survive_serialisation() {
    let packs = packs();
    assert_eq!(pack_errors(&packs), []);
    let wire = serde_json::to_string(&packs).expect("text");
    assert_eq!(serde_json::from_str::<Vec<Pack>>(&wire).expect("packs"), packs);
}

#[test]
fn the_edges_of_capital() {
    for (capital, tariff, full_cost) in [
        (0, 0, false),
        (1_425_000, 0, false),
        (1_425_001, 100, false),
        (1_450_000, 100, false),
        (1_450_001, 200, false),
        (2_325_000, 3600, false),
        (2_325_001, 0, true),
    ] {
        let result = assessed(&given(&[("capital_own", pence(capital))]));
        assert_eq!((result.tariff_pence, result.full_cost), (tariff, full_cost), "{capital}");
        assert_eq!(result.contribution_pence.is_none(), full_cost, "{capital}");
    }
}

#[test]
fn assumptions_are_stated_when_nothing_is_given() {
    let result = assessed(&ChargeInputs::default());
    assert_eq!(result.contribution_pence, Some(0));
    for code in [
        LineCode::CapitalNotGiven,
        LineCode::IncomeNotGiven,
        LineCode::AgeNotGiven,
        LineCode::HousingNotGiven,
        LineCode::ExpensesNotGiven,
    ] {
        assert!(codes(&result).contains(&code), "{code:?}");
    }
}

#[test]
fn without_disclosure_the_full_cost_applies() {
    let result = assessed(&given(&[("discloses", word("no")), ("capital_own", pence(5))]));
    assert_eq!((result.full_cost, result.contribution_pence, result.capital_pence), (true, None, 0));
    let result = assessed(&given(&[("discloses", word("no")), ("cost_of_care", pence(40_000))]));
    assert_eq!((result.contribution_pence, result.weekly()), (Some(40_000), 40_000));
}

#[test]
fn the_home_counts_only_if_the_move_is_permanent_unprotected_and_after_twelve_weeks() {
    let home = [("setting", word("permanent")), ("home_value", pence(20_000_000)), ("home_share", FactValue::Number(50))];
    let with = |more: &[(&str, FactValue)]| assessed(&given(&[&home[..], more].concat()));
    // Half of £200,000, less a tenth, less £60,000.
    let result = with(&[("home_owed", pence(6_000_000))]);
    assert_eq!((result.capital_pence, result.full_cost), (3_000_000, true));
    let moved = |days| FactValue::Date(DAY.checked_sub(jiff::Span::new().days(days)).expect("a day"));
    for (more, code) in [
        (("setting", word("care-at-home")), LineCode::CapitalHomeLivedIn),
        (("home_protected", FactValue::Number(1)), LineCode::CapitalHomeProtected),
        (("moved_in", moved(83)), LineCode::CapitalHomeTwelveWeeks),
        (("twelve_weeks", word("yes")), LineCode::CapitalHomeTwelveWeeks),
    ] {
        let result = with(std::slice::from_ref(&more));
        assert_eq!(result.capital_pence, 0, "{more:?}");
        assert!(codes(&result).contains(&code), "{more:?}");
    }
    assert!(with(&[("moved_in", moved(84))]).full_cost);
    assert!(with(&[("home_protected", FactValue::Number(0))]).full_cost);
}

#[test]
fn negative_equity_does_not_reduce_other_capital() {
    let mut owner = given(&[("capital_own", pence(100))]);
    owner.properties =
        vec![Property { value: 10_000, share: 100, owed: 20_000 }, Property { value: 999, share: 50, owed: 0 }];
    // Half of £9.99 is £4.99; a tenth of that, rounded up, is 50p.
    assert_eq!(assessed(&owner).capital_pence, 100 + 449);
}

#[test]
fn what_must_be_left_depends_on_age_partner_and_children() {
    let born = |year| FactValue::Date(date(year, 10, 1));
    for (facts, allowance) in [
        (vec![("date_of_birth", born(2001))], 9_000),
        (vec![("date_of_birth", born(2000))], 11_000),
        (vec![("date_of_birth", born(1959))], 23_000),
        (vec![("pension_age", word("yes"))], 23_000),
        (vec![("date_of_birth", born(2001)), ("children", FactValue::Number(2))], 11_000 + 2 * 10_000),
        (vec![("partner", word("married"))], 8_800),
        (vec![("partner", word("married")), ("partner_date_of_birth", born(1950))], 17_700),
        (vec![("partner", word("widowed")), ("partner_pension_age", word("yes"))], 11_000),
        (vec![("premium_carer", word("yes"))], 11_000 + 5_300),
        (vec![("income_carers_allowance", pence(1))], 11_000 + 5_300),
        (vec![("setting", word("permanent")), ("premium_carer", word("yes"))], 3_000),
    ] {
        assert_eq!(assessed(&given(&facts)).allowance_pence, allowance, "{facts:?}");
    }
}

#[test]
fn premiums_follow_from_benefits_until_pension_age() {
    let pip = [("income_pip_living", pence(10_000)), ("pip_living_rate", word("enhanced"))];
    let with = |more: &[(&str, FactValue)]| assessed(&given(&[&pip[..], more].concat())).allowance_pence;
    assert_eq!(with(&[]), 11_000 + 4_900 + 2_400);
    assert_eq!(with(&[("pip_living_rate", word("standard"))]), 11_000 + 4_900);
    assert_eq!(with(&[("pension_age", word("yes"))]), 23_000);
    assert_eq!(with(&[("premium_disability", word("no")), ("premium_enhanced_disability", word("no"))]), 11_000);
    assert_eq!(with(&[("partner", word("couple"))]), 8_800 + 3_500 + 1_700);
}

#[test]
fn pension_age_rises_by_the_month() {
    let packs = packs();
    let reached = |born: Date, day: Date| rules(&packs).has_pension_age(born, day);
    for (born, first) in [
        (date(1955, 1, 1), date(2021, 1, 1)),
        (date(1960, 4, 5), date(2026, 4, 5)),
        (date(1960, 4, 6), date(2026, 5, 6)),
        (date(1960, 7, 31), date(2026, 11, 30)),
        (date(1961, 3, 6), date(2028, 3, 6)),
    ] {
        assert!(reached(born, first) && !reached(born, first.yesterday().expect("a day before")), "{born}");
    }
    assert!(reached(date(1930, 1, 1), DAY));
}

#[test]
fn income_counts_in_full_in_part_or_not_at_all() {
    for (facts, counted) in [
        (vec![("income_state_pension", pence(100))], 100),
        (vec![("income_unheard_of", pence(100))], 100),
        (vec![("income_pip_mobility", pence(100))], 0),
        (vec![("income_savings_credit", pence(1_000))], 300),
        (vec![("income_savings_credit", pence(1_000)), ("partner", word("couple"))], 0),
        (vec![("income_savings_credit", pence(600))], 0),
        (vec![("income_pip_living", pence(11_000)), ("night_care", word("no"))], 7_300),
        (vec![("income_pip_living", pence(11_000)), ("night_care", word("yes"))], 11_000),
        (vec![("income_pip_living", pence(11_000))], 11_000),
        (vec![("income_pip_living", pence(7_000)), ("night_care", word("no"))], 7_000),
        (vec![("income_private_pension", pence(101)), ("income_private_pension_halved", pence(101))], 101),
    ] {
        assert_eq!(assessed(&given(&facts)).income_pence, counted, "{facts:?}");
    }
    let halved = [
        ("setting", word("permanent")),
        ("income_private_pension", pence(301)),
        ("income_private_pension_halved", pence(101)),
    ];
    assert_eq!(assessed(&given(&halved)).income_pence, 250);
    let short = [("setting", word("short-stay")), ("income_attendance_allowance", pence(5))];
    assert_eq!(assessed(&given(&short)).income_pence, 5, "the council charges short stays like care at home");
    let mut packs = packs();
    for pack in &mut packs {
        pack.short_stay = Some(pack::PolicyChoice { is: pack::CareSetting::CareHome, source: "page".into() });
    }
    let result = assess(&rules(&packs), &given(&short), DAY);
    assert_eq!((result.income_pence, result.allowance_pence), (0, 3_000));
}

#[test]
fn costs_of_a_home_are_shared_and_end_with_it() {
    let costs = [("housing_rent", pence(1000)), ("housing_sharers", FactValue::Number(3))];
    let with = |more: &[(&str, FactValue)]| assessed(&given(&[&costs[..], more].concat()));
    assert_eq!(with(&[]).outgoings_pence, 334);
    assert_eq!(with(&[("housing_sharers", FactValue::Number(0))]).outgoings_pence, 1000);
    let gone = with(&[("setting", word("permanent")), ("court_orders", pence(500))]);
    assert_eq!(gone.outgoings_pence, 500);
    assert!(codes(&gone).contains(&LineCode::HousingNotInCareHome));
}

#[test]
fn each_expense_follows_the_rules_of_its_category() {
    let claim = |category: &str, cost, funded, shared| Expense { category: category.into(), cost, funded, shared };
    let mut claimed = given(&[
        ("income_attendance_allowance", pence(100_000)),
        ("home_kind", word("detached")),
        ("household_people", FactValue::Number(2)),
    ]);
    claimed.expenses = vec![
        claim("gardening", 1000, 0, 0), // 40 of 52 weeks, rounded up
        claim("heating", 600, 0, 0),    // £520 a year is £10 a week, used up by two bills
        claim("heating", 1000, 0, 0),
        claim("cleaning", 1001, 0, 2), // half, rounded up
        claim("laundry", 300, 0, 0),   // £5 at most for both
        claim("laundry", 300, 0, 0),
        claim("unheard-of", 700, 200, 0),
        claim("diet", 100, 500, 0), // nobody is given more than they claim
    ];
    let packs = packs();
    let result = expenses(&rules(&packs), &claimed, DAY);
    assert_eq!(result.items, [770, 0, 600, 501, 300, 200, 500, 0]);
    assert_eq!(result.counted_pence, result.items.iter().sum::<i64>());
}

#[test]
fn all_expenses_count_up_to_the_disability_benefit() {
    let packs = packs();
    for (benefit, counted) in [(500, 500), (0, 0), (2000, 1500)] {
        let claimed = given(&[("income_dla_care", pence(benefit)), ("dre", pence(1500))]);
        assert_eq!(expenses(&rules(&packs), &claimed, DAY).counted_pence, counted, "{benefit}");
    }
    let in_a_home = given(&[("setting", word("permanent")), ("income_dla_care", pence(500)), ("dre", pence(400))]);
    assert_eq!(expenses(&rules(&packs), &in_a_home, DAY).counted_pence, 0);
}

#[test]
fn nobody_pays_more_than_the_care_costs() {
    let rich = given(&[("income_state_pension", pence(100_000)), ("cost_of_care", pence(5_000))]);
    let result = assessed(&rich);
    assert_eq!((result.contribution_pence, result.full_cost), (Some(5_000), false));
    assert!(codes(&result).contains(&LineCode::NotMoreThanCare));
}

#[test]
fn care_without_a_stated_cost_isnt_free() {
    let unnamed = |more: &[(&str, FactValue)]| {
        let facts = [&[("income_state_pension", pence(100_000)), ("cost_of_care", pence(0))], more].concat();
        assessed(&given(&facts))
    };
    assert!(unnamed(&[]).contribution_pence.is_some_and(|pence| pence > 50_000));
    assert_eq!(unnamed(&[("discloses", word("no"))]).contribution_pence, None);
}

#[test]
fn the_newest_pack_in_force_is_used() {
    let packs = packs();
    let [country, local] = packs.as_slice() else { panic!("two packs") };
    let next = Pack { name: "next".into(), from: date(2026, 4, 6), ..country.clone() };
    let all = [next, country.clone(), local.clone()];
    let name = |day| pack_on(&all, day).map(|pack| pack.name.as_str());
    assert_eq!(name(date(2025, 4, 5)), None);
    assert_eq!(name(date(2025, 4, 6)), Some("test-2025"));
    assert_eq!(name(date(2026, 4, 5)), Some("test-2025"));
    assert_eq!(name(date(2026, 4, 6)), Some("next"));
    let late = assess(&Rules::on(&packs, date(2027, 1, 1)).expect("rules"), &ChargeInputs::default(), date(2027, 1, 1));
    assert!(codes(&late).contains(&LineCode::RulesOld));
    assert_eq!(late.rules, ["test-2025", "test-council"]);
}

#[test]
fn an_error_in_a_pack_is_named() {
    let broken = |change: &dyn Fn(&mut Pack)| {
        let mut packs = packs();
        packs.iter_mut().take(1).for_each(change);
        pack_errors(&packs).into_iter().map(|error| error.at).collect::<Vec<_>>()
    };
    assert_eq!(broken(&|pack| drop(pack.figures.remove("mig_child"))), ["mig_child"]);
    assert_eq!(broken(&|pack| pack.sources.clear()).first().map(String::as_str), Some("disability_benefit_lower"));
    assert_eq!(broken(&|pack| pack.pension_age.reverse()), ["pension_age"]);
    assert_eq!(broken(&|pack| pack.pension_age.clear()), ["pension_age"]);
    let step = |pack: &mut Pack| drop(pack.figures.insert("tariff_step".into(), figure(pack::FigureValue::Amount(0))));
    assert_eq!(broken(&step), ["tariff_step"]);
    let lost = |pack: &mut Pack| drop(pack.figures.insert("x".into(), figure(pack::FigureValue::SameAs("y".into()))));
    assert_eq!(broken(&lost), ["x"]);
    assert!(broken(&|pack| pack.local = true).contains(&String::new()), "no national pack");
    let text = r#"{ "amount": "1.234", "source": "page" }"#;
    assert!(serde_json::from_str::<pack::Figure>(text).is_err_and(|error| error.to_string().contains("1.234")));
    assert!(serde_json::from_str::<pack::Figure>(r#"{ "amount": "1", "number": 1, "source": "" }"#).is_err());
}

#[test]
fn a_circular_figure_has_no_value() {
    let mut packs = packs();
    let round = |other: &str| figure(pack::FigureValue::SameAs(other.into()));
    for pack in &mut packs {
        pack.figures.extend([("a".to_owned(), round("b")), ("b".to_owned(), round("a"))]);
    }
    assert_eq!(rules(&packs).figure("a"), None);
}
