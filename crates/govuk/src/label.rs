//! The label of an input.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty},
};
use leptos::prelude::*;

#[derive(Default)]
pub struct Label {
    pub content: Content,
    /// The id of the input. Set by the component that shows the label.
    pub for_id: String,
    /// `govuk-label--m` for a question, none for a part of one.
    pub classes: String,
    /// Whether the label is also the heading of the page.
    pub is_page_heading: bool,
    pub attributes: Attributes,
}

impl<T: Into<Content>> From<T> for Label {
    fn from(content: T) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

impl Label {
    /// The label of a question, not of a part of one.
    pub fn medium(content: impl Into<Content>) -> Self {
        Self { content: content.into(), classes: "govuk-label--m".into(), ..Self::default() }
    }
}

/// `None` if the label is empty.
pub fn label(label: Label) -> Option<AnyView> {
    let content = label.content.some()?;
    let class = classes("govuk-label", &[&label.classes]);
    let view = view! { <label {..label.attributes.spread()} class=class for=non_empty(label.for_id)>{content}</label> };
    Some(if label.is_page_heading {
        view! { <h1 class="govuk-label-wrapper">{view}</h1> }.into_any()
    } else {
        view.into_any()
    })
}
