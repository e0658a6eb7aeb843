//! The last two steps: a phone, and the code that proves it is theirs.

use super::{STEPS, frame, heading, registration};
use crate::api::accounts::create::Phone;
use crate::api::accounts::create::PhoneCode;
use crate::api::accounts::create::ResendPhoneCode;
use crate::api::accounts::create::UseApp;
use crate::{
    components::{
        button::{Button, Weight},
        form::{MainForm, post_form},
        rich_text::{rich_line, rich_text},
        slow::slow_channels_warning,
    },
    context,
    last_attempt::LastAttempt,
    pages::{
        frame::{back, framed, load, notice, reason},
        sign_in::code::{code_input, code_problems, send_buttons},
    },
};
use govuk::{
    Choice, Content,
    details::{Details, details},
    fieldset::Fieldset,
    input::{Input, input},
    label::Label,
    radios::{Radios, radios},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::RegistrationStage;

#[component]
pub fn Phone() -> impl IntoView {
    load(async move {
        // Somebody who waits for a code may notice that the number was wrong.
        let may = [RegistrationStage::Phone, RegistrationStage::PhoneCode, RegistrationStage::App];
        let Some(registration) = registration(&may).await? else { return Ok(().into_any()) };
        let (shown, t) = (LastAttempt::take(), context::messages());
        let title = t.create_phone_title();
        let phone = phone_input(&shown);
        let ways = ways(&shown);
        let extension = details(Details {
            summary: t.create_phone_extension().into(),
            content: Content::view(rich_text(t.create_phone_extension_text())),
            ..Details::default()
        });
        let to_code =
            (registration.stage == RegistrationStage::PhoneCode).then(|| back("/create-account/phone-code")).flatten();
        let slow = slow_channels_warning(true).await?;
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {heading(title, 4)}
                <p class="govuk-body">{t.create_phone_why()}</p>
                {slow}
                <MainForm action=Phone::PATH>
                    {phone}
                    {ways}
                    <Button text=t.button_continue()/>
                </MainForm>
                {extension}
                <h2 class="govuk-heading-m">{t.create_app_instead()}</h2>
                <p class="govuk-body">{t.app_what()}</p>
                {post_form(UseApp::PATH, view! { <Button text=t.create_use_app() weight=Weight::Secondary/> })}
            </div>
        };
        Ok(framed(frame(title, &shown, to_code), content).into_any())
    })
}

/// The input for a phone number.
pub fn phone_input(shown: &LastAttempt) -> impl IntoView + use<> {
    let t = context::messages();
    input(Input {
        name: "phone".into(),
        label: Label::medium(t.phone_number()),
        hint: Some(t.create_phone_hint().into()),
        kind: "tel".into(),
        autocomplete: "tel".into(),
        classes: "govuk-input--width-20".into(),
        value: Some(shown.value("phone")),
        error_message: shown.message("phone"),
        ..Input::default()
    })
}

/// How the code should come. Text is preselected: most people have a mobile, and a landline is rejected at once.
pub fn ways(shown: &LastAttempt) -> AnyView {
    let t = context::messages();
    let text = Choice::new("text", t.text_message());
    let call = Choice { hint: Some(t.create_call_hint().into()), ..Choice::new("call", t.phone_call()) };
    radios(Radios {
        name: "how".into(),
        items: vec![text, call],
        value: shown.typed("how").unwrap_or_else(|| "text".into()),
        fieldset: Some(Fieldset::medium(t.create_how())),
        error_message: shown.message("how"),
        ..Radios::default()
    })
}

#[component]
pub fn PhoneCode() -> impl IntoView {
    load(async move {
        let Some(registration) = registration(&[RegistrationStage::PhoneCode]).await? else { return Ok(().into_any()) };
        let (shown, t) = (LastAttempt::take().all_at("code"), context::messages());
        let title = t.create_check_phone();
        let code = code_input(&shown, t.code_hint());
        let Some(phone) = registration.phone else { return Ok(().into_any()) };
        let sent = t.create_phone_sent(phone.ending);
        let problems = view! {
            <p>{t.code_check_phone()}</p>
            {send_buttons(ResendPhoneCode::PATH, phone.can_text, Weight::Secondary)}
            <p><a class="govuk-link" href="/create-account/phone">{t.create_another_phone()}</a></p>
        };
        let slow = slow_channels_warning(phone.can_text).await?;
        let refused = registration.is_refused.then(|| t.code_phone_refused().to_owned());
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {notice(shown.notice())}
                {heading(title, STEPS)}
                {reason(refused)}
                <p class="govuk-body">{rich_line(&sent)}</p>
                {slow}
                <MainForm action=PhoneCode::PATH>
                    {code}
                    <Button text=t.button_continue()/>
                </MainForm>
                {code_problems(problems)}
            </div>
        };
        Ok(framed(frame(title, &shown, back("/create-account/phone")), content).into_any())
    })
}
