//! A choice of any number of answers.

use super::{
    Attributes, Content, FormGroup,
    choices::{Choices, Item, Sort, choices},
    error_message::ErrorMessage,
    fieldset::Fieldset,
    hint::Hint,
};
use leptos::prelude::*;

pub use super::choices::Entry;

/// A checkbox, or a text between two.
pub type CheckboxItem = Entry<Checkbox>;

#[derive(Default)]
pub struct Checkboxes {
    /// The prefix of all ids; the name if empty. The first item's id is the prefix itself.
    pub id_prefix: String,
    pub name: String,
    pub items: Vec<CheckboxItem>,
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

#[derive(Default)]
pub struct Checkbox {
    pub content: Content,
    /// Derived from the list's id prefix if empty.
    pub id: String,
    /// The list's name if empty.
    pub name: String,
    pub value: String,
    /// More classes for the label.
    pub label_classes: String,
    /// More attributes for the label.
    pub label_attributes: Attributes,
    pub hint: Option<Hint>,
    /// Whether it is ticked, whatever the list's values say.
    pub checked: Option<bool>,
    /// Shown only while this is ticked, such as a further question.
    pub conditional: Content,
    /// Ticking it unticks all others if scripts run: "None of these".
    pub is_exclusive: bool,
    pub disabled: bool,
    pub attributes: Attributes,
}

pub fn checkboxes(list: Checkboxes) -> AnyView {
    let item = |checkbox: Checkbox| Item {
        checked: checkbox.checked.unwrap_or_else(|| list.values.contains(&checkbox.value)),
        content: checkbox.content,
        id: checkbox.id,
        name: if checkbox.name.is_empty() { list.name.clone() } else { checkbox.name },
        value: checkbox.value,
        label_classes: checkbox.label_classes,
        label_attributes: checkbox.label_attributes,
        hint: checkbox.hint,
        conditional: checkbox.conditional,
        disabled: checkbox.disabled,
        is_exclusive: checkbox.is_exclusive,
        attributes: checkbox.attributes,
    };
    let items = list.items.into_iter().map(|entry| entry.map(item)).collect();
    choices(Choices {
        sort: Sort::Checkboxes,
        id_prefix: if list.id_prefix.is_empty() { list.name } else { list.id_prefix },
        items,
        described_by: list.described_by,
        fieldset: list.fieldset,
        hint: list.hint,
        error_message: list.error_message,
        form_group: list.form_group,
        classes: list.classes,
        attributes: list.attributes,
    })
}
