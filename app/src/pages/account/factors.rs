//! Authenticator app and recovery codes of an account.

use super::is_confirmed;
use crate::api::accounts::factors::DropApp;
use crate::api::accounts::factors::HaveCodes;
use crate::api::accounts::factors::MakeCodes;
use crate::api::accounts::factors::OfferApp;
use crate::api::accounts::factors::TakeApp;
use crate::{
    components::{
        button::{Button, Weight},
        form::post_form,
    },
    context,
    last_attempt::LastAttempt,
    pages::{
        authenticator::enrolment,
        frame::{FrameContent, framed, load, notice},
    },
};
use govuk::inset_text::{InsetText, inset_text};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;

#[component]
pub fn Authenticator() -> impl IntoView {
    load(async move {
        let (ports, resident, t) = (context::ports()?, context::resident()?, context::messages());
        if !is_confirmed(&resident)? {
            return Ok(().into_any());
        }
        let factors = ports.factors.factors(&resident).await?;
        let offered = ports.factors.offered_app(&resident).await?;
        let shown = LastAttempt::take().all_at("code");
        let step = match (factors.app_since, offered) {
            (Some(_), _) => in_use(factors.has_phone).into_any(),
            (None, Some(offered)) => enrolment(offered, TakeApp::PATH, &shown).into_any(),
            (None, None) => post_form(OfferApp::PATH, view! { <Button text=t.app_start() once=true/> }),
        };
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {notice(shown.notice())}
                <h1 class="govuk-heading-l">{t.app_title()}</h1>
                <p class="govuk-body">{t.app_what()}</p>
                {step}
            </div>
        };
        Ok(framed(frame(t.app_title(), shown.is_wrong()), content))
    })
}

fn in_use(has_phone: bool) -> impl IntoView {
    let t = context::messages();
    let drop = has_phone
        .then(|| post_form(DropApp::PATH, view! { <Button text=t.app_remove() weight=Weight::Warning once=true/> }));
    let why = if has_phone { t.app_remove_means() } else { t.app_only() };
    view! {
        <p class="govuk-body"><strong>{t.app_in_use()}</strong></p>
        <p class="govuk-body">{why}</p>
        {drop}
    }
}

#[component]
pub fn RecoveryCodes() -> impl IntoView {
    load(async move {
        let (ports, resident, t) = (context::ports()?, context::resident()?, context::messages());
        if !is_confirmed(&resident)? {
            return Ok(().into_any());
        }
        let fresh = ports.factors.fresh_recovery_codes(&resident).await?;
        let left = ports.factors.factors(&resident).await?.recovery_codes;
        let shown = LastAttempt::take();
        let step = if fresh.is_empty() { make(left).into_any() } else { written_down(fresh).into_any() };
        let content = view! {
            <div class="care-narrow">
                {notice(shown.notice())}
                <h1 class="govuk-heading-l">{t.recovery_codes()}</h1>
                <p class="govuk-body">{t.recovery_what()}</p>
                {step}
            </div>
        };
        Ok(framed(frame(t.recovery_codes(), false), content))
    })
}

fn written_down(codes: Vec<String>) -> impl IntoView {
    let t = context::messages();
    let codes = codes.into_iter().map(|code| view! { <li><code class="care-key">{code}</code></li> }).collect_view();
    let keep = inset_text(InsetText { content: t.recovery_keep().into(), ..InsetText::default() });
    view! {
        <ul class="govuk-list care-codes">{codes}</ul>
        {keep}
        {post_form(HaveCodes::PATH, view! { <Button text=t.recovery_have_them()/> })}
    }
}

fn make(left: u64) -> impl IntoView {
    let t = context::messages();
    let text = if left == 0 { t.recovery_make() } else { t.recovery_make_new() };
    view! {
        <p class="govuk-body"><strong>{t.recovery_left(left)}</strong></p>
        {post_form(MakeCodes::PATH, view! { <Button text=text weight=Weight::Secondary once=true/> })}
    }
}

fn frame(title: &str, problem: bool) -> FrameContent {
    let back = Some(("/account/security".to_owned(), context::messages().back().to_owned()));
    FrameContent { title: title.to_owned(), problem, back, ..FrameContent::default() }
}
