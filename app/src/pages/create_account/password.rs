//! The third step: name and password.

use super::{frame, heading, name_in_form::name_in_form, registration};
use crate::api::accounts::create::Password;
use crate::{
    components::{button::Button, form::MainForm},
    context,
    last_attempt::LastAttempt,
    pages::{
        frame::{framed, load},
        sign_in::password_input,
    },
};
use govuk::{
    hint::Hint,
    input::{Input, input},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::RegistrationStage;

#[component]
pub fn Password() -> impl IntoView {
    load(async move {
        if registration(&[RegistrationStage::Password]).await?.is_none() {
            return Ok(().into_any());
        }
        let (shown, t) = (LastAttempt::take(), context::messages());
        let title = t.create_password_title();
        let hint = t.create_password_hint();
        let [first_name, last_name] = name_in_form().await?;
        let is_known = !first_name.is_empty();
        let [first, last] = name_inputs(&shown, [&first_name, &last_name]);
        let from_form = is_known.then(|| view! { <p class="govuk-body">{t.create_name_from_form()}</p> });
        let password = password_input("new-password", Some(hint), &shown);
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {heading(title, 3)}
                {from_form}
                <MainForm action=Password::PATH>
                    {first}
                    {last}
                    {password}
                    <Button text=t.button_continue()/>
                </MainForm>
            </div>
        };
        Ok(framed(frame(title, &shown, None), content).into_any())
    })
}

/// The inputs for a name, with the typed values or else the known ones.
pub fn name_inputs(shown: &LastAttempt, known: [&str; 2]) -> [AnyView; 2] {
    let part = |name: &str, label: &str, hint: Option<&str>, token: &str, known: &str| {
        input(Input {
            name: name.to_owned(),
            label: label.into(),
            hint: hint.map(Hint::from),
            autocomplete: token.to_owned(),
            spellcheck: Some(false),
            value: Some(shown.typed(name).unwrap_or_else(|| known.to_owned())),
            error_message: shown.message(name),
            ..Input::default()
        })
    };
    let (t, [first, last]) = (context::messages(), known);
    [
        part("first_name", t.first_name(), None, "given-name", first),
        part("last_name", t.last_name(), Some(t.last_name_hint()), "family-name", last),
    ]
}
