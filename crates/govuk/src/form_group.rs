//! The group around an input.

use super::{
    Attributes, Content,
    attributes::{classes, when},
};
use leptos::prelude::*;

#[derive(Default)]
pub struct FormGroup {
    pub classes: String,
    pub attributes: Attributes,
    /// Content directly before the input, or before the first of several.
    pub before: Content,
    /// Content directly after the input.
    pub after: Content,
}

/// A group around any content.
pub fn group(group: FormGroup, is_error: bool, content: impl IntoView + 'static) -> AnyView {
    let class = classes("govuk-form-group", &[when(is_error, "govuk-form-group--error"), &group.classes]);
    let FormGroup { attributes, before, after, .. } = group;
    let content = content.into_any();
    view! { <div {..attributes.spread()} class=class>{before} {content} {after}</div> }.into_any()
}
