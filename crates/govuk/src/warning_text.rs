//! A warning about consequences, before they happen.

use super::{Attributes, Content, attributes::classes, content::visually_hidden};
use leptos::prelude::*;

pub struct WarningText {
    pub content: Content,
    /// Read out instead of the exclamation mark: "Warning".
    pub icon_fallback_text: String,
    pub classes: String,
    pub attributes: Attributes,
}

impl Default for WarningText {
    fn default() -> Self {
        Self {
            content: Content::Nothing,
            icon_fallback_text: "Warning".into(),
            classes: String::new(),
            attributes: Attributes::default(),
        }
    }
}

pub fn warning_text(warning: WarningText) -> AnyView {
    let class = classes("govuk-warning-text", &[&warning.classes]);
    view! {
        <div {..warning.attributes.spread()} class=class>
            <span class="govuk-warning-text__icon" aria-hidden="true">"!"</span>
            <strong class="govuk-warning-text__text">{visually_hidden(warning.icon_fallback_text)} " " {warning.content}</strong>
        </div>
    }
    .into_any()
}
