//! A date in three inputs.

use super::{
    Attributes, FormGroup,
    attributes::{classes, non_empty},
    error_message::ErrorMessage,
    field::Field,
    fieldset::Fieldset,
    hint::Hint,
    input::{Input, input},
    label::Label,
};
use form_engine::text::capitalised;
use leptos::prelude::*;

#[derive(Default)]
pub struct DateInput {
    /// The prefix of all ids.
    pub id: String,
    /// Prefixed to the name of each input, with a hyphen.
    pub name_prefix: String,
    /// Day, month and year if empty.
    pub items: Vec<DatePart>,
    pub hint: Option<Hint>,
    pub error_message: Option<ErrorMessage>,
    pub form_group: FormGroup,
    /// The question that the date answers. This component fills in its content.
    pub fieldset: Option<Fieldset>,
    pub classes: String,
    pub attributes: Attributes,
}

/// One of the inputs.
#[derive(Default)]
pub struct DatePart {
    /// Derived from the date's id and the name if empty.
    pub id: String,
    pub name: String,
    /// The name with a capital letter if empty.
    pub label: String,
    pub value: Option<String>,
    /// "numeric" if empty.
    pub inputmode: String,
    pub autocomplete: String,
    /// The `pattern` that the browser checks. Best left empty: the server validates.
    pub pattern: String,
    /// Whether the error is about this part. If no part is marked, it is about all parts except those with
    /// `Some(false)`.
    pub error: Option<bool>,
    /// The width in digits, unless `classes` has a width: by default four in a part named "year" and two in others.
    pub width: Option<u8>,
    pub classes: String,
    pub attributes: Attributes,
}

impl DatePart {
    pub fn named(name: &str) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    fn is_wrong(&self) -> bool {
        self.error == Some(true) || self.classes.contains("govuk-input--error")
    }
}

pub fn date_input(date: DateInput) -> AnyView {
    let DateInput { id, hint, error_message, form_group, .. } = date;
    // With this role, screen readers read out the description of a fieldset around text inputs.
    let fieldset = date.fieldset.map(|set| Fieldset { role: "group".into(), ..set });
    let items = if date.items.is_empty() { ["day", "month", "year"].map(DatePart::named).into() } else { date.items };
    let field = Field { id, fieldset, hint, error_message, form_group, ..Field::default() };
    field.view(|input| {
        let all_wrong = input.is_error && !items.iter().any(DatePart::is_wrong);
        let items = items.into_iter().map(|part| part_view(part, &input.id, &date.name_prefix, all_wrong)).collect_view();
        let class = classes("govuk-date-input", &[&date.classes]);
        view! {
            <div {..date.attributes.spread()} class=class id=non_empty(input.id)>
                {input.before} {items} {input.after}
            </div>
        }
    })
}

fn part_view(part: DatePart, date_id: &str, name_prefix: &str, all_wrong: bool) -> AnyView {
    let wrong = part.is_wrong() || (all_wrong && part.error != Some(false));
    let error = if wrong && !part.classes.contains("govuk-input--error") { "govuk-input--error" } else { "" };
    let width = if part.classes.contains("govuk-input--width-") {
        String::new()
    } else {
        format!("govuk-input--width-{}", part.width.unwrap_or(if part.name == "year" { 4 } else { 2 }))
    };
    let field = input(Input {
        label: Label {
            content: if part.label.is_empty() { capitalised(&part.name) } else { part.label }.into(),
            classes: "govuk-date-input__label".into(),
            ..Label::default()
        },
        id: if part.id.is_empty() { format!("{date_id}-{}", part.name) } else { part.id },
        classes: classes("govuk-date-input__input", &[error, &width, &part.classes]),
        name: if name_prefix.is_empty() { part.name } else { format!("{name_prefix}-{}", part.name) },
        value: part.value,
        inputmode: if part.inputmode.is_empty() { "numeric".into() } else { part.inputmode },
        autocomplete: part.autocomplete,
        pattern: part.pattern,
        attributes: part.attributes,
        ..Input::default()
    });
    view! { <div class="govuk-date-input__item">{field}</div> }.into_any()
}
