//! Any number of answers out of a list.

use super::{
    Attributes, Content, FormGroup,
    choices::{Choices, Item, Sort, choices},
    error_message::ErrorMessage,
    fieldset::Fieldset,
    hint::Hint,
};
use leptos::prelude::*;

pub use super::choices::Entry;

/// One box, or words between two.
pub type CheckboxItem = Entry<Checkbox>;

#[derive(Default)]
pub struct Checkboxes {
    /// The beginning of all identifiers; the name if empty. The first item's is this.
    pub id_prefix: String,
    pub name: String,
    pub items: Vec<CheckboxItem>,
    /// The values of the items that are ticked.
    pub values: Vec<String>,
    /// Identifiers of what else describes the boxes.
    pub described_by: String,
    /// The question the boxes answer. Its content is left to this component.
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
    /// Made from the list's if empty.
    pub id: String,
    /// The list's if empty.
    pub name: String,
    pub value: String,
    /// More classes of its label.
    pub label_classes: String,
    /// More attributes of its label.
    pub label_attributes: Attributes,
    pub hint: Option<Hint>,
    /// Whether it is ticked, whatever the list's values say.
    pub checked: Option<bool>,
    /// What else is asked of those who tick it.
    pub conditional: Content,
    /// Ticking it unticks the others, where scripts run: "None of these".
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
