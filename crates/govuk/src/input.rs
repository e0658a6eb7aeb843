//! A one-line text input.

use super::{
    Attributes, Content, FormGroup,
    attributes::{classes, given, when},
    error_message::ErrorMessage,
    form_group::{form_group, help},
    hint::Hint,
    label::{Label, label},
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
    let id = if input.id.is_empty() { input.name.clone() } else { input.id };
    let help = help(&id, &input.described_by, input.hint, input.error_message);
    let name = label(Label { for_id: id.clone(), ..input.label });
    let kind = if input.kind.is_empty() { "text".to_owned() } else { input.kind };
    let field = view! {
        <input
            {..input.attributes.spread()}
            class=classes("govuk-input", &[&input.classes, when(help.is_error, "govuk-input--error")])
            id=id
            name=input.name
            type=kind
            spellcheck=input.spellcheck.map(|checked| checked.to_string())
            value=input.value
            disabled=input.disabled
            aria-describedby=help.described_by
            autocomplete=given(input.autocomplete)
            autocapitalize=given(input.autocapitalize)
            pattern=given(input.pattern)
            inputmode=given(input.inputmode)
        />
    };
    let FormGroup { classes: group_classes, attributes, before, after } = input.form_group;
    let affix = |affix: Option<Affix>, side| affix.filter(|affix| affix.content.is_some()).map(|it| affix_view(it, side));
    let (prefix, suffix) = (affix(input.prefix, "prefix"), affix(input.suffix, "suffix"));
    let field = if prefix.is_some() || suffix.is_some() || before.is_some() || after.is_some() {
        view! {
            <div {..input.wrapper_attributes.spread()} class=classes("govuk-input__wrapper", &[&input.wrapper_classes])>
                {before} {prefix} {field} {suffix} {after}
            </div>
        }
        .into_any()
    } else {
        field.into_any()
    };
    form_group(&group_classes, attributes, help.is_error, view! { {name} {help.view} {field} })
}

fn affix_view(affix: Affix, side: &str) -> AnyView {
    let class = classes(&format!("govuk-input__{side}"), &[&affix.classes]);
    view! { <div {..affix.attributes.spread()} class=class aria-hidden="true">{affix.content}</div> }.into_any()
}
