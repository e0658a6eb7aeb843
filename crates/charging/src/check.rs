//! What must be true of packs before anybody is charged by them.

use super::{
    line::LineCode,
    pack::{FigureValue, Pack},
};
use std::collections::BTreeSet;

/// The prefix of a source that nobody has looked up yet.
pub const UNCHECKED: &str = "unchecked:";

/// The figures without which nothing can be calculated.
const NEEDED: [&str; 23] = [
    "lower_capital_limit",
    "upper_capital_limit",
    "tariff_step",
    "tariff_income",
    "sale_cost_percent",
    "home_not_counted_days",
    "personal_expenses_allowance",
    "mig_single_18_24",
    "mig_single_25",
    "mig_single_pension",
    "mig_lone_parent",
    "mig_couple",
    "mig_couple_pension",
    "mig_child",
    "premium_disability_single",
    "premium_enhanced_disability_single",
    "premium_disability_couple",
    "premium_enhanced_disability_couple",
    "premium_carer",
    "weeks_in_a_year",
    "savings_credit_single",
    "savings_credit_couple",
    "disability_benefit_lower",
];

/// An error in the packs: which pack, which key, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError {
    pub pack: String,
    pub at: String,
    pub reason: &'static str,
}

/// Every error in a folder of packs; if there are none, they may be used.
pub fn pack_errors(packs: &[Pack]) -> Vec<PackError> {
    let known: BTreeSet<&str> = packs.iter().flat_map(|pack| pack.figures.keys()).map(String::as_str).collect();
    let mut found: Vec<PackError> = packs.iter().flat_map(|pack| errors_in(pack, &known)).collect();
    if packs.iter().all(|pack| pack.local) {
        found.push(PackError { pack: String::new(), at: String::new(), reason: "there is no national pack" });
    }
    let mut starts = BTreeSet::new();
    for pack in packs {
        if !starts.insert((pack.local, pack.from)) {
            found.push(error(pack, "from", "another pack of the same kind starts on this day"));
        }
    }
    found
}

fn error(pack: &Pack, at: &str, reason: &'static str) -> PackError {
    PackError { pack: pack.name.clone(), at: at.to_owned(), reason }
}

fn errors_in(pack: &Pack, known: &BTreeSet<&str>) -> Vec<PackError> {
    let missing = NEEDED.iter().filter(|key| !pack.local && !pack.figures.contains_key(**key));
    let mut found: Vec<PackError> = missing.map(|key| error(pack, key, "the figure is missing")).collect();
    let unsourced = sources(pack).filter(|(_, source)| !pack.sources.contains_key(*source) && !is_unchecked(source));
    found.extend(unsourced.map(|(at, _)| error(pack, at, "its source isn't one of the pack's `sources`")));
    let pointless = figures_named(pack).filter(|(_, key)| !is_known(key, known));
    found.extend(pointless.map(|(at, _)| error(pack, at, "it names a figure that isn't in any pack")));
    let step = pack.figures.get("tariff_step").is_some_and(|figure| figure.value == FigureValue::Amount(0));
    found.extend(step.then(|| error(pack, "tariff_step", "the step must not be zero")));
    let of_no_line = pack.reasons.keys().filter(|name| !LineCode::ALL.iter().any(|code| code.name() == name.as_str()));
    found.extend(of_no_line.map(|name| error(pack, name, "there is no line with this code")));
    if !pack.local && pack.pension_age.is_empty() {
        found.push(error(pack, "pension_age", "it doesn't say when pension age is reached"));
    }
    if !pack.pension_age.is_sorted_by_key(|row| row.born_from) {
        found.push(error(pack, "pension_age", "the rows aren't sorted by `born_from`"));
    }
    found
}

/// Everything in a pack that has a source, with the source.
fn sources(pack: &Pack) -> impl Iterator<Item = (&str, &str)> {
    let figures = pack.figures.iter().map(|(key, figure)| (key.as_str(), figure.source.as_str()));
    let income = pack.income.iter().map(|(sort, rule)| (sort.as_str(), rule.source.as_str()));
    let expenses = pack.expenses.iter().map(|(category, rule)| (category.as_str(), rule.source.as_str()));
    let ages = pack.pension_age.iter().map(|row| ("pension_age", row.source.as_str()));
    let short = pack.short_stay.iter().map(|choice| ("short_stay", choice.source.as_str()));
    let most = pack.expenses_at_most_benefit.iter().map(|choice| ("expenses_at_most_benefit", choice.source.as_str()));
    let reasons = pack.reasons.iter().map(|(code, source)| (code.as_str(), source.as_str()));
    figures.chain(income).chain(expenses).chain(ages).chain(short).chain(most).chain(reasons)
}

/// What nobody has looked up yet: a council must confirm it before anybody is charged by it.
pub fn unchecked(pack: &Pack) -> impl Iterator<Item = &str> {
    sources(pack).filter(|(_, source)| is_unchecked(source)).map(|(at, _)| at)
}

fn is_unchecked(source: &str) -> bool {
    source.starts_with(UNCHECKED)
}

/// Each figure referred to in the pack, with what refers to it.
fn figures_named(pack: &Pack) -> impl Iterator<Item = (&str, String)> {
    let same = pack.figures.iter().filter_map(|(key, figure)| match &figure.value {
        FigureValue::SameAs(other) => Some((key.as_str(), other.clone())),
        FigureValue::Amount(_) | FigureValue::Number(_) => None,
    });
    let income = pack.income.iter().flat_map(|(sort, rule)| {
        let treatments = [Some(&rule.home), Some(&rule.care_home), rule.short_stay.as_ref()];
        treatments.into_iter().flatten().filter_map(|how| Some((sort.as_str(), how.figure()?.to_owned())))
    });
    let expenses = pack.expenses.iter().flat_map(|(category, rule)| {
        let average = rule.above_average.as_ref().map(|average| format!("{average}_single_flat"));
        [rule.cap.clone(), rule.weeks.clone(), average].into_iter().flatten().map(|key| (category.as_str(), key))
    });
    same.chain(income).chain(expenses)
}

fn is_known(key: &str, known: &BTreeSet<&str>) -> bool {
    known.contains(key) || known.contains(format!("{key}_single").as_str())
}
