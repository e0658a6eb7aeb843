//! What somebody must be left with: the minimum income guarantee outside a care home (regulation 7), or the personal
//! expenses allowance in one (regulation 6).

use super::{
    facts::Facts,
    line::{ChargeLine, ChargePart, LineCode},
    pack::CareSetting,
    person::{Age, Person},
    rules::Rules,
};

pub(super) fn allowances(rules: &Rules<'_>, facts: &Facts, person: &Person) -> Vec<ChargeLine> {
    match person.place {
        CareSetting::CareHome => vec![keep(rules, LineCode::PersonalExpensesAllowance, "personal_expenses_allowance", 1)],
        CareSetting::Home => guarantee(rules, facts, person),
    }
}

fn guarantee(rules: &Rules<'_>, facts: &Facts, person: &Person) -> Vec<ChargeLine> {
    let mut lines = Vec::new();
    if person.age.is_none() {
        lines.push(ChargeLine::note(ChargePart::Allowance, LineCode::AgeNotGiven));
    }
    let (code, key) = base(person);
    lines.push(keep(rules, code, key, 1));
    if person.children > 0 {
        lines.push(keep(rules, LineCode::MigChildren, "mig_child", person.children).given(person.children));
    }
    let who = if person.couple { "couple" } else { "single" };
    if has_disability_premium(facts, person) {
        lines.push(keep(rules, LineCode::PremiumDisability, &format!("premium_disability_{who}"), 1));
    }
    if has_enhanced_premium(facts, person) {
        let key = format!("premium_enhanced_disability_{who}");
        lines.push(keep(rules, LineCode::PremiumEnhancedDisability, &key, 1));
    }
    if facts.yes("premium_carer").unwrap_or(gets(facts, "income_carers_allowance")) {
        lines.push(keep(rules, LineCode::PremiumCarer, "premium_carer", 1));
    }
    lines
}

/// Without a stated age, somebody is treated as between 25 and pension age, and a line says so.
fn base(person: &Person) -> (LineCode, &'static str) {
    match person.age.unwrap_or(Age::Working) {
        age if person.couple && (age == Age::Pension || person.partner_has_pension_age) => {
            (LineCode::MigCouplePension, "mig_couple_pension")
        }
        _ if person.couple => (LineCode::MigCouple, "mig_couple"),
        Age::Pension => (LineCode::MigSinglePension, "mig_single_pension"),
        _ if person.children > 0 => (LineCode::MigLoneParent, "mig_lone_parent"),
        Age::Young => (LineCode::MigSingleYoung, "mig_single_18_24"),
        Age::Working => (LineCode::MigSingle, "mig_single_25"),
    }
}

fn keep(rules: &Rules<'_>, code: LineCode, key: &str, times: i64) -> ChargeLine {
    let figure = rules.needed(key);
    ChargeLine::new(ChargePart::Allowance, code, figure.value.saturating_mul(times).saturating_neg()).by([figure])
}

fn gets(facts: &Facts, income: &str) -> bool {
    facts.pence(income).is_some_and(|pence| pence > 0)
}

/// These are the premiums of Income Support, which ends at pension age.
fn has_disability_premium(facts: &Facts, person: &Person) -> bool {
    let gets_benefit = gets(facts, "income_pip_living") || gets(facts, "income_dla_care");
    facts.yes("premium_disability").unwrap_or(gets_benefit && !person.has_pension_age())
}

fn has_enhanced_premium(facts: &Facts, person: &Person) -> bool {
    let highest = gets(facts, "income_pip_living") && facts.word("pip_living_rate") == Some("enhanced")
        || gets(facts, "income_dla_care") && facts.word("dla_care_rate") == Some("high");
    facts.yes("premium_enhanced_disability").unwrap_or(highest && !person.has_pension_age())
}
