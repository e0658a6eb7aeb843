//! All errors of a page, at its top, each with a link to its input.

use super::{Attributes, Content, attributes::classes};
use leptos::prelude::*;

pub struct ErrorSummary {
    /// "There is a problem".
    pub title: Content,
    /// Text between the title and the messages.
    pub description: Content,
    /// The messages, in the order of their inputs.
    pub errors: Vec<ErrorLink>,
    pub classes: String,
    /// Whether the script leaves the focus alone.
    pub disable_auto_focus: Option<bool>,
    pub attributes: Attributes,
}

impl Default for ErrorSummary {
    fn default() -> Self {
        Self {
            title: "There is a problem".into(),
            description: Content::Nothing,
            errors: Vec::new(),
            classes: String::new(),
            disable_auto_focus: None,
            attributes: Attributes::default(),
        }
    }
}

/// A message.
#[derive(Default)]
pub struct ErrorLink {
    pub content: Content,
    /// Link to the input, such as `#email`; plain text if empty.
    pub href: String,
    pub attributes: Attributes,
}

pub fn error_summary(summary: ErrorSummary) -> AnyView {
    let class = classes("govuk-error-summary", &[&summary.classes]);
    let focus = summary.disable_auto_focus.map(|disabled| disabled.to_string());
    let description = summary.description.some().map(|content| view! { <p>{content}</p> });
    let list = (!summary.errors.is_empty()).then(|| {
        let errors = summary.errors.into_iter().map(error).collect_view();
        view! { <ul class="govuk-list govuk-error-summary__list">{errors}</ul> }
    });
    view! {
        <div {..summary.attributes.spread()} class=class data-disable-auto-focus=focus data-module="govuk-error-summary">
            <div role="alert">
                <h2 class="govuk-error-summary__title">{summary.title}</h2>
                <div class="govuk-error-summary__body">{description} {list}</div>
            </div>
        </div>
    }
    .into_any()
}

fn error(error: ErrorLink) -> AnyView {
    if error.href.is_empty() {
        return view! { <li>{error.content}</li> }.into_any();
    }
    view! { <li><a {..error.attributes.spread()} href=error.href>{error.content}</a></li> }.into_any()
}
