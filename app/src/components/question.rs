//! A question of a form as the component it is asked with.

use super::{
    govuk::{
        Attributes, Content, FormGroup,
        character_count::{CharacterCount, character_count},
        checkboxes::{Checkbox, CheckboxItem, Checkboxes, checkboxes},
        date_input::{DateInput, DatePart, date_input},
        error_message::ErrorMessage,
        fieldset::{Fieldset, Legend, fieldset},
        group,
        hint::{Hint, hint},
        input::{Input, input},
        label::Label,
        radios::{Radio, RadioItem, Radios, radios},
    },
    rich_text::rich_text,
};
use crate::context;
use domain::{
    answers::{Fields, typed},
    definition::{ADDRESS_PARTS, Choice, DATE_PARTS, Kind, Question},
    validate::Problem,
};
use leptos::prelude::*;

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
    let help = question.hint.as_deref().map(|hint| context::site().council.fill(hint));
    let error = problem.map(|problem| problem.message.clone());
    let value = typed(fields, &question.key).to_owned();
    match &question.kind {
        Kind::LongText { max, rows } => character_count(CharacterCount {
            id: question.key.clone(),
            name: input_name(&question.key),
            label: Label::medium(label(question)),
            hint: help.map(Hint::from),
            error_message: error.map(ErrorMessage::from),
            value,
            rows: Some(u16::from(*rows)),
            maxlength: Some(*max),
            ..CharacterCount::default()
        }),
        Kind::YesNo | Kind::OneOf { .. } => one_of(question, fields, help, error),
        Kind::ManyOf { .. } => many_of(question, question.options().unwrap_or_default(), fields, help, error),
        Kind::Declaration { statement } => many_of(question, vec![Choice::plain("yes", statement)], fields, help, error),
        Kind::Date { .. } => date(question, fields, help, problem),
        Kind::Address { autocomplete } => address(question, fields, help, problem, *autocomplete),
        Kind::Account { .. } => from_account(question, value),
        Kind::Notice { body, warning } => notice(&question.key, &question.label, body, *warning),
        _ => input(Input {
            id: question.key.clone(),
            name: input_name(&question.key),
            label: Label::medium(label(question)),
            hint: help.map(Hint::from),
            error_message: error.map(ErrorMessage::from),
            value: Some(value),
            ..line(&question.kind)
        }),
    }
}

/// What is particular about a question that is answered in one line.
fn line(kind: &Kind) -> Input {
    let width = |width: &str| format!("govuk-input--width-{width}");
    let own = Input::default();
    match kind {
        Kind::Text { width: chars, autocomplete, .. } => Input {
            classes: chars.map(|chars| width(&chars.to_string())).unwrap_or_default(),
            autocomplete: autocomplete.clone().unwrap_or_default(),
            ..own
        },
        Kind::Number { unit, .. } => {
            Input { inputmode: "numeric".into(), classes: width("5"), suffix: unit.clone().map(Into::into), ..own }
        }
        Kind::Money { .. } => Input { inputmode: "decimal".into(), classes: width("10"), prefix: Some("£".into()), ..own },
        Kind::Email { autocomplete } => Input {
            kind: "email".into(),
            autocomplete: autocomplete.clone().unwrap_or_default(),
            spellcheck: Some(false),
            ..own
        },
        Kind::Phone { autocomplete } => {
            Input { kind: "tel".into(), autocomplete: autocomplete.clone().unwrap_or_default(), classes: width("20"), ..own }
        }
        Kind::NationalInsurance => Input { classes: format!("{} {SPACED}", width("10")), spellcheck: Some(false), ..own },
        Kind::NhsNumber => Input { classes: format!("{} {SPACED}", width("10")), inputmode: "numeric".into(), ..own },
        _ => own,
    }
}

/// For numbers that are read digit by digit.
const SPACED: &str = "govuk-input--extra-letter-spacing";

/// The fieldset of a question.
fn asking(question: &Question) -> Fieldset {
    Fieldset { legend: Legend::medium(label(question)), ..Fieldset::default() }
}

fn one_of(question: &Question, fields: &Fields, help: Option<String>, error: Option<String>) -> AnyView {
    let item = |option: Choice| {
        RadioItem::Item(Radio {
            content: option.label.into(),
            value: option.value,
            hint: option.hint.map(Hint::from),
            ..Radio::default()
        })
    };
    radios(Radios {
        id_prefix: question.key.clone(),
        name: input_name(&question.key),
        items: question.options().unwrap_or_default().into_iter().map(item).collect(),
        value: typed(fields, &question.key).to_owned(),
        fieldset: Some(asking(question)),
        hint: help.map(Hint::from),
        error_message: error.map(ErrorMessage::from),
        // Side by side, for two short answers.
        classes: if matches!(question.kind, Kind::YesNo) { "govuk-radios--inline".into() } else { String::new() },
        ..Radios::default()
    })
}

fn many_of(
    question: &Question,
    options: Vec<Choice>,
    fields: &Fields,
    help: Option<String>,
    error: Option<String>,
) -> AnyView {
    let alone = options.iter().position(|option| option.exclusive).filter(|index| *index > 0);
    let items = options.into_iter().enumerate().flat_map(|(index, option)| {
        let divider = (alone == Some(index)).then(|| CheckboxItem::Divider("or".into()));
        let item = CheckboxItem::Item(Checkbox {
            // Told, because the divider would count.
            id: if index == 0 { question.key.clone() } else { format!("{}-{}", question.key, index + 1) },
            content: option.label.into(),
            value: option.value,
            hint: option.hint.map(Hint::from),
            is_exclusive: option.exclusive,
            ..Checkbox::default()
        });
        divider.into_iter().chain([item])
    });
    checkboxes(Checkboxes {
        id_prefix: question.key.clone(),
        name: input_name(&question.key),
        items: items.collect(),
        values: fields.get(&question.key).cloned().unwrap_or_default(),
        fieldset: Some(asking(question)),
        hint: help.map(Hint::from),
        error_message: error.map(ErrorMessage::from),
        ..Checkboxes::default()
    })
}

fn date(question: &Question, fields: &Fields, help: Option<String>, problem: Option<&Problem>) -> AnyView {
    let message = problem.map(|problem| problem.message.clone());
    // "must include a month and year" is about those parts; everything else is about the whole date.
    let about = |part: &str| message.as_ref().filter(|it| it.contains("must include") && it.contains(part)).map(|_| true);
    let part = |name: &str, words: &str| {
        let field = format!("{}-{name}", question.key);
        DatePart {
            name: input_name(&field),
            label: words.into(),
            value: Some(typed(fields, &field).to_owned()),
            error: about(name),
            width: (name == "year").then_some(4),
            id: field,
            ..DatePart::default()
        }
    };
    let items = DATE_PARTS.into_iter().zip(["Day", "Month", "Year"]).map(|(name, words)| part(name, words));
    date_input(DateInput {
        id: question.key.clone(),
        items: items.collect(),
        hint: Some(help.unwrap_or_else(|| "For example, 27 3 1947".into()).into()),
        error_message: message.map(ErrorMessage::from),
        fieldset: Some(asking(question)),
        ..DateInput::default()
    })
}

fn address(question: &Question, fields: &Fields, help: Option<String>, problem: Option<&Problem>, own: bool) -> AnyView {
    let part = |part: &str| {
        let field = format!("{}-{part}", question.key);
        let (words, token, width) = match part {
            "line1" => ("Address line 1", "address-line1", ""),
            "line2" => ("Address line 2 (optional)", "address-line2", ""),
            "town" => ("Town or city", "address-level2", "govuk-!-width-two-thirds"),
            "county" => ("County (optional)", "address-level1", "govuk-!-width-two-thirds"),
            _ => ("Postcode", "postal-code", "govuk-input--width-10"),
        };
        input(Input {
            error_message: problem.filter(|problem| problem.field == field).map(|problem| problem.message.clone().into()),
            value: Some(typed(fields, &field).to_owned()),
            name: input_name(&field),
            id: field,
            label: words.into(),
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

fn from_account(question: &Question, value: String) -> AnyView {
    let value = if value.is_empty() { "We fill this in from your account when you sign in".to_owned() } else { value };
    let around = FormGroup {
        classes: "care-from-account".into(),
        attributes: Attributes::new().with("id", question.key.clone()),
        ..FormGroup::default()
    };
    let content = view! {
        <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{question.label.clone()}</p>
        <p class="govuk-body">{value}</p>
    };
    group(around, false, content)
}

fn notice(key: &str, title: &str, body: &str, warning: bool) -> AnyView {
    let id = key.to_owned();
    let title = title.to_owned();
    let heading = (!title.is_empty()).then(|| view! { <h2 class="govuk-heading-m">{title}</h2> });
    let class = if warning { "care-alert care-alert--urgent" } else { "care-alert" };
    view! { <div class=class id=id role=warning.then_some("note")>{heading} {rich_text(body)}</div> }.into_any()
}
