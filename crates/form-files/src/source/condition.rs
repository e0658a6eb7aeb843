//! Conditions and calculations as written in form files, converted to those that are evaluated.

use super::wording::RawWording;
use form_engine::{
    condition::{Comparison, Condition},
    definition::{Calculation, Formula, SecondWording, Term, Unit},
};
use schemars::JsonSchema;
use serde::Deserialize;

/// A condition: a `key` or a `count` with a comparison, or `all`, `any`, `not`.
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCondition {
    pub key: Option<String>,
    /// A list, or a question with several options.
    pub count: Option<String>,
    /// Which items of the list are counted.
    #[serde(rename = "where")]
    pub filter: Option<Box<RawCondition>>,
    pub is: Option<Vec<String>>,
    pub is_not: Option<Vec<String>>,
    pub answered: Option<bool>,
    pub at_least: Option<i64>,
    pub at_most: Option<i64>,
    pub more_than: Option<i64>,
    pub less_than: Option<i64>,
    /// Whole years since a date.
    pub age_at_least: Option<i64>,
    pub age_less_than: Option<i64>,
    /// A date between today and this many days ahead.
    pub within_days: Option<i64>,
    pub all: Option<Vec<RawCondition>>,
    pub any: Option<Vec<RawCondition>>,
    pub not: Option<Box<RawCondition>>,
}

/// A calculation: a `count` or a `sum`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCalculation {
    pub key: String,
    pub label: String,
    /// The label if the form is about somebody else.
    #[schemars(with = "Option<RawWording>")]
    pub they: Option<SecondWording>,
    pub count: Option<RawCount>,
    pub sum: Option<Vec<RawTerm>>,
    /// The unit of a sum; "number" by default.
    #[schemars(extend("enum" = ["number", "money", "length", "weight"]))]
    pub unit: Option<String>,
    /// The lowest result, in whole pounds, centimetres or kilograms.
    pub at_least: Option<i64>,
    pub at_most: Option<i64>,
}

/// How many of these questions have one of the values, or how many items a list has.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCount {
    pub of: Option<Vec<String>>,
    pub is: Option<Vec<String>>,
    pub is_not: Option<Vec<String>>,
    pub list: Option<String>,
    #[serde(rename = "where")]
    pub filter: Option<RawCondition>,
}

/// A term of a sum: the key of a number, or a table with settings.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum RawTerm {
    Key(String),
    More(Box<RawTermTable>),
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTermTable {
    /// A question or an earlier calculation.
    pub value: String,
    /// Adds the value of every item of this list.
    pub list: Option<String>,
    /// The question that says how often: the amount is converted to a week.
    pub every: Option<String>,
    /// The question with the percentage that counts.
    pub share: Option<String>,
    /// The fraction that counts: [1, 2] is half.
    pub part: Option<(i64, i64)>,
    #[serde(default)]
    pub minus: bool,
    pub when: Option<RawCondition>,
}

const SHAPE: &str = "a condition has a `key` with one of `is`, `is_not`, `answered`, `at_least`, `at_most`, `more_than`, \
    `less_than`, `age_at_least`, `age_less_than` and `within_days`, or a `count` with a comparison, or one of `all`, `any` \
    and `not`";

/// Converts a condition, which must have exactly one test.
pub fn condition(raw: RawCondition) -> Result<Condition, String> {
    let RawCondition { key, count, filter, is, is_not, answered, all, any, not, within_days, .. } = raw.clone();
    let comparison = comparison(&raw)?;
    let age = age(&raw)?;
    let many = |list: Vec<RawCondition>| list.into_iter().map(condition).collect::<Result<Vec<_>, _>>();
    let said =
        [is.is_some(), is_not.is_some(), answered.is_some(), comparison.is_some(), age.is_some(), within_days.is_some()];
    let said = said.into_iter().filter(|is_said| *is_said).count();
    let groups = [all.is_some(), any.is_some(), not.is_some()].into_iter().filter(|is_said| *is_said).count();
    match (key, count, groups, said) {
        (Some(key), None, 0, 1) if filter.is_none() => {
            let found = is
                .map(|values| Condition::Is { key: key.clone(), values })
                .or_else(|| is_not.map(|values| Condition::IsNot { key: key.clone(), values }))
                .or_else(|| answered.map(|answered| self::answered(key.clone(), answered)))
                .or_else(|| comparison.map(|with| Condition::Compares { key: key.clone(), with }))
                .or_else(|| age.map(|with| Condition::Age { key: key.clone(), with }))
                .or_else(|| within_days.map(|days| Condition::WithinDays { key, days }));
            found.ok_or_else(|| SHAPE.to_owned())
        }
        (None, Some(key), 0, 1) => {
            let filter = filter.map(|filter| condition(*filter)).transpose()?.map(Box::new);
            comparison.map(|with| Condition::Counts { key, filter, with }).ok_or_else(|| SHAPE.to_owned())
        }
        (None, None, 1, 0) if filter.is_none() => match (all, any, not) {
            (Some(all), _, _) => Ok(Condition::All(many(all)?)),
            (_, Some(any), _) => Ok(Condition::Any(many(any)?)),
            (_, _, Some(not)) => Ok(Condition::Not(Box::new(condition(*not)?))),
            _ => Err(SHAPE.to_owned()),
        },
        _ => Err(SHAPE.to_owned()),
    }
}

fn answered(key: String, answered: bool) -> Condition {
    let condition = Condition::Answered { key };
    if answered { condition } else { Condition::Not(Box::new(condition)) }
}

fn comparison(raw: &RawCondition) -> Result<Option<Comparison>, String> {
    only_one([
        raw.at_least.map(Comparison::AtLeast),
        raw.at_most.map(Comparison::AtMost),
        raw.more_than.map(Comparison::MoreThan),
        raw.less_than.map(Comparison::LessThan),
    ])
}

fn age(raw: &RawCondition) -> Result<Option<Comparison>, String> {
    only_one([raw.age_at_least.map(Comparison::AtLeast), raw.age_less_than.map(Comparison::LessThan)])
}

fn only_one<const N: usize>(found: [Option<Comparison>; N]) -> Result<Option<Comparison>, String> {
    let mut found = found.into_iter().flatten();
    match (found.next(), found.next()) {
        (_, Some(_)) => Err("a condition compares once: put two comparisons under `all`".into()),
        (one, None) => Ok(one),
    }
}

pub fn calculation(raw: RawCalculation) -> Result<Calculation, String> {
    let RawCalculation { key, label, they, count, sum, unit, at_least, at_most } = raw;
    let unit = match unit.as_deref() {
        None | Some("number") => Unit::Number,
        Some("money") => Unit::Pence,
        Some("length") => Unit::Millimetres,
        Some("weight") => Unit::Grams,
        Some(other) => return Err(format!("there is no unit \"{other}\": it is number, money, length or weight")),
    };
    let result = match (count, sum) {
        (Some(_), None) if unit != Unit::Number => return Err("a count is a number: remove `unit`".into()),
        (Some(count), None) => counted(count)?,
        (None, Some(terms)) => Formula::Sum { terms: terms.into_iter().map(term).collect::<Result<_, _>>()?, unit },
        _ => return Err("a calculation has a `count` or a `sum`".into()),
    };
    let small = |limit: Option<i64>| limit.map(|limit| limit.saturating_mul(unit.in_one()));
    let they = they.map(Box::new);
    Ok(Calculation { key, label, they, result, at_least: small(at_least), at_most: small(at_most) })
}

fn counted(raw: RawCount) -> Result<Formula, String> {
    match raw {
        RawCount { of: Some(questions), is: Some(values), is_not: None, list: None, filter: None } => {
            Ok(Formula::CountOf { questions, values, other: false })
        }
        RawCount { of: Some(questions), is: None, is_not: Some(values), list: None, filter: None } => {
            Ok(Formula::CountOf { questions, values, other: true })
        }
        RawCount { of: None, is: None, is_not: None, list: Some(list), filter } => {
            Ok(Formula::CountList { list, filter: filter.map(condition).transpose()? })
        }
        _ => Err("`count` has `of` with `is` or `is_not`, or a `list`".into()),
    }
}

fn term(raw: RawTerm) -> Result<Term, String> {
    match raw {
        RawTerm::Key(value) => Ok(Term { value, ..Term::default() }),
        RawTerm::More(more) => {
            let RawTermTable { value, list, every, share, part, minus, when } = *more;
            let when = when.map(condition).transpose()?;
            Ok(Term { value, list, every, share, part, minus, when })
        }
    }
}
