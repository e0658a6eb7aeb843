//! The parts around an input: the group, the label or fieldset, the hint, the error message, and the ids that connect
//! them.

use super::{
    Content, FormGroup,
    attributes::described_by,
    error_message::{ErrorMessage, error_message},
    fieldset::{Fieldset, fieldset},
    form_group::group,
    hint::{Hint, hint},
    label::{Label, label},
};
use leptos::prelude::*;

/// A single input has a label, several have a fieldset.
#[derive(Default)]
pub(super) struct Field {
    /// The name if empty.
    pub id: String,
    pub name: String,
    pub described_by: String,
    pub label: Label,
    pub fieldset: Option<Fieldset>,
    pub hint: Option<Hint>,
    pub error_message: Option<ErrorMessage>,
    pub form_group: FormGroup,
}

/// What the input itself needs.
pub(super) struct FieldInput {
    pub id: String,
    pub name: String,
    pub described_by: Option<String>,
    pub is_error: bool,
    /// Content directly before and after the input.
    pub before: Content,
    pub after: Content,
}

impl Field {
    /// The input is described by `described_by`, then by the hint and the error message.
    pub(super) fn view<V: IntoView + 'static>(self, input: impl FnOnce(FieldInput) -> V) -> AnyView {
        let id = if self.id.is_empty() { self.name.clone() } else { self.id };
        let hint_id = self.hint.as_ref().map(|_| format!("{id}-hint"));
        let error_id = self.error_message.as_ref().map(|_| format!("{id}-error"));
        let of_fieldset = self.fieldset.as_ref().map(|set| set.described_by.clone()).filter(|ids| !ids.is_empty());
        let others = of_fieldset.unwrap_or(self.described_by);
        let described_by = described_by([Some(others), hint_id.clone(), error_id.clone()]);
        let is_error = error_id.is_some();
        let label = label(Label { for_id: id.clone(), ..self.label });
        let hint = hint_id.zip(self.hint).map(|(id, it)| hint(Hint { id, ..it }));
        let error = error_id.zip(self.error_message).map(|(id, it)| error_message(ErrorMessage { id, ..it }));
        let FormGroup { classes, attributes, before, after } = self.form_group;
        let input = input(FieldInput { id, name: self.name, described_by: described_by.clone(), is_error, before, after });
        let content = view! { {label} {hint} {error} {input} }.into_any();
        let content = match self.fieldset {
            Some(set) => {
                fieldset(Fieldset { content: content.into(), described_by: described_by.unwrap_or_default(), ..set })
            }
            None => content,
        };
        group(FormGroup { classes, attributes, ..FormGroup::default() }, is_error, content)
    }
}
