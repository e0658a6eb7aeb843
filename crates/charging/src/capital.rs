//! What somebody owns, how much of it counts, and the income it is assumed to produce (regulations 18 to 25).

use super::{
    facts::{ChargeInputs, Property},
    line::{ChargeLine, ChargePart, LineCode},
    person::{Person, Setting},
    rules::Rules,
    sums::{part_down, part_up, total},
};
use jiff::civil::Date;
use values::calendar::days_until;

pub(super) struct Capital {
    /// What counts, in pence.
    pub counted: i64,
    /// Whether it is above the upper limit, so that they pay the full cost.
    pub too_much: bool,
    /// The tariff income, in pence a week.
    pub tariff: i64,
    pub lines: Vec<ChargeLine>,
}

pub(super) fn capital(rules: &Rules<'_>, given: &ChargeInputs, person: &Person, day: Date) -> Capital {
    let mut lines = savings(given);
    lines.extend(given.properties.iter().map(|property| property_line(rules, LineCode::CapitalProperty, property)));
    lines.extend(home(rules, given, person, day));
    if lines.is_empty() {
        lines.push(ChargeLine::note(ChargePart::Capital, LineCode::CapitalNotGiven));
    }
    let counted = total(lines.iter().map(|line| line.pence));
    let too_much = counted > rules.needed("upper_capital_limit").value;
    let (tariff, line) = tariff(rules, counted);
    if !too_much {
        lines.push(line);
    }
    Capital { counted, too_much, tariff, lines }
}

fn savings(given: &ChargeInputs) -> Vec<ChargeLine> {
    let facts = &given.facts;
    let own = facts.pence("capital_own").map(|pence| ChargeLine::new(ChargePart::Capital, LineCode::CapitalOwn, pence));
    let joint = facts
        .pence("capital_joint")
        .filter(|pence| *pence != 0)
        .map(|pence| ChargeLine::new(ChargePart::Capital, LineCode::CapitalJoint, part_down(pence, 1, 2)).given(pence));
    let stated = facts.pence("capital").map(|pence| ChargeLine::new(ChargePart::Capital, LineCode::CapitalStated, pence));
    [own, joint, stated].into_iter().flatten().collect()
}

/// Their share, less the cost of selling, less the loan on it. Never negative, so one property can't reduce others.
fn property_line(rules: &Rules<'_>, code: LineCode, property: &Property) -> ChargeLine {
    let cost = rules.needed("sale_cost_percent");
    let share = part_down(property.value(), property.share(), 100);
    let net = share.saturating_sub(part_up(share, cost.value, 100)).saturating_sub(property.owed()).max(0);
    ChargeLine::new(ChargePart::Capital, code, net).given(property.value()).by([cost])
}

fn home(rules: &Rules<'_>, given: &ChargeInputs, person: &Person, day: Date) -> Option<ChargeLine> {
    let facts = &given.facts;
    let value = facts.pence("home_value")?;
    let not_counted = |code| Some(ChargeLine::note(ChargePart::Capital, code).given(value));
    if person.setting != Setting::Permanent {
        return not_counted(LineCode::CapitalHomeLivedIn);
    }
    if facts.yes("home_protected") == Some(true) {
        return not_counted(LineCode::CapitalHomeProtected);
    }
    let days = rules.needed("home_not_counted_days");
    let moved_lately = facts.date("moved_in").is_some_and(|moved| days_until(moved, day) < days.value);
    if facts.yes("twelve_weeks").unwrap_or(moved_lately) {
        return not_counted(LineCode::CapitalHomeTwelveWeeks).map(|line| line.by([days]));
    }
    let home =
        Property { value, share: facts.number("home_share").unwrap_or(100), owed: facts.pence("home_owed").unwrap_or(0) };
    Some(property_line(rules, LineCode::CapitalHome, &home))
}

/// A fixed weekly amount for each step, or part of a step, above the lower limit.
fn tariff(rules: &Rules<'_>, counted: i64) -> (i64, ChargeLine) {
    let [lower, step, income] = ["lower_capital_limit", "tariff_step", "tariff_income"].map(|key| rules.needed(key));
    let above = counted.saturating_sub(lower.value);
    if above <= 0 {
        return (0, ChargeLine::note(ChargePart::Income, LineCode::TariffNone).given(counted).by([lower]));
    }
    let tariff = part_up(above, 1, step.value).saturating_mul(income.value);
    (tariff, ChargeLine::new(ChargePart::Income, LineCode::TariffIncome, tariff).given(counted).by([lower, step, income]))
}
