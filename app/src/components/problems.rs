//! The error summary at the top of the page.

use crate::context;
use govuk::{
    Attributes,
    error_message::ErrorMessage,
    error_summary::{ErrorLink, ErrorSummary, error_summary},
};
use leptos::prelude::*;

/// The messages with their inputs; `None` if there are none. It takes the focus when the page loads.
pub fn error_summary_of(problems: Vec<(String, String)>) -> Option<AnyView> {
    let link = |(field, message): (String, String)| ErrorLink {
        content: message.into(),
        href: format!("#{field}"),
        ..ErrorLink::default()
    };
    (!problems.is_empty()).then(|| {
        error_summary(ErrorSummary {
            title: context::messages().problem_summary().into(),
            errors: problems.into_iter().map(link).collect(),
            attributes: Attributes::new().with("id", "error-summary").with("tabindex", "-1").flag("autofocus"),
            ..ErrorSummary::default()
        })
    })
}

/// An error message beside its input, with its prefix for screen readers.
pub fn problem_beside(text: String) -> ErrorMessage {
    ErrorMessage { visually_hidden_text: context::messages().problem_error().into(), ..text.into() }
}
