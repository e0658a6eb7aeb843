//! Security codes: the input, and requesting another one.

use crate::{
    components::{
        button::{Button, Weight},
        form::post_form,
    },
    context,
    last_attempt::LastAttempt,
};
use govuk::{
    Content,
    details::{Details, details},
    input::{Input, input},
    label::Label,
};
use leptos::prelude::*;

/// A single input, so that a code can be pasted, or filled in by the phone.
pub fn code_input(shown: &LastAttempt, hint: &'static str) -> impl IntoView + use<> {
    input(Input { error_message: shown.message("code"), value: Some(shown.value("code")), ..any_code(hint) })
}

/// The same for a recovery code, on a page that shows its errors elsewhere.
pub fn recovery_code_input(hint: &'static str) -> impl IntoView {
    input(Input { id: "recovery-code".into(), ..any_code(hint) })
}

fn any_code(hint: &'static str) -> Input {
    Input {
        name: "code".into(),
        label: Label::medium(context::messages().code()),
        hint: Some(hint.into()),
        value: Some(String::new()),
        inputmode: "numeric".into(),
        autocomplete: "one-time-code".into(),
        classes: "govuk-input--width-10 govuk-input--extra-letter-spacing".into(),
        spellcheck: Some(false),
        ..Input::default()
    }
}

/// A form with buttons that send a code: by text if the phone can receive one, or by a call.
pub fn send_buttons(action: &'static str, can_text: bool, weight: Weight) -> impl IntoView {
    let t = context::messages();
    let text = can_text.then(|| view! { <Button text=t.text_message() name="how" value="text" weight=weight once=true/> });
    let call = view! { <Button text=t.phone_call() name="how" value="call" weight=weight once=true/> };
    post_form(action, view! { <div class="govuk-button-group">{text} {call}</div> })
}

/// What to do if no code arrives, in a details component.
pub fn code_problems<V: IntoView + 'static>(content: V) -> impl IntoView {
    let summary = context::messages().code_problems().into();
    details(Details { summary, content: Content::view(content), ..Details::default() })
}
