//! The last two steps: a phone, and the code that shows it is theirs.

use super::{frame, heading, registration};
use crate::{
    components::{
        button::{Button, Weight},
        form::PostForm,
        govuk::{
            Content,
            details::{Details, details},
            fieldset::{Fieldset, Legend},
            input::{Input, input},
            label::Label,
            radios::{Radio, RadioItem, Radios, radios},
        },
        rich_text::rich_text,
    },
    pages::{
        frame::{back, framed, load, notice},
        refusals::Shown,
        sign_in::code::{code_input, code_problems, send_buttons},
    },
    ports::RegistrationStage,
};
use leptos::prelude::*;

const EXTENSION: &str =
    "We can't use a number with an extension. Our codes go to the main number and can't get past the switchboard.

Use a mobile phone instead. If you have none, call us on {phone}: we can fill in a form with you.";

#[component]
pub fn Phone() -> impl IntoView {
    load(async move {
        // Somebody who waits for a code may find that the number was wrong.
        let may = [RegistrationStage::Phone, RegistrationStage::PhoneCode];
        let Some(registration) = registration(&may).await? else { return Ok(().into_any()) };
        let title = "Your phone";
        let shown = Shown::take();
        let phone = input(Input {
            id: "phone".into(),
            name: "phone".into(),
            label: Label::medium("Phone number"),
            hint: Some("A mobile or a landline in the UK, for example 07700 900 982 or 01632 960 001".into()),
            kind: "tel".into(),
            autocomplete: "tel".into(),
            classes: "govuk-input--width-20".into(),
            value: Some(shown.value("phone")),
            error_message: shown.error("phone").map(Into::into),
            ..Input::default()
        });
        let ways = ways(&shown);
        let extension = details(Details {
            summary: "My phone number has an extension".into(),
            content: Content::view(rich_text(EXTENSION)),
            ..Details::default()
        });
        let to_code =
            (registration.stage == RegistrationStage::PhoneCode).then(|| back("/create-account/phone-code")).flatten();
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {heading(title)}
                <p class="govuk-body">
                    "Each time you sign in we send a security code to your phone. So nobody else can sign in, even if they know your password."
                </p>
                <PostForm action="/api/account/phone">
                    {phone}
                    {ways}
                    <Button words="Continue"/>
                </PostForm>
                {extension}
            </div>
        };
        Ok(framed(frame(title, &shown, to_code), content).into_any())
    })
}

/// How the code shall come. Text is chosen beforehand: most people have a mobile, and a landline is told at once.
fn ways(shown: &Shown) -> AnyView {
    let text = Radio { content: "Text message".into(), value: "text".into(), ..Radio::default() };
    let call = Radio {
        content: "Phone call".into(),
        value: "call".into(),
        hint: Some("For landlines, or if you like it better. A recorded voice reads the code to you, three times.".into()),
        ..Radio::default()
    };
    let legend = Legend::medium("How shall we send your security code?");
    radios(Radios {
        id_prefix: "how".into(),
        name: "how".into(),
        items: vec![RadioItem::Item(text), RadioItem::Item(call)],
        value: shown.typed("how").unwrap_or_else(|| "text".into()),
        fieldset: Some(Fieldset { legend, ..Fieldset::default() }),
        error_message: shown.error("how").map(Into::into),
        ..Radios::default()
    })
}

#[component]
pub fn PhoneCode() -> impl IntoView {
    load(async move {
        let Some(registration) = registration(&[RegistrationStage::PhoneCode]).await? else { return Ok(().into_any()) };
        let title = "Check your phone";
        let shown = Shown::take().all_at("code");
        let code = code_input(&shown);
        let ending = format!("ending with {}", registration.phone_ending.unwrap_or_default());
        let problems = view! {
            <p>
                "Check that your phone is on and has a signal. Then choose how we send you another code. \
                 Codes you already have go on working."
            </p>
            {send_buttons("/api/account/resend-phone-code", registration.can_text, Weight::Secondary)}
            <p><a class="govuk-link" href="/create-account/phone">"Use another phone number"</a></p>
        };
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {notice(shown.notice())}
                {heading(title)}
                <p class="govuk-body">"We sent a code of 6 numbers to your phone number " <strong>{ending}</strong> "."</p>
                <PostForm action="/api/account/phone-code">
                    {code}
                    <Button words="Continue"/>
                </PostForm>
                {code_problems(problems)}
            </div>
        };
        Ok(framed(frame(title, &shown, back("/create-account/phone")), content).into_any())
    })
}
