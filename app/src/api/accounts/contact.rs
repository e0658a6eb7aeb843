//! Changing the email address or login phone of an account.

use super::{
    security::answer,
    steps::{StepPage, channel, is_called_instead, sent_again, wrong_code},
};
use crate::{context, error::WireError, flash, paths::SECURITY};
use leptos::prelude::*;
use ports::{ApiError, ContactChanges};
use std::sync::Arc;

/// Takes the new address and sends a code to it.
#[server(endpoint = "contact/email")]
pub async fn contact_email(#[server(default)] email: String, #[server(default)] kept: String) -> Result<(), WireError> {
    let change = context::account_change()?;
    if EMAIL.asks_about_slip(&email, &kept) {
        return Ok(());
    }
    let sent = contact()?.send_to_email(&change, Some(&email)).await;
    answer(sent, EMAIL, &[("email", &email)], |()| context::redirect(EMAIL_CODE.page))
}

/// Sends another code to the new address.
#[server(endpoint = "contact/email-again")]
pub async fn contact_email_again() -> Result<(), WireError> {
    let sent = contact()?.send_to_email(&context::account_change()?, None).await;
    answer(sent, EMAIL_CODE, &[], |()| {
        flash::redirect_with_notice(EMAIL_CODE.page, context::messages().create_email_sent_again());
    })
}

/// Takes the code and changes the address.
#[server(endpoint = "contact/email-code")]
pub async fn contact_email_code(#[server(default)] code: String) -> Result<(), WireError> {
    let changed = contact()?.finish_email(&context::account_change()?, &code).await;
    let wrong = wrong_code(&changed, &code);
    answer(changed, EMAIL_CODE, &wrong, |()| flash::redirect_with_notice(DETAILS, context::messages().contact_email_done()))
}

/// Takes the new number and sends a code to it.
#[server(endpoint = "contact/phone")]
pub async fn contact_phone(#[server(default)] phone: String, #[server(default)] how: String) -> Result<(), WireError> {
    let (contact, change, channel) = (contact()?, context::account_change()?, channel(&how));
    let sent = contact.send_to_phone(&change, Some(&phone), channel).await;
    let given = contact.pending_phone(&change.resident).await?;
    answer(sent, PHONE, &[("phone", &phone), ("how", &how)], |()| {
        if is_called_instead(channel, given.as_ref()) {
            flash::redirect_with_notice(PHONE_CODE.page, context::messages().code_landline_called());
        } else {
            context::redirect(PHONE_CODE.page);
        }
    })
}

/// Sends another code to the new number.
#[server(endpoint = "contact/phone-again")]
pub async fn contact_phone_again(#[server(default)] how: String) -> Result<(), WireError> {
    let channel = channel(&how);
    let sent = contact()?.send_to_phone(&context::account_change()?, None, channel).await;
    answer(sent, PHONE_CODE, &[], |()| flash::redirect_with_notice(PHONE_CODE.page, sent_again(channel)))
}

/// Takes the code and changes the number.
#[server(endpoint = "contact/phone-code")]
pub async fn contact_phone_code(#[server(default)] code: String) -> Result<(), WireError> {
    let changed = contact()?.finish_phone(&context::account_change()?, &code).await;
    let wrong = wrong_code(&changed, &code);
    answer(changed, PHONE_CODE, &wrong, |()| flash::redirect_with_notice(SECURITY, context::messages().contact_phone_done()))
}

const DETAILS: &str = "/account/details";
const EMAIL: StepPage = StepPage { page: "/account/email", field: "email", first: "/account/email" };
const EMAIL_CODE: StepPage = StepPage { page: "/account/email/code", field: "code", first: "/account/email" };
const PHONE: StepPage = StepPage { page: "/account/phone", field: "phone", first: "/account/phone" };
const PHONE_CODE: StepPage = StepPage { page: "/account/phone/code", field: "code", first: "/account/phone" };

fn contact() -> Result<Arc<dyn ContactChanges>, ApiError> {
    Ok(context::ports()?.contact.clone())
}
