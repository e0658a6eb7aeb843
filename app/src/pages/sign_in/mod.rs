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
        text_input::{TextInput, text_input},
    },
    context,
};
use leptos::prelude::*;

#[component]
pub fn SignIn() -> impl IntoView {
    load(async move {
        go_on_if_signed_in();
        let shown = Shown::take();
        let email = TextInput {
            id: "email".into(),
            name: "email".into(),
            label: "Email address".into(),
            kind: "email",
            autocomplete: Some("username".into()),
            spellcheck_off: true,
            value: shown.value("email"),
            error: shown.error("email"),
            ..TextInput::default()
        };
        let password = password_input("current-password", None, &shown);
        Ok(view! {
            <Frame title="Sign in" problem=shown.is_wrong()>
                <div class="care-narrow">
                    {shown.summary()}
                    {reason(shown.notice())}
                    <h1 class="govuk-heading-l">"Sign in"</h1>
                    <PostForm action="/api/sign-in/password">
                        {text_input(email)}
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
    text_input(TextInput {
        id: "password".into(),
        name: "password".into(),
        label: "Password".into(),
        kind: "password",
        hint: hint.map(str::to_owned),
        autocomplete: Some(autocomplete.to_owned()),
        spellcheck_off: true,
        error: shown.error("password"),
        ..TextInput::default()
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
        view! {
            <div class="govuk-notification-banner" role="region" aria-labelledby="reason-title">
                <div class="govuk-notification-banner__header">
                    <h2 class="govuk-notification-banner__title" id="reason-title">"Important"</h2>
                </div>
                <div class="govuk-notification-banner__content">
                    <p class="govuk-notification-banner__heading">{words}</p>
                </div>
            </div>
        }
    })
}
