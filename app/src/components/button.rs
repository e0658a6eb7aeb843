//! Buttons, and links that look like them.

use leptos::prelude::*;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Weight {
    #[default]
    Primary,
    Secondary,
    Warning,
}

impl Weight {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "govuk-button",
            Self::Secondary => "govuk-button govuk-button--secondary",
            Self::Warning => "govuk-button govuk-button--warning",
        }
    }
}

/// A button that sends its form, saying which button it was by name and value.
#[component]
pub fn Button(
    words: &'static str,
    #[prop(optional)] name: Option<&'static str>,
    #[prop(optional)] value: Option<&'static str>,
    #[prop(optional)] weight: Weight,
    /// Pressed twice it must not count twice; the server sees to that, and the attribute asks the browser too.
    #[prop(optional)]
    once: bool,
) -> impl IntoView {
    view! {
        <button class=weight.class() type="submit" name=name value=value data-prevent-double-click=once.then_some("true")>
            {words}
        </button>
    }
}

/// A link that looks like a button. `about` is read out after the words, so that links differ when heard alone.
#[component]
pub fn LinkButton(
    words: &'static str,
    href: String,
    #[prop(optional, into)] about: Option<String>,
    #[prop(optional)] weight: Weight,
) -> impl IntoView {
    view! {
        <a class=weight.class() href=href role="button" draggable="false">
            {words}
            {about.map(|about| view! { <span class="govuk-visually-hidden">{format!(" {about}")}</span> })}
        </a>
    }
}
