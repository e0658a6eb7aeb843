//! Whether answers are right, and what to say when they aren't.
//!
//! The words follow the GOV.UK Design System: they name the answer, say what to do, and blame nobody.

use crate::{
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
    pub message: String,
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
        message: format!(
            "Add at least {} {}",
            if group.min == 1 { "one".into() } else { group.min.to_string() },
            group.item
        ),
    })
}

/// What is wrong with one answer, if anything.
pub fn problem(question: &Question, fields: &Fields, today: Date) -> Option<Problem> {
    let given = |part: &str| typed(fields, &part_name(question, part)).to_owned();
    let (part, message) = match &question.kind {
        Kind::Notice { .. } | Kind::Account { .. } => None,
        Kind::Date { when_is } => date_problem(question, fields, *when_is, today),
        Kind::Address { .. } => address_problem(question, &given),
        Kind::YesNo | Kind::OneOf { .. } | Kind::ManyOf { .. } => {
            choice_problem(question, fields).map(|message| (String::new(), message))
        }
        Kind::Declaration { .. } => {
            (typed(fields, &question.key) != "yes").then(|| (String::new(), question.missing.clone()))
        }
        kind => text_problem(question, kind, typed(fields, &question.key)).map(|message| (String::new(), message)),
    }?;
    Some(Problem { key: question.key.clone(), field: part_name(question, &part), message })
}

fn part_name(question: &Question, part: &str) -> String {
    if part.is_empty() { question.key.clone() } else { format!("{}-{part}", question.key) }
}

/// How messages name the answer: "Enter your date of birth" names "your date of birth".
fn noun(question: &Question) -> String {
    ["Enter ", "Select "]
        .iter()
        .find_map(|verb| question.missing.strip_prefix(verb))
        .map_or_else(|| "your answer".into(), str::to_owned)
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn text_problem(question: &Question, kind: &Kind, text: &str) -> Option<String> {
    let noun = noun(question);
    let name = capitalised(&noun);
    if text.is_empty() {
        return (!question.optional).then(|| question.missing.clone());
    }
    match kind {
        Kind::Text { max, .. } | Kind::LongText { max, .. } => {
            (text.chars().count() > *max).then(|| format!("{name} must be {max} characters or less"))
        }
        Kind::Number { min, max, .. } => number_problem(&name, values::whole_number(text), *min, *max),
        Kind::Money { max_pence } => match values::money(text) {
            None => Some(format!("{name} must be an amount of money, like 1200 or 85.50")),
            Some(pence) => max_pence
                .filter(|max| pence > *max)
                .map(|max| format!("{name} must be {} or less", values::money_in_words(max))),
        },
        Kind::Email { .. } => {
            (!values::is_email(text)).then(|| "Enter an email address in the correct format, like name@example.com".into())
        }
        Kind::Phone { .. } => (!is_phone(text)).then(|| "Enter a phone number, like 01632 960 001 or 07700 900 982".into()),
        Kind::NationalInsurance => values::national_insurance(text).is_none().then(|| {
            "Enter a National Insurance number that is 2 letters, 6 numbers, then A, B, C or D, like QQ 12 34 56 C".into()
        }),
        Kind::NhsNumber => values::nhs_number(text)
            .is_none()
            .then(|| "Enter an NHS number that has 10 numbers, like 485 777 3456, or leave it out".into()),
        _ => None,
    }
}

fn number_problem(name: &str, number: Option<i64>, min: Option<i64>, max: Option<i64>) -> Option<String> {
    let Some(number) = number else { return Some(format!("{name} must be a whole number, like 12")) };
    match (min, max) {
        (Some(min), Some(max)) if !(min..=max).contains(&number) => Some(format!("{name} must be between {min} and {max}")),
        (Some(min), None) if number < min => Some(format!("{name} must be {min} or more")),
        (None, Some(max)) if number > max => Some(format!("{name} must be {max} or less")),
        _ => None,
    }
}

fn choice_problem(question: &Question, fields: &Fields) -> Option<String> {
    let options = question.options().unwrap_or_default();
    let chosen: Vec<&Choice> = fields
        .get(&question.key)
        .into_iter()
        .flatten()
        .filter_map(|value| options.iter().find(|option| option.value == *value))
        .collect();
    if chosen.is_empty() {
        return (!question.optional).then(|| question.missing.clone());
    }
    let exclusive = chosen.iter().find(|option| option.exclusive)?;
    (chosen.len() > 1).then(|| format!("Select \u{201c}{}\u{201d} on its own, or take it away", exclusive.label))
}

fn date_problem(question: &Question, fields: &Fields, when_is: DateIs, today: Date) -> Option<(String, String)> {
    let name = capitalised(&noun(question));
    let part = |part: &str| typed(fields, &format!("{}-{part}", question.key));
    let date = match values::date(part("day"), part("month"), part("year")) {
        Ok(date) => date,
        Err(DateProblem::Empty) => return (!question.optional).then(|| ("day".into(), question.missing.clone())),
        Err(DateProblem::Missing(parts)) => {
            let first = parts.first().copied().unwrap_or("day").to_owned();
            return Some((first, format!("{name} must include a {}", parts.join(" and "))));
        }
        Err(DateProblem::NotReal) => return Some(("day".into(), format!("{name} must be a real date"))),
    };
    match when_is {
        DateIs::Past if date > today => Some(("day".into(), format!("{name} must be in the past"))),
        DateIs::Future if date < today => Some(("day".into(), format!("{name} must be today or in the future"))),
        _ => None,
    }
}

fn address_problem(question: &Question, given: &dyn Fn(&str) -> String) -> Option<(String, String)> {
    if ADDRESS_PARTS.iter().all(|part| given(part).is_empty()) {
        return (!question.optional).then(|| ("line1".into(), question.missing.clone()));
    }
    if let Some(part) = ADDRESS_PARTS.iter().find(|part| given(part).chars().count() > 200) {
        return Some(((*part).into(), "Each line of the address must be 200 characters or less".into()));
    }
    if given("line1").is_empty() {
        return Some(("line1".into(), "Enter address line 1, usually the building and street".into()));
    }
    if given("town").is_empty() {
        return Some(("town".into(), "Enter a town or city".into()));
    }
    let postcode = given("postcode");
    (!postcode.is_empty() && values::postcode(&postcode).is_none())
        .then(|| ("postcode".into(), "Enter a full UK postcode, like NR1 3DH, or leave it out".into()))
}

#[cfg(test)]
#[path = "validate_tests.rs"]
mod tests;
