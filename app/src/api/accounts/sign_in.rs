//! Signing in: email and password, then a code to the phone.

use super::{
    council,
    steps::{
        AccountAge, StepPage, channel, client_context, redirect_after_sign_in, sent_again, set_step, step_token, wrong_code,
    },
};
use crate::{context, error::WireError, flash};
use leptos::prelude::*;
use ports::{ApiError, SIGN_IN_SECONDS, SignIn, StepError, StepFailure};
use std::sync::Arc;

/// Takes email address and password.
#[server(endpoint = "sign-in/password")]
pub async fn password(#[server(default)] email: String, #[server(default)] password: String) -> Result<(), WireError> {
    match sign_in()?.check_password(&email, &password, &client_context()).await {
        Ok(step) => {
            set_step(&step.token, SIGN_IN_SECONDS);
            council::attach_to_step(&step.token).await?;
            context::redirect(CONFIRM.page);
        }
        Err(StepFailure::Refused(StepError::Frozen)) => {
            flash::redirect_with_notice(
                SIGN_IN.page,
                &context::messages().refused_frozen(context::site().council.phone.as_str()),
            );
        }
        Err(failure) => SIGN_IN.again(failure, &[("email", &email)])?,
    }
    Ok(())
}

/// Sends a code to the login phone.
#[server(endpoint = "sign-in/send-code")]
pub async fn send_code(#[server(default)] how: String) -> Result<(), WireError> {
    let (sign_in, token, channel) = (sign_in()?, step_token(), channel(&how));
    let before = sign_in.progress(&token).await?.and_then(|progress| progress.sent);
    match sign_in.send_code(&token, channel, context::language()).await {
        Ok(()) if before.is_some() => flash::redirect_with_notice(CONFIRM.page, sent_again(channel)),
        Ok(()) => context::redirect(CONFIRM.page),
        Err(failure) => CONFIRM.again(failure, &[])?,
    }
    Ok(())
}

/// Takes the code and signs the person in.
#[server(endpoint = "sign-in/confirm")]
pub async fn confirm(#[server(default)] code: String) -> Result<(), WireError> {
    let outcome = sign_in()?.confirm_code(&step_token(), &code, &client_context()).await;
    let wrong = wrong_code(&outcome, &code);
    match outcome {
        Ok(signed_in) => council::show_outcome(redirect_after_sign_in(&signed_in, AccountAge::Existing).as_str()).await?,
        Err(failure) => CONFIRM.again(failure, &wrong)?,
    }
    Ok(())
}

const SIGN_IN: StepPage = StepPage { page: "/sign-in", field: "email", first: "/sign-in" };
const CONFIRM: StepPage = StepPage { page: "/sign-in/confirm", field: "code", first: "/sign-in" };

fn sign_in() -> Result<Arc<dyn SignIn>, ApiError> {
    Ok(context::ports()?.sign_in.clone())
}
