//! The parts around every input: the group, the hint, the error message, and the ids that connect them.

use super::{
    Attributes, Content,
    attributes::{classes, described_by, when},
    error_message::{ErrorMessage, error_message},
    hint::{Hint, hint},
};
use leptos::prelude::*;

/// The group around an input.
#[derive(Default)]
pub struct FormGroup {
    pub classes: String,
    pub attributes: Attributes,
    /// Content directly before the input, or before the first of several.
    pub before: Content,
    /// Content directly after the input.
    pub after: Content,
}

/// The hint and error message of an input.
pub(super) struct Help {
    pub view: AnyView,
    pub described_by: Option<String>,
    pub is_error: bool,
}

/// The hint and the error message, with ids derived from the input's. The input is described by `described`, then by
/// both.
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

/// A group around any content.
pub fn group(group: FormGroup, is_error: bool, content: impl IntoView + 'static) -> AnyView {
    let class = classes("govuk-form-group", &[when(is_error, "govuk-form-group--error"), &group.classes]);
    let FormGroup { attributes, before, after, .. } = group;
    let content = content.into_any();
    view! { <div {..attributes.spread()} class=class>{before} {content} {after}</div> }.into_any()
}

/// The group for components that place `before` and `after` themselves.
pub(super) fn form_group(
    classes: &str,
    attributes: Attributes,
    is_error: bool,
    content: impl IntoView + 'static,
) -> AnyView {
    group(FormGroup { classes: classes.to_owned(), attributes, ..FormGroup::default() }, is_error, content)
}
