//! Password, devices and deletion of an account, and resetting a forgotten password.

use super::steps::{self, StepPage, client_context};
use crate::{
    context,
    cookies::Cookie,
    error::WireError,
    flash,
    location::Location,
    paths::{self, CONFIRM, SECURITY},
    segment::PathSegment,
};
use leptos::prelude::*;
use ports::{ApiError, Passwords, Resident, SIGN_IN_SECONDS, Step, StepError, StepFailure};
use std::{collections::BTreeMap, sync::Arc};

/// Sends a link for resetting the password.
#[server(endpoint = "password/forgot")]
pub async fn forgot(#[server(default)] email: String) -> Result<(), WireError> {
    match passwords()?.send_reset_link(&email, &client_context()).await {
        Ok(()) => context::redirect("/forgot-password/sent"),
        Err(failure) => asks("/forgot-password", "email").again(failure, &[("email", &email)])?,
    }
    Ok(())
}

/// Uses a reset link.
#[server(endpoint = "password/reset")]
pub async fn reset(link: PathSegment, #[server(default)] password: String) -> Result<(), WireError> {
    match passwords()?.reset_password(&link, &password, context::device(), context::language()).await {
        Ok(()) => {
            context::clear_cookie(Cookie::Step);
            flash::redirect_with_notice("/sign-in", context::messages().reset_done());
        }
        Err(StepFailure::Refused(StepError::LinkExpired)) => {
            flash::redirect_with_notice("/forgot-password", context::messages().refused_link_gone());
        }
        Err(failure) => {
            let asks = StepPage { page: "", field: "password", first: "/forgot-password" };
            asks.show_again_at(paths::reset_password(&link), failure, &[])?;
        }
    }
    Ok(())
}

/// Takes a resident's password again, as confirmation.
#[server(endpoint = "security/confirm")]
pub async fn confirm_again(#[server(default)] password: String) -> Result<(), WireError> {
    let (passwords, typed) = (passwords()?, &password);
    let confirm = |resident: Arc<Resident>| async move { passwords.confirm_password(&resident, typed).await };
    match renewed_by(typed, confirm).await {
        Ok(step) => return_confirmed(&step),
        Err(failure) => asks(CONFIRM, "password").again(failure, &[])?,
    }
    Ok(())
}

/// Changes the password.
#[server(endpoint = "security/password")]
pub async fn change_password(#[server(default)] password: String) -> Result<(), WireError> {
    let (passwords, typed, browser) = (passwords()?, &password, client_context());
    let change = |resident: Arc<Resident>| async move { passwords.change_password(&resident, typed, &browser).await };
    answer(renewed_by(typed, change).await, asks("/account/password", "password"), &[], |step| {
        replace_session_token(&step);
        flash::redirect_with_notice(SECURITY, context::messages().change_password_done());
    })
}

/// What gives the resident's session another token. The first press may have done so already, and perhaps the browser
/// never saw the new token: then nobody is signed in, and the second press says the same.
async fn renewed_by<F>(password: &str, first: impl FnOnce(Arc<Resident>) -> F) -> Result<Step, StepFailure>
where
    F: Future<Output = Result<Step, StepFailure>>,
{
    let signed_out = match context::resident() {
        Ok(resident) => return first(resident).await,
        Err(signed_out) => signed_out,
    };
    let token = context::cookie(Cookie::Session).ok_or(signed_out)?;
    match passwords()?.repeat_confirmation(&token, password, context::device()).await {
        Err(StepFailure::Refused(StepError::Gone)) => Err(signed_out.into()),
        outcome => outcome,
    }
}

/// Signs out another device.
#[server(endpoint = "security/end-device")]
pub async fn end_device(id: PathSegment) -> Result<(), WireError> {
    let ended = context::ports()?.security.end_device(&context::account_change()?, &id).await;
    answer(ended, asks(SECURITY, ""), &[], |()| {
        flash::redirect_with_notice(SECURITY, context::messages().security_signed_out());
    })
}

/// Signs out all other devices.
#[server(endpoint = "security/end-others")]
pub async fn end_others() -> Result<(), WireError> {
    let ended = context::ports()?.security.end_others(&context::account_change()?).await;
    answer(ended, asks(SECURITY, ""), &[], |()| {
        flash::redirect_with_notice(SECURITY, context::messages().security_signed_out_others());
    })
}

/// Deletes the account.
#[server(endpoint = "security/delete-account")]
pub async fn delete_account() -> Result<(), WireError> {
    let deleted = context::ports()?.security.delete_account(&context::account_change()?).await;
    answer(deleted, asks("/account/delete", ""), &[], |()| {
        context::clear_cookie(Cookie::Session);
        context::clear_cookie(Cookie::Device);
        steps::clear_step_cookies();
        context::header(http::HeaderName::from_static("clear-site-data"), "\"cache\"");
        context::redirect("/account-deleted");
    })
}

fn passwords() -> Result<Arc<dyn Passwords>, ApiError> {
    Ok(context::ports()?.passwords.clone())
}

const fn asks(page: &'static str, field: &'static str) -> StepPage {
    StepPage { page, field, first: page }
}

/// Gives the browser the session's new token.
fn replace_session_token(step: &Step) {
    context::set_cookie(Cookie::Session, &step.token);
}

/// After confirming, takes the person back to their page with what they had typed there.
pub fn return_confirmed(step: &Step) {
    replace_session_token(step);
    let next = context::going_to();
    context::clear_cookie(Cookie::Next);
    flash::redirect_with_kept(next.unwrap_or_else(|| SECURITY.into()));
}

/// Redirects to the confirmation page, which leads back to this page with what was typed.
pub fn confirm_first(page: impl Into<Location>, typed: BTreeMap<String, String>) {
    let page = page.into();
    context::set_cookie_for(Cookie::Next, page.as_str(), SIGN_IN_SECONDS);
    let t = context::messages();
    flash::redirect_with_notice(
        CONFIRM,
        if flash::keep_typed(page, typed) { t.refused_confirm_kept() } else { t.refused_confirm_first() },
    );
}

/// Continues with `on`, or redirects to the page with the error, or to the confirmation page.
pub fn answer<T>(
    outcome: Result<T, StepFailure>,
    asks: StepPage,
    values: &[(&str, &str)],
    on: impl FnOnce(T),
) -> Result<(), WireError> {
    match outcome {
        Ok(value) => on(value),
        Err(StepFailure::Refused(StepError::ConfirmFirst)) => confirm_first(asks.first, steps::typed(values)),
        Err(failure) => asks.again(failure, values)?,
    }
    Ok(())
}

/// Like [`answer`], for a page with more inputs than an address or a number.
pub fn answer_with_values(
    outcome: Result<(), StepFailure>,
    page: &'static str,
    values: BTreeMap<String, String>,
    on: impl FnOnce(()),
) -> Result<(), WireError> {
    match outcome {
        Err(StepFailure::Refused(StepError::ConfirmFirst)) => confirm_first(page, values),
        outcome => answer(outcome, asks(page, ""), &[], on)?,
    }
    Ok(())
}
