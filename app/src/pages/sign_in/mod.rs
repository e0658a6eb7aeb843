//! Signing in, signing out, and being signed out.

mod choice;
pub mod code;
mod confirm;
pub mod council;
mod out;

use crate::api::accounts::sign_in::Password;
pub use confirm::Confirm;
use leptos::server_fn::ServerFn as _;
pub use out::{SignedOut, TimedOut};

use super::frame::{Frame, load, reason};
use crate::{
    components::{button::Button, form::MainForm, rich_text::rich_line},
    context,
    last_attempt::LastAttempt,
};
use govuk::{
    hint::Hint,
    input::{Input, input},
    password_input::{self, PasswordInput, PasswordTexts},
};
use leptos::prelude::*;

#[component]
pub fn SignIn() -> impl IntoView {
    load(async move {
        go_on_if_signed_in();
        let (shown, t) = (LastAttempt::take(), context::messages());
        let email = input(Input {
            name: "email".into(),
            label: t.email_address().into(),
            kind: "email".into(),
            autocomplete: "username".into(),
            spellcheck: Some(false),
            value: Some(shown.value("email")),
            error_message: shown.message("email"),
            ..Input::default()
        });
        let password = password_input("current-password", None, &shown);
        let from_form = choice::comes_from_form();
        let new = (!from_form).then(|| {
            view! {
                <h2 class="govuk-heading-m">{t.sign_in_new()}</h2>
                <p class="govuk-body">{rich_line(t.sign_in_create())}</p>
            }
        });
        Ok(view! {
            <Frame title=t.sign_in() problem=shown.is_wrong()>
                <div class="care-narrow">
                    {shown.summary()}
                    {reason(shown.notice())}
                    <h1 class="govuk-heading-l">{t.sign_in()}</h1>
                    {from_form.then(choice::choice)}
                    <MainForm action=Password::PATH>
                        {email}
                        {password}
                        <p class="govuk-body">{t.sign_in_code_next()}</p>
                        <Button text=t.sign_in()/>
                    </MainForm>
                    {council::way()}
                    <p class="govuk-body"><a class="govuk-link" href="/forgot-password">{t.sign_in_forgotten()}</a></p>
                    {new}
                </div>
            </Frame>
        })
    })
}

/// The input for a password, never prefilled.
pub fn password_input(autocomplete: &str, hint: Option<&str>, shown: &LastAttempt) -> impl IntoView + use<> {
    let t = context::messages();
    let texts = PasswordTexts {
        show_password: t.password_show().into(),
        hide_password: t.password_hide().into(),
        show_password_aria_label: t.password_show_label().into(),
        hide_password_aria_label: t.password_hide_label().into(),
        password_shown_announcement: t.password_shown().into(),
        password_hidden_announcement: t.password_hidden().into(),
    };
    password_input::password_input(PasswordInput {
        name: "password".into(),
        label: t.password().into(),
        hint: hint.map(Hint::from),
        autocomplete: autocomplete.to_owned(),
        error_message: shown.message("password"),
        texts,
        ..PasswordInput::default()
    })
}

/// Redirects residents away from pages for signing in.
pub fn go_on_if_signed_in() {
    if context::caller().resident().is_some() {
        context::redirect("/account");
    }
}
