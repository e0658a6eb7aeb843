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
        problems::problem_beside,
        rich_text::rich_line,
        slow::slow_ways,
    },
    context,
    cookies::Cookie,
    flash,
    pages::{
        frame::{Framed, back, framed, load, notice},
        refusals::Shown,
    },
    ports::{Channel, SignIn},
};
use leptos::prelude::*;

const SEND: &str = "/api/sign-in/send-code";

#[component]
pub fn Confirm() -> impl IntoView {
    load(async move {
        let token = context::cookie(Cookie::Step).unwrap_or_default();
        let Some(sign_in) = context::ports()?.accounts.sign_in(&token).await? else {
            flash::tell("/sign-in", context::words().refused_gone());
            return Ok(().into_any());
        };
        let (shown, say) = (Shown::take().all_at("code"), context::words());
        let frame = Framed {
            title: say.confirm_title().into(),
            problem: shown.is_wrong(),
            back: back("/sign-in"),
            ..Framed::default()
        };
        let step = match sign_in.sent {
            None => choose(&sign_in, &shown).into_any(),
            Some(channel) => enter(&sign_in, channel, &shown).into_any(),
        };
        let slow = slow_ways(sign_in.can_text).await?;
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {notice(shown.notice())}
                <h1 class="govuk-heading-l">{say.confirm_title()}</h1>
                {slow}
                {step}
                <p class="govuk-body">
                    <a class="govuk-link" href="/sign-in/change-phone">
                        {say.confirm_lost_phone()}
                    </a>
                </p>
            </div>
        };
        Ok(framed(frame, content).into_any())
    })
}

/// No code is out yet: how shall it come?
fn choose(sign_in: &SignIn, shown: &Shown) -> impl IntoView + use<> {
    let error =
        shown.error("code").map(|text| error_message(ErrorMessage { id: "code-error".into(), ..problem_beside(text) }));
    let around = FormGroup { attributes: Attributes::new().with("id", "code"), ..FormGroup::default() };
    let is_wrong = error.is_some();
    let say = context::words();
    let ways = if sign_in.can_text { say.confirm_ways() } else { say.confirm_call_only() };
    let buttons = send_buttons(SEND, sign_in.can_text, Weight::Primary);
    view! {
        <p class="govuk-body">{rich_line(&say.confirm_send(sign_in.phone_ending.as_str()))}</p>
        <p class="govuk-body">{ways}</p>
        {group(around, is_wrong, view! { {error} {buttons} })}
    }
}

/// A code is out: here it comes back.
fn enter(sign_in: &SignIn, channel: Channel, shown: &Shown) -> impl IntoView + use<> {
    let say = context::words();
    let sent = match channel {
        Channel::Text => say.confirm_sent_text(sign_in.phone_ending.as_str()),
        Channel::Call => say.confirm_sent_call(sign_in.phone_ending.as_str()),
    };
    let code = code_input(shown);
    let another = view! {
        <p>{say.code_check_phone()}</p>
        {send_buttons(SEND, sign_in.can_text, Weight::Secondary)}
    };
    view! {
        <p class="govuk-body">{rich_line(&sent)}</p>
        <PostForm action="/api/sign-in/confirm">
            {code}
            <Button words=say.button_continue()/>
        </PostForm>
        {code_problems(another)}
    }
}
