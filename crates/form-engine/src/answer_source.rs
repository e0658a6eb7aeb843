//! What conditions and calculations look at: the answers that count.

use crate::{
    answers::{Fields, given, typed},
    condition::Condition,
    definition::{Unit, ValueType},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A number in the smallest unit it is reckoned in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    pub value: i64,
    pub unit: Unit,
}

/// The answers that count. One to a question that isn't asked is none.
pub trait AnswerSource {
    fn today(&self) -> Date;
    /// Everything answered to a question: the value of an option, the values of several, or what was typed.
    fn words(&self, key: &str) -> Vec<&str>;
    /// A number, a sum, a measure or a calculation.
    fn amount(&self, key: &str) -> Option<Amount>;
    fn date(&self, key: &str) -> Option<Date>;
    /// The things of a list, each seen with its own answers before those around it; nothing if there is no such list.
    fn list_items<'s>(&'s self, list: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>>;
}

/// How many things of a list there are that the condition holds for, or how many options are chosen.
pub fn count(given: &dyn AnswerSource, key: &str, filter: Option<&Condition>) -> i64 {
    let holds = |list_item: &dyn AnswerSource| filter.is_none_or(|filter| filter.holds(list_item));
    let count = given.list_items(key).map_or_else(
        || given.words(key).len(),
        |list_items| list_items.iter().filter(|list_item| holds(&***list_item)).count(),
    );
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What was typed for a question as the number it stands for.
pub fn amount(fields: &Fields, key: &str, reading: ValueType) -> Option<Amount> {
    let text = typed(fields, key);
    let (value, unit) = match reading {
        ValueType::Number => (values::whole_number(text), Unit::Number),
        ValueType::Money => (values::money(text), Unit::Pence),
        ValueType::Length => (values::length(text), Unit::Millimetres),
        ValueType::Weight => (values::weight(text), Unit::Grams),
        ValueType::Words | ValueType::Date => (None, Unit::Number),
    };
    Some(Amount { value: value?, unit })
}

/// What was typed for a question as the date it stands for.
pub fn date(fields: &Fields, key: &str) -> Option<Date> {
    let part = |part: &str| typed(fields, &format!("{key}-{part}"));
    values::date(part("day"), part("month"), part("year")).ok()
}

/// Everything answered to a question.
pub fn words<'a>(fields: &'a Fields, key: &str) -> Vec<&'a str> {
    given(fields, key)
}
