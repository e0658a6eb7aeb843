//! Accounts: registration, signing in and out, and changes to an account.
//!
//! The HTTP layer checks the `token` of a form before a function runs; here it is ignored.

pub mod contact;
pub mod council;
pub mod create;
pub mod details;
pub mod factors;
pub mod lost_phone;
pub mod security;
pub mod sign_in;
mod steps;

use crate::{context, cookies::Cookie, error::WireError, flash};
use leptos::prelude::*;
use ports::ApiError;
use steps::{StepPage, accounts};

/// Signs out.
#[server(endpoint = "account/sign-out")]
pub async fn sign_out() -> Result<(), WireError> {
    end_session().await.map_err(context::refuse)
}

/// Changes the resident's name.
#[server(endpoint = "account/rename")]
pub async fn rename(#[server(default)] first_name: String, #[server(default)] last_name: String) -> Result<(), WireError> {
    change_name(&first_name, &last_name).await.map_err(context::refuse)
}

async fn end_session() -> Result<(), ApiError> {
    if let Some(resident) = context::caller().resident() {
        accounts()?.sign_out(resident).await?;
    }
    context::clear_cookie(Cookie::Session);
    steps::clear_step_cookies();
    // So that the next person at this computer can't see any of it with "Back".
    context::header(http::HeaderName::from_static("clear-site-data"), "\"cache\"");
    context::redirect("/signed-out");
    Ok(())
}

async fn change_name(first: &str, last: &str) -> Result<(), ApiError> {
    const NAME: StepPage = StepPage { page: "/account/name", field: "first_name", first: "/account/name" };
    let resident = context::resident()?;
    let outcome = accounts()?.rename(&resident, [first, last], context::device(), context::language()).await?;
    security::answer(outcome, NAME, &[("first_name", first), ("last_name", last)], || {
        flash::tell("/account/details", context::messages().details_name_saved());
    })
}
