//! A one-line text input.

use super::{
    Attributes, Content, FormGroup,
    attributes::{classes, non_empty, when},
    error_message::ErrorMessage,
    field::Field,
    hint::Hint,
    label::Label,
};
use leptos::prelude::*;

/// The properties of a one-line input. Use `..Input::default()` for the rest.
#[derive(Default)]
pub struct Input {
    /// The name if empty.
    pub id: String,
    pub name: String,
    /// The `type` attribute; "text" if empty.
    pub kind: String,
    /// The keyboard that a phone shows, such as `numeric`.
    pub inputmode: String,
    pub value: Option<String>,
    pub disabled: bool,
    /// Ids of other elements that describe it.
    pub described_by: String,
    pub label: Label,
    pub hint: Option<Hint>,
    pub error_message: Option<ErrorMessage>,
    /// Shown before the input, such as "£".
    pub prefix: Option<Affix>,
    /// Shown after the input, such as "hours".
    pub suffix: Option<Affix>,
    pub form_group: FormGroup,
    /// More classes for the wrapper around the input and its prefix and suffix.
    pub wrapper_classes: String,
    /// More attributes for the wrapper.
    pub wrapper_attributes: Attributes,
    /// A width, such as `govuk-input--width-10`.
    pub classes: String,
    pub autocomplete: String,
    /// The `pattern` that the browser checks. Best left empty: the server validates.
    pub pattern: String,
    /// Whether the browser checks spelling; up to the browser if not given.
    pub spellcheck: Option<bool>,
    /// What a phone capitalises, such as `none`.
    pub autocapitalize: String,
    pub attributes: Attributes,
}

/// Text beside an input that isn't part of the answer.
#[derive(Default)]
pub struct Affix {
    pub content: Content,
    pub classes: String,
    pub attributes: Attributes,
}

impl<T: Into<Content>> From<T> for Affix {
    fn from(content: T) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

pub fn input(input: Input) -> AnyView {
    let Input { id, name, described_by, label, hint, error_message, form_group, .. } = input;
    let affix = |affix: Option<Affix>, side| affix.filter(|affix| affix.content.is_some()).map(|it| affix_view(it, side));
    let (prefix, suffix) = (affix(input.prefix, "prefix"), affix(input.suffix, "suffix"));
    let field = Field { id, name, described_by, label, hint, error_message, form_group, ..Field::default() };
    field.view(|field| {
        let element = view! {
            <input
                {..input.attributes.spread()}
                class=classes("govuk-input", &[&input.classes, when(field.is_error, "govuk-input--error")])
                id=field.id
                name=non_empty(field.name)
                type=non_empty(input.kind).unwrap_or_else(|| "text".into())
                spellcheck=input.spellcheck.map(|checked| checked.to_string())
                value=input.value
                disabled=input.disabled
                aria-describedby=field.described_by
                autocomplete=non_empty(input.autocomplete)
                autocapitalize=non_empty(input.autocapitalize)
                pattern=non_empty(input.pattern)
                inputmode=non_empty(input.inputmode)
            />
        };
        if prefix.is_none() && suffix.is_none() && !field.before.is_some() && !field.after.is_some() {
            return element.into_any();
        }
        view! {
            <div {..input.wrapper_attributes.spread()} class=classes("govuk-input__wrapper", &[&input.wrapper_classes])>
                {field.before} {prefix} {element} {suffix} {field.after}
            </div>
        }
        .into_any()
    })
}

fn affix_view(affix: Affix, side: &str) -> AnyView {
    let class = classes(&format!("govuk-input__{side}"), &[&affix.classes]);
    view! { <div {..affix.attributes.spread()} class=class aria-hidden="true">{affix.content}</div> }.into_any()
}
