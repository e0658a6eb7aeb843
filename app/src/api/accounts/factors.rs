//! Authenticator app and recovery codes of an account.

use super::{
    security::{answer, security},
    steps::StepPage,
};
use crate::{
    context,
    cookies::Cookie,
    error::WireError,
    flash,
    paths::{self, RECOVERY_CODES, SECURITY},
};
use leptos::prelude::*;
use ports::ApiError;

/// Creates a secret for an app.
#[server(endpoint = "security/offer-app")]
pub async fn offer_app() -> Result<(), WireError> {
    offer().await.map_err(context::refuse)
}

/// Takes the app's first code and adds the app.
#[server(endpoint = "security/take-app")]
pub async fn take_app(#[server(default)] code: String) -> Result<(), WireError> {
    take(&code).await.map_err(context::refuse)
}

/// Removes the app.
#[server(endpoint = "security/drop-app")]
pub async fn drop_app() -> Result<(), WireError> {
    remove().await.map_err(context::refuse)
}

/// Replaces the recovery codes by ten new ones.
#[server(endpoint = "security/make-codes")]
pub async fn make_codes() -> Result<(), WireError> {
    make().await.map_err(context::refuse)
}

/// The person has written down the codes, which aren't shown again.
#[server(endpoint = "security/have-codes")]
pub async fn have_codes() -> Result<(), WireError> {
    hide().await.map_err(context::refuse)
}

const APP: StepPage = StepPage { page: "/account/authenticator", field: "code", first: "/account/authenticator" };
const CODES: StepPage = StepPage { page: RECOVERY_CODES, field: "code", first: RECOVERY_CODES };

async fn offer() -> Result<(), ApiError> {
    let outcome = security()?.offer_app(&*context::resident()?).await?;
    answer(outcome, APP, &[], || context::redirect(APP.page))
}

async fn take(code: &str) -> Result<(), ApiError> {
    let resident = context::resident()?;
    let outcome = security()?.confirm_app(&resident, code, context::device(), context::language()).await?;
    answer(outcome, APP, &[], || flash::tell(RECOVERY_CODES, context::messages().app_added()))
}

async fn remove() -> Result<(), ApiError> {
    let outcome = security()?.remove_app(&*context::resident()?, context::device(), context::language()).await?;
    answer(outcome, APP, &[], || flash::tell(SECURITY, context::messages().app_removed()))
}

async fn make() -> Result<(), ApiError> {
    let resident = context::resident()?;
    let outcome = security()?.renew_recovery_codes(&resident, context::device(), context::language()).await?;
    answer(outcome, CODES, &[], || context::redirect(RECOVERY_CODES))
}

async fn hide() -> Result<(), ApiError> {
    security()?.hide_recovery_codes(&*context::resident()?).await?;
    let next = context::cookie(Cookie::Next).and_then(|path| paths::return_to(&path));
    context::clear_cookie(Cookie::Next);
    context::redirect(next.unwrap_or_else(|| SECURITY.into()));
    Ok(())
}
