//! Questions with several inputs: dates and addresses.

use super::{asking, input_name};
use crate::{components::problems::problem_beside, context, field_error::FieldError};
use form_engine::{
    definition::{ADDRESS_PARTS, Question},
    fields::{Fields, typed},
};
use govuk::{
    Attributes, Content, FormGroup,
    date_input::{DateInput, DatePart, date_input},
    fieldset::{Fieldset, fieldset},
    group,
    hint::{Hint, hint},
    input::{Input, input},
};
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

/// The label, autocomplete value and width of an address input.
pub struct AddressPart {
    pub text: &'static str,
    pub token: &'static str,
    pub width: &'static str,
}

/// `part` must be one of [`ADDRESS_PARTS`].
pub fn address_part(part: &str) -> AddressPart {
    let t = context::messages();
    let (text, token, width) = match part {
        "line1" => (t.address_line1(), "address-line1", ""),
        "line2" => (t.address_line2(), "address-line2", ""),
        "town" => (t.address_town(), "address-level2", "govuk-!-width-two-thirds"),
        "county" => (t.address_county(), "address-level1", "govuk-!-width-two-thirds"),
        _ => (t.address_postcode(), "postal-code", "govuk-input--width-10"),
    };
    AddressPart { text, token, width }
}

pub(super) fn address(
    question: &Question,
    fields: &Fields,
    help: Option<String>,
    problem: Option<&FieldError>,
    own: bool,
) -> AnyView {
    let part = |part: &str| {
        let field = format!("{}-{part}", question.key);
        let AddressPart { text, token, width } = address_part(part);
        input(Input {
            error_message: problem
                .filter(|problem| problem.field == field)
                .map(|problem| problem_beside(problem.message.clone())),
            value: Some(typed(fields, &field).to_owned()),
            name: input_name(&field),
            id: field,
            label: text.into(),
            autocomplete: if own { token.into() } else { String::new() },
            classes: width.into(),
            ..Input::default()
        })
    };
    let parts = ADDRESS_PARTS.into_iter().map(part).collect_view();
    let hint_id = help.as_ref().map(|_| format!("{}-hint", question.key)).unwrap_or_default();
    let help = help.map(|help| hint(Hint { id: hint_id.clone(), ..help.into() }));
    let set = fieldset(Fieldset {
        content: Content::view(view! { {help} {parts} }),
        described_by: hint_id,
        attributes: Attributes::new().with("id", question.key.clone()),
        ..asking(question)
    });
    group(FormGroup::default(), false, set)
}
