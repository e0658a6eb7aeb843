//! Questions with several inputs: dates.

use super::{asking, input_name};
use crate::{components::problems::problem_beside, context, field_error::FieldError};
use form_engine::{
    definition::Question,
    fields::{Fields, typed},
};
use govuk::date_input::{DateInput, DatePart, date_input};
use leptos::prelude::*;
use values::DATE_PARTS;

pub(super) fn date(question: &Question, fields: &Fields, help: Option<String>, problem: Option<&FieldError>) -> AnyView {
    let t = context::messages();
    let message = problem.map(|problem| problem.message.clone());
    // "must include a month and year" is about those parts; everything else is about the whole date.
    let about = |part: &str| problem.filter(|problem| problem.parts.contains(&part)).map(|_| true);
    let part = |name: &str, text: &str| {
        let field = format!("{}-{name}", question.key);
        DatePart {
            name: input_name(&field),
            label: text.into(),
            value: Some(typed(fields, &field).to_owned()),
            error: about(name),
            width: (name == "year").then_some(4),
            autocomplete: question.date_autocomplete.map(|date| format!("{date}-{name}")).unwrap_or_default(),
            id: field,
            ..DatePart::default()
        }
    };
    let items =
        DATE_PARTS.into_iter().zip([t.date_day(), t.date_month(), t.date_year()]).map(|(name, text)| part(name, text));
    date_input(DateInput {
        id: question.key.clone(),
        items: items.collect(),
        hint: Some(help.unwrap_or_else(|| t.question_date_hint().into()).into()),
        error_message: message.map(problem_beside),
        fieldset: Some(asking(question)),
        ..DateInput::default()
    })
}
