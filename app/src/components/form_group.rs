//! What all inputs have around them: hint, error message, and the names that tie them together.

use leptos::prelude::*;

/// The class of a group.
pub const fn group_class(error: bool) -> &'static str {
    if error { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" }
}

#[component]
pub fn Hint(id: String, text: String) -> impl IntoView {
    view! { <div class="govuk-hint" id=format!("{id}-hint")>{text}</div> }
}

#[component]
pub fn ErrorMessage(id: String, text: String) -> impl IntoView {
    view! {
        <p class="govuk-error-message" id=format!("{id}-error")>
            <span class="govuk-visually-hidden">"Error:"</span>
            {format!(" {text}")}
        </p>
    }
}

/// What describes an input: its hint, then its error.
pub fn described_by(id: &str, hint: bool, error: bool) -> Option<String> {
    let parts: Vec<String> = [(hint, "hint"), (error, "error")]
        .iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
