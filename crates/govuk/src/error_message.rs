//! A validation error, shown with its answer.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty},
    content::visually_hidden,
};
use leptos::prelude::*;

pub struct ErrorMessage {
    pub content: Content,
    /// Set by the component that shows the error.
    pub id: String,
    pub classes: String,
    pub attributes: Attributes,
    /// Read out before the message: "Error". Omitted if empty.
    pub visually_hidden_text: String,
}

impl Default for ErrorMessage {
    fn default() -> Self {
        Self {
            content: Content::Nothing,
            id: String::new(),
            classes: String::new(),
            attributes: Attributes::default(),
            visually_hidden_text: "Error".into(),
        }
    }
}

impl<T: Into<Content>> From<T> for ErrorMessage {
    fn from(content: T) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

pub fn error_message(error: ErrorMessage) -> AnyView {
    let class = classes("govuk-error-message", &[&error.classes]);
    let prefix = non_empty(error.visually_hidden_text).map(|text| view! { {visually_hidden(format!("{text}:"))} " " });
    view! { <p {..error.attributes.spread()} id=non_empty(error.id) class=class>{prefix} {error.content}</p> }.into_any()
}
