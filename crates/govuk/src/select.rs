//! A choice of one answer from a long list. For short lists radios are easier to use.

use super::{
    Attributes, FormGroup,
    attributes::{classes, when},
    error_message::ErrorMessage,
    form_group::{form_group, help},
    hint::Hint,
    label::{Label, label},
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
    let id = if list.id.is_empty() { list.name.clone() } else { list.id };
    let help = help(&id, &list.described_by, list.hint, list.error_message);
    let name = label(Label { for_id: id.clone(), ..list.label });
    let options = list.items.into_iter().map(|item| option(item, &list.value)).collect_view();
    let FormGroup { classes: group_classes, attributes, before, after } = list.form_group;
    let field = view! {
        <select
            {..list.attributes.spread()}
            class=classes("govuk-select", &[&list.classes, when(help.is_error, "govuk-select--error")])
            id=id
            name=list.name
            disabled=list.disabled
            aria-describedby=help.described_by
        >
            {options}
        </select>
    };
    form_group(&group_classes, attributes, help.is_error, view! { {name} {help.view} {before} {field} {after} })
}

fn option(item: SelectItem, chosen: &str) -> AnyView {
    let is_value = !chosen.is_empty() && item.value.as_ref().unwrap_or(&item.text) == chosen;
    let selected = item.selected.unwrap_or(is_value);
    view! {
        <option {..item.attributes.spread()} value=item.value selected=selected disabled=item.disabled>{item.text}</option>
    }
    .into_any()
}
