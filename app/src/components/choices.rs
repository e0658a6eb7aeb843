//! Radios and checkboxes: one answer or several out of a list.

use super::form_group::{ErrorMessage, Hint, described_by, group_class};
use domain::definition::Choice;
use leptos::prelude::*;

#[derive(Clone, Default)]
pub struct Choices {
    pub id: String,
    pub name: String,
    pub legend: String,
    pub legend_class: &'static str,
    pub hint: Option<String>,
    pub error: Option<String>,
    pub options: Vec<Choice>,
    pub chosen: Vec<String>,
    pub several: bool,
    /// Side by side, for two short options.
    pub inline: bool,
}

pub fn choices(list: Choices) -> impl IntoView {
    let (hint, error) = (list.hint.is_some(), list.error.is_some());
    let described = described_by(&list.id, hint, error);
    let sort = if list.several { "checkboxes" } else { "radios" };
    let inline = if list.inline { format!(" govuk-{sort}--inline") } else { String::new() };
    let exclusive_begins = list.options.iter().position(|option| option.exclusive).filter(|index| *index > 0);
    let (id, name, chosen) = (list.id.clone(), list.name, list.chosen);
    let items = list.options.into_iter().enumerate().map(move |(index, option)| {
        let divider =
            (exclusive_begins == Some(index)).then(|| view! { <div class=format!("govuk-{sort}__divider")>"or"</div> });
        let checked = chosen.contains(&option.value);
        let item = choice(sort, &item_id(&id, index), name.clone(), option, checked);
        view! { {divider} {item} }
    });
    view! {
        <div class=group_class(error)>
            <fieldset class="govuk-fieldset" aria-describedby=described>
                <legend class=format!("govuk-fieldset__legend {}", list.legend_class).trim_end().to_owned()>{list.legend}</legend>
                {list.hint.map(|text| view! { <Hint id=list.id.clone() text=text/> })}
                {list.error.map(|text| view! { <ErrorMessage id=list.id.clone() text=text/> })}
                <div class=format!("govuk-{sort}{inline}")>{items.collect_view()}</div>
            </fieldset>
        </div>
    }
}

/// The first option carries the question's own id, so that a message can point to it.
fn item_id(id: &str, index: usize) -> String {
    if index == 0 { id.to_owned() } else { format!("{id}-{}", index + 1) }
}

fn choice(sort: &'static str, id: &str, name: String, option: Choice, checked: bool) -> impl IntoView + use<> {
    let id = id.to_owned();
    let hint_id = option.hint.as_ref().map(|_| format!("{id}-item-hint"));
    let kind = if sort == "radios" { "radio" } else { "checkbox" };
    view! {
        <div class=format!("govuk-{sort}__item")>
            <input
                class=format!("govuk-{sort}__input")
                id=id.clone()
                name=name
                type=kind
                value=option.value
                checked=checked
                data-exclusive=option.exclusive.then_some("true")
                aria-describedby=hint_id.clone()
            />
            <label class=format!("govuk-label govuk-{sort}__label") for=id>{option.label}</label>
            {option.hint.map(|hint| view! { <div class=format!("govuk-hint govuk-{sort}__hint") id=hint_id>{hint}</div> })}
        </div>
    }
}
