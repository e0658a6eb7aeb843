//! Signing in with a login at the council's identity provider, and connecting one with an account.

use crate::error::ApiError;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::steps::{arrival, go_on};
#[cfg(feature = "ssr")]
use crate::{
    context,
    cookies::Cookie,
    flash,
    ports::{Answer, Flash, Hitch, IdentityProvider, Returned},
    routes,
};
#[cfg(feature = "ssr")]
use std::sync::Arc;

/// Sends the person to the identity provider.
#[server(endpoint = "sign-in/council")]
pub async fn depart(#[server(default)] token: String) -> Result<(), ApiError> {
    drop(token);
    leave().await.map_err(context::refuse)
}

/// Ends the connection of the account that is signed in to.
#[server(endpoint = "account/disconnect-council")]
pub async fn disconnect(#[server(default)] token: String) -> Result<(), ApiError> {
    drop(token);
    end_connection().await.map_err(context::refuse)
}

/// Under which name a page is told what came of it.
#[cfg(feature = "ssr")]
pub const TOLD: &str = "told";

#[cfg(feature = "ssr")]
fn provider() -> Result<Arc<dyn IdentityProvider>, ApiError> {
    context::identity_provider().ok_or(ApiError::NotFound)
}

#[cfg(feature = "ssr")]
async fn leave() -> Result<(), ApiError> {
    match provider()?.depart(&arrival()).await? {
        Ok(departure) => {
            context::set_cookie(Cookie::Council, &departure.browser_token);
            context::redirect(&departure.address);
        }
        Err(hitch) => explain(hitch),
    }
    Ok(())
}

#[cfg(feature = "ssr")]
async fn end_connection() -> Result<(), ApiError> {
    let (provider, resident) = (provider()?, context::resident()?);
    provider.disconnect(&resident.account, context::device()).await?;
    flash::tell("/account/security", &context::words().council_disconnected(provider.name()));
    Ok(())
}

/// Goes on with somebody whom the provider has sent back. Whatever comes of it, they are sent on: nothing of what the
/// provider said stays in the address.
#[cfg(feature = "ssr")]
pub async fn come_back() -> Result<(), ApiError> {
    let browser_token = context::cookie(Cookie::Council).unwrap_or_default();
    let returned = provider()?.come_back(&browser_token, answer(), &arrival()).await?;
    match returned {
        Returned::Confirm(step) => {
            context::clear_cookie(Cookie::Council);
            context::set_cookie(Cookie::Step, &step.token);
            context::redirect("/sign-in/confirm");
        }
        Returned::SignedIn(signed_in) => {
            context::clear_cookie(Cookie::Council);
            go_on(&signed_in);
        }
        Returned::Connect { token } => {
            context::set_cookie(Cookie::Council, &token);
            context::redirect("/sign-in/council");
        }
        Returned::Not(hitch) => explain(hitch),
    }
    Ok(())
}

#[cfg(feature = "ssr")]
fn answer() -> Answer {
    let state = context::decoded_query("state").unwrap_or_default();
    let [code, error, issuer] = ["code", "error", "iss"].map(context::decoded_query);
    Answer { state, code, error, issuer }
}

/// Shows why it didn't go on, on the page for it.
#[cfg(feature = "ssr")]
fn explain(hitch: Hitch) {
    flash::back(&told(routes::COUNCIL_CALLBACK, hitch.name()));
}

/// What a page is told, by its name: the page has the words.
#[cfg(feature = "ssr")]
fn told(page: &str, what: &str) -> Flash {
    Flash { page: page.to_owned(), values: [(TOLD.to_owned(), what.to_owned())].into(), ..Flash::default() }
}

/// Lets a login that waits to be connected go along with a step of signing in or of making an account.
#[cfg(feature = "ssr")]
pub async fn go_along(step: &str) -> Result<(), ApiError> {
    match (context::identity_provider(), context::cookie(Cookie::Council)) {
        (Some(provider), Some(token)) => provider.go_along(&token, step).await,
        _ => Ok(()),
    }
}

/// Says first what came of connecting, if a login went along; then it goes on to where the person was going.
#[cfg(feature = "ssr")]
pub async fn tell_outcome(going_to: &str) -> Result<(), ApiError> {
    let (Some(provider), Some(token)) = (context::identity_provider(), context::cookie(Cookie::Council)) else {
        return Ok(());
    };
    context::clear_cookie(Cookie::Council);
    if let Some(connection) = provider.outcome(&token).await? {
        context::set_cookie(Cookie::Next, going_to);
        flash::back(&told("/account/council", connection.name()));
    }
    Ok(())
}
