//! Resetting a forgotten password: a link in an email leads to a page for the new one. Opening the link doesn't use
//! it up, because programs that scan mail open links too.

use super::{
    create_account::email_input,
    frame::{FrameContent, back, framed, load, message_page, reason},
    sign_in::password_input,
};
use crate::api::accounts::security::{Forgot, Reset};
use crate::{
    components::{
        button::Button,
        form::{Hidden, MainForm},
        rich_text::rich_text,
    },
    context,
    last_attempt::LastAttempt,
};
use govuk::{
    Content,
    details::{Details, details},
    label::Label,
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;

#[component]
pub fn Forgot() -> impl IntoView {
    load(async move {
        let (shown, t) = (LastAttempt::take(), context::messages());
        let email = email_input(Label::medium(t.email_address()), None, &shown);
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {reason(shown.notice())}
                <h1 class="govuk-heading-l">{t.forgot_title()}</h1>
                <p class="govuk-body">{t.forgot_lead()}</p>
                <p class="govuk-body">{t.forgot_keep()}</p>
                <MainForm action=Forgot::PATH>
                    {email}
                    <Button text=t.forgot_send() once=true/>
                </MainForm>
                {no_email()}
            </div>
        };
        Ok(framed(frame(t.forgot_title(), shown.is_wrong(), back("/sign-in")), content))
    })
}

#[component]
pub fn ForgotSent() -> impl IntoView {
    let t = context::messages();
    let content = view! {
        <div class="care-narrow">
            <h1 class="govuk-heading-l">{t.forgot_sent_title()}</h1>
            <p class="govuk-body">{t.forgot_sent()}</p>
            <p class="govuk-body">{t.forgot_sent_help()}</p>
            <p class="govuk-body"><a class="govuk-link" href="/forgot-password">{t.forgot_again()}</a></p>
            {no_email()}
        </div>
    };
    framed(frame(t.forgot_sent_title(), false, back("/forgot-password")), content)
}

#[component]
pub fn Reset() -> impl IntoView {
    load(async move {
        let link = context::param("link")?;
        if !context::ports()?.passwords.is_reset_link_valid(&link).await? {
            // The same text for a link that was used, has expired, was replaced by a newer one, or never existed.
            let t = context::messages();
            return Ok(message_page(t.reset_gone_title(), t.reset_gone_text()));
        }
        let (shown, t) = (LastAttempt::take(), context::messages());
        let password = password_input("new-password", Some(t.reset_hint()), &shown);
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                <h1 class="govuk-heading-l">{t.reset_title()}</h1>
                <p class="govuk-body">{t.reset_after()}</p>
                <MainForm action=Reset::PATH>
                    <Hidden name="link" value=link/>
                    {password}
                    <Button text=t.reset_save()/>
                </MainForm>
            </div>
        };
        Ok(framed(frame(t.reset_title(), shown.is_wrong(), None), content))
    })
}

fn no_email() -> impl IntoView {
    let t = context::messages();
    let content = Content::view(rich_text(t.forgot_no_email_text()));
    details(Details { summary: t.forgot_no_email().into(), content, ..Details::default() })
}

fn frame(title: &str, problem: bool, back: Option<(String, String)>) -> FrameContent {
    FrameContent { title: title.to_owned(), problem, back, ..FrameContent::default() }
}
