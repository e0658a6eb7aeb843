//! Disability related expenses: how much of each counts, and of all of them together.
//!
//! Each is deducted as claimed; the lines after it add back what a rule doesn't count.

use super::{
    facts::{ChargeInputs, Expense, Facts},
    income::income,
    line::{ChargeLine, ChargePart, LineCode, UsedFigure},
    pack::CareSetting,
    person::Person,
    rules::Rules,
    sums::{part_down, part_up, total},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much of the expenses counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expenses {
    /// In pence a week, after all rules.
    pub counted_pence: i64,
    /// The disability benefits that were counted, in pence a week. Where a council says so, no more than this can
    /// count.
    pub benefit_pence: i64,
    /// How much of each counts, in pence a week and in the order given, before the limit for all.
    pub items: Vec<i64>,
    pub lines: Vec<ChargeLine>,
    /// The packs used, the national one first.
    pub rules: Vec<String>,
}

/// Only the expenses, for a form that asks about nothing else.
pub fn expenses(rules: &Rules<'_>, given: &ChargeInputs, day: Date) -> Expenses {
    let person = Person::read(rules, &given.facts, day);
    let benefit = income(rules, &given.facts, &person).disability;
    let mut found = counted(rules, given, &person, benefit);
    rules.explain(&mut found.lines);
    found
}

pub(super) fn counted(rules: &Rules<'_>, given: &ChargeInputs, person: &Person, benefit: i64) -> Expenses {
    let stated = given.facts.pence("dre").filter(|pence| *pence > 0 && given.expenses.is_empty());
    if person.place == CareSetting::CareHome {
        let any = stated.is_some() || !given.expenses.is_empty();
        let lines =
            any.then(|| ChargeLine::note(ChargePart::Expenses, LineCode::ExpensesNotInCareHome)).into_iter().collect();
        let items = vec![0; given.expenses.len()];
        return Expenses { benefit_pence: benefit, items, lines, counted_pence: 0, rules: rules.names() };
    }
    let mut counting =
        Counting { rules, facts: &given.facts, averages: BTreeMap::new(), caps: BTreeMap::new(), lines: Vec::new() };
    let items: Vec<i64> = given.expenses.iter().map(|expense| counting.expense(expense)).collect();
    let mut lines = counting.lines;
    lines.extend(stated.map(|pence| ChargeLine::new(ChargePart::Expenses, LineCode::ExpensesStated, -pence)));
    if lines.is_empty() {
        lines.push(ChargeLine::note(ChargePart::Expenses, LineCode::ExpensesNotGiven));
    }
    let claimed = taken(&lines);
    if let Some(rule) = rules.expenses_at_most_benefit().filter(|_| claimed > benefit) {
        let over = claimed.saturating_sub(benefit);
        lines.push(
            ChargeLine::new(ChargePart::Expenses, LineCode::ExpensesAtMostBenefit, over).given(benefit).rule(Some(rule)),
        );
    }
    Expenses { counted_pence: taken(&lines), benefit_pence: benefit, items, lines, rules: rules.names() }
}

fn taken(lines: &[ChargeLine]) -> i64 {
    total(lines.iter().map(|line| line.pence)).saturating_neg()
}

/// What is left of averages and caps: two heating bills share one average and one cap.
struct Counting<'a> {
    rules: &'a Rules<'a>,
    facts: &'a Facts,
    averages: BTreeMap<String, i64>,
    caps: BTreeMap<String, i64>,
    lines: Vec<ChargeLine>,
}

impl Counting<'_> {
    /// How much of one expense counts.
    fn expense(&mut self, expense: &Expense) -> i64 {
        let category = &expense.category;
        let found = self.rules.expense(category);
        let source = found.as_ref().map(|(_, source)| source.clone());
        let line = ChargeLine::new(ChargePart::Expenses, LineCode::Expense, -expense.cost()).about(category).rule(source);
        self.lines.push(line);
        let mut left = self.give_back(expense, LineCode::ExpensePaidByOthers, expense.cost(), expense.funded());
        if let Some((rule, _)) = found {
            left = rule.weeks.as_deref().map_or(left, |key| self.weeks(expense, key, left));
            left = rule.above_average.as_deref().map_or(left, |key| self.average(expense, key, left));
        }
        left = self.shared(expense, left);
        if let Some(key) = found_cap(self.rules, category) {
            left = self.cap(expense, &key, left);
        }
        left
    }

    fn give_back(&mut self, expense: &Expense, code: LineCode, left: i64, back: i64) -> i64 {
        let back = back.clamp(0, left.max(0));
        if back > 0 {
            self.lines.push(ChargeLine::new(ChargePart::Expenses, code, back).about(&expense.category));
        }
        left.saturating_sub(back)
    }

    /// Adds the figures to the new line, if there is one.
    fn give_back_by(&mut self, expense: &Expense, code: LineCode, left: i64, back: i64, figures: &[UsedFigure]) -> i64 {
        let rest = self.give_back(expense, code, left, back);
        if rest != left
            && let Some(line) = self.lines.last_mut()
        {
            line.figures.extend_from_slice(figures);
        }
        rest
    }

    fn weeks(&mut self, expense: &Expense, key: &str, left: i64) -> i64 {
        let Some(weeks) = self.rules.figure(key) else { return left };
        let year = self.rules.needed("weeks_in_a_year");
        let counts = part_up(left, weeks.value, year.value);
        self.give_back_by(expense, LineCode::ExpenseWeeks, left, left.saturating_sub(counts), &[weeks, year])
    }

    fn average(&mut self, expense: &Expense, key: &str, left: i64) -> i64 {
        let Some(average) = self.average_figure(key) else { return left };
        let year = self.rules.needed("weeks_in_a_year");
        let still = *self.averages.entry(key.to_owned()).or_insert_with(|| part_down(average.value, 1, year.value));
        let rest = self.give_back_by(expense, LineCode::ExpenseAverage, left, still, &[average, year]);
        self.averages.insert(key.to_owned(), still.saturating_sub(left.saturating_sub(rest)));
        rest
    }

    /// Without a stated kind of home, the average of flats applies, the lowest; a line says so.
    fn average_figure(&mut self, key: &str) -> Option<UsedFigure> {
        let kind = match self.facts.word("home_kind") {
            Some("terrace" | "flat") => "flat",
            Some("semi-detached") => "semi_detached",
            Some("detached") => "detached",
            _ => {
                if !self.averages.contains_key(key) {
                    self.lines.push(ChargeLine::note(ChargePart::Expenses, LineCode::HomeKindNotGiven));
                }
                "flat"
            }
        };
        let many = self.facts.people("household_people").unwrap_or(1) > 1;
        self.rules.figure(&format!("{key}_{}_{kind}", if many { "couple" } else { "single" }))
    }

    fn shared(&mut self, expense: &Expense, left: i64) -> i64 {
        let mine = part_up(left, 1, expense.shared());
        let rest = self.give_back(expense, LineCode::ExpenseShared, left, left.saturating_sub(mine));
        if rest != left
            && let Some(line) = self.lines.last_mut()
        {
            line.given = Some(expense.shared());
        }
        rest
    }

    fn cap(&mut self, expense: &Expense, key: &str, left: i64) -> i64 {
        let Some(cap) = self.rules.figure(key) else { return left };
        let still = *self.caps.entry(expense.category.clone()).or_insert(cap.value);
        let rest = self.give_back_by(expense, LineCode::ExpenseCap, left, left.saturating_sub(still), &[cap]);
        self.caps.insert(expense.category.clone(), still.saturating_sub(rest));
        rest
    }
}

fn found_cap(rules: &Rules<'_>, category: &str) -> Option<String> {
    rules.expense(category)?.0.cap.clone()
}
