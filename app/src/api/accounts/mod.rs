//! Accounts: registration, signing in and out, and changes to an account.
//!
//! The HTTP layer checks the `token` of a form before a function runs; here it is ignored.

pub mod contact;
pub mod council;
pub mod create;
pub mod details;
pub mod factors;
pub mod lost_phone;
pub mod offer;
pub mod security;
pub mod sign_in;
mod steps;

use crate::{context, cookies::Cookie, error::WireError, flash};
use leptos::prelude::*;
use steps::StepPage;
pub use steps::start_again;

/// Signs out.
#[server(endpoint = "account/sign-out")]
pub async fn sign_out() -> Result<(), WireError> {
    if let Some(resident) = context::caller().resident() {
        context::ports()?.sign_in.sign_out(resident).await?;
    }
    context::clear_cookie(Cookie::Session);
    steps::clear_step_cookies();
    // So that the next person at this computer can't see any of it with "Back".
    context::header(http::HeaderName::from_static("clear-site-data"), "\"cache\"");
    context::redirect("/signed-out");
    Ok(())
}

/// Changes the resident's name.
#[server(endpoint = "account/rename")]
pub async fn rename(#[server(default)] first_name: String, #[server(default)] last_name: String) -> Result<(), WireError> {
    const NAME: StepPage = StepPage { page: "/account/name", field: "first_name", first: "/account/name" };
    let renamed = context::ports()?.details.rename(&context::account_change()?, &first_name, &last_name).await;
    security::answer(renamed, NAME, &[("first_name", &first_name), ("last_name", &last_name)], |()| {
        flash::redirect_with_notice("/account/details", context::messages().details_name_saved());
    })
}
