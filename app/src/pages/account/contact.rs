//! Changing email address or login phone: the pages for the new one, and for the code that proves it.

use super::may_fill_in;
use crate::api::accounts::contact::ContactEmail;
use crate::api::accounts::contact::ContactEmailAgain;
use crate::api::accounts::contact::ContactEmailCode;
use crate::api::accounts::contact::ContactPhone;
use crate::api::accounts::contact::ContactPhoneAgain;
use crate::api::accounts::contact::ContactPhoneCode;
use crate::{
    components::{
        button::{Button, Weight},
        form::{MainForm, post_form},
        rich_text::{bold_in, rich_line},
    },
    context,
    last_attempt::LastAttempt,
    pages::{
        create_account::{email_input, phone_input, ways},
        frame::{FrameContent, framed, load, notice, reason},
        sign_in::code::{code_input, code_problems, send_buttons},
    },
};
use govuk::label::Label;
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;

#[component]
pub fn ChangeEmail() -> impl IntoView {
    load(async move {
        if !may_fill_in(&*context::resident()?)? {
            return Ok(().into_any());
        }
        let (shown, t) = (LastAttempt::take(), context::messages());
        let email = email_input(Label::medium(t.email_address()), Some(t.contact_email_hint()), &shown);
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                <h1 class="govuk-heading-l">{t.contact_email_title()}</h1>
                <MainForm action=ContactEmail::PATH>
                    {email}
                    <Button text=t.button_continue()/>
                </MainForm>
            </div>
        };
        Ok(framed(frame(t.contact_email_title(), &shown, "/account/details"), content))
    })
}

#[component]
pub fn ChangeEmailCode() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        let contact = context::ports()?.contact.clone();
        let Some(address) = contact.pending_email(&resident).await? else {
            context::redirect("/account/email");
            return Ok(().into_any());
        };
        let (shown, t) = (LastAttempt::take().all_at("code"), context::messages());
        let refused = contact.is_email_refused(&resident).await?.then(|| t.code_email_refused().to_owned());
        let code = code_input(&shown, t.code_hint());
        let again = view! { <Button text=t.create_another_code() weight=Weight::Secondary once=true/> };
        let problems = view! {
            <p>{t.create_look_in_spam()}</p>
            {post_form(ContactEmailAgain::PATH, again)}
        };
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {notice(shown.notice())}
                <h1 class="govuk-heading-l">{t.create_check_email()}</h1>
                {reason(refused)}
                <p class="govuk-body">{bold_in(|email| t.create_email_sent(email), address)}</p>
                <MainForm action=ContactEmailCode::PATH>
                    {code}
                    <Button text=t.button_continue()/>
                </MainForm>
                {code_problems(problems)}
            </div>
        };
        Ok(framed(frame(t.create_check_email(), &shown, "/account/email"), content))
    })
}

#[component]
pub fn ChangeLoginPhone() -> impl IntoView {
    load(async move {
        if !may_fill_in(&*context::resident()?)? {
            return Ok(().into_any());
        }
        let (shown, t) = (LastAttempt::take(), context::messages());
        let (phone, ways) = (phone_input(&shown), ways(&shown));
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                <h1 class="govuk-heading-l">{t.contact_phone_title()}</h1>
                <MainForm action=ContactPhone::PATH>
                    {phone}
                    {ways}
                    <Button text=t.button_continue()/>
                </MainForm>
            </div>
        };
        Ok(framed(frame(t.contact_phone_title(), &shown, "/account/security"), content))
    })
}

#[component]
pub fn ChangeLoginPhoneCode() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        let contact = context::ports()?.contact.clone();
        let Some(phone) = contact.pending_phone(&resident).await? else {
            context::redirect("/account/phone");
            return Ok(().into_any());
        };
        let (shown, t) = (LastAttempt::take().all_at("code"), context::messages());
        let refused = contact.is_phone_refused(&resident).await?.then(|| t.code_phone_refused().to_owned());
        let code = code_input(&shown, t.code_hint());
        let problems = view! {
            <p>{t.code_check_phone()}</p>
            {send_buttons(ContactPhoneAgain::PATH, phone.can_text, Weight::Secondary)}
        };
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {notice(shown.notice())}
                <h1 class="govuk-heading-l">{t.create_check_phone()}</h1>
                {reason(refused)}
                <p class="govuk-body">{rich_line(&t.create_phone_sent(phone.ending))}</p>
                <MainForm action=ContactPhoneCode::PATH>
                    {code}
                    <Button text=t.button_continue()/>
                </MainForm>
                {code_problems(problems)}
            </div>
        };
        Ok(framed(frame(t.create_check_phone(), &shown, "/account/phone"), content))
    })
}

fn frame(title: &str, shown: &LastAttempt, back: &str) -> FrameContent {
    let back = Some((back.to_owned(), context::messages().back().to_owned()));
    FrameContent { title: title.to_owned(), problem: shown.is_wrong(), back, ..FrameContent::default() }
}
