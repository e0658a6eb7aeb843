//! Help with answering a question, in one sentence.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty},
};
use leptos::prelude::*;

#[derive(Default)]
pub struct Hint {
    pub content: Content,
    /// Set by the component that shows the hint.
    pub id: String,
    pub classes: String,
    pub attributes: Attributes,
}

impl<T: Into<Content>> From<T> for Hint {
    fn from(content: T) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

pub fn hint(hint: Hint) -> AnyView {
    let class = classes("govuk-hint", &[&hint.classes]);
    view! { <div {..hint.attributes.spread()} id=non_empty(hint.id) class=class>{hint.content}</div> }.into_any()
}
