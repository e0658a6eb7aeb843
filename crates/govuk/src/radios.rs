//! A choice of one answer.

use super::{
    Attributes, Content, FormGroup,
    choices::{Choices, Item, Sort, choices},
    error_message::ErrorMessage,
    fieldset::Fieldset,
    hint::Hint,
};
use leptos::prelude::*;

pub use super::choices::Entry;

/// A radio button, or a text between two.
pub type RadioItem = Entry<Radio>;

#[derive(Default)]
pub struct Radios {
    /// The prefix of all ids; the name if empty. The first item's id is the prefix itself.
    pub id_prefix: String,
    pub name: String,
    pub items: Vec<RadioItem>,
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

#[derive(Default)]
pub struct Radio {
    pub content: Content,
    /// Derived from the list's id prefix if empty.
    pub id: String,
    pub value: String,
    /// More classes for the label.
    pub label_classes: String,
    /// More attributes for the label.
    pub label_attributes: Attributes,
    pub hint: Option<Hint>,
    /// Whether it is selected, whatever the list's value says.
    pub checked: Option<bool>,
    /// Shown only while this is selected, such as a further question.
    pub conditional: Content,
    pub disabled: bool,
    pub attributes: Attributes,
}

pub fn radios(list: Radios) -> AnyView {
    let chosen = list.value;
    let item = |radio: Radio| Item {
        checked: radio.checked.unwrap_or(!chosen.is_empty() && radio.value == chosen),
        content: radio.content,
        id: radio.id,
        name: list.name.clone(),
        value: radio.value,
        label_classes: radio.label_classes,
        label_attributes: radio.label_attributes,
        hint: radio.hint,
        conditional: radio.conditional,
        disabled: radio.disabled,
        is_exclusive: false,
        attributes: radio.attributes,
    };
    let items = list.items.into_iter().map(|entry| entry.map(item)).collect();
    choices(Choices {
        sort: Sort::Radios,
        id_prefix: if list.id_prefix.is_empty() { list.name } else { list.id_prefix },
        items,
        described_by: String::new(),
        fieldset: list.fieldset,
        hint: list.hint,
        error_message: list.error_message,
        form_group: list.form_group,
        classes: list.classes,
        attributes: list.attributes,
    })
}
