//! The last two steps: a phone, and the code that shows it is theirs.

use super::{frame, heading, registration};
use crate::{
    components::{
        button::{Button, Weight},
        choices::{Choices, choices},
        form::PostForm,
        rich_text::rich_text,
        text_input::{TextInput, text_input},
    },
    pages::{
        frame::{back, framed, load, notice},
        refusals::Shown,
        sign_in::code::{code_input, code_problems, send_buttons},
    },
    ports::RegistrationStage,
};
use domain::definition::Choice;
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
        let phone = TextInput {
            id: "phone".into(),
            name: "phone".into(),
            label: "Phone number".into(),
            label_class: "govuk-label--m",
            hint: Some("A mobile or a landline in the UK, for example 07700 900 982 or 01632 960 001".into()),
            kind: "tel",
            autocomplete: Some("tel".into()),
            width: "govuk-input--width-20".into(),
            value: shown.value("phone"),
            error: shown.error("phone"),
            ..TextInput::default()
        };
        let ways = choices(ways(&shown));
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
                    {text_input(phone)}
                    {ways}
                    <Button words="Continue"/>
                </PostForm>
                <details class="govuk-details">
                    <summary class="govuk-details__summary">
                        <span class="govuk-details__summary-text">"My phone number has an extension"</span>
                    </summary>
                    <div class="govuk-details__text">{rich_text(EXTENSION)}</div>
                </details>
            </div>
        };
        Ok(framed(frame(title, &shown, to_code), content).into_any())
    })
}

/// How the code shall come. Text is chosen beforehand: most people have a mobile, and a landline is told at once.
fn ways(shown: &Shown) -> Choices {
    let call = Choice {
        hint: Some("For landlines, or if you like it better. A recorded voice reads the code to you, three times.".into()),
        ..Choice::plain("call", "Phone call")
    };
    Choices {
        id: "how".into(),
        name: "how".into(),
        legend: "How shall we send your security code?".into(),
        legend_class: "govuk-fieldset__legend--m",
        error: shown.error("how"),
        options: vec![Choice::plain("text", "Text message"), call],
        chosen: vec![shown.typed("how").unwrap_or_else(|| "text".into())],
        ..Choices::default()
    }
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
