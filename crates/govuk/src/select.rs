//! A choice of one answer from a long list. For short lists radios are easier to use.

use super::{
    Attributes, FormGroup,
    attributes::{classes, when},
    error_message::ErrorMessage,
    field::Field,
    hint::Hint,
    label::Label,
};
use leptos::prelude::*;

#[derive(Default)]
pub struct Select {
    /// The name if empty.
    pub id: String,
    pub name: String,
    pub items: Vec<SelectItem>,
    /// The value of the selected item.
    pub value: String,
    pub disabled: bool,
    /// Ids of other elements that describe it.
    pub described_by: String,
    pub label: Label,
    pub hint: Option<Hint>,
    pub error_message: Option<ErrorMessage>,
    pub form_group: FormGroup,
    pub classes: String,
    pub attributes: Attributes,
}

#[derive(Default)]
pub struct SelectItem {
    /// The value that is sent; the text if not given.
    pub value: Option<String>,
    pub text: String,
    /// Whether it is selected, whatever the list's value says.
    pub selected: Option<bool>,
    pub disabled: bool,
    pub attributes: Attributes,
}

pub fn select(list: Select) -> AnyView {
    let Select { id, name, described_by, label, hint, error_message, form_group, .. } = list;
    let options = list.items.into_iter().map(|item| option(item, &list.value)).collect_view();
    let field = Field { id, name, described_by, label, hint, error_message, form_group, ..Field::default() };
    field.view(|input| {
        view! {
            {input.before}
            <select
                {..list.attributes.spread()}
                class=classes("govuk-select", &[&list.classes, when(input.is_error, "govuk-select--error")])
                id=input.id
                name=input.name
                disabled=list.disabled
                aria-describedby=input.described_by
            >
                {options}
            </select>
            {input.after}
        }
    })
}

fn option(item: SelectItem, chosen: &str) -> AnyView {
    let is_value = !chosen.is_empty() && item.value.as_ref().unwrap_or(&item.text) == chosen;
    let selected = item.selected.unwrap_or(is_value);
    view! {
        <option {..item.attributes.spread()} value=item.value selected=selected disabled=item.disabled>{item.text}</option>
    }
    .into_any()
}
