//! Signing in with the council's identity provider, and connecting such a login with an account.

use super::{
    security,
    steps::{AccountAge, StepPage, client_context, redirect_after_sign_in, set_step},
};
use crate::{
    context,
    cookies::Cookie,
    error::WireError,
    flash::{self, Flash},
    paths::{CONFIRM, SECURITY},
};
use leptos::prelude::*;
use ports::{
    ATTEMPT_SECONDS, ApiError, AuthorizationOutcome, AuthorizationRedirect, COUNCIL_CALLBACK, CallbackOutcome,
    IdentityProvider, OidcError, ProviderResponse, SIGN_IN_SECONDS,
};
use std::sync::Arc;

/// Sends the person to the identity provider.
#[server(endpoint = "sign-in/council")]
pub async fn authorize() -> Result<(), WireError> {
    Ok(go(provider()?.authorize(&client_context()).await?)?)
}

/// Sends a resident to the identity provider to confirm their identity.
#[server(endpoint = "security/confirm-council")]
pub async fn confirm_with_council() -> Result<(), WireError> {
    Ok(go(provider()?.authorize_to_confirm(&*context::resident()?, &client_context()).await?)?)
}

/// Disconnects the resident's account from the identity provider.
#[server(endpoint = "account/disconnect-council")]
pub async fn disconnect() -> Result<(), WireError> {
    let provider = provider()?;
    let disconnected = provider.disconnect(&context::account_change()?).await;
    let asks = StepPage { page: SECURITY, field: "", first: SECURITY };
    security::answer(disconnected, asks, &[], |()| {
        flash::redirect_with_notice(SECURITY, &context::messages().council_disconnected(provider.name()));
    })
}

/// The flash value that holds the outcome for a page.
pub const OUTCOME: &str = "told";

fn provider() -> Result<Arc<dyn IdentityProvider>, ApiError> {
    context::identity_provider().ok_or(ApiError::NotFound)
}

fn go(outcome: AuthorizationOutcome) -> Result<(), ApiError> {
    match outcome {
        AuthorizationOutcome::Redirect(AuthorizationRedirect { address, browser_token }) => {
            context::set_cookie_for(Cookie::Council, &browser_token, ATTEMPT_SECONDS);
            context::redirect_elsewhere(&address)?;
        }
        AuthorizationOutcome::Rejected(oidc_error) => explain(oidc_error),
    }
    Ok(())
}

/// Handles somebody whom the provider has sent back. They are always redirected, so that nothing from the provider's
/// response stays in the address.
pub async fn callback() -> Result<(), ApiError> {
    let browser_token = context::cookie(Cookie::Council).unwrap_or_default();
    let caller = context::caller();
    let resident = caller.resident().map(AsRef::as_ref);
    let returned = provider()?.callback(&browser_token, answer(), resident, &client_context()).await?;
    match returned {
        CallbackOutcome::Confirm(step) => {
            context::clear_cookie(Cookie::Council);
            set_step(&step.token, SIGN_IN_SECONDS);
            context::redirect("/sign-in/confirm");
        }
        CallbackOutcome::SignedIn(signed_in) => {
            context::clear_cookie(Cookie::Council);
            redirect_after_sign_in(&signed_in, AccountAge::Existing);
        }
        CallbackOutcome::Confirmed(step) => {
            context::clear_cookie(Cookie::Council);
            security::return_confirmed(&step);
        }
        CallbackOutcome::Connect { token } => {
            context::set_cookie(Cookie::Council, &token);
            context::redirect("/sign-in/council");
        }
        CallbackOutcome::Rejected(oidc_error) => explain(oidc_error),
    }
    Ok(())
}

fn answer() -> ProviderResponse {
    let state = context::decoded_query("state").unwrap_or_default();
    let [code, error, issuer] = ["code", "error", "iss"].map(context::decoded_query);
    ProviderResponse { state, code, error, issuer }
}

/// Shows the error on the right page. Residents can confirm by password instead.
fn explain(oidc_error: OidcError) {
    match (context::caller().resident(), context::identity_provider()) {
        (Some(_), Some(provider)) => {
            flash::redirect_with_notice(CONFIRM, &context::messages().council_not_confirmed(provider.name()));
        }
        _ => flash::redirect_with(&outcome_flash(COUNCIL_CALLBACK, oidc_error.name())),
    }
}

/// Passes an outcome to a page by name; the page has the texts.
fn outcome_flash(page: &'static str, what: &str) -> Flash {
    Flash { page: page.into(), values: [(OUTCOME.to_owned(), what.to_owned())].into(), ..Flash::default() }
}

/// Attaches a council login that waits to be connected to a step of sign-in or registration.
pub async fn attach_to_step(step: &str) -> Result<(), ApiError> {
    match (context::identity_provider(), context::cookie(Cookie::Council)) {
        (Some(provider), Some(token)) => provider.attach_to_step(&token, step).await,
        _ => Ok(()),
    }
}

/// If a council login was attached, shows first whether it was connected; from there the person goes on to
/// `going_to`.
pub async fn show_outcome(going_to: &str) -> Result<(), ApiError> {
    let (Some(provider), Some(token)) = (context::identity_provider(), context::cookie(Cookie::Council)) else {
        return Ok(());
    };
    context::clear_cookie(Cookie::Council);
    if let Some(connection) = provider.outcome(&token).await? {
        context::set_cookie(Cookie::Next, going_to);
        flash::redirect_with(&outcome_flash("/account/council", connection.name()));
    }
    Ok(())
}
