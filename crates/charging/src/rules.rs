//! The rules in force on a day: the national pack with the council's laid over it.

use super::{
    line::{ChargeLine, RuleSource, UsedFigure},
    pack::{CareSetting, ExpenseRule, Figure, FigureValue, IncomeRule, Pack, PensionAge, local_on, pack_on},
};
use jiff::civil::Date;
use values::calendar::has_passed;

/// How long a chain of `same_as` may be, in case it is a loop.
const LONGEST_CHAIN: u8 = 4;

/// The rules by which somebody is charged.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    country: &'a Pack,
    local: Option<&'a Pack>,
}

impl<'a> Rules<'a> {
    /// The rules on a day, if there is a national pack for it.
    pub fn on(packs: &'a [Pack], day: Date) -> Option<Self> {
        Some(Self { country: pack_on(packs, day)?, local: local_on(packs, day) })
    }

    /// The names of the packs, the national one first.
    pub fn names(&self) -> Vec<String> {
        [Some(self.country), self.local].into_iter().flatten().map(|pack| pack.name.clone()).collect()
    }

    /// Whether a pack's figures have expired and newer ones aren't available yet.
    pub fn are_old(&self, day: Date) -> bool {
        [Some(self.country), self.local].into_iter().flatten().any(|pack| pack.until.is_some_and(|until| until < day))
    }

    /// The council's pack first, as it takes precedence.
    fn packs(&self) -> impl Iterator<Item = &'a Pack> + use<'a> {
        [self.local, Some(self.country)].into_iter().flatten()
    }

    pub(super) fn figure(&self, key: &str) -> Option<UsedFigure> {
        self.find(key, LONGEST_CHAIN).map(|used| UsedFigure { key: key.to_owned(), ..used })
    }

    fn find(&self, key: &str, left: u8) -> Option<UsedFigure> {
        let (pack, figure) = self.packs().find_map(|pack| Some((pack, pack.figures.get(key)?)))?;
        let Figure { value, source } = figure;
        let used = |value, is_money| UsedFigure {
            key: key.to_owned(),
            value,
            is_money,
            pack: pack.name.clone(),
            source: pack.source(source),
        };
        match value {
            FigureValue::Amount(pence) => Some(used(*pence, true)),
            FigureValue::Number(number) => Some(used(*number, false)),
            FigureValue::SameAs(other) => {
                let same = self.find(other, left.checked_sub(1)?)?;
                Some(used(same.value, same.is_money))
            }
        }
    }

    /// A figure that every national pack has: `pack_errors` ensures it.
    pub(super) fn needed(&self, key: &str) -> UsedFigure {
        self.figure(key).unwrap_or_else(|| UsedFigure {
            key: key.to_owned(),
            value: 0,
            is_money: true,
            pack: String::new(),
            source: String::new(),
        })
    }

    /// The figure for single people or couples, or else the one for both.
    pub(super) fn figure_for(&self, key: &str, couple: bool) -> Option<UsedFigure> {
        let who = if couple { "couple" } else { "single" };
        self.figure(&format!("{key}_{who}")).or_else(|| self.figure(key))
    }

    pub(super) fn income(&self, sort: &str) -> Option<(&'a IncomeRule, RuleSource)> {
        self.packs().find_map(|pack| {
            let rule = pack.income.get(sort)?;
            Some((rule, source(pack, &rule.source)))
        })
    }

    pub(super) fn expense(&self, category: &str) -> Option<(&'a ExpenseRule, RuleSource)> {
        self.packs().find_map(|pack| {
            let rule = pack.expenses.get(category)?;
            Some((rule, source(pack, &rule.source)))
        })
    }

    /// Gives each line that has neither a figure nor a rule the rule of its code.
    pub(super) fn explain(&self, lines: &mut [ChargeLine]) {
        for line in lines.iter_mut().filter(|line| line.figures.is_empty() && line.rule.is_none()) {
            line.rule = self.packs().find_map(|pack| Some(source(pack, pack.reasons.get(line.code.name())?)));
        }
    }

    pub(super) fn short_stay(&self) -> CareSetting {
        self.packs().find_map(|pack| pack.short_stay.as_ref()).map_or(CareSetting::Home, |choice| choice.is)
    }

    /// The source of the rule that expenses count only up to the disability benefits, if it applies.
    pub(super) fn expenses_at_most_benefit(&self) -> Option<RuleSource> {
        let (pack, choice) = self.packs().find_map(|pack| Some((pack, pack.expenses_at_most_benefit.as_ref()?)))?;
        choice.is.then(|| source(pack, &choice.source))
    }

    /// Whether somebody born on one day has reached pension age on another.
    pub(super) fn has_pension_age(&self, born: Date, day: Date) -> bool {
        let rows: Option<&Vec<PensionAge>> = self.packs().map(|pack| &pack.pension_age).find(|rows| !rows.is_empty());
        let row = rows.and_then(|rows| rows.iter().rev().find(|row| row.born_from <= born).or_else(|| rows.first()));
        row.is_some_and(|row| has_passed(born, row.years.into(), row.months.into(), day))
    }
}

fn source(pack: &Pack, source: &str) -> RuleSource {
    RuleSource { pack: pack.name.clone(), source: pack.source(source) }
}
