//! The request: an emailed link after the right password, and the questions behind it. They never ask for the new
//! number.

use super::frame;
use crate::api::accounts::lost_phone::PhoneChangeAsk;
use crate::api::accounts::lost_phone::PhoneChangeLink;
use crate::{
    components::{
        button::Button,
        form::{Hidden, MainForm, post_form},
        rich_text::rich_text,
    },
    context,
    cookies::Cookie,
    last_attempt::LastAttempt,
    pages::frame::{back, framed, load, message_page, reason},
};
use govuk::{
    Choice,
    fieldset::Fieldset,
    radios::{Radios, radios},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;

#[component]
pub fn Begin() -> impl IntoView {
    load(async move {
        let token = context::cookie(Cookie::Step).unwrap_or_default();
        let is_half_way = context::ports()?.sign_in.progress(&token).await?.is_some();
        let (shown, t) = (LastAttempt::take().all_at("link"), context::messages());
        let step = if is_half_way {
            let button = view! { <Button text=t.phone_ask_link() once=true/> };
            view! {
                <p class="govuk-body">{t.phone_link_first()}</p>
                {post_form(PhoneChangeLink::PATH, button)}
            }
            .into_any()
        } else {
            rich_text(t.phone_sign_in_first())
        };
        let from = if is_half_way { "/sign-in/confirm" } else { "/sign-in" };
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {reason(shown.notice())}
                <h1 class="govuk-heading-l">{t.change_phone_title()}</h1>
                {rich_text(t.change_phone_text())}
                <div id="link">{step}</div>
                {rich_text(t.change_phone_call())}
            </div>
        };
        Ok(framed(frame(t.change_phone_title(), shown.is_wrong(), back(from)), content))
    })
}

#[component]
pub fn BeginSent() -> impl IntoView {
    let t = context::messages();
    let content = view! {
        <div class="care-narrow">
            <h1 class="govuk-heading-l">{t.create_check_email()}</h1>
            <p class="govuk-body">{t.phone_link_sent()}</p>
            <p class="govuk-body">{t.forgot_sent_help()}</p>
            {rich_text(t.change_phone_call())}
        </div>
    };
    framed(frame(t.create_check_email(), false, back("/sign-in/change-phone")), content)
}

#[component]
pub fn Ask() -> impl IntoView {
    load(async move {
        let link = context::param("link")?;
        if !context::ports()?.lost_phone.is_link_valid(&link).await? {
            return Ok(flag_redirect());
        }
        let (shown, t) = (LastAttempt::take(), context::messages());
        let reasons = choice(
            &shown,
            "reason",
            t.phone_why(),
            &[
                ("lost", t.phone_why_lost()),
                ("stolen", t.phone_why_stolen()),
                ("new-number", t.phone_why_new()),
                ("no-signal", t.phone_why_signal()),
                ("landline-gone", t.phone_why_landline()),
                ("extension", t.phone_why_extension()),
            ],
        );
        let checks = choice(
            &shown,
            "check",
            t.phone_check(),
            &[("call-back", t.phone_check_call()), ("visit", t.phone_check_visit()), ("letter", t.phone_check_letter())],
        );
        let times = choice(
            &shown,
            "when",
            t.phone_when(),
            &[
                ("morning", t.phone_when_morning()),
                ("afternoon", t.phone_when_afternoon()),
                ("any-time", t.phone_when_any()),
            ],
        );
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                <h1 class="govuk-heading-l">{t.change_phone_title()}</h1>
                <p class="govuk-body">{t.phone_ask_lead()}</p>
                <MainForm action=PhoneChangeAsk::PATH>
                    <Hidden name="link" value=link/>
                    {reasons}
                    {checks}
                    {times}
                    <Button text=t.phone_ask_send() once=true/>
                </MainForm>
            </div>
        };
        Ok(framed(frame(t.change_phone_title(), shown.is_wrong(), None), content))
    })
}

fn choice(shown: &LastAttempt, name: &'static str, question: &str, options: &[(&str, &str)]) -> AnyView {
    radios(Radios {
        name: name.into(),
        items: options.iter().map(|(value, label)| Choice::new(*value, *label)).collect(),
        value: shown.value(name),
        fieldset: Some(Fieldset::medium(question)),
        error_message: shown.message(name),
        ..Radios::default()
    })
}

fn flag_redirect() -> AnyView {
    let t = context::messages();
    message_page(t.reset_gone_title(), t.phone_link_gone())
}
