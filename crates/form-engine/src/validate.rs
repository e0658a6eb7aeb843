//! Whether answers are valid, and what is wrong with those that aren't.

use crate::{
    address,
    definition::{ADDRESS_PARTS, DateIs, ListDef, Question, QuestionKind, QuestionOption},
    fields::{Fields, typed},
    problem::{About, Problem, ProblemKind},
};
use jiff::civil::Date;
use values::{DateProblem, MeasureProblem, MoneyProblem, NumberProblem, PhoneProblem};

/// Checks the answers to these questions. The caller must leave out questions that aren't asked.
pub fn problems<'a>(questions: impl IntoIterator<Item = &'a Question>, fields: &Fields, today: Date) -> Vec<Problem> {
    questions.into_iter().filter_map(|question| problem(question, fields, today)).collect()
}

/// What is wrong with a list as a whole.
pub fn list_problem(list: &ListDef, count: usize) -> Option<Problem> {
    (count < list.min).then(|| Problem {
        key: list.key.clone(),
        field: "add-another".into(),
        about: About::Item(list.item.clone()),
        fault: ProblemKind::TooFew(list.min),
    })
}

/// What is wrong with one answer, if anything.
pub fn problem(question: &Question, fields: &Fields, today: Date) -> Option<Problem> {
    let given = |part: &str| typed(fields, &part_name(question, part)).to_owned();
    let whole = |fault| (String::new(), fault);
    let (part, fault) = match &question.kind {
        _ if !question.is_typed() => None,
        QuestionKind::Date { when_is } => date_fault(question, fields, *when_is, today),
        QuestionKind::Address { .. } => address_fault(question, &given),
        QuestionKind::YesNo | QuestionKind::OneOf { .. } | QuestionKind::ManyOf { .. } => {
            choice_fault(question, fields).map(whole)
        }
        QuestionKind::Declaration { .. } => (typed(fields, &question.key) != "yes").then(|| whole(ProblemKind::Missing)),
        kind => text_fault(question, kind, typed(fields, &question.key)).map(whole),
    }?;
    let about = About::Question { label: question.label.clone(), missing: question.missing.clone() };
    Some(Problem { key: question.key.clone(), field: part_name(question, &part), about, fault })
}

/// What people are asked about once, because it is valid but may be a slip.
pub fn slips<'a>(questions: impl IntoIterator<Item = &'a Question>, fields: &Fields) -> Vec<Problem> {
    questions.into_iter().filter_map(|question| slip(question, fields)).collect()
}

fn slip(question: &Question, fields: &Fields) -> Option<Problem> {
    let QuestionKind::Email { .. } = question.kind else { return None };
    let text = typed(fields, &question.key);
    let meant = values::email_meant(&values::email(text)?)?;
    let about = About::Question { label: question.label.clone(), missing: question.missing.clone() };
    let fault = ProblemKind::EmailSlip { typed: text.to_owned(), meant };
    Some(Problem { key: question.key.clone(), field: question.key.clone(), about, fault })
}

fn part_name(question: &Question, part: &str) -> String {
    if part.is_empty() { question.key.clone() } else { format!("{}-{part}", question.key) }
}

fn text_fault(question: &Question, kind: &QuestionKind, text: &str) -> Option<ProblemKind> {
    if text.is_empty() {
        return (!question.optional).then_some(ProblemKind::Missing);
    }
    match kind {
        QuestionKind::Text { max, .. } | QuestionKind::LongText { max, .. } => {
            (text.chars().count() > *max).then_some(ProblemKind::TooLong(*max))
        }
        QuestionKind::Number { min, max, unit } => number_fault(text, unit.as_deref(), *min, *max),
        QuestionKind::Money { max_pence } => money_fault(text, *max_pence),
        QuestionKind::Length { min, max } => length_fault(text, *min, *max),
        QuestionKind::Weight { min, max } => weight_fault(text, *min, *max),
        QuestionKind::Email { .. } => (!values::is_email(text)).then_some(ProblemKind::Email),
        QuestionKind::Phone { .. } => phone_fault(text),
        QuestionKind::NationalInsurance => {
            values::national_insurance(text).is_none().then_some(ProblemKind::NationalInsurance)
        }
        QuestionKind::NhsNumber => values::nhs_number(text).is_none().then_some(ProblemKind::NhsNumber),
        _ => None,
    }
}

fn phone_fault(text: &str) -> Option<ProblemKind> {
    match values::contact_phone(text) {
        Ok(()) => None,
        Err(PhoneProblem::NotPhone) => Some(ProblemKind::Phone),
        Err(PhoneProblem::Digits(digits)) => Some(ProblemKind::PhoneDigits(digits)),
    }
}

fn number_fault(text: &str, unit: Option<&str>, min: Option<i64>, max: Option<i64>) -> Option<ProblemKind> {
    let number = match values::read_number(text, unit) {
        Ok(number) => number,
        Err(NumberProblem::NotNumber) => return Some(ProblemKind::NotNumber),
        Err(NumberProblem::NotWhole) => return Some(ProblemKind::NotWhole),
        Err(NumberProblem::Several) => return Some(ProblemKind::SeveralNumbers),
        Err(NumberProblem::TooLarge) => return Some(outside(min, max.or(Some(values::LARGEST)))),
    };
    (!is_within(number, min, max)).then(|| outside(min, max))
}

fn is_within(number: i64, min: Option<i64>, max: Option<i64>) -> bool {
    min.is_none_or(|min| number >= min) && max.is_none_or(|max| number <= max)
}

/// The error for a number outside these limits.
fn outside(min: Option<i64>, max: Option<i64>) -> ProblemKind {
    match (min, max) {
        (Some(min), Some(max)) => ProblemKind::NotBetween(min, max),
        (Some(min), None) => ProblemKind::TooSmall(min),
        (None, max) => ProblemKind::TooLarge(max.unwrap_or(values::LARGEST)),
    }
}

fn money_fault(text: &str, max_pence: Option<i64>) -> Option<ProblemKind> {
    match values::read_money(text) {
        Ok(pence) => max_pence.filter(|max| pence > *max).map(ProblemKind::TooMuchMoney),
        Err(MoneyProblem::TooLarge) => Some(ProblemKind::TooMuchMoney(max_pence.unwrap_or(values::MOST_PENCE))),
        Err(MoneyProblem::NotMoney) => Some(ProblemKind::NotMoney),
        Err(MoneyProblem::NotPounds) => Some(ProblemKind::NotPounds),
        Err(MoneyProblem::TooExact) => Some(ProblemKind::PartsOfPence),
        Err(MoneyProblem::CommaForPoint) => Some(ProblemKind::CommaForPoint),
        Err(MoneyProblem::Several) => Some(ProblemKind::SeveralSums),
        Err(MoneyProblem::Negative) => Some(ProblemKind::MoneyBelowZero),
    }
}

/// What is wrong with a length. Limits are in whole centimetres.
pub fn length_fault(text: &str, min: Option<i64>, max: Option<i64>) -> Option<ProblemKind> {
    match values::read_length(text) {
        Ok(millimetres) => (!is_measured(millimetres, 10, min, max)).then_some(ProblemKind::LengthOutside(min, max)),
        Err(MeasureProblem::TooLarge) if max.is_some() => Some(ProblemKind::LengthOutside(min, max)),
        Err(_) => Some(ProblemKind::NotLength),
    }
}

/// What is wrong with a weight. Limits are in whole kilograms.
pub fn weight_fault(text: &str, min: Option<i64>, max: Option<i64>) -> Option<ProblemKind> {
    match values::read_weight(text) {
        Ok(grams) => (!is_measured(grams, 1000, min, max)).then_some(ProblemKind::WeightOutside(min, max)),
        Err(MeasureProblem::TooLarge) if max.is_some() => Some(ProblemKind::WeightOutside(min, max)),
        Err(_) => Some(ProblemKind::NotWeight),
    }
}

/// Whether a measure is within limits, which are in units of `many` measured ones.
fn is_measured(measured: i64, many: i64, min: Option<i64>, max: Option<i64>) -> bool {
    let small = |limit: i64| limit.saturating_mul(many);
    is_within(measured, min.map(small), max.map(small))
}

fn choice_fault(question: &Question, fields: &Fields) -> Option<ProblemKind> {
    let given = fields.get(&question.key).map_or(&[][..], Vec::as_slice);
    let chosen: Vec<&QuestionOption> =
        given.iter().filter_map(|value| question.options().iter().find(|option| option.value == *value)).collect();
    if chosen.is_empty() {
        return (!question.optional).then_some(ProblemKind::Missing);
    }
    let exclusive = chosen.iter().find(|option| option.exclusive)?;
    (chosen.len() > 1).then(|| ProblemKind::NotAlone(exclusive.label.clone()))
}

fn date_fault(question: &Question, fields: &Fields, when_is: DateIs, today: Date) -> Option<(String, ProblemKind)> {
    let part = |part: &str| typed(fields, &format!("{}-{part}", question.key));
    let (day, month, year) = (part("day"), part("month"), part("year"));
    let date = match values::date(day, month, year) {
        Ok(date) => date,
        Err(DateProblem::Empty) => return (!question.optional).then(|| ("day".into(), ProblemKind::Missing)),
        Err(DateProblem::Missing(parts)) => {
            let first = parts.first().copied().unwrap_or("day").to_owned();
            return Some((first, ProblemKind::DateWithout(parts)));
        }
        // The whole date may have been typed into the day input.
        Err(DateProblem::YearShort) if year.is_empty() => return Some(("day".into(), ProblemKind::YearShort)),
        Err(DateProblem::YearShort) => return Some(("year".into(), ProblemKind::YearShort)),
        Err(DateProblem::NotReal) => return Some(("day".into(), ProblemKind::DateNotReal)),
    };
    match when_is {
        DateIs::Past if date > today => Some(("day".into(), ProblemKind::DateNotPast)),
        DateIs::Future if date < today => Some(("day".into(), ProblemKind::DateNotFuture)),
        _ => None,
    }
}

fn address_fault(question: &Question, given: &dyn Fn(&str) -> String) -> Option<(String, ProblemKind)> {
    let typed = ADDRESS_PARTS.map(given);
    if typed.iter().all(String::is_empty) {
        return (!question.optional).then(|| ("line1".into(), ProblemKind::Missing));
    }
    address::fault(typed.each_ref().map(String::as_str)).map(|(part, fault)| (part.into(), fault))
}

#[cfg(test)]
#[path = "validate_tests.rs"]
mod tests;
