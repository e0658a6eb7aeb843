//! What must hold for any answers.

use super::{
    tests::{DAY, assessed, given, packs, pence, rules, word},
    *,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Realistic amounts, and extreme ones.
fn sum() -> impl Strategy<Value = i64> {
    prop_oneof![0_i64..60_000, 0_i64..3_000_000, any::<i64>()]
}

fn situation() -> impl Strategy<Value = ChargeInputs> {
    let sums: Vec<&str> = vec![
        "capital_own",
        "capital_joint",
        "capital",
        "home_value",
        "home_owed",
        "income_state_pension",
        "income_pip_living",
        "income_pip_mobility",
        "income_attendance_allowance",
        "income_savings_credit",
        "income_private_pension",
        "income_private_pension_halved",
        "income_earnings",
        "income_strange",
        "housing_rent",
        "housing_insurance",
        "court_orders",
        "dre",
        "cost_of_care",
    ];
    let words: Vec<(&str, Vec<&str>)> = vec![
        ("setting", vec!["care-at-home", "short-stay", "permanent", "not-sure", "nonsense"]),
        ("partner", vec!["single", "married"]),
        ("pension_age", vec!["yes", "no"]),
        ("night_care", vec!["yes", "no"]),
        ("home_protected", vec!["yes", "no"]),
        ("pip_living_rate", vec!["standard", "enhanced"]),
        ("home_kind", vec!["flat", "detached"]),
    ];
    let sums = proptest::collection::btree_map(proptest::sample::select(sums), sum(), 0..10);
    let words = proptest::collection::vec(
        proptest::sample::select(words).prop_flat_map(|(name, values)| (Just(name), proptest::sample::select(values))),
        0..6,
    );
    let numbers = proptest::collection::btree_map(
        proptest::sample::select(vec!["children", "housing_sharers", "household_people", "home_share"]),
        prop_oneof![0_i64..5, any::<i64>()],
        0..3,
    );
    let categories = vec!["gardening", "heating", "laundry", "cleaning", "unheard-of"];
    let claims = proptest::collection::vec((proptest::sample::select(categories), sum(), sum(), any::<i64>()), 0..5);
    let properties = proptest::collection::vec((sum(), any::<i64>(), sum()), 0..3);
    (sums, words, numbers, claims, properties).prop_map(|(sums, words, numbers, claims, properties)| {
        let mut facts: BTreeMap<String, FactValue> = BTreeMap::new();
        facts.extend(sums.into_iter().map(|(name, value)| (name.to_owned(), FactValue::Pence(value))));
        facts.extend(words.into_iter().map(|(name, value)| (name.to_owned(), word(value))));
        facts.extend(numbers.into_iter().map(|(name, value)| (name.to_owned(), FactValue::Number(value))));
        ChargeInputs {
            facts: Facts(facts),
            expenses: claims
                .into_iter()
                .map(|(category, cost, funded, shared)| Expense { category: category.into(), cost, funded, shared })
                .collect(),
            properties: properties.into_iter().map(|(value, share, owed)| Property { value, share, owed }).collect(),
        }
    })
}

/// The full cost counts as more than any amount.
fn pays(result: &Assessment) -> i64 {
    result.contribution_pence.unwrap_or(i64::MAX)
}

fn changed(given: &ChargeInputs, name: &str, value: i64) -> ChargeInputs {
    let mut given = given.clone();
    given.facts.0.insert(name.into(), pence(value));
    given
}

proptest! {
    #[test]
    fn nobody_pays_less_than_nothing_or_more_than_is_left(given in situation()) {
        let result = assessed(&given);
        prop_assert!(pays(&result) >= 0);
        if !result.full_cost {
            let left = result.income_pence + result.tariff_pence - result.allowance_pence;
            prop_assert!(pays(&result) <= left.max(0));
            let exact = left - result.outgoings_pence - result.expenses_pence;
            prop_assert!(pays(&result) <= exact.max(0));
        }
    }

    #[test]
    fn lines_add_up(given in situation()) {
        let result = assessed(&given);
        let part = |part| -> i64 { result.lines.iter().filter(|line| line.part == part).map(|line| line.pence).sum() };
        prop_assert_eq!(result.weekly(), result.contribution_pence.unwrap_or(0));
        prop_assert_eq!(part(ChargePart::Capital), result.capital_pence);
        prop_assert_eq!(part(ChargePart::Income), result.income_pence + result.tariff_pence);
        prop_assert_eq!(part(ChargePart::Allowance), -result.allowance_pence);
        prop_assert_eq!(part(ChargePart::Outgoings), -result.outgoings_pence);
        prop_assert_eq!(part(ChargePart::Expenses), -result.expenses_pence);
    }

    #[test]
    fn more_capital_never_lowers_what_is_paid(given in situation(), one in sum(), other in sum()) {
        let (less, more) = (one.min(other), one.max(other));
        for name in ["capital_own", "capital_joint", "capital", "home_value"] {
            let pays = |value| pays(&assessed(&changed(&given, name, value)));
            prop_assert!(pays(less) <= pays(more), "{}", name);
        }
    }

    #[test]
    fn more_expenses_never_raise_what_is_paid(given in situation(), category in "gardening|heating|laundry|other", cost in sum()) {
        let before = pays(&assessed(&given));
        let mut more = given;
        // A list replaces a single total, so more is added to a list.
        more.facts.0.remove("dre");
        let before = if more.expenses.is_empty() { pays(&assessed(&more)).max(before) } else { before };
        more.expenses.push(Expense { category, cost, ..Expense::default() });
        prop_assert!(pays(&assessed(&more)) <= before);
    }

    #[test]
    fn more_stated_expenses_never_raise_what_is_paid(given in situation(), one in sum(), other in sum()) {
        let pays = |value| pays(&assessed(&changed(&given, "dre", value)));
        prop_assert!(pays(one.max(other)) <= pays(one.min(other)));
    }

    #[test]
    fn a_joint_account_counts_exactly_half(balance in 0_i64..2_000_000) {
        let joint = assessed(&given(&[("capital_joint", pence(balance * 2))]));
        let own = assessed(&given(&[("capital_own", pence(balance))]));
        prop_assert_eq!((joint.capital_pence, joint.contribution_pence), (own.capital_pence, own.contribution_pence));
        let odd = assessed(&given(&[("capital_joint", pence(balance * 2 + 1))]));
        prop_assert_eq!(odd.capital_pence, balance, "half a penny is theirs");
    }

    #[test]
    fn uncounted_income_changes_nothing(given in situation(), one in sum(), other in sum()) {
        for name in ["income_pip_mobility", "income_earnings"] {
            let pays = |value| pays(&assessed(&changed(&given, name, value)));
            prop_assert_eq!(pays(one), pays(other), "{}", name);
        }
    }

    #[test]
    fn expenses_never_count_for_more_than_the_disability_benefit(given in situation()) {
        let packs = packs();
        let result = expenses(&rules(&packs), &given, DAY);
        prop_assert!((0..=result.benefit_pence).contains(&result.counted_pence));
        prop_assert_eq!(result.items.len(), given.expenses.len());
        prop_assert!(result.items.iter().zip(&given.expenses).all(|(counts, claimed)| (0..=claimed.cost.max(0)).contains(counts)));
        let whole = assessed(&given);
        prop_assert!(whole.full_cost || whole.expenses_pence == result.counted_pence);
    }

    #[test]
    fn a_result_survives_serialisation(given in situation()) {
        let result = assessed(&given);
        let wire = serde_json::to_string(&(&given, &result)).expect("text");
        prop_assert_eq!(serde_json::from_str::<(ChargeInputs, Assessment)>(&wire).expect("the same"), (given, result));
    }
}
