//! Where conditions and calculations read the answers that count.

use crate::{
    amount::{Amount, Unit, ValueType},
    fields::{Fields, given, typed},
};
use jiff::civil::Date;

/// The answers that count. A question that isn't asked has none.
pub trait AnswerSource {
    fn today(&self) -> Date;
    /// Everything answered to a question: the value of one or more options, or what was typed.
    fn values(&self, key: &str) -> Vec<&str>;
    /// A number, sum of money, measure or calculation.
    fn amount(&self, key: &str) -> Option<Amount>;
    fn date(&self, key: &str) -> Option<Date>;
    /// The items of a list, each with its own answers taking precedence over those around it; `None` if there is no
    /// such list.
    fn list_items<'s>(&'s self, list: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>>;
}

/// What was typed for a question, as a number.
pub fn amount(fields: &Fields, key: &str, reading: ValueType) -> Option<Amount> {
    let text = typed(fields, key);
    let (value, unit) = match reading {
        ValueType::Number => (values::whole_number(text), Unit::Number),
        ValueType::Money => (values::money(text), Unit::Pence),
        ValueType::Length => (values::length(text), Unit::Millimetres),
        ValueType::Weight => (values::weight(text), Unit::Grams),
        ValueType::Text | ValueType::Date => (None, Unit::Number),
    };
    Some(Amount { value: value?, unit })
}

/// What was typed for a question, as a date.
pub fn date(fields: &Fields, key: &str) -> Option<Date> {
    let part = |part: &str| typed(fields, &format!("{key}-{part}"));
    values::date(part("day"), part("month"), part("year")).ok()
}

/// Everything answered to a question.
pub fn values<'a>(fields: &'a Fields, key: &str) -> Vec<&'a str> {
    given(fields, key)
}
