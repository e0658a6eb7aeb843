//! A date in three inputs.

use super::{
    Attributes, Content, FormGroup,
    attributes::classes,
    error_message::ErrorMessage,
    fieldset::{Fieldset, fieldset},
    form_group::{form_group, help},
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
    let described = date.fieldset.as_ref().map(|set| set.described_by.clone()).unwrap_or_default();
    let help = help(&date.id, &described, date.hint, date.error_message);
    let items = if date.items.is_empty() { ["day", "month", "year"].map(DatePart::named).into() } else { date.items };
    let all_wrong = help.is_error && !items.iter().any(DatePart::is_wrong);
    let items = items.into_iter().map(|part| part_view(part, &date.id, &date.name_prefix, all_wrong)).collect_view();
    let FormGroup { classes: group_classes, attributes, before, after } = date.form_group;
    let id = super::attributes::given(date.id);
    let inner = view! {
        {help.view}
        <div {..date.attributes.spread()} class=classes("govuk-date-input", &[&date.classes]) id=id>
            {before} {items} {after}
        </div>
    };
    let content = match date.fieldset {
        // With this role, screen readers read out the description of a fieldset around text inputs.
        Some(set) => fieldset(Fieldset {
            content: Content::view(inner),
            described_by: help.described_by.unwrap_or_default(),
            role: "group".into(),
            ..set
        }),
        None => inner.into_any(),
    };
    form_group(&group_classes, attributes, help.is_error, content)
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
