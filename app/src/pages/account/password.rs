//! Confirming the password, and changing it.

use crate::api::accounts::security::ChangePassword;
use crate::api::accounts::security::ConfirmAgain;
use crate::{
    components::{button::Button, form::MainForm},
    context,
    cookies::Cookie,
    flash,
    last_attempt::LastAttempt,
    location::Location,
    pages::{
        frame::{FrameContent, framed, load, reason},
        sign_in::{council, password_input},
    },
    paths::CONFIRM,
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{ApiError, CONFIRMED_SECONDS, Resident, SIGN_IN_SECONDS};

/// How many seconds of a confirmation should be left before somebody starts typing.
const TYPING_SECONDS: i64 = 120;

/// Whether somebody has confirmed their password recently enough to change how they sign in. If not, the browser is
/// redirected to the page that asks for it, and comes back here afterwards.
pub fn is_confirmed(resident: &Resident) -> Result<bool, ApiError> {
    is_confirmed_for(resident, 0)
}

/// Like [`is_confirmed`], for a page with something to fill in: better to ask before than after.
pub fn may_fill_in(resident: &Resident) -> Result<bool, ApiError> {
    is_confirmed_for(resident, TYPING_SECONDS)
}

fn is_confirmed_for(resident: &Resident, seconds: i64) -> Result<bool, ApiError> {
    let since = context::ports()?.clock.now().duration_since(resident.confirmed);
    if since.as_secs() + seconds < CONFIRMED_SECONDS {
        return Ok(true);
    }
    let page = Location::parse(&context::path()).unwrap_or_default();
    context::set_cookie_for(Cookie::Next, page.as_str(), SIGN_IN_SECONDS);
    // They may have been sent back here because of an error: keep what they typed.
    flash::keep_typed(page, flash::take().values);
    context::redirect(CONFIRM);
    Ok(false)
}

#[component]
pub fn ConfirmAgain() -> impl IntoView {
    load(async move {
        let (shown, t) = (LastAttempt::take(), context::messages());
        let council = council::confirming(&context::resident()?.account).await?;
        let password = password_input("current-password", None, &shown);
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {reason(shown.notice())}
                <h1 class="govuk-heading-l">{t.confirm_again_title()}</h1>
                <p class="govuk-body">{t.confirm_again_lead()}</p>
                <MainForm action=ConfirmAgain::PATH>
                    {password}
                    <Button text=t.button_continue()/>
                </MainForm>
                {council}
                <p class="govuk-body"><a class="govuk-link" href="/forgot-password">{t.sign_in_forgotten()}</a></p>
            </div>
        };
        Ok(framed(frame(t.confirm_again_title(), &shown), content))
    })
}

#[component]
pub fn ChangePassword() -> impl IntoView {
    load(async move {
        if !may_fill_in(&*context::resident()?)? {
            return Ok(().into_any());
        }
        let (shown, t) = (LastAttempt::take(), context::messages());
        let password = password_input("new-password", Some(t.reset_hint()), &shown);
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                <h1 class="govuk-heading-l">{t.change_password_title()}</h1>
                <MainForm action=ChangePassword::PATH>
                    {password}
                    <Button text=t.reset_save()/>
                </MainForm>
            </div>
        };
        Ok(framed(frame(t.change_password_title(), &shown), content))
    })
}

fn frame(title: &str, shown: &LastAttempt) -> FrameContent {
    let back = Some(("/account/security".to_owned(), context::messages().back().to_owned()));
    FrameContent { title: title.to_owned(), problem: shown.is_wrong(), back, ..FrameContent::default() }
}
