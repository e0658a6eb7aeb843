//! A status in a word or two.

use super::{Attributes, Content, attributes::classes};
use leptos::prelude::*;

#[derive(Default)]
pub struct Tag {
    pub content: Content,
    /// A colour, such as `govuk-tag--grey`.
    pub classes: String,
    pub attributes: Attributes,
}

impl<T: Into<Content>> From<T> for Tag {
    fn from(content: T) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

pub fn tag(tag: Tag) -> AnyView {
    let class = classes("govuk-tag", &[&tag.classes]);
    view! { <strong {..tag.attributes.spread()} class=class>{tag.content}</strong> }.into_any()
}
