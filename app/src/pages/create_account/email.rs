//! The first two steps: an email address, and the code that proves it is theirs.

use super::{STEPS, frame, heading, registration};
use crate::api::accounts::create::Begin;
use crate::api::accounts::create::EmailCode;
use crate::api::accounts::create::ResendEmailCode;
use crate::{
    components::{
        button::{Button, Weight},
        form::{Hidden, MainForm, post_form},
        rich_text::{bold_in, rich_line},
    },
    context,
    flash::KEPT,
    last_attempt::LastAttempt,
    pages::{
        frame::{back, framed, load, notice, reason},
        sign_in::{
            code::{code_input, code_problems},
            go_on_if_signed_in,
        },
    },
    paths,
};
use govuk::{
    hint::Hint,
    input::{Input, input},
    label::Label,
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::RegistrationStage;

#[component]
pub fn Email() -> impl IntoView {
    load(async move {
        go_on_if_signed_in();
        let (shown, t) = (LastAttempt::take(), context::messages());
        let email = email_input(Label::medium(t.email_address()), Some(t.create_email_hint()), &shown);
        let sending = context::going_to().filter(|path| paths::draft_to_send(path.path()).is_some()).map(|_| {
            view! { <p class="govuk-body">{t.create_then_send()}</p> }
        });
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {reason(shown.notice())}
                <span class="govuk-caption-l">{t.create_first_step(STEPS)}</span>
                <h1 class="govuk-heading-l">{t.create_an_account()}</h1>
                {sending}
                <p class="govuk-body">{t.create_lead()}</p>
                <p class="govuk-body">{t.create_need()}</p>
                <ul class="govuk-list govuk-list--bullet">
                    <li>{t.create_need_email()}</li>
                    <li>{t.create_need_phone()}</li>
                </ul>
                <MainForm action=Begin::PATH>
                    {email}
                    <Button text=t.button_continue()/>
                </MainForm>
                <p class="govuk-body">{rich_line(t.create_have_one())}</p>
            </div>
        };
        Ok(framed(frame(t.create_an_account(), &shown, back("/sign-in")), content))
    })
}

#[component]
pub fn EmailCode() -> impl IntoView {
    load(async move {
        let Some(registration) = registration(&[RegistrationStage::EmailCode]).await? else { return Ok(().into_any()) };
        let (shown, t) = (LastAttempt::take(), context::messages());
        let title = t.create_check_email();
        let again = post_form(
            ResendEmailCode::PATH,
            view! { <Button text=t.create_another_code() weight=Weight::Secondary once=true/> },
        );
        let problems = view! {
            <p>{t.create_look_in_spam()}</p>
            {again}
            <p><a class="govuk-link" href="/create-account">{t.create_another_email()}</a></p>
        };
        let code = code_input(&shown, t.code_hint());
        let refused = registration.is_refused.then(|| t.code_email_refused().to_owned());
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {notice(shown.notice())}
                {heading(title, 2)}
                {reason(refused)}
                <p class="govuk-body">{bold_in(|email| t.create_email_sent(email), registration.email)}</p>
                <MainForm action=EmailCode::PATH>
                    {code}
                    <Button text=t.button_continue()/>
                </MainForm>
                {code_problems(problems)}
            </div>
        };
        Ok(framed(frame(title, &shown, back("/create-account")), content).into_any())
    })
}

/// The input for an email address, with the typed value, and with what the person was asked about.
pub fn email_input(label: Label, hint: Option<&str>, shown: &LastAttempt) -> impl IntoView + use<> {
    let email = input(Input {
        name: "email".into(),
        label,
        hint: hint.map(Hint::from),
        kind: "email".into(),
        autocomplete: "email".into(),
        spellcheck: Some(false),
        value: Some(shown.value("email")),
        error_message: shown.message("email"),
        ..Input::default()
    });
    (email, shown.typed(KEPT).map(|kept| view! { <Hidden name=KEPT value=kept/> }))
}
