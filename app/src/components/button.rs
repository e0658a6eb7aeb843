//! Shortcuts for the buttons of the service.

use govuk::{
    Content,
    button::{self, button},
};
use leptos::prelude::*;

/// How prominent a button is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Weight {
    #[default]
    Primary,
    Secondary,
    Warning,
}

impl Weight {
    fn classes(self) -> String {
        match self {
            Self::Primary => "",
            Self::Secondary => "govuk-button--secondary",
            Self::Warning => "govuk-button--warning",
        }
        .to_owned()
    }
}

/// A button that submits its form with its own name and value.
#[component]
pub fn Button(
    #[prop(into)] text: String,
    #[prop(optional)] name: &'static str,
    #[prop(optional, into)] value: String,
    #[prop(optional)] weight: Weight,
    /// A double click must count only once. The server makes sure of that; this asks the browser to help.
    #[prop(optional)]
    once: bool,
) -> impl IntoView {
    button(button::Button {
        content: text.into(),
        name: name.into(),
        value,
        classes: weight.classes(),
        prevent_double_click: once.then_some(true),
        ..button::Button::default()
    })
}

/// A link that looks like a button. `about` is read out after the text, so that links differ when heard on their own.
#[component]
pub fn LinkButton(
    #[prop(into)] text: String,
    href: String,
    #[prop(optional, into)] about: Option<String>,
    #[prop(optional)] weight: Weight,
) -> impl IntoView {
    let about = about.map(|about| view! { <span class="govuk-visually-hidden">{format!(" {about}")}</span> });
    button(button::Button {
        content: Content::view(view! { {text} {about} }),
        href: Some(href),
        classes: weight.classes(),
        ..button::Button::default()
    })
}
