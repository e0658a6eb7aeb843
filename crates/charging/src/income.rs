//! Weekly income, and how much of it counts (regulations 13 to 17, schedule 1).

use super::{
    facts::Facts,
    line::{ChargeLine, ChargePart, LineCode},
    pack::{CareSetting, IncomeRule, Treatment},
    person::{Person, Setting},
    rules::Rules,
    sums::{part_up, total},
};

pub(super) struct Income {
    /// What counts, in pence a week.
    pub counted: i64,
    /// The part of it that comes from disability benefits.
    pub disability: i64,
    pub lines: Vec<ChargeLine>,
}

/// A detail of a private pension, not an income of its own.
const HALVED: &str = "private_pension_halved";

pub(super) fn income(rules: &Rules<'_>, facts: &Facts, person: &Person) -> Income {
    let mut disability = 0_i64;
    let mut lines = Vec::new();
    for (sort, pence) in facts.sums("income_").filter(|(sort, pence)| *sort != HALVED && *pence > 0) {
        let line = line(rules, facts, person, sort, pence);
        if rules.income(sort).is_some_and(|(rule, _)| rule.disability) {
            disability = disability.saturating_add(line.pence);
        }
        lines.push(line);
    }
    if lines.is_empty() {
        lines.push(ChargeLine::note(ChargePart::Income, LineCode::IncomeNotGiven));
    }
    Income { counted: total(lines.iter().map(|line| line.pence)), disability, lines }
}

fn line(rules: &Rules<'_>, facts: &Facts, person: &Person, sort: &str, pence: i64) -> ChargeLine {
    let Some((rule, source)) = rules.income(sort) else {
        return new(LineCode::IncomeFull, pence, sort, pence);
    };
    let line = match treatment(rule, person) {
        Treatment::Full => new(LineCode::IncomeFull, pence, sort, pence),
        Treatment::None => new(LineCode::IncomeNone, 0, sort, pence),
        Treatment::IgnoreFirst(key) => {
            let Some(first) = rules.figure_for(key, person.couple) else {
                return new(LineCode::IncomeFull, pence, sort, pence);
            };
            new(LineCode::IncomePart, pence.saturating_sub(first.value).max(0), sort, pence).by([first])
        }
        Treatment::WithoutNightCare(key) => match rules.figure(key) {
            Some(day_part) if facts.yes("night_care") == Some(false) && pence > day_part.value => {
                new(LineCode::IncomeNight, day_part.value, sort, pence).by([day_part])
            }
            _ => new(LineCode::IncomeFull, pence, sort, pence),
        },
        Treatment::LessHalfOf(fact) => match facts.pence(fact) {
            Some(shared) if shared > 0 => {
                let kept = part_up(shared.min(pence), 1, 2);
                new(LineCode::IncomeHalved, pence.saturating_sub(kept), sort, pence)
            }
            _ => new(LineCode::IncomeFull, pence, sort, pence),
        },
    };
    line.rule(Some(source))
}

fn treatment<'a>(rule: &'a IncomeRule, person: &Person) -> &'a Treatment {
    match (person.place, &rule.short_stay) {
        (CareSetting::Home, _) => &rule.home,
        (CareSetting::CareHome, Some(short)) if person.setting == Setting::ShortStay => short,
        (CareSetting::CareHome, _) => &rule.care_home,
    }
}

fn new(code: LineCode, counted: i64, sort: &str, given: i64) -> ChargeLine {
    ChargeLine::new(ChargePart::Income, code, counted).about(sort).given(given)
}
