//! A choice of one answer.

use super::{
    Attributes, Choice, FormGroup,
    attributes::non_empty,
    choices::{ChoiceKind, choices},
    error_message::ErrorMessage,
    field::Field,
    fieldset::Fieldset,
    hint::Hint,
};
use leptos::prelude::*;

#[derive(Default)]
pub struct Radios {
    /// The prefix of all ids; the name if empty. The first item's id is the prefix itself.
    pub id_prefix: String,
    pub name: String,
    pub items: Vec<Choice>,
    /// The value of the selected item.
    pub value: String,
    /// The question that the radios answer. This component fills in its content.
    pub fieldset: Option<Fieldset>,
    pub hint: Option<Hint>,
    pub error_message: Option<ErrorMessage>,
    pub form_group: FormGroup,
    /// `govuk-radios--inline` for two short answers, `govuk-radios--small`.
    pub classes: String,
    pub attributes: Attributes,
}

pub fn radios(list: Radios) -> AnyView {
    let Radios { id_prefix: id, name, fieldset, hint, error_message, form_group, .. } = list;
    let field = Field { id, name, fieldset, hint, error_message, form_group, ..Field::default() };
    let selected = non_empty(list.value);
    choices(ChoiceKind::Radios, field, list.items, selected.as_slice(), &list.classes, list.attributes)
}
