//! Renders a question of a form with its component.

mod address;
mod calculated;
mod charge;
mod choices;
mod line;
mod long_text;
mod parts;

use super::problems::problem_beside;
use crate::{context, field_error::FieldError, find_address::FoundAddresses};
use address::address;
pub use address::{AddressPart, address_part};
use choices::{many_of, one_of};
use form_engine::{
    amount::Amount,
    charge::ChargeOutcome,
    definition::{CHARGE, Question, QuestionKind, QuestionOption},
    fields::{Fields, typed},
};
use govuk::{
    character_count::{CharacterCount, CountTexts},
    fieldset::Fieldset,
    hint::Hint,
    input::{Input, input},
    label::Label,
};
use islands::WRAPPER;
use leptos::prelude::*;
use line::line;
use long_text::long_text;
use parts::date;
use std::collections::{BTreeMap, BTreeSet};

/// What is needed to show a question.
#[derive(Clone, Copy)]
pub struct QuestionContext<'a> {
    /// The typed answers.
    pub fields: &'a Fields,
    /// The errors of the answers.
    pub problems: &'a [FieldError],
    /// The questions that are asked with these answers.
    pub asked: &'a [&'a str],
    /// The questions that earlier pages rule out.
    pub ruled_out: &'a BTreeSet<&'a str>,
    /// The results of the page's calculations.
    pub amounts: &'a BTreeMap<String, Option<Amount>>,
    /// The charge, if the form calculates one.
    pub charge: Option<&'a ChargeOutcome>,
    /// The addresses that were looked up for one of the questions.
    pub addresses: Option<&'a FoundAddresses>,
}

/// A question with its answer and errors. The browser hides the wrapper while the question isn't asked.
pub fn question(question: &Question, around: QuestionContext<'_>) -> impl IntoView + use<> {
    let problem = around.problems.iter().find(|problem| problem.key == question.key);
    let view = match &question.kind {
        QuestionKind::Calculated { shows } if shows == CHARGE => charge::charge(question, around),
        QuestionKind::Calculated { shows } => calculated::calculated(question, shows, around.amounts),
        QuestionKind::Link { to, body } => calculated::link(to, body),
        QuestionKind::File { .. } => calculated::file(question),
        QuestionKind::Notice { body, warning } => calculated::notice(question, body, *warning),
        QuestionKind::Account { .. } => calculated::from_account(question, typed(around.fields, &question.key)),
        QuestionKind::Address { autocomplete } => address(question, around, problem, *autocomplete),
        _ => asked(question, around.fields, problem),
    };
    let unasked = !around.asked.contains(&question.key.as_str());
    // Without scripts too. The inputs stay, so that what was typed is kept.
    let hidden = around.ruled_out.contains(question.key.as_str());
    let view = view! {
        <div id=wrapper_id(&question.key) data-question=question.key.clone() data-unasked=unasked hidden=hidden>{view}</div>
    };
    // A notice that appears is read out: the region around it is always there, and the notice is what changes in it.
    match (&question.kind, &question.when) {
        (QuestionKind::Notice { warning, .. }, Some(_)) => {
            let live = if *warning { "assertive" } else { "polite" };
            view! { <div aria-live=live>{view}</div> }.into_any()
        }
        _ => view.into_any(),
    }
}

/// The id of the element around a question.
fn wrapper_id(key: &str) -> String {
    format!("{WRAPPER}{key}")
}

/// The name of the input in the request.
pub fn input_name(field: &str) -> String {
    format!("answers[{field}][]")
}

fn label(question: &Question) -> String {
    if question.optional { context::messages().question_optional(question.label.as_str()) } else { question.label.clone() }
}

fn help(question: &Question) -> Option<String> {
    question.hint.as_deref().map(|hint| context::site().council.fill(hint))
}

fn asked(question: &Question, fields: &Fields, problem: Option<&FieldError>) -> AnyView {
    let help = help(question);
    let error = problem.map(|problem| problem.message.clone());
    let value = typed(fields, &question.key).to_owned();
    match &question.kind {
        QuestionKind::LongText { max, rows } => long_text(CharacterCount {
            id: question.key.clone(),
            name: input_name(&question.key),
            label: Label::medium(label(question)),
            hint: help.map(Hint::from),
            error_message: error.map(problem_beside),
            value,
            rows: Some(u16::from(*rows)),
            maxlength: Some(*max),
            ..CharacterCount::default()
        }),
        QuestionKind::YesNo | QuestionKind::OneOf { .. } => one_of(question, fields, help, error),
        QuestionKind::ManyOf { options } => many_of(question, options.clone(), fields, help, error),
        QuestionKind::Declaration { statement } => {
            many_of(question, vec![QuestionOption::plain("yes", statement)], fields, help, error)
        }
        QuestionKind::Date { .. } => date(question, fields, help, problem),
        _ => input(Input {
            id: question.key.clone(),
            name: input_name(&question.key),
            label: Label::medium(label(question)),
            hint: help.map(Hint::from),
            error_message: error.map(problem_beside),
            value: Some(value),
            ..line(&question.kind)
        }),
    }
}

/// The texts of the character count for long answers.
fn count_texts() -> CountTexts {
    let t = context::messages();
    let plurals = |one: &str, other: &str| vec![("one", one.to_owned()), ("other", other.to_owned())];
    CountTexts {
        characters_under_limit: plurals(t.count_under_one(), t.count_under()),
        characters_at_limit: t.count_at().into(),
        characters_over_limit: plurals(t.count_over_one(), t.count_over()),
        ..CountTexts::default()
    }
}

/// The fieldset of a question.
fn asking(question: &Question) -> Fieldset {
    Fieldset::medium(label(question))
}
