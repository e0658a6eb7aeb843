//! The second half of signing in: a code goes to the login phone and comes back.

use super::code::{code_input, code_problems, send_buttons};
use crate::{
    components::{
        button::{Button, Weight},
        form::PostForm,
        govuk::{
            Attributes, FormGroup,
            error_message::{ErrorMessage, error_message},
            group,
        },
    },
    context,
    cookies::Cookie,
    flash,
    pages::{
        frame::{Framed, back, framed, load, notice},
        refusals::{GONE, Shown},
    },
    ports::{Channel, SignIn},
};
use leptos::prelude::*;

const TITLE: &str = "Confirm your identity";
const SEND: &str = "/api/sign-in/send-code";

#[component]
pub fn Confirm() -> impl IntoView {
    load(async move {
        let token = context::cookie(Cookie::Step).unwrap_or_default();
        let Some(sign_in) = context::ports()?.accounts.sign_in(&token).await? else {
            flash::tell("/sign-in", GONE);
            return Ok(().into_any());
        };
        let shown = Shown::take().all_at("code");
        let frame = Framed { title: TITLE.into(), problem: shown.is_wrong(), back: back("/sign-in"), ..Framed::default() };
        let step = match sign_in.sent {
            None => choose(&sign_in, &shown).into_any(),
            Some(channel) => enter(&sign_in, channel, &shown).into_any(),
        };
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {notice(shown.notice())}
                <h1 class="govuk-heading-l">{TITLE}</h1>
                {step}
                <p class="govuk-body">
                    <a class="govuk-link" href="/sign-in/change-phone">
                        "Can't access this phone number? Change your login telephone number."
                    </a>
                </p>
            </div>
        };
        Ok(framed(frame, content).into_any())
    })
}

/// No code is out yet: how shall it come?
fn choose(sign_in: &SignIn, shown: &Shown) -> impl IntoView + use<> {
    let error = shown.error("code").map(|text| error_message(ErrorMessage { id: "code-error".into(), ..text.into() }));
    let around = FormGroup { attributes: Attributes::new().with("id", "code"), ..FormGroup::default() };
    let is_wrong = error.is_some();
    let ways = if sign_in.can_text {
        "Choose how we send it. In a phone call a recorded voice reads the code to you, three times."
    } else {
        "We call you, and a recorded voice reads the code to you, three times."
    };
    let buttons = send_buttons(SEND, sign_in.can_text, Weight::Primary);
    view! {
        <p class="govuk-body">
            "To make sure it is you, we send a security code to your phone number " <strong>{ending(sign_in)}</strong> "."
        </p>
        <p class="govuk-body">{ways}</p>
        {group(around, is_wrong, view! { {error} {buttons} })}
    }
}

/// A code is out: here it comes back.
fn enter(sign_in: &SignIn, channel: Channel, shown: &Shown) -> impl IntoView + use<> {
    let sent = match channel {
        Channel::Text => view! {
            <p class="govuk-body">
                "We sent a text message with a code of 6 numbers to your phone number " <strong>{ending(sign_in)}</strong>
                ". It can take a minute to arrive."
            </p>
        }
        .into_any(),
        Channel::Call => view! {
            <p class="govuk-body">
                "We are calling your phone number " <strong>{ending(sign_in)}</strong>
                ". A recorded voice reads a code of 6 numbers to you, three times."
            </p>
        }
        .into_any(),
    };
    let code = code_input(shown);
    let another = view! {
        <p>
            "Check that your phone is on and has a signal. Then choose how we send you another code. \
             Codes you already have go on working."
        </p>
        {send_buttons(SEND, sign_in.can_text, Weight::Secondary)}
    };
    view! {
        {sent}
        <PostForm action="/api/sign-in/confirm">
            {code}
            <Button words="Continue"/>
        </PostForm>
        {code_problems(another)}
    }
}

fn ending(sign_in: &SignIn) -> String {
    format!("ending with {}", sign_in.phone_ending)
}
