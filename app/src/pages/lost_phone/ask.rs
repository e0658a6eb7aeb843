//! Asking: a link to the mailbox of somebody whose password was right, and the questions behind it. The new number is
//! never one of them.

use super::frame;
use crate::{
    components::{
        button::Button,
        form::{Hidden, PostForm, post_form},
        rich_text::rich_text,
    },
    context,
    cookies::Cookie,
    pages::{
        frame::{back, framed, load, reason, told},
        step_errors::Shown,
    },
};
use govuk::{
    fieldset::{Fieldset, Legend},
    radios::{Radio, RadioItem, Radios, radios},
};
use leptos::prelude::*;

#[component]
pub fn Begin() -> impl IntoView {
    load(async move {
        let token = context::cookie(Cookie::Step).unwrap_or_default();
        let is_half_way = context::ports()?.accounts.sign_in(&token).await?.is_some();
        let (shown, say) = (Shown::take().all_at("link"), context::words());
        let step = if is_half_way {
            let button = view! { <Button words=say.phone_ask_link() once=true/> };
            view! {
                <p class="govuk-body">{say.phone_link_first()}</p>
                {post_form("/api/phone-change/link", button)}
            }
            .into_any()
        } else {
            rich_text(say.phone_sign_in_first())
        };
        let from = if is_half_way { "/sign-in/confirm" } else { "/sign-in" };
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {reason(shown.notice())}
                <h1 class="govuk-heading-l">{say.change_phone_title()}</h1>
                {rich_text(say.change_phone_text())}
                <div id="link">{step}</div>
                {rich_text(say.change_phone_call())}
            </div>
        };
        Ok(framed(frame(say.change_phone_title(), shown.is_wrong(), back(from)), content))
    })
}

#[component]
pub fn BeginSent() -> impl IntoView {
    let say = context::words();
    let content = view! {
        <div class="care-narrow">
            <h1 class="govuk-heading-l">{say.create_check_email()}</h1>
            <p class="govuk-body">{say.phone_link_sent()}</p>
            <p class="govuk-body">{say.forgot_sent_help()}</p>
            {rich_text(say.change_phone_call())}
        </div>
    };
    framed(frame(say.create_check_email(), false, back("/sign-in/change-phone")), content)
}

#[component]
pub fn Ask() -> impl IntoView {
    load(async move {
        let link = context::param("link")?;
        if !context::ports()?.lost_phone.may_ask(&link).await? {
            return Ok(gone());
        }
        let (shown, say) = (Shown::take(), context::words());
        let reasons = choice(
            &shown,
            "reason",
            say.phone_why(),
            &[
                ("lost", say.phone_why_lost()),
                ("stolen", say.phone_why_stolen()),
                ("new-number", say.phone_why_new()),
                ("no-signal", say.phone_why_signal()),
                ("landline-gone", say.phone_why_landline()),
                ("extension", say.phone_why_extension()),
            ],
        );
        let checks = choice(
            &shown,
            "check",
            say.phone_check(),
            &[
                ("call-back", say.phone_check_call()),
                ("visit", say.phone_check_visit()),
                ("letter", say.phone_check_letter()),
            ],
        );
        let times = choice(
            &shown,
            "when",
            say.phone_when(),
            &[
                ("morning", say.phone_when_morning()),
                ("afternoon", say.phone_when_afternoon()),
                ("any-time", say.phone_when_any()),
            ],
        );
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                <h1 class="govuk-heading-l">{say.change_phone_title()}</h1>
                <p class="govuk-body">{say.phone_ask_lead()}</p>
                <PostForm action="/api/phone-change/ask">
                    <Hidden name="link" value=link/>
                    {reasons}
                    {checks}
                    {times}
                    <Button words=say.phone_ask_send() once=true/>
                </PostForm>
            </div>
        };
        Ok(framed(frame(say.change_phone_title(), shown.is_wrong(), None), content))
    })
}

fn choice(shown: &Shown, name: &'static str, question: &str, ways: &[(&str, &'static str)]) -> AnyView {
    let item = |(value, words): &(&str, &'static str)| {
        RadioItem::Item(Radio { content: (*words).into(), value: (*value).to_owned(), ..Radio::default() })
    };
    radios(Radios {
        id_prefix: name.into(),
        name: name.into(),
        items: ways.iter().map(item).collect(),
        value: shown.value(name),
        fieldset: Some(Fieldset { legend: Legend::medium(question), ..Fieldset::default() }),
        error_message: shown.message(name),
        ..Radios::default()
    })
}

fn gone() -> AnyView {
    let say = context::words();
    told(say.reset_gone_title(), say.phone_link_gone())
}
