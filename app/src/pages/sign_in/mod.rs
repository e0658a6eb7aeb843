//! Signing in, signing out, and being signed out.

pub mod code;
mod confirm;
pub mod council;
mod out;

pub use confirm::Confirm;
pub use out::{SignedOut, TimedOut};

use super::{
    frame::{Frame, load, reason},
    step_errors::Shown,
};
use crate::{
    components::{button::Button, form::PostForm, rich_text::rich_line},
    context,
};
use govuk::{
    hint::Hint,
    input::{Input, input},
    password_input::{self, PasswordInput, PasswordWords},
};
use leptos::prelude::*;

#[component]
pub fn SignIn() -> impl IntoView {
    load(async move {
        go_on_if_signed_in();
        let (shown, say) = (Shown::take(), context::words());
        let email = input(Input {
            id: "email".into(),
            name: "email".into(),
            label: say.email_address().into(),
            kind: "email".into(),
            autocomplete: "username".into(),
            spellcheck: Some(false),
            value: Some(shown.value("email")),
            error_message: shown.message("email"),
            ..Input::default()
        });
        let password = password_input("current-password", None, &shown);
        Ok(view! {
            <Frame title=say.sign_in() problem=shown.is_wrong()>
                <div class="care-narrow">
                    {shown.summary()}
                    {reason(shown.notice())}
                    <h1 class="govuk-heading-l">{say.sign_in()}</h1>
                    <PostForm action="/api/sign-in/password">
                        {email}
                        {password}
                        <p class="govuk-body">{say.sign_in_code_next()}</p>
                        <Button words=say.sign_in()/>
                    </PostForm>
                    {council::way()}
                    <p class="govuk-body"><a class="govuk-link" href="/forgot-password">{say.sign_in_forgotten()}</a></p>
                    <h2 class="govuk-heading-m">{say.sign_in_new()}</h2>
                    <p class="govuk-body">{rich_line(say.sign_in_create())}</p>
                </div>
            </Frame>
        })
    })
}

/// The input for a password, never filled in by us.
pub fn password_input(autocomplete: &str, hint: Option<&str>, shown: &Shown) -> impl IntoView + use<> {
    let say = context::words();
    let words = PasswordWords {
        show_password: say.password_show().into(),
        hide_password: say.password_hide().into(),
        show_password_aria_label: say.password_show_label().into(),
        hide_password_aria_label: say.password_hide_label().into(),
        password_shown_announcement: say.password_shown().into(),
        password_hidden_announcement: say.password_hidden().into(),
    };
    password_input::password_input(PasswordInput {
        id: "password".into(),
        name: "password".into(),
        label: say.password().into(),
        hint: hint.map(Hint::from),
        autocomplete: autocomplete.to_owned(),
        error_message: shown.message("password"),
        words,
        ..PasswordInput::default()
    })
}

/// Whoever is signed in has no use for a page that signs them in.
pub fn go_on_if_signed_in() {
    if context::caller().resident().is_some() {
        context::redirect("/account");
    }
}
