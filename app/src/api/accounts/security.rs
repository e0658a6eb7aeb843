//! Password, devices and deletion of an account, and resetting a forgotten password.

use super::steps::{self, StepPage, client_context};
use crate::{
    context,
    cookies::Cookie,
    error::WireError,
    flash,
    paths::{self, CONFIRM, SECURITY},
    segment::PathSegment,
};
use leptos::prelude::*;
use ports::{ApiError, SIGN_IN_SECONDS, Security, Step, StepError};
use std::{collections::BTreeMap, sync::Arc};

/// Sends a link for resetting the password.
#[server(endpoint = "password/forgot")]
pub async fn forgot(#[server(default)] email: String) -> Result<(), WireError> {
    send_request_link(&email).await.map_err(context::refuse)
}

/// Uses a reset link.
#[server(endpoint = "password/reset")]
pub async fn reset(link: PathSegment, #[server(default)] password: String) -> Result<(), WireError> {
    use_link(&link, &password).await.map_err(context::refuse)
}

/// Takes a resident's password again, as confirmation.
#[server(endpoint = "security/confirm")]
pub async fn confirm_again(#[server(default)] password: String) -> Result<(), WireError> {
    confirm(&password).await.map_err(context::refuse)
}

/// Changes the password.
#[server(endpoint = "security/password")]
pub async fn change_password(#[server(default)] password: String) -> Result<(), WireError> {
    put_password(&password).await.map_err(context::refuse)
}

/// Signs out another device.
#[server(endpoint = "security/end-device")]
pub async fn end_device(id: PathSegment) -> Result<(), WireError> {
    end_one(&id).await.map_err(context::refuse)
}

/// Signs out all other devices.
#[server(endpoint = "security/end-others")]
pub async fn end_others() -> Result<(), WireError> {
    end_all_others().await.map_err(context::refuse)
}

/// Deletes the account.
#[server(endpoint = "security/delete-account")]
pub async fn delete_account() -> Result<(), WireError> {
    delete().await.map_err(context::refuse)
}

pub fn security() -> Result<Arc<dyn Security>, ApiError> {
    Ok(context::ports()?.security)
}

const fn asks(page: &'static str, field: &'static str) -> StepPage {
    StepPage { page, field, first: page }
}

async fn send_request_link(email: &str) -> Result<(), ApiError> {
    match security()?.send_reset_link(email, &client_context()).await? {
        Ok(()) => {
            context::redirect("/forgot-password/sent");
            Ok(())
        }
        Err(step_error) => asks("/forgot-password", "email").again(step_error, &[("email", email)]),
    }
}

async fn use_link(link: &str, password: &str) -> Result<(), ApiError> {
    let outcome = security()?.reset_password(link, password, context::device(), context::language()).await?;
    match outcome {
        Ok(()) => {
            context::clear_cookie(Cookie::Step);
            flash::tell("/sign-in", context::messages().reset_done());
            Ok(())
        }
        Err(StepError::LinkExpired) => {
            flash::tell("/forgot-password", context::messages().refused_link_gone());
            Ok(())
        }
        Err(step_error) => StepPage { page: "", field: "password", first: "/forgot-password" }.show_again_at(
            paths::reset_password(link),
            step_error,
            &[],
        ),
    }
}

async fn confirm(password: &str) -> Result<(), ApiError> {
    match security()?.confirm_password(&*context::resident()?, password).await? {
        Ok(step) => {
            return_confirmed(&step);
            Ok(())
        }
        Err(step_error) => asks(CONFIRM, "password").again(step_error, &[]),
    }
}

async fn put_password(password: &str) -> Result<(), ApiError> {
    const PAGE: &str = "/account/password";
    let resident = context::resident()?;
    match security()?.change_password(&resident, password, &client_context()).await? {
        Ok(step) => {
            replace_session_token(&step);
            flash::tell(SECURITY, context::messages().change_password_done());
            Ok(())
        }
        Err(step_error) => answer(Err(step_error), asks(PAGE, "password"), &[], || ()),
    }
}

async fn end_one(id: &str) -> Result<(), ApiError> {
    let outcome = security()?.end_device(&*context::resident()?, id, context::device()).await?;
    answer(outcome, asks(SECURITY, ""), &[], || flash::tell(SECURITY, context::messages().security_signed_out()))
}

async fn end_all_others() -> Result<(), ApiError> {
    let outcome = security()?.end_others(&*context::resident()?, context::device()).await?;
    answer(outcome, asks(SECURITY, ""), &[], || flash::tell(SECURITY, context::messages().security_signed_out_others()))
}

/// Gives the browser the session's new token.
fn replace_session_token(step: &Step) {
    context::set_cookie(Cookie::Session, &step.token);
}

/// After confirming, takes the person back to their page with what they had typed there.
pub fn return_confirmed(step: &Step) {
    replace_session_token(step);
    let next = context::cookie(Cookie::Next).and_then(|path| paths::return_to(&path));
    context::clear_cookie(Cookie::Next);
    flash::bring_back(next.unwrap_or_else(|| SECURITY.into()));
}

/// Redirects to the confirmation page, which leads back to this page with what was typed.
fn confirm_first(page: &'static str, typed: BTreeMap<String, String>) {
    context::set_cookie_for(Cookie::Next, page, SIGN_IN_SECONDS);
    let t = context::messages();
    flash::tell(CONFIRM, if flash::hold(page.into(), typed) { t.refused_confirm_kept() } else { t.refused_confirm_first() });
}

/// Continues with `on`, or redirects to the page with the error, or to the confirmation page.
pub fn answer(
    outcome: Result<(), StepError>,
    asks: StepPage,
    values: &[(&str, &str)],
    on: impl FnOnce(),
) -> Result<(), ApiError> {
    match outcome {
        Ok(()) => on(),
        Err(StepError::ConfirmFirst) => confirm_first(asks.first, steps::typed(values)),
        Err(step_error) => asks.again(step_error, values)?,
    }
    Ok(())
}

/// Like [`answer`], for a page with more inputs than an address or a number.
pub fn answer_with_values(
    outcome: Result<(), StepError>,
    page: &'static str,
    values: BTreeMap<String, String>,
    on: impl FnOnce(),
) -> Result<(), ApiError> {
    match outcome {
        Err(StepError::ConfirmFirst) => confirm_first(page, values),
        outcome => answer(outcome, asks(page, ""), &[], on)?,
    }
    Ok(())
}

async fn delete() -> Result<(), ApiError> {
    let outcome = security()?.delete_account(&*context::resident()?, context::language()).await?;
    answer(outcome, asks("/account/delete", ""), &[], || {
        context::clear_cookie(Cookie::Session);
        context::clear_cookie(Cookie::Device);
        steps::clear_step_cookies();
        context::header(http::HeaderName::from_static("clear-site-data"), "\"cache\"");
        context::redirect("/account-deleted");
    })
}
