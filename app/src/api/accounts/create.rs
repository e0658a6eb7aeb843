//! Registration: email and its code, name and password, phone and its code.

use super::{
    council,
    steps::{
        AccountAge, StepPage, channel, client_context, is_called_instead, keep_destination, redirect_after_sign_in,
        sent_again, set_step, sign_in_browser, step_token, wrong_code,
    },
};
use crate::{context, error::WireError, flash, paths::RECOVERY_CODES};
use leptos::prelude::*;
use ports::{ApiError, REGISTRATION_SECONDS, Registration};
use std::sync::Arc;

/// Starts registration and sends a code to the email address.
#[server(endpoint = "account/begin")]
pub async fn begin(#[server(default)] email: String, #[server(default)] kept: String) -> Result<(), WireError> {
    if EMAIL.asks_about_slip(&email, &kept) {
        return Ok(());
    }
    match registration()?.begin(&email, &client_context()).await {
        Ok(step) => {
            set_step(&step.token, REGISTRATION_SECONDS);
            council::attach_to_step(&step.token).await?;
            context::redirect(EMAIL_CODE.page);
        }
        Err(failure) => EMAIL.again(failure, &[("email", &email)])?,
    }
    Ok(())
}

/// Sends another code to the email address.
#[server(endpoint = "account/resend-email-code")]
pub async fn resend_email_code() -> Result<(), WireError> {
    match registration()?.resend_email_code(&step_token(), context::language()).await {
        Ok(()) => {
            renew_step();
            flash::redirect_with_notice(EMAIL_CODE.page, context::messages().create_email_sent_again());
        }
        Err(failure) => EMAIL_CODE.again(failure, &[])?,
    }
    Ok(())
}

/// Takes the code from the email.
#[server(endpoint = "account/email-code")]
pub async fn email_code(#[server(default)] code: String) -> Result<(), WireError> {
    let outcome = registration()?.confirm_email(&step_token(), &code, &client_context()).await;
    let wrong = wrong_code(&outcome, &code);
    match outcome {
        Ok(()) => to_next(PASSWORD),
        Err(failure) => EMAIL_CODE.again(failure, &wrong)?,
    }
    Ok(())
}

/// Takes the name and the password.
#[server(endpoint = "account/password")]
pub async fn password(
    #[server(default)] first_name: String,
    #[server(default)] last_name: String,
    #[server(default)] password: String,
) -> Result<(), WireError> {
    match registration()?.set_password(&step_token(), &first_name, &last_name, &password).await {
        Ok(()) => to_next(PHONE),
        Err(failure) => PASSWORD.again(failure, &[("first_name", &first_name), ("last_name", &last_name)])?,
    }
    Ok(())
}

/// Takes the phone number and sends a code to it.
#[server(endpoint = "account/phone")]
pub async fn phone(#[server(default)] phone: String, #[server(default)] how: String) -> Result<(), WireError> {
    let (registration, token, channel) = (registration()?, step_token(), channel(&how));
    match registration.set_phone(&token, &phone, channel, &client_context()).await {
        Ok(()) => {
            let given = registration.progress(&token).await?.and_then(|progress| progress.phone);
            to_next(PHONE_CODE);
            if is_called_instead(channel, given.as_ref()) {
                flash::redirect_with_notice(PHONE_CODE.page, context::messages().code_landline_called());
            }
        }
        Err(failure) => PHONE.again(failure, &[("phone", &phone), ("how", &how)])?,
    }
    Ok(())
}

/// Sends another code to the phone.
#[server(endpoint = "account/resend-phone-code")]
pub async fn resend_phone_code(#[server(default)] how: String) -> Result<(), WireError> {
    let channel = channel(&how);
    match registration()?.resend_phone_code(&step_token(), channel, context::language()).await {
        Ok(()) => {
            renew_step();
            flash::redirect_with_notice(PHONE_CODE.page, sent_again(channel));
        }
        Err(failure) => PHONE_CODE.again(failure, &[])?,
    }
    Ok(())
}

/// Takes the code from the phone. The account exists now, and the person is signed in.
#[server(endpoint = "account/phone-code")]
pub async fn phone_code(#[server(default)] code: String) -> Result<(), WireError> {
    let outcome = registration()?.finish(&step_token(), &code, &client_context()).await;
    let wrong = wrong_code(&outcome, &code);
    match outcome {
        Ok(signed_in) => council::show_outcome(redirect_after_sign_in(&signed_in, AccountAge::New).as_str()).await?,
        Err(failure) => PHONE_CODE.again(failure, &wrong)?,
    }
    Ok(())
}

/// Continues with an authenticator app instead of a phone.
#[server(endpoint = "account/use-app")]
pub async fn use_app() -> Result<(), WireError> {
    match registration()?.use_app(&step_token()).await {
        Ok(()) => to_next(APP),
        Err(failure) => PHONE.again(failure, &[])?,
    }
    Ok(())
}

/// Takes the app's first code. The account exists now, and the person is signed in.
#[server(endpoint = "account/app-code")]
pub async fn app_code(#[server(default)] code: String) -> Result<(), WireError> {
    let outcome = registration()?.finish(&step_token(), &code, &client_context()).await;
    let wrong = wrong_code(&outcome, &code);
    match outcome {
        Ok(signed_in) => {
            // Recovery codes come first, for the day the app is lost. From there the person goes on to where they
            // were going.
            sign_in_browser(&signed_in);
            keep_destination(&signed_in);
            context::redirect(RECOVERY_CODES);
            council::show_outcome(RECOVERY_CODES).await?;
        }
        Err(failure) => APP.again(failure, &wrong)?,
    }
    Ok(())
}

const fn asks(page: &'static str, field: &'static str) -> StepPage {
    StepPage { page, field, first: "/create-account" }
}

const EMAIL: StepPage = asks("/create-account", "email");
const EMAIL_CODE: StepPage = asks("/create-account/email-code", "code");
const PASSWORD: StepPage = asks("/create-account/password", "password");
const PHONE: StepPage = asks("/create-account/phone", "phone");
const PHONE_CODE: StepPage = asks("/create-account/phone-code", "code");
const APP: StepPage = asks("/create-account/authenticator", "code");

/// Restarts the time limit with each step.
fn renew_step() {
    set_step(&step_token(), REGISTRATION_SECONDS);
}

/// Goes on to the page of the next step.
fn to_next(next: StepPage) {
    renew_step();
    context::redirect(next.page);
}

fn registration() -> Result<Arc<dyn Registration>, ApiError> {
    Ok(context::ports()?.registration.clone())
}
