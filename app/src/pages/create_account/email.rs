//! The first two steps: an email address, and the code that shows it is theirs.

use super::{frame, heading, registration};
use crate::{
    components::{
        button::{Button, Weight},
        form::{PostForm, post_form},
        govuk::{
            input::{Input, input},
            label::Label,
        },
    },
    pages::{
        frame::{back, framed, load, notice},
        refusals::Shown,
        sign_in::{
            code::{code_input, code_problems},
            go_on_if_signed_in, reason,
        },
    },
    ports::RegistrationStage,
};
use leptos::prelude::*;

#[component]
pub fn Email() -> impl IntoView {
    load(async move {
        go_on_if_signed_in();
        let shown = Shown::take();
        let email = input(Input {
            id: "email".into(),
            name: "email".into(),
            label: Label::medium("Email address"),
            hint: Some("We send a code to it now. Later we use it for links to your saved forms.".into()),
            kind: "email".into(),
            autocomplete: "email".into(),
            spellcheck: Some(false),
            value: Some(shown.value("email")),
            error_message: shown.error("email").map(Into::into),
            ..Input::default()
        });
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {reason(shown.notice())}
                <h1 class="govuk-heading-l">"Create an account"</h1>
                <p class="govuk-body">
                    "With an account you can save a form, come back to it on any device, and send it to us. It takes about 5 minutes."
                </p>
                <p class="govuk-body">"You need:"</p>
                <ul class="govuk-list govuk-list--bullet">
                    <li>"an email address you can open now"</li>
                    <li>"a mobile phone or a landline you can answer now"</li>
                </ul>
                <PostForm action="/api/account/begin">
                    {email}
                    <Button words="Continue"/>
                </PostForm>
                <p class="govuk-body">"Have you got an account? " <a class="govuk-link" href="/sign-in">"Sign in"</a></p>
            </div>
        };
        Ok(framed(frame("Create an account", &shown, back("/sign-in")), content))
    })
}

#[component]
pub fn EmailCode() -> impl IntoView {
    load(async move {
        let Some(registration) = registration(&[RegistrationStage::EmailCode]).await? else { return Ok(().into_any()) };
        let title = "Check your email";
        let shown = Shown::take();
        let again = post_form(
            "/api/account/resend-email-code",
            view! { <Button words="Send another code" weight=Weight::Secondary once=true/> },
        );
        let problems = view! {
            <p>"Look in the folder for spam or junk. An email can take a few minutes. Codes you already have go on working."</p>
            {again}
            <p><a class="govuk-link" href="/create-account">"Use another email address"</a></p>
        };
        let code = code_input(&shown);
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {notice(shown.notice())}
                {heading(title)}
                <p class="govuk-body">"We sent an email with a code of 6 numbers to " <strong>{registration.email}</strong> "."</p>
                <PostForm action="/api/account/email-code">
                    {code}
                    <Button words="Continue"/>
                </PostForm>
                {code_problems(problems)}
            </div>
        };
        Ok(framed(frame(title, &shown, back("/create-account")), content).into_any())
    })
}
