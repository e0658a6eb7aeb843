//! What conditions and calculations look at: the answers that count.

use crate::{
    answers::{Fields, given, typed},
    condition::Condition,
    definition::{Reading, Unit},
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
    fn things<'s>(&'s self, list: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>>;
}

/// How many things of a list there are that the condition holds for, or how many options are chosen.
pub fn count(given: &dyn AnswerSource, key: &str, filter: Option<&Condition>) -> i64 {
    let holds = |thing: &dyn AnswerSource| filter.is_none_or(|filter| filter.holds(thing));
    let count = given
        .things(key)
        .map_or_else(|| given.words(key).len(), |things| things.iter().filter(|thing| holds(&***thing)).count());
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What was typed for a question as the number it stands for.
pub fn amount(fields: &Fields, key: &str, reading: Reading) -> Option<Amount> {
    let text = typed(fields, key);
    let (value, unit) = match reading {
        Reading::Number => (values::whole_number(text), Unit::Number),
        Reading::Money => (values::money(text), Unit::Pence),
        Reading::Length => (values::length(text), Unit::Millimetres),
        Reading::Weight => (values::weight(text), Unit::Grams),
        Reading::Words | Reading::Date => (None, Unit::Number),
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
