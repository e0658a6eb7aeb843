//! What is wrong on the page, above everything else.

use crate::context;
use govuk::{
    Attributes,
    error_message::ErrorMessage,
    error_summary::{ErrorLink, ErrorSummary, error_summary},
};
use leptos::prelude::*;

/// The messages with the inputs they are about; nothing where there are none. It has the focus as soon as it is there.
pub fn problem_summary(problems: Vec<(String, String)>) -> Option<AnyView> {
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

/// A message beside its input, with what is read out before it.
pub fn problem_beside(text: String) -> ErrorMessage {
    ErrorMessage { visually_hidden_text: context::messages().problem_error().into(), ..text.into() }
}
