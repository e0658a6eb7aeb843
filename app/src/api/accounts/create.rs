//! Registration: email and its code, name and password, phone and its code.

use super::{
    council,
    steps::{StepPage, accounts, channel, client_context, go_on, set_step, sign_in_browser, step_token},
};
use crate::{context, error::WireError, flash, paths::RECOVERY_CODES};
use leptos::prelude::*;
use ports::{ApiError, REGISTRATION_SECONDS};

/// Starts registration and sends a code to the email address.
#[server(endpoint = "account/begin")]
pub async fn begin(#[server(default)] email: String) -> Result<(), WireError> {
    begin_with(&email).await.map_err(context::refuse)
}

/// Sends another code to the email address.
#[server(endpoint = "account/resend-email-code")]
pub async fn resend_email_code() -> Result<(), WireError> {
    email_again().await.map_err(context::refuse)
}

/// Takes the code from the email.
#[server(endpoint = "account/email-code")]
pub async fn email_code(#[server(default)] code: String) -> Result<(), WireError> {
    confirm_email(&code).await.map_err(context::refuse)
}

/// Takes the name and the password.
#[server(endpoint = "account/password")]
pub async fn password(
    #[server(default)] first_name: String,
    #[server(default)] last_name: String,
    #[server(default)] password: String,
) -> Result<(), WireError> {
    set_password(&first_name, &last_name, &password).await.map_err(context::refuse)
}

/// Takes the phone number and sends a code to it.
#[server(endpoint = "account/phone")]
pub async fn phone(#[server(default)] phone: String, #[server(default)] how: String) -> Result<(), WireError> {
    set_phone(&phone, &how).await.map_err(context::refuse)
}

/// Sends another code to the phone.
#[server(endpoint = "account/resend-phone-code")]
pub async fn resend_phone_code(#[server(default)] how: String) -> Result<(), WireError> {
    phone_again(&how).await.map_err(context::refuse)
}

/// Takes the code from the phone. The account exists now, and the person is signed in.
#[server(endpoint = "account/phone-code")]
pub async fn phone_code(#[server(default)] code: String) -> Result<(), WireError> {
    finish(&code).await.map_err(context::refuse)
}

/// Continues with an authenticator app instead of a phone.
#[server(endpoint = "account/use-app")]
pub async fn use_app() -> Result<(), WireError> {
    choose_app().await.map_err(context::refuse)
}

/// Takes the app's first code. The account exists now, and the person is signed in.
#[server(endpoint = "account/app-code")]
pub async fn app_code(#[server(default)] code: String) -> Result<(), WireError> {
    finish_with_app(&code).await.map_err(context::refuse)
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

async fn begin_with(email: &str) -> Result<(), ApiError> {
    match accounts()?.begin(email, &client_context()).await? {
        Ok(step) => {
            set_step(&step.token, REGISTRATION_SECONDS);
            council::attach_to_step(&step.token).await?;
            context::redirect(EMAIL_CODE.page);
            Ok(())
        }
        Err(step_error) => EMAIL.again(step_error, &[("email", email)]),
    }
}

async fn email_again() -> Result<(), ApiError> {
    match accounts()?.resend_email_code(&step_token(), context::language()).await? {
        Ok(()) => {
            renew_step();
            flash::tell(EMAIL_CODE.page, context::messages().create_email_sent_again());
            Ok(())
        }
        Err(step_error) => EMAIL_CODE.again(step_error, &[]),
    }
}

async fn confirm_email(code: &str) -> Result<(), ApiError> {
    match accounts()?.confirm_email(&step_token(), code).await? {
        Ok(()) => {
            renew_step();
            context::redirect(PASSWORD.page);
            Ok(())
        }
        Err(step_error) => EMAIL_CODE.again(step_error, &[]),
    }
}

async fn set_password(first: &str, last: &str, password: &str) -> Result<(), ApiError> {
    match accounts()?.set_password(&step_token(), first, last, password).await? {
        Ok(()) => {
            renew_step();
            context::redirect(PHONE.page);
            Ok(())
        }
        Err(step_error) => PASSWORD.again(step_error, &[("first_name", first), ("last_name", last)]),
    }
}

async fn set_phone(phone: &str, how: &str) -> Result<(), ApiError> {
    match accounts()?.set_phone(&step_token(), phone, channel(how), &client_context()).await? {
        Ok(()) => {
            renew_step();
            context::redirect(PHONE_CODE.page);
            Ok(())
        }
        Err(step_error) => PHONE.again(step_error, &[("phone", phone), ("how", how)]),
    }
}

async fn phone_again(how: &str) -> Result<(), ApiError> {
    let channel = channel(how);
    match accounts()?.resend_phone_code(&step_token(), channel, context::language()).await? {
        Ok(()) => {
            renew_step();
            flash::tell(PHONE_CODE.page, super::steps::sent_again(channel));
            Ok(())
        }
        Err(step_error) => PHONE_CODE.again(step_error, &[]),
    }
}

async fn finish(code: &str) -> Result<(), ApiError> {
    match accounts()?.finish(&step_token(), code, &client_context()).await? {
        Ok(signed_in) => council::show_outcome(go_on(&signed_in).as_str()).await,
        Err(step_error) => PHONE_CODE.again(step_error, &[]),
    }
}

async fn choose_app() -> Result<(), ApiError> {
    match accounts()?.use_app(&step_token()).await? {
        Ok(()) => {
            renew_step();
            context::redirect(APP.page);
            Ok(())
        }
        Err(step_error) => PHONE.again(step_error, &[]),
    }
}

async fn finish_with_app(code: &str) -> Result<(), ApiError> {
    match accounts()?.finish(&step_token(), code, &client_context()).await? {
        Ok(signed_in) => {
            // Recovery codes come first, for the day the app is lost. From there the person goes on to where they
            // were going.
            sign_in_browser(&signed_in);
            context::redirect(RECOVERY_CODES);
            council::show_outcome(RECOVERY_CODES).await
        }
        Err(step_error) => APP.again(step_error, &[]),
    }
}
