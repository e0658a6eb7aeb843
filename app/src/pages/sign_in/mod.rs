//! Signing in, signing out, and being signed out.

pub mod code;
mod confirm;
mod help;
mod out;

pub use confirm::Confirm;
pub use help::{ChangePhone, ForgotPassword};
pub use out::{SignedOut, TimedOut};

use super::{
    frame::{Frame, load},
    refusals::Shown,
};
use crate::{
    components::{
        button::Button,
        form::PostForm,
        govuk::{
            hint::Hint,
            input::{Input, input},
            notification_banner::{NotificationBanner, notification_banner},
            password_input::{self, PasswordInput},
        },
    },
    context,
};
use leptos::prelude::*;

#[component]
pub fn SignIn() -> impl IntoView {
    load(async move {
        go_on_if_signed_in();
        let shown = Shown::take();
        let email = input(Input {
            id: "email".into(),
            name: "email".into(),
            label: "Email address".into(),
            kind: "email".into(),
            autocomplete: "username".into(),
            spellcheck: Some(false),
            value: Some(shown.value("email")),
            error_message: shown.error("email").map(Into::into),
            ..Input::default()
        });
        let password = password_input("current-password", None, &shown);
        Ok(view! {
            <Frame title="Sign in" problem=shown.is_wrong()>
                <div class="care-narrow">
                    {shown.summary()}
                    {reason(shown.notice())}
                    <h1 class="govuk-heading-l">"Sign in"</h1>
                    <PostForm action="/api/sign-in/password">
                        {email}
                        {password}
                        <p class="govuk-body">"Next we send a security code to your phone."</p>
                        <Button words="Sign in"/>
                    </PostForm>
                    <p class="govuk-body"><a class="govuk-link" href="/forgot-password">"I have forgotten my password"</a></p>
                    <h2 class="govuk-heading-m">"New here?"</h2>
                    <p class="govuk-body">
                        <a class="govuk-link" href="/create-account">"Create an account"</a>
                        ". You need an email address and a mobile or landline phone."
                    </p>
                </div>
            </Frame>
        })
    })
}

/// The input for a password, never filled in by us.
pub fn password_input(autocomplete: &str, hint: Option<&str>, shown: &Shown) -> impl IntoView + use<> {
    password_input::password_input(PasswordInput {
        id: "password".into(),
        name: "password".into(),
        label: "Password".into(),
        hint: hint.map(Hint::from),
        autocomplete: autocomplete.to_owned(),
        error_message: shown.error("password").map(Into::into),
        ..PasswordInput::default()
    })
}

/// Whoever is signed in has no use for a page that signs them in.
pub fn go_on_if_signed_in() {
    if context::caller().resident().is_some() {
        context::redirect("/account");
    }
}

/// Why the person has come to this page, when they did not ask for it themselves.
pub fn reason(words: Option<String>) -> impl IntoView {
    words.map(|words| {
        notification_banner(NotificationBanner {
            content: words.into(),
            title_id: "reason-title".into(),
            ..NotificationBanner::default()
        })
    })
}
