//! What somebody pays, put together from its parts.

use super::{
    allowances::allowances,
    capital::capital,
    expenses,
    facts::{ChargeInputs, Facts},
    income::income,
    line::{ChargeLine, ChargePart, LineCode},
    outgoings::outgoings,
    person::{Person, Setting},
    rules::Rules,
    sums::total,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The result. Amounts are in pence; all but `capital_pence` are weekly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// What they pay, never negative. `None` means the full cost, which isn't known here.
    pub contribution_pence: Option<i64>,
    /// They pay the full cost of their care.
    pub full_cost: bool,
    pub capital_pence: i64,
    pub tariff_pence: i64,
    /// Without the tariff income.
    pub income_pence: i64,
    pub allowance_pence: i64,
    /// Housing, court orders and similar.
    pub outgoings_pence: i64,
    /// Disability related expenses, after all rules.
    pub expenses_pence: i64,
    pub lines: Vec<ChargeLine>,
    /// The packs used, the national one first.
    pub rules: Vec<String>,
}

/// Calculates what somebody pays by the rules in force on a day.
pub fn assess(rules: &Rules<'_>, given: &ChargeInputs, day: Date) -> Assessment {
    let mut found = worked_out(rules, given, day);
    rules.explain(&mut found.lines);
    found
}

fn worked_out(rules: &Rules<'_>, given: &ChargeInputs, day: Date) -> Assessment {
    let facts = &given.facts;
    let mut lines = Vec::new();
    if rules.are_old(day) {
        lines.push(ChargeLine::note(ChargePart::Result, LineCode::RulesOld));
    }
    if facts.yes("discloses") == Some(false) {
        return full_cost(rules, facts, lines, ChargeLine::note(ChargePart::Result, LineCode::FullCostChosen));
    }
    let person = Person::read(rules, facts, day);
    if person.setting == Setting::NotSure {
        lines.push(ChargeLine::note(ChargePart::Result, LineCode::SettingNotSure));
    }
    let capital = capital(rules, given, &person, day);
    lines.extend(capital.lines);
    if capital.too_much {
        let limit = rules.needed("upper_capital_limit");
        let line = ChargeLine::note(ChargePart::Result, LineCode::FullCostCapital).given(capital.counted).by([limit]);
        return Assessment { capital_pence: capital.counted, ..full_cost(rules, facts, lines, line) };
    }
    let income = income(rules, facts, &person);
    let allowances = allowances(rules, facts, &person);
    let outgoings = outgoings(facts, &person);
    let expenses = expenses::counted(rules, given, &person, income.disability);
    let mut result = Assessment {
        contribution_pence: None,
        full_cost: false,
        capital_pence: capital.counted,
        tariff_pence: capital.tariff,
        income_pence: income.counted,
        allowance_pence: taken(&allowances),
        outgoings_pence: taken(&outgoings),
        expenses_pence: expenses.counted_pence,
        lines,
        rules: rules.names(),
    };
    result.lines.extend(income.lines.into_iter().chain(allowances).chain(outgoings).chain(expenses.lines));
    result.finish(cost_of_care(facts));
    result
}

/// A cost of zero means that nobody has stated the cost: the sum of unanswered questions is zero too.
fn cost_of_care(facts: &Facts) -> Option<i64> {
    facts.pence("cost_of_care").filter(|cost| *cost > 0)
}

fn full_cost(rules: &Rules<'_>, facts: &Facts, mut lines: Vec<ChargeLine>, mut line: ChargeLine) -> Assessment {
    let cost = cost_of_care(facts);
    line.pence = cost.unwrap_or(0);
    lines.push(line);
    Assessment {
        contribution_pence: cost,
        full_cost: true,
        capital_pence: 0,
        tariff_pence: 0,
        income_pence: 0,
        allowance_pence: 0,
        outgoings_pence: 0,
        expenses_pence: 0,
        lines,
        rules: rules.names(),
    }
}

fn taken(lines: &[ChargeLine]) -> i64 {
    total(lines.iter().map(|line| line.pence)).saturating_neg()
}

impl Assessment {
    /// Nobody pays less than zero, or more than the care costs.
    fn finish(&mut self, cost: Option<i64>) {
        let mut left = self.weekly();
        if left < 0 {
            self.lines.push(ChargeLine::new(ChargePart::Result, LineCode::NotBelowNothing, left.saturating_neg()));
            left = 0;
        }
        if let Some(cost) = cost.filter(|cost| *cost < left) {
            self.lines
                .push(ChargeLine::new(ChargePart::Result, LineCode::NotMoreThanCare, cost.saturating_sub(left)).given(cost));
            left = cost;
        }
        self.contribution_pence = Some(left);
    }

    /// The total of the weekly lines.
    pub fn weekly(&self) -> i64 {
        total(self.lines.iter().filter(|line| line.part != ChargePart::Capital).map(|line| line.pence))
    }
}
