//! Giving the password once more, and choosing another.

use crate::{
    components::{button::Button, form::PostForm},
    context,
    cookies::Cookie,
    error::ApiError,
    pages::{
        frame::{Framed, framed, load, reason},
        refusals::Shown,
        sign_in::password_input,
    },
    ports::{CONFIRMED_SECONDS, Resident},
};
use leptos::prelude::*;

/// Where the password is given once more.
pub const CONFIRM: &str = "/account/confirm";

/// Whether somebody has given their password so lately that they may change how they sign in. If not, the browser is on
/// its way to the page that asks for it, and comes back here afterwards.
pub fn is_confirmed(resident: &Resident) -> Result<bool, ApiError> {
    let since = context::ports()?.clock.now().duration_since(resident.confirmed);
    if since.as_secs() < CONFIRMED_SECONDS {
        return Ok(true);
    }
    context::set_cookie(Cookie::Next, &context::path());
    context::redirect(CONFIRM);
    Ok(false)
}

#[component]
pub fn ConfirmAgain() -> impl IntoView {
    load(async move {
        let (shown, say) = (Shown::take(), context::words());
        let password = password_input("current-password", None, &shown);
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {reason(shown.notice())}
                <h1 class="govuk-heading-l">{say.confirm_again_title()}</h1>
                <p class="govuk-body">{say.confirm_again_lead()}</p>
                <PostForm action="/api/security/confirm">
                    {password}
                    <Button words=say.button_continue()/>
                </PostForm>
                <p class="govuk-body"><a class="govuk-link" href="/forgot-password">{say.sign_in_forgotten()}</a></p>
            </div>
        };
        Ok(framed(frame(say.confirm_again_title(), &shown), content))
    })
}

#[component]
pub fn ChangePassword() -> impl IntoView {
    load(async move {
        if !is_confirmed(&*context::resident()?)? {
            return Ok(().into_any());
        }
        let (shown, say) = (Shown::take(), context::words());
        let password = password_input("new-password", Some(say.reset_hint()), &shown);
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                <h1 class="govuk-heading-l">{say.change_password_title()}</h1>
                <PostForm action="/api/security/password">
                    {password}
                    <Button words=say.reset_save()/>
                </PostForm>
            </div>
        };
        Ok(framed(frame(say.change_password_title(), &shown), content))
    })
}

fn frame(title: &str, shown: &Shown) -> Framed {
    let back = Some(("/account/security".to_owned(), context::words().back().to_owned()));
    Framed { title: title.to_owned(), problem: shown.is_wrong(), back, ..Framed::default() }
}
