//! Buttons, and links that look like them.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty, when},
};
use leptos::prelude::*;

#[derive(Default)]
pub struct Button {
    pub content: Content,
    /// Makes it a link to this address instead of a button.
    pub href: Option<String>,
    /// What the button does to its form.
    pub kind: ButtonType,
    pub name: String,
    pub value: String,
    pub id: String,
    /// `govuk-button--secondary`, `govuk-button--warning`.
    pub classes: String,
    pub disabled: bool,
    /// A double click must count only once. The server makes sure of that; this asks the browser to help.
    pub prevent_double_click: Option<bool>,
    /// The button that starts a service, with an arrow.
    pub is_start_button: bool,
    pub attributes: Attributes,
}

/// What a button does to its form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonType {
    #[default]
    Submit,
    /// Nothing by itself; a script handles it.
    Button,
    Reset,
}

impl ButtonType {
    const fn name(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Button => "button",
            Self::Reset => "reset",
        }
    }
}

pub fn button(button: Button) -> AnyView {
    let class = classes("govuk-button", &[&button.classes, when(button.is_start_button, "govuk-button--start")]);
    let content = match button.content {
        // The start button is a flex container, which would drop the spaces between the children of the content.
        Content::View(view) if button.is_start_button => Content::view(view! { <span>{view}</span> }),
        content => content,
    };
    let icon = button.is_start_button.then(start_icon);
    let id = non_empty(button.id);
    if let Some(href) = button.href {
        return view! {
            <a
                {..button.attributes.spread()}
                href=href
                role="button"
                draggable="false"
                class=class
                data-module="govuk-button"
                id=id
            >
                {content}
                {icon}
            </a>
        }
        .into_any();
    }
    view! {
        <button
            {..button.attributes.spread()}
            type=button.kind.name()
            value=non_empty(button.value)
            name=non_empty(button.name)
            disabled=button.disabled
            aria-disabled=button.disabled.then_some("true")
            data-prevent-double-click=button.prevent_double_click.map(|asked| asked.to_string())
            class=class
            data-module="govuk-button"
            id=id
        >
            {content}
            {icon}
        </button>
    }
    .into_any()
}

fn start_icon() -> impl IntoView {
    view! {
        <svg
            class="govuk-button__start-icon"
            xmlns="http://www.w3.org/2000/svg"
            width="17.5"
            height="19"
            viewBox="0 0 33 40"
            aria-hidden="true"
            focusable="false"
        >
            <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"></path>
        </svg>
    }
}
