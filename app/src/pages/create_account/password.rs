//! The third step: who they are, and a password.

use super::{frame, heading, registration};
use crate::{
    components::{
        button::Button,
        form::PostForm,
        text_input::{TextInput, text_input},
    },
    pages::{
        frame::{framed, load},
        refusals::Shown,
        sign_in::password_input,
    },
    ports::RegistrationStage,
};
use leptos::prelude::*;

#[component]
pub fn Password() -> impl IntoView {
    load(async move {
        if registration(&[RegistrationStage::Password]).await?.is_none() {
            return Ok(().into_any());
        }
        let title = "Your name and password";
        let shown = Shown::take();
        let hint = "At least 12 characters. Three random words are easy to remember and hard to guess.";
        let [first, last] = name_inputs(&shown, ["", ""]);
        let password = password_input("new-password", Some(hint), &shown);
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {heading(title)}
                <PostForm action="/api/account/password">
                    {text_input(first)}
                    {text_input(last)}
                    {password}
                    <Button words="Continue"/>
                </PostForm>
            </div>
        };
        Ok(framed(frame(title, &shown, None), content).into_any())
    })
}

/// The inputs for a name, with what was typed or else what is known.
pub fn name_inputs(shown: &Shown, known: [&str; 2]) -> [TextInput; 2] {
    let input = |name: &str, label: &str, token: &str, known: &str| TextInput {
        id: name.to_owned(),
        name: name.to_owned(),
        label: label.to_owned(),
        autocomplete: Some(token.to_owned()),
        spellcheck_off: true,
        value: shown.typed(name).unwrap_or_else(|| known.to_owned()),
        error: shown.error(name),
        ..TextInput::default()
    };
    let [first, last] = known;
    [input("first_name", "First name", "given-name", first), input("last_name", "Last name", "family-name", last)]
}
