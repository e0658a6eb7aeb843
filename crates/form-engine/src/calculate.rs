//! Exact calculation: fractions until the end, then rounded once, half a penny up.

use crate::{
    amount::Amount,
    answer_source::AnswerSource,
    condition::count,
    definition::{Calculation, Formula, Frequency, Term, Unit},
};

/// The result of a calculation. `None` if an intermediate number overflows.
pub fn evaluate(calculation: &Calculation, given: &dyn AnswerSource) -> Option<Amount> {
    let unit = calculation.unit();
    let value = match &calculation.result {
        Formula::CountOf { questions, values, other } => {
            let counts = |key: &&String| {
                let answers = given.values(key);
                let is_one = answers.iter().any(|answer| values.iter().any(|value| value == answer));
                if *other { !answers.is_empty() && !is_one } else { is_one }
            };
            i64::try_from(questions.iter().filter(counts).count()).ok()?
        }
        Formula::CountList { list, filter } => count(given, list, filter.as_ref()),
        Formula::Sum { terms, .. } => {
            let sum = terms.iter().try_fold(Fraction::NONE, |sum, term| sum.plus(of_form(term, unit, given)?));
            sum?.rounded()?
        }
    };
    let value = calculation.at_most.map_or(value, |most| value.min(most));
    Some(Amount { value: calculation.at_least.map_or(value, |least| value.max(least)), unit })
}

/// The result of a term for one list item.
pub fn term(term: &Term, unit: Unit, given: &dyn AnswerSource) -> Option<i64> {
    one(term, unit, given)?.rounded()
}

/// A term of the form, or of every item of a list.
fn of_form(term: &Term, unit: Unit, given: &dyn AnswerSource) -> Option<Fraction> {
    let Some(list) = &term.list else { return one(term, unit, given) };
    let list_items = given.list_items(list).unwrap_or_default();
    list_items.iter().try_fold(Fraction::NONE, |sum, list_item| sum.plus(one(term, unit, &**list_item)?))
}

/// Unanswered questions, and those in another unit, count as zero.
fn one(term: &Term, unit: Unit, given: &dyn AnswerSource) -> Option<Fraction> {
    let applies = term.when.as_ref().is_none_or(|when| when.holds(given));
    let Some(amount) = given.amount(&term.value).filter(|amount| applies && amount.unit == unit) else {
        return Some(Fraction::NONE);
    };
    let mut found = Fraction::whole(amount.value);
    if let Some(key) = &term.every {
        let every = given.values(key).first().and_then(|value| Frequency::of(value));
        let Some(every) = every else { return Some(Fraction::NONE) };
        found = found.times(every.weekly())?;
    }
    if let Some(key) = &term.share {
        found = found.times((given.amount(key).map_or(100, |per_cent| per_cent.value), 100))?;
    }
    if let Some(part) = term.part {
        found = found.times(part)?;
    }
    if term.minus { found.times((-1, 1)) } else { Some(found) }
}

/// An exact number. The denominator is never below one.
#[derive(Clone, Copy)]
struct Fraction {
    upper: i128,
    lower: i128,
}

impl Fraction {
    const NONE: Self = Self { upper: 0, lower: 1 };

    fn whole(number: i64) -> Self {
        Self { upper: i128::from(number), lower: 1 }
    }

    fn times(self, (upper, lower): (i64, i64)) -> Option<Self> {
        let product = Self {
            upper: self.upper.checked_mul(i128::from(upper))?,
            lower: self.lower.checked_mul(i128::from(lower.max(1)))?,
        };
        Some(product.reduced())
    }

    fn plus(self, other: Self) -> Option<Self> {
        let left = self.upper.checked_mul(other.lower)?;
        let right = other.upper.checked_mul(self.lower)?;
        let sum = Self { upper: left.checked_add(right)?, lower: self.lower.checked_mul(other.lower)? };
        Some(sum.reduced())
    }

    fn reduced(self) -> Self {
        let (mut a, mut b) = (self.upper.unsigned_abs(), self.lower.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let common = i128::try_from(a).unwrap_or(1).max(1);
        Self { upper: self.upper / common, lower: self.lower / common }
    }

    /// To the nearest whole number, half up.
    fn rounded(self) -> Option<i64> {
        let doubled = self.upper.checked_mul(2)?.checked_add(self.lower)?;
        i64::try_from(doubled.div_euclid(self.lower.checked_mul(2)?)).ok()
    }
}
