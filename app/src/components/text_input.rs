//! One line of text.

use super::form_group::{ErrorMessage, Hint, described_by, group_class};
use leptos::prelude::*;

/// Everything a one-line input may be told. `..TextInput::default()` for the rest.
#[derive(Clone, Default)]
pub struct TextInput {
    pub id: String,
    pub name: String,
    pub label: String,
    /// `govuk-label--m` for a question, empty for a part of one.
    pub label_class: &'static str,
    pub hint: Option<String>,
    pub error: Option<String>,
    pub value: String,
    /// `type`; "text" if empty.
    pub kind: &'static str,
    pub inputmode: Option<&'static str>,
    pub autocomplete: Option<String>,
    /// A class that sets the width.
    pub width: String,
    pub prefix: Option<&'static str>,
    pub suffix: Option<String>,
    pub spellcheck_off: bool,
    /// For codes and numbers read letter by letter.
    pub spaced: bool,
}

pub fn text_input(input: TextInput) -> impl IntoView {
    let (hint, error) = (input.hint.is_some(), input.error.is_some());
    let described = described_by(&input.id, hint, error);
    let class = [
        "govuk-input",
        if error { "govuk-input--error" } else { "" },
        if input.spaced { "govuk-input--extra-letter-spacing" } else { "" },
        &input.width,
    ];
    let class = class.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let kind = if input.kind.is_empty() { "text" } else { input.kind };
    let field = view! {
        <input
            class=class
            id=input.id.clone()
            name=input.name
            type=kind
            value=input.value
            inputmode=input.inputmode
            autocomplete=input.autocomplete
            spellcheck=input.spellcheck_off.then_some("false")
            autocapitalize=(kind == "password").then_some("none")
            aria-describedby=described
        />
    };
    let field = if input.prefix.is_some() || input.suffix.is_some() {
        view! {
            <div class="govuk-input__wrapper">
                {input.prefix.map(|prefix| view! { <div class="govuk-input__prefix" aria-hidden="true">{prefix}</div> })}
                {field}
                {input.suffix.map(|suffix| view! { <div class="govuk-input__suffix" aria-hidden="true">{suffix}</div> })}
            </div>
        }
        .into_any()
    } else {
        field.into_any()
    };
    view! {
        <div class=group_class(error)>
            <label class=format!("govuk-label {}", input.label_class).trim_end().to_owned() for=input.id.clone()>{input.label}</label>
            {input.hint.map(|text| view! { <Hint id=input.id.clone() text=text/> })}
            {input.error.map(|text| view! { <ErrorMessage id=input.id.clone() text=text/> })}
            {field}
        </div>
    }
}
