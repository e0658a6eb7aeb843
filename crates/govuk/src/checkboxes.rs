//! A choice of any number of answers.

use super::{
    Attributes, Choice, FormGroup,
    choices::{ChoiceKind, choices},
    error_message::ErrorMessage,
    field::Field,
    fieldset::Fieldset,
    hint::Hint,
};
use leptos::prelude::*;

#[derive(Default)]
pub struct Checkboxes {
    /// The prefix of all ids; the name if empty. The first item's id is the prefix itself.
    pub id_prefix: String,
    pub name: String,
    pub items: Vec<Choice>,
    /// The values of the ticked items.
    pub values: Vec<String>,
    /// Ids of other elements that describe the checkboxes.
    pub described_by: String,
    /// The question that the checkboxes answer. This component fills in its content.
    pub fieldset: Option<Fieldset>,
    pub hint: Option<Hint>,
    pub error_message: Option<ErrorMessage>,
    pub form_group: FormGroup,
    /// `govuk-checkboxes--small`.
    pub classes: String,
    pub attributes: Attributes,
}

pub fn checkboxes(list: Checkboxes) -> AnyView {
    let Checkboxes { id_prefix: id, name, described_by, fieldset, hint, error_message, form_group, .. } = list;
    let field = Field { id, name, described_by, fieldset, hint, error_message, form_group, ..Field::default() };
    choices(ChoiceKind::Checkboxes, field, list.items, &list.values, &list.classes, list.attributes)
}
