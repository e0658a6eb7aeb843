//! Authenticator app and recovery codes of an account.

use super::{
    security::answer,
    steps::{AccountAge, StepPage, go_on_to, wrong_code},
};
use crate::{
    context,
    cookies::Cookie,
    error::WireError,
    flash,
    paths::{RECOVERY_CODES, SECURITY},
};
use leptos::prelude::*;
use ports::{ApiError, SecondFactors};
use std::sync::Arc;

/// Creates a secret for an app.
#[server(endpoint = "security/offer-app")]
pub async fn offer_app() -> Result<(), WireError> {
    let offered = factors()?.offer_app(&*context::resident()?).await;
    answer(offered, APP, &[], |()| context::redirect(APP.page))
}

/// Takes the app's first code and adds the app.
#[server(endpoint = "security/take-app")]
pub async fn take_app(#[server(default)] code: String) -> Result<(), WireError> {
    let confirmed = factors()?.confirm_app(&context::account_change()?, &code).await;
    let wrong = wrong_code(&confirmed, &code);
    answer(confirmed, APP, &wrong, |()| flash::redirect_with_notice(RECOVERY_CODES, context::messages().app_added()))
}

/// Removes the app.
#[server(endpoint = "security/drop-app")]
pub async fn drop_app() -> Result<(), WireError> {
    let removed = factors()?.remove_app(&context::account_change()?).await;
    answer(removed, APP, &[], |()| flash::redirect_with_notice(SECURITY, context::messages().app_removed()))
}

/// Replaces the recovery codes by ten new ones.
#[server(endpoint = "security/make-codes")]
pub async fn make_codes() -> Result<(), WireError> {
    let renewed = factors()?.renew_recovery_codes(&context::account_change()?).await;
    answer(renewed, CODES, &[], |()| context::redirect(RECOVERY_CODES))
}

/// The person has written down the codes, which aren't shown again.
#[server(endpoint = "security/have-codes")]
pub async fn have_codes() -> Result<(), WireError> {
    factors()?.hide_recovery_codes(&*context::resident()?).await?;
    // Only somebody who has just created their account is on the way to somewhere.
    let next = context::going_to();
    context::clear_cookie(Cookie::Next);
    match next {
        Some(next) => go_on_to(&next, AccountAge::New),
        None => context::redirect(SECURITY),
    }
    Ok(())
}

const APP: StepPage = StepPage { page: "/account/authenticator", field: "code", first: "/account/authenticator" };
const CODES: StepPage = StepPage { page: RECOVERY_CODES, field: "code", first: RECOVERY_CODES };

fn factors() -> Result<Arc<dyn SecondFactors>, ApiError> {
    Ok(context::ports()?.factors.clone())
}
