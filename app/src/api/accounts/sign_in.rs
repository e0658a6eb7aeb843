//! Signing in: email and password, then a code to the phone.

use super::{
    council,
    steps::{StepPage, accounts, channel, client_context, go_on, sent_again, set_step, step_token},
};
use crate::{context, error::WireError, flash};
use leptos::prelude::*;
use ports::{ApiError, SIGN_IN_SECONDS, StepError};

/// Takes email address and password.
#[server(endpoint = "sign-in/password")]
pub async fn password(#[server(default)] email: String, #[server(default)] password: String) -> Result<(), WireError> {
    check_password(&email, &password).await.map_err(context::refuse)
}

/// Sends a code to the login phone.
#[server(endpoint = "sign-in/send-code")]
pub async fn send_code(#[server(default)] how: String) -> Result<(), WireError> {
    send(&how).await.map_err(context::refuse)
}

/// Takes the code and signs the person in.
#[server(endpoint = "sign-in/confirm")]
pub async fn confirm(#[server(default)] code: String) -> Result<(), WireError> {
    check_code(&code).await.map_err(context::refuse)
}

const SIGN_IN: StepPage = StepPage { page: "/sign-in", field: "email", first: "/sign-in" };
const CONFIRM: StepPage = StepPage { page: "/sign-in/confirm", field: "code", first: "/sign-in" };

async fn check_password(email: &str, password: &str) -> Result<(), ApiError> {
    match accounts()?.check_password(email, password, &client_context()).await? {
        Ok(step) => {
            set_step(&step.token, SIGN_IN_SECONDS);
            council::attach_to_step(&step.token).await?;
            context::redirect(CONFIRM.page);
            Ok(())
        }
        Err(StepError::Frozen) => {
            flash::tell(SIGN_IN.page, &context::messages().refused_frozen(context::site().council.phone.as_str()));
            Ok(())
        }
        Err(step_error) => SIGN_IN.again(step_error, &[("email", email)]),
    }
}

async fn send(how: &str) -> Result<(), ApiError> {
    let (accounts, token, channel) = (accounts()?, step_token(), channel(how));
    let before = accounts.sign_in(&token).await?.and_then(|sign_in| sign_in.sent);
    match accounts.send_code(&token, channel, context::language()).await? {
        Ok(()) if before.is_some() => flash::tell(CONFIRM.page, sent_again(channel)),
        Ok(()) => context::redirect(CONFIRM.page),
        Err(step_error) => CONFIRM.again(step_error, &[])?,
    }
    Ok(())
}

async fn check_code(code: &str) -> Result<(), ApiError> {
    match accounts()?.confirm_code(&step_token(), code, &client_context()).await? {
        Ok(signed_in) => council::show_outcome(go_on(&signed_in).as_str()).await,
        Err(step_error) => CONFIRM.again(step_error, &[]),
    }
}
