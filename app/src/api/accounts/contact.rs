//! Changing the email address or login phone of an account.

use super::{
    security::answer,
    steps::{StepPage, channel, sent_again},
};
use crate::{context, error::WireError, flash, paths::SECURITY};
use leptos::prelude::*;
use ports::{ApiError, ContactChanges};
use std::sync::Arc;

/// Takes the new address and sends a code to it.
#[server(endpoint = "contact/email")]
pub async fn contact_email(#[server(default)] email: String) -> Result<(), WireError> {
    begin_email(&email).await.map_err(context::refuse)
}

/// Sends another code to the new address.
#[server(endpoint = "contact/email-again")]
pub async fn contact_email_again() -> Result<(), WireError> {
    email_again().await.map_err(context::refuse)
}

/// Takes the code and changes the address.
#[server(endpoint = "contact/email-code")]
pub async fn contact_email_code(#[server(default)] code: String) -> Result<(), WireError> {
    finish_email(&code).await.map_err(context::refuse)
}

/// Takes the new number and sends a code to it.
#[server(endpoint = "contact/phone")]
pub async fn contact_phone(#[server(default)] phone: String, #[server(default)] how: String) -> Result<(), WireError> {
    begin_phone(&phone, &how).await.map_err(context::refuse)
}

/// Sends another code to the new number.
#[server(endpoint = "contact/phone-again")]
pub async fn contact_phone_again(#[server(default)] how: String) -> Result<(), WireError> {
    phone_again(&how).await.map_err(context::refuse)
}

/// Takes the code and changes the number.
#[server(endpoint = "contact/phone-code")]
pub async fn contact_phone_code(#[server(default)] code: String) -> Result<(), WireError> {
    finish_phone(&code).await.map_err(context::refuse)
}

const DETAILS: &str = "/account/details";
const EMAIL: StepPage = StepPage { page: "/account/email", field: "email", first: "/account/email" };
const EMAIL_CODE: StepPage = StepPage { page: "/account/email/code", field: "code", first: "/account/email" };
const PHONE: StepPage = StepPage { page: "/account/phone", field: "phone", first: "/account/phone" };
const PHONE_CODE: StepPage = StepPage { page: "/account/phone/code", field: "code", first: "/account/phone" };

fn contact() -> Result<Arc<dyn ContactChanges>, ApiError> {
    Ok(context::ports()?.contact)
}

async fn begin_email(email: &str) -> Result<(), ApiError> {
    let outcome = contact()?.begin_email(&*context::resident()?, email, context::language()).await?;
    answer(outcome, EMAIL, &[("email", email)], || context::redirect(EMAIL_CODE.page))
}

async fn email_again() -> Result<(), ApiError> {
    let outcome = contact()?.email_again(&*context::resident()?, context::language()).await?;
    answer(outcome, EMAIL_CODE, &[], || flash::tell(EMAIL_CODE.page, context::messages().create_email_sent_again()))
}

async fn finish_email(code: &str) -> Result<(), ApiError> {
    let resident = context::resident()?;
    let outcome = contact()?.finish_email(&resident, code, context::device(), context::language()).await?;
    answer(outcome, EMAIL_CODE, &[], || flash::tell(DETAILS, context::messages().contact_email_done()))
}

async fn begin_phone(phone: &str, how: &str) -> Result<(), ApiError> {
    let resident = context::resident()?;
    let outcome = contact()?.send_to_phone(&resident, Some(phone), channel(how), context::language()).await?;
    answer(outcome, PHONE, &[("phone", phone), ("how", how)], || context::redirect(PHONE_CODE.page))
}

async fn phone_again(how: &str) -> Result<(), ApiError> {
    let channel = channel(how);
    let outcome = contact()?.send_to_phone(&*context::resident()?, None, channel, context::language()).await?;
    answer(outcome, PHONE_CODE, &[], || flash::tell(PHONE_CODE.page, sent_again(channel)))
}

async fn finish_phone(code: &str) -> Result<(), ApiError> {
    let resident = context::resident()?;
    let outcome = contact()?.finish_phone(&resident, code, context::device(), context::language()).await?;
    answer(outcome, PHONE_CODE, &[], || flash::tell(SECURITY, context::messages().contact_phone_done()))
}
