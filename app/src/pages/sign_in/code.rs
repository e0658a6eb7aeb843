//! A security code: where it is typed, and how another one is asked for.

use crate::{
    components::{
        button::{Button, Weight},
        form::post_form,
        text_input::{TextInput, text_input},
    },
    pages::refusals::Shown,
};
use leptos::prelude::*;

/// One input, so that a code can be pasted, or filled in by the phone.
pub fn code_input(shown: &Shown) -> impl IntoView + use<> {
    text_input(TextInput {
        id: "code".into(),
        name: "code".into(),
        label: "Security code".into(),
        label_class: "govuk-label--m",
        hint: Some("The code works for 10 minutes.".into()),
        error: shown.error("code"),
        inputmode: Some("numeric"),
        autocomplete: Some("one-time-code".into()),
        width: "govuk-input--width-10".into(),
        spaced: true,
        spellcheck_off: true,
        ..TextInput::default()
    })
}

/// A form whose buttons send a code: by text if the phone can take one, or by a call.
pub fn send_buttons(action: &'static str, can_text: bool, weight: Weight) -> impl IntoView {
    let text = can_text.then(|| view! { <Button words="Text message" name="how" value="text" weight=weight/> });
    let call = view! { <Button words="Phone call" name="how" value="call" weight=weight/> };
    post_form(action, view! { <div class="govuk-button-group">{text} {call}</div> })
}

/// What to do about a code that did not come, folded away.
pub fn code_problems<V: IntoView + 'static>(content: V) -> impl IntoView {
    view! {
        <details class="govuk-details">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">"Problems with the code?"</span>
            </summary>
            <div class="govuk-details__text">{content}</div>
        </details>
    }
}
