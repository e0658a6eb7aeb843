//! Text set apart from the text around it.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty},
};
use leptos::prelude::*;

#[derive(Default)]
pub struct InsetText {
    pub content: Content,
    pub id: String,
    pub classes: String,
    pub attributes: Attributes,
}

pub fn inset_text(inset: InsetText) -> AnyView {
    let class = classes("govuk-inset-text", &[&inset.classes]);
    view! { <div {..inset.attributes.spread()} id=non_empty(inset.id) class=class>{inset.content}</div> }.into_any()
}
