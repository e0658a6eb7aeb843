//! Whether answers are right, and what is wrong with those that aren't. How that is said is the `words` crate's affair.

use crate::{
    address,
    answers::{Fields, typed},
    definition::{ADDRESS_PARTS, Choice, DateIs, Group, Kind, Question},
    phone::is_phone,
    values::{self, DateProblem},
};
use jiff::civil::Date;

/// Something wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The question it is about.
    pub key: String,
    /// The input to put the person in.
    pub field: String,
    pub about: About,
    pub fault: Fault,
}

/// What a problem is about, in the form's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    Question {
        label: String,
        /// What to say when it isn't answered; also names the answer.
        missing: String,
    },
    /// One of a list, by what it is called.
    Item(String),
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    /// A text has more characters than this.
    TooLong(usize),
    NotWhole,
    NotBetween(i64, i64),
    TooSmall(i64),
    TooLarge(i64),
    NotMoney,
    /// More than this many pence.
    TooMuchMoney(i64),
    Email,
    Phone,
    NationalInsurance,
    NhsNumber,
    /// An option that stands alone, by its label, was chosen with another.
    NotAlone(String),
    /// Parts of a date that aren't there, of [`crate::definition::DATE_PARTS`].
    DateWithout(Vec<&'static str>),
    DateNotReal,
    DateNotPast,
    DateNotFuture,
    AddressLineLong,
    AddressWithoutLine,
    AddressWithoutTown,
    Postcode,
    /// A list has fewer than this.
    TooFew(usize),
    /// Something in a list isn't answered whole.
    Unfinished,
    /// The page ends the form: it can't be sent.
    Stopped,
}

/// Checks the answers to these questions. The caller leaves out those that aren't asked.
pub fn problems<'a>(questions: impl IntoIterator<Item = &'a Question>, fields: &Fields, today: Date) -> Vec<Problem> {
    questions.into_iter().filter_map(|question| problem(question, fields, today)).collect()
}

/// What is wrong with a list as a whole.
pub fn list_problem(group: &Group, count: usize) -> Option<Problem> {
    (count < group.min).then(|| Problem {
        key: group.key.clone(),
        field: "add-another".into(),
        about: About::Item(group.item.clone()),
        fault: Fault::TooFew(group.min),
    })
}

/// What is wrong with one answer, if anything.
pub fn problem(question: &Question, fields: &Fields, today: Date) -> Option<Problem> {
    let given = |part: &str| typed(fields, &part_name(question, part)).to_owned();
    let whole = |fault| (String::new(), fault);
    let (part, fault) = match &question.kind {
        _ if !question.is_typed() => None,
        Kind::Date { when_is } => date_fault(question, fields, *when_is, today),
        Kind::Address { .. } => address_fault(question, &given),
        Kind::YesNo | Kind::OneOf { .. } | Kind::ManyOf { .. } => choice_fault(question, fields).map(whole),
        Kind::Declaration { .. } => (typed(fields, &question.key) != "yes").then(|| whole(Fault::Missing)),
        kind => text_fault(question, kind, typed(fields, &question.key)).map(whole),
    }?;
    let about = About::Question { label: question.label.clone(), missing: question.missing.clone() };
    Some(Problem { key: question.key.clone(), field: part_name(question, &part), about, fault })
}

fn part_name(question: &Question, part: &str) -> String {
    if part.is_empty() { question.key.clone() } else { format!("{}-{part}", question.key) }
}

fn text_fault(question: &Question, kind: &Kind, text: &str) -> Option<Fault> {
    if text.is_empty() {
        return (!question.optional).then_some(Fault::Missing);
    }
    match kind {
        Kind::Text { max, .. } | Kind::LongText { max, .. } => (text.chars().count() > *max).then_some(Fault::TooLong(*max)),
        Kind::Number { min, max, .. } => number_fault(values::whole_number(text), *min, *max),
        Kind::Money { max_pence } => match values::money(text) {
            None => Some(Fault::NotMoney),
            Some(pence) => max_pence.filter(|max| pence > *max).map(Fault::TooMuchMoney),
        },
        Kind::Length { min, max } => measure_fault(values::length(text), 10, *min, *max),
        Kind::Weight { min, max } => measure_fault(values::weight(text), 1000, *min, *max),
        Kind::Email { .. } => (!values::is_email(text)).then_some(Fault::Email),
        Kind::Phone { .. } => (!is_phone(text)).then_some(Fault::Phone),
        Kind::NationalInsurance => values::national_insurance(text).is_none().then_some(Fault::NationalInsurance),
        Kind::NhsNumber => values::nhs_number(text).is_none().then_some(Fault::NhsNumber),
        _ => None,
    }
}

fn number_fault(number: Option<i64>, min: Option<i64>, max: Option<i64>) -> Option<Fault> {
    let Some(number) = number else { return Some(Fault::NotWhole) };
    match (min, max) {
        (Some(min), Some(max)) if !(min..=max).contains(&number) => Some(Fault::NotBetween(min, max)),
        (Some(min), None) if number < min => Some(Fault::TooSmall(min)),
        (None, Some(max)) if number > max => Some(Fault::TooLarge(max)),
        _ => None,
    }
}

/// Limits are told in what the form names them in, of which `in_one` smaller ones make one.
fn measure_fault(measured: Option<i64>, in_one: i64, min: Option<i64>, max: Option<i64>) -> Option<Fault> {
    let Some(measured) = measured else { return Some(Fault::NotWhole) };
    let is_outside = |limit: i64| limit.saturating_mul(in_one);
    let too_small = min.is_some_and(|min| measured < is_outside(min));
    let too_large = max.is_some_and(|max| measured > is_outside(max));
    (too_small || too_large).then(|| number_fault(Some(if too_small { i64::MIN } else { i64::MAX }), min, max))?
}

fn choice_fault(question: &Question, fields: &Fields) -> Option<Fault> {
    let given = fields.get(&question.key).map_or(&[][..], Vec::as_slice);
    let chosen: Vec<&Choice> =
        given.iter().filter_map(|value| question.options().iter().find(|option| option.value == *value)).collect();
    if chosen.is_empty() {
        return (!question.optional).then_some(Fault::Missing);
    }
    let exclusive = chosen.iter().find(|option| option.exclusive)?;
    (chosen.len() > 1).then(|| Fault::NotAlone(exclusive.label.clone()))
}

fn date_fault(question: &Question, fields: &Fields, when_is: DateIs, today: Date) -> Option<(String, Fault)> {
    let part = |part: &str| typed(fields, &format!("{}-{part}", question.key));
    let date = match values::date(part("day"), part("month"), part("year")) {
        Ok(date) => date,
        Err(DateProblem::Empty) => return (!question.optional).then(|| ("day".into(), Fault::Missing)),
        Err(DateProblem::Missing(parts)) => {
            let first = parts.first().copied().unwrap_or("day").to_owned();
            return Some((first, Fault::DateWithout(parts)));
        }
        Err(DateProblem::NotReal) => return Some(("day".into(), Fault::DateNotReal)),
    };
    match when_is {
        DateIs::Past if date > today => Some(("day".into(), Fault::DateNotPast)),
        DateIs::Future if date < today => Some(("day".into(), Fault::DateNotFuture)),
        _ => None,
    }
}

fn address_fault(question: &Question, given: &dyn Fn(&str) -> String) -> Option<(String, Fault)> {
    let typed = ADDRESS_PARTS.map(given);
    if typed.iter().all(String::is_empty) {
        return (!question.optional).then(|| ("line1".into(), Fault::Missing));
    }
    address::fault(typed.each_ref().map(String::as_str)).map(|(part, fault)| (part.into(), fault))
}

#[cfg(test)]
#[path = "validate_tests.rs"]
mod tests;
