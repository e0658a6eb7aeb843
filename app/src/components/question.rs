//! A question of a form as the component it is asked with.

use super::{
    choices::{Choices, choices},
    date_input::{DateInput, date_input},
    form_group::{ErrorMessage, Hint, group_class},
    rich_text::rich_text,
    text_input::{TextInput, text_input},
    textarea::{Textarea, textarea},
};
use crate::context;
use domain::{
    answers::{Fields, typed},
    definition::{ADDRESS_PARTS, Choice, DATE_PARTS, Kind, Question},
    validate::Problem,
};
use leptos::prelude::*;

const QUESTION_LABEL: &str = "govuk-label--m";
const QUESTION_LEGEND: &str = "govuk-fieldset__legend--m";

/// A question with what was typed and what is wrong with it. Its wrapper is what the browser hides while it isn't asked.
pub fn question(question: &Question, fields: &Fields, problems: &[Problem]) -> impl IntoView + use<> {
    let problem = problems.iter().find(|problem| problem.key == question.key);
    let view = asked(question, fields, problem);
    view! { <div data-question=question.key.clone()>{view}</div> }
}

/// The name under which an input is sent.
pub fn input_name(field: &str) -> String {
    format!("answers[{field}][]")
}

fn label(question: &Question) -> String {
    if question.optional { format!("{} (optional)", question.label) } else { question.label.clone() }
}

fn asked(question: &Question, fields: &Fields, problem: Option<&Problem>) -> AnyView {
    let error = problem.map(|problem| problem.message.clone());
    let hint = question.hint.as_deref().map(|hint| context::site().council.fill(hint));
    let value = typed(fields, &question.key).to_owned();
    let id = question.key.clone();
    let name = input_name(&question.key);
    let line = TextInput {
        id: id.clone(),
        name: name.clone(),
        label: label(question),
        label_class: QUESTION_LABEL,
        hint: hint.clone(),
        error: error.clone(),
        value: value.clone(),
        ..TextInput::default()
    };
    match &question.kind {
        Kind::Text { width, autocomplete, .. } => {
            let width = width.map_or_else(String::new, |width| format!("govuk-input--width-{width}"));
            text_input(TextInput { width, autocomplete: autocomplete.clone(), ..line }).into_any()
        }
        Kind::Number { unit, .. } => text_input(TextInput {
            inputmode: Some("numeric"),
            width: "govuk-input--width-5".into(),
            suffix: unit.clone(),
            ..line
        })
        .into_any(),
        Kind::Money { .. } => text_input(TextInput {
            inputmode: Some("decimal"),
            width: "govuk-input--width-10".into(),
            prefix: Some("£"),
            ..line
        })
        .into_any(),
        Kind::Email { autocomplete } => {
            text_input(TextInput { kind: "email", autocomplete: autocomplete.clone(), spellcheck_off: true, ..line })
                .into_any()
        }
        Kind::Phone { autocomplete } => text_input(TextInput {
            kind: "tel",
            autocomplete: autocomplete.clone(),
            width: "govuk-input--width-20".into(),
            ..line
        })
        .into_any(),
        Kind::NationalInsurance => {
            text_input(TextInput { width: "govuk-input--width-10".into(), spaced: true, spellcheck_off: true, ..line })
                .into_any()
        }
        Kind::NhsNumber => {
            text_input(TextInput { width: "govuk-input--width-10".into(), spaced: true, inputmode: Some("numeric"), ..line })
                .into_any()
        }
        Kind::LongText { max, rows } => {
            let area = Textarea {
                id,
                name,
                label: label(question),
                label_class: QUESTION_LABEL,
                hint,
                error,
                value,
                rows: *rows,
                max: Some(*max),
            };
            textarea(area).into_any()
        }
        Kind::YesNo | Kind::OneOf { .. } | Kind::ManyOf { .. } => choices(Choices {
            id,
            name,
            legend: label(question),
            legend_class: QUESTION_LEGEND,
            hint,
            error,
            options: question.options().unwrap_or_default(),
            chosen: fields.get(&question.key).cloned().unwrap_or_default(),
            several: matches!(question.kind, Kind::ManyOf { .. }),
            inline: matches!(question.kind, Kind::YesNo),
        })
        .into_any(),
        Kind::Date { .. } => date(question, fields, hint, problem).into_any(),
        Kind::Address { autocomplete } => address(question, fields, hint, problem, *autocomplete).into_any(),
        Kind::Declaration { statement } => choices(Choices {
            id,
            name,
            legend: label(question),
            legend_class: QUESTION_LEGEND,
            hint,
            error,
            options: vec![Choice::plain("yes", statement)],
            chosen: fields.get(&question.key).cloned().unwrap_or_default(),
            several: true,
            inline: false,
        })
        .into_any(),
        Kind::Account { .. } => from_account(question, value).into_any(),
        Kind::Notice { body, warning } => notice(&question.key, &question.label, body, *warning).into_any(),
    }
}

fn date(question: &Question, fields: &Fields, hint: Option<String>, problem: Option<&Problem>) -> impl IntoView + use<> {
    let field = |part: &str| format!("{}-{part}", question.key);
    let message = problem.map(|problem| problem.message.as_str()).unwrap_or_default();
    // "must include a month and year" is about those parts; everything else is about the whole date.
    let wrong = DATE_PARTS
        .iter()
        .filter(|part| message.contains("must include") && message.contains(*part))
        .map(|part| field(part))
        .collect();
    date_input(DateInput {
        id: question.key.clone(),
        names: DATE_PARTS.map(|part| input_name(&field(part))),
        legend: label(question),
        legend_class: QUESTION_LEGEND,
        hint: hint.or_else(|| Some("For example, 27 3 1947".into())),
        error: problem.map(|problem| problem.message.clone()),
        wrong,
        values: DATE_PARTS.map(|part| typed(fields, &field(part)).to_owned()),
        birthday: false,
    })
}

fn address(
    question: &Question,
    fields: &Fields,
    hint: Option<String>,
    problem: Option<&Problem>,
    own: bool,
) -> impl IntoView + use<> {
    let parts: Vec<_> = ADDRESS_PARTS
        .into_iter()
        .map(|part| {
            let field = format!("{}-{part}", question.key);
            let (words, token, width) = match part {
                "line1" => ("Address line 1", "address-line1", ""),
                "line2" => ("Address line 2 (optional)", "address-line2", ""),
                "town" => ("Town or city", "address-level2", "govuk-!-width-two-thirds"),
                "county" => ("County (optional)", "address-level1", "govuk-!-width-two-thirds"),
                _ => ("Postcode", "postal-code", "govuk-input--width-10"),
            };
            text_input(TextInput {
                error: problem.filter(|problem| problem.field == field).map(|problem| problem.message.clone()),
                value: typed(fields, &field).to_owned(),
                name: input_name(&field),
                id: field,
                label: words.into(),
                autocomplete: own.then(|| token.to_owned()),
                width: width.into(),
                ..TextInput::default()
            })
        })
        .collect();
    let id = question.key.clone();
    view! {
        <div class="govuk-form-group">
            <fieldset class="govuk-fieldset" id=id>
                <legend class=format!("govuk-fieldset__legend {QUESTION_LEGEND}")>{label(question)}</legend>
                {hint.map(|text| view! { <Hint id=question.key.clone() text=text/> })}
                {parts}
            </fieldset>
        </div>
    }
}

fn from_account(question: &Question, value: String) -> impl IntoView + use<> {
    let value = if value.is_empty() { "We fill this in from your account when you sign in".to_owned() } else { value };
    view! {
        <div class="govuk-form-group care-from-account" id=question.key.clone()>
            <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{question.label.clone()}</p>
            <p class="govuk-body">{value}</p>
        </div>
    }
}

fn notice(key: &str, title: &str, body: &str, warning: bool) -> impl IntoView + use<> {
    let id = key.to_owned();
    let title = title.to_owned();
    let heading = (!title.is_empty()).then(|| view! { <h2 class="govuk-heading-m">{title}</h2> });
    let class = if warning { "care-alert care-alert--urgent" } else { "care-alert" };
    view! { <div class=class id=id role=warning.then_some("note")>{heading} {rich_text(body)}</div> }
}

/// A message about the page as a whole, where it has no input of its own.
pub fn loose_problem(id: &str, problems: &[Problem]) -> impl IntoView + use<> {
    let problem = problems.iter().find(|problem| problem.field == id).map(|problem| problem.message.clone());
    problem.map(|text| view! { <div class=group_class(true)><ErrorMessage id=id.to_owned() text=text/></div> })
}
