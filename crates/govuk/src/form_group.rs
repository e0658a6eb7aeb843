//! What all inputs have around them: the group, the hint, the error message, and the names that tie them together.

use super::{
    Attributes, Content,
    attributes::{classes, described_by, when},
    error_message::{ErrorMessage, error_message},
    hint::{Hint, hint},
};
use leptos::prelude::*;

/// Properties of the group around an input.
#[derive(Default)]
pub struct FormGroup {
    pub classes: String,
    pub attributes: Attributes,
    /// Content right before the input, or before the first of several.
    pub before: Content,
    /// Content right after it.
    pub after: Content,
}

/// The hint and the error message of an input.
pub(super) struct Help {
    pub view: AnyView,
    pub described_by: Option<String>,
    pub is_error: bool,
}

/// Hint and error message get identifiers made from the input's; the input is described by both, after what it was told.
pub(super) fn help(id: &str, described: &str, words: Option<Hint>, error: Option<ErrorMessage>) -> Help {
    let hint_id = words.is_some().then(|| format!("{id}-hint"));
    let error_id = error.is_some().then(|| format!("{id}-error"));
    let is_error = error.is_some();
    let words = hint_id.clone().zip(words).map(|(id, words)| hint(Hint { id, ..words }));
    let error = error_id.clone().zip(error).map(|(id, error)| error_message(ErrorMessage { id, ..error }));
    Help {
        view: view! { {words} {error} }.into_any(),
        described_by: described_by([Some(described.to_owned()), hint_id, error_id]),
        is_error,
    }
}

/// The group itself, around whatever has been put together by hand.
pub fn group(group: FormGroup, is_error: bool, content: impl IntoView + 'static) -> AnyView {
    let class = classes("govuk-form-group", &[when(is_error, "govuk-form-group--error"), &group.classes]);
    let FormGroup { attributes, before, after, .. } = group;
    let content = content.into_any();
    view! { <div {..attributes.spread()} class=class>{before} {content} {after}</div> }.into_any()
}

/// The group of a component that puts what stands before and after into itself.
pub(super) fn form_group(
    classes: &str,
    attributes: Attributes,
    is_error: bool,
    content: impl IntoView + 'static,
) -> AnyView {
    group(FormGroup { classes: classes.to_owned(), attributes, ..FormGroup::default() }, is_error, content)
}
