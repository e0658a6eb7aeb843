//! Registering a new number while signing in: a code by email, the number, a code to the number.

use super::frame;
use crate::api::accounts::lost_phone::NewPhoneAgain;
use crate::api::accounts::lost_phone::NewPhoneCode;
use crate::api::accounts::lost_phone::NewPhoneEmail;
use crate::api::accounts::lost_phone::NewPhoneEmailCode;
use crate::api::accounts::lost_phone::NewPhoneNumber;
use crate::{
    components::{
        button::{Button, Weight},
        form::{MainForm, post_form},
        rich_text::rich_line,
    },
    context,
    cookies::Cookie,
    last_attempt::LastAttempt,
    pages::{
        create_account::{phone_input, ways},
        frame::{back, framed, load, notice, reason},
        sign_in::code::{code_input, code_problems, send_buttons},
    },
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{ApiError, NewPhoneStep, PhoneHint};

#[component]
pub fn NewPhone() -> impl IntoView {
    load(async move {
        let token = context::cookie(Cookie::Step).unwrap_or_default();
        let Some(step) = context::ports()?.new_phone.progress(&token).await? else {
            context::redirect("/sign-in/confirm");
            return Ok(().into_any());
        };
        let (shown, t) = (LastAttempt::take(), context::messages());
        let refused = refusal(&step, &token).await?;
        let view = match step {
            NewPhoneStep::Email { sent } => mailbox(sent, &shown).into_any(),
            NewPhoneStep::Number => number(&shown).into_any(),
            // Nothing arrives at this number, so another one is asked for.
            NewPhoneStep::Code(_) if refused.is_some() => number(&shown).into_any(),
            NewPhoneStep::Code(phone) => code(&phone, &shown).into_any(),
        };
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {notice(shown.notice())}
                <h1 class="govuk-heading-l">{t.new_phone_title()}</h1>
                {reason(refused)}
                {view}
            </div>
        };
        Ok(framed(frame(t.new_phone_title(), shown.is_wrong(), back("/sign-in")), content).into_any())
    })
}

/// What to do about a code that the provider refused for good.
async fn refusal(step: &NewPhoneStep, token: &str) -> Result<Option<String>, ApiError> {
    let t = context::messages();
    let text = match step {
        NewPhoneStep::Email { sent: true } => t.new_phone_email_refused(context::site().council.phone.as_str()),
        NewPhoneStep::Code(_) => t.code_phone_refused().to_owned(),
        NewPhoneStep::Email { sent: false } | NewPhoneStep::Number => return Ok(None),
    };
    Ok(context::ports()?.new_phone.is_refused(token).await?.then_some(text))
}

fn mailbox(sent: bool, shown: &LastAttempt) -> impl IntoView + use<> {
    let t = context::messages();
    if !sent {
        let button = view! { <Button text=t.new_phone_send_email() once=true/> };
        return view! {
            <p class="govuk-body">{t.new_phone_granted()}</p>
            <div id="code">{post_form(NewPhoneEmail::PATH, button)}</div>
        }
        .into_any();
    }
    let again = view! { <Button text=t.create_another_code() weight=Weight::Secondary once=true/> };
    let problems = view! {
        <p>{t.create_look_in_spam()}</p>
        {post_form(NewPhoneEmail::PATH, again)}
    };
    let code = code_input(shown, t.code_hint());
    view! {
        <p class="govuk-body">{t.new_phone_email_sent()}</p>
        <MainForm action=NewPhoneEmailCode::PATH>
            {code}
            <Button text=t.button_continue()/>
        </MainForm>
        {code_problems(problems)}
    }
    .into_any()
}

fn number(shown: &LastAttempt) -> impl IntoView + use<> {
    let t = context::messages();
    let (phone, ways) = (phone_input(shown), ways(shown));
    view! {
        <MainForm action=NewPhoneNumber::PATH>
            {phone}
            {ways}
            <Button text=t.button_continue()/>
        </MainForm>
    }
}

fn code(phone: &PhoneHint, shown: &LastAttempt) -> impl IntoView + use<> {
    let t = context::messages();
    let problems = view! {
        <p>{t.code_check_phone()}</p>
        {send_buttons(NewPhoneAgain::PATH, phone.can_text, Weight::Secondary)}
    };
    let code = code_input(shown, t.code_hint());
    view! {
        <p class="govuk-body">{rich_line(&t.create_phone_sent(phone.ending.as_str()))}</p>
        <MainForm action=NewPhoneCode::PATH>
            {code}
            <Button text=t.button_continue()/>
        </MainForm>
        {code_problems(problems)}
    }
}
