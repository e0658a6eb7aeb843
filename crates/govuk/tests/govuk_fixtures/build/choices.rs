//! Questions with several inputs: radios, checkboxes and dates.

use super::{
    inputs::{fieldset_of, several},
    text::{error_of, hint_of},
};
use crate::options::Options;
use govuk::{
    Choice,
    checkboxes::{self, Checkboxes},
    date_input::{self, DateInput, DatePart},
    radios::{self, Radios},
};
use leptos::prelude::*;

pub fn radios(o: &Options<'_>) -> AnyView {
    radios::radios(Radios {
        id_prefix: o.text("idPrefix"),
        name: o.text("name"),
        items: o.list("items", choice),
        value: o.text("value"),
        fieldset: o.object("fieldset").map(|o| fieldset_of(&o)),
        hint: o.object("hint").map(|o| hint_of(&o)),
        error_message: o.object("errorMessage").map(|o| error_of(&o)),
        form_group: several(o),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

pub fn checkboxes(o: &Options<'_>) -> AnyView {
    checkboxes::checkboxes(Checkboxes {
        id_prefix: o.text("idPrefix"),
        name: o.text("name"),
        items: o.list("items", choice),
        values: o.texts("values"),
        described_by: o.text("describedBy"),
        fieldset: o.object("fieldset").map(|o| fieldset_of(&o)),
        hint: o.object("hint").map(|o| hint_of(&o)),
        error_message: o.object("errorMessage").map(|o| error_of(&o)),
        form_group: several(o),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

fn choice(item: Options<'_>) -> Choice {
    Choice {
        content: item.content(),
        id: item.text("id"),
        name: item.text("name"),
        value: item.text("value"),
        label_classes: item.part("label").text("classes"),
        label_attributes: item.part("label").attributes(),
        hint: item.object("hint").map(|o| hint_of(&o)),
        checked: item.flag("checked"),
        conditional: item.part("conditional").content_of("html", ""),
        is_exclusive: item.text("behaviour") == "exclusive",
        disabled: item.is("disabled"),
        attributes: item.attributes(),
        divider: item.text("divider"),
    }
}

pub fn date_input(o: &Options<'_>) -> AnyView {
    let mut items = o.list("items", |item| part(item, o, &item.text("name")));
    if items.is_empty() {
        let asked = |name: &&str| !o.names(name) || o.is(name);
        items = ["day", "month", "year"].into_iter().filter(asked).map(|name| part(o.part(name), o, name)).collect();
    }
    date_input::date_input(DateInput {
        id: o.text("id"),
        name_prefix: o.text("namePrefix"),
        items,
        hint: o.object("hint").map(|o| hint_of(&o)),
        error_message: o.object("errorMessage").map(|o| error_of(&o)),
        form_group: several(o),
        fieldset: o.object("fieldset").map(|o| fieldset_of(&o)),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

/// The value of a part may be given with the part, or in two places with the whole date.
fn part(item: Options<'_>, whole: &Options<'_>, role: &str) -> DatePart {
    let prefix = whole.text("namePrefix");
    let name = item.text_or("name", role);
    let full = if prefix.is_empty() { name.clone() } else { format!("{prefix}-{name}") };
    let values = whole.part("values");
    DatePart {
        id: item.text("id"),
        label: item.text("label"),
        value: [item.given("value"), whole.part(&name).given("value"), values.given(&full), values.given(&name)]
            .into_iter()
            .find_map(|value| value),
        width: (role == "year").then_some(4),
        inputmode: item.text("inputmode"),
        autocomplete: item.text("autocomplete"),
        pattern: item.text("pattern"),
        error: item.flag("error"),
        classes: item.text("classes"),
        attributes: item.attributes(),
        name,
    }
}
