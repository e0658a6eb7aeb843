//! The second half of signing in: a code from the login phone or an authenticator app, or a recovery code. One input
//! takes them all, so nobody has to say first which it is.

use super::code::{code_input, code_problems, recovery_code_input, send_buttons};
use crate::api::accounts::sign_in::Confirm;
use crate::api::accounts::sign_in::SendCode;
use crate::api::accounts::start_again;
use crate::{
    components::{
        button::{Button, Weight},
        form::MainForm,
        problems::problem_beside,
        rich_text::{rich_line, rich_text},
        slow::slow_channels_warning,
    },
    context,
    cookies::Cookie,
    last_attempt::LastAttempt,
    pages::frame::{FrameContent, back, framed, load, notice, reason},
};
use govuk::{
    Attributes, FormGroup,
    error_message::{ErrorMessage, error_message},
    group,
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{Channel, PhoneHint, SignInProgress};

const SEND: &str = SendCode::PATH;

#[component]
pub fn Confirm() -> impl IntoView {
    load(async move {
        let token = context::cookie(Cookie::Step).unwrap_or_default();
        let Some(sign_in) = context::ports()?.sign_in.progress(&token).await? else {
            start_again("/sign-in");
            return Ok(().into_any());
        };
        if sign_in.may_register_phone {
            context::redirect("/sign-in/new-phone");
            return Ok(().into_any());
        }
        let (shown, t) = (LastAttempt::take().all_at("code"), context::messages());
        let frame = FrameContent {
            title: t.confirm_title().into(),
            problem: shown.is_wrong(),
            back: back("/sign-in"),
            ..FrameContent::default()
        };
        let slow = match &sign_in.phone {
            Some(phone) => slow_channels_warning(phone.can_text).await?,
            None => None,
        };
        let is_refused = sign_in.sent.is_some() && context::ports()?.sign_in.is_refused(&token).await?;
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {notice(shown.notice())}
                <h1 class="govuk-heading-l">{t.confirm_title()}</h1>
                {reason(is_refused.then(|| t.confirm_phone_refused().to_owned()))}
                {slow}
                {step(&sign_in, &shown)}
                <p class="govuk-body">
                    <a class="govuk-link" href="/sign-in/change-phone">
                        {t.confirm_lost_phone()}
                    </a>
                </p>
            </div>
        };
        Ok(framed(frame, content).into_any())
    })
}

fn step(sign_in: &SignInProgress, shown: &LastAttempt) -> AnyView {
    match (&sign_in.phone, sign_in.sent) {
        (Some(phone), Some(channel)) => with_phone(sign_in, phone, channel, shown).into_any(),
        (_, None) if sign_in.has_app => with_app(sign_in, shown).into_any(),
        (Some(phone), None) => choose(sign_in, phone, shown).into_any(),
        (None, _) if sign_in.has_app || sign_in.has_recovery_codes => with_app(sign_in, shown).into_any(),
        (None, _) => rich_text(context::messages().confirm_no_factor()),
    }
}

/// No code has been sent yet: asks how it should come.
fn choose(sign_in: &SignInProgress, phone: &PhoneHint, shown: &LastAttempt) -> impl IntoView + use<> {
    let error =
        shown.error("code").map(|text| error_message(ErrorMessage { id: "code-error".into(), ..problem_beside(text) }));
    let around = FormGroup { attributes: Attributes::new().with("id", "code"), ..FormGroup::default() };
    let is_wrong = error.is_some();
    let t = context::messages();
    let ways = if phone.can_text { t.confirm_ways() } else { t.confirm_call_only() };
    let buttons = send_buttons(SEND, phone.can_text, Weight::Primary);
    let paper = sign_in.has_recovery_codes.then(|| code_problems(enter(recovery_code_input(t.confirm_recovery_too()))));
    view! {
        <p class="govuk-body">{rich_line(&t.confirm_send(phone.ending.as_str()))}</p>
        <p class="govuk-body">{ways}</p>
        {group(around, is_wrong, view! { {error} {buttons} })}
        {paper}
    }
}

/// A code has been sent: asks for it.
fn with_phone(sign_in: &SignInProgress, phone: &PhoneHint, channel: Channel, shown: &LastAttempt) -> impl IntoView + use<> {
    let t = context::messages();
    let sent = match channel {
        Channel::Text => t.confirm_sent_text(phone.ending.as_str()),
        Channel::Call => t.confirm_sent_call(phone.ending.as_str()),
    };
    let another = view! {
        <p>{t.code_check_phone()}</p>
        {send_buttons(SEND, phone.can_text, Weight::Secondary)}
        {others(sign_in)}
    };
    view! {
        <p class="govuk-body">{rich_line(&sent)}</p>
        {enter(code_input(shown, t.code_hint()))}
        {code_problems(another)}
    }
}

/// The app always has a code, so it is asked for at once.
fn with_app(sign_in: &SignInProgress, shown: &LastAttempt) -> impl IntoView + use<> {
    let t = context::messages();
    let phone = sign_in.phone.as_ref().map(|phone| {
        view! {
            <p>{rich_line(&t.confirm_phone_instead(phone.ending.as_str()))}</p>
            {send_buttons(SEND, phone.can_text, Weight::Secondary)}
        }
    });
    let another = view! {
        <p>{t.app_clock()}</p>
        {phone}
        {others(sign_in)}
    };
    view! {
        <p class="govuk-body">{t.confirm_app()}</p>
        {enter(code_input(shown, t.app_code_hint()))}
        {code_problems(another)}
    }
}

/// The other codes that the same input takes.
fn others(sign_in: &SignInProgress) -> impl IntoView + use<> {
    let t = context::messages();
    let app = (sign_in.has_app && sign_in.sent.is_some()).then(|| view! { <p>{t.confirm_app_too()}</p> });
    let paper = sign_in.has_recovery_codes.then(|| view! { <p>{t.confirm_recovery_too()}</p> });
    view! { {app} {paper} }
}

fn enter(code: impl IntoView + 'static) -> impl IntoView {
    let t = context::messages();
    view! {
        <MainForm action=Confirm::PATH>
            {code}
            <Button text=t.button_continue()/>
        </MainForm>
    }
}
