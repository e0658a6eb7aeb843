//! Requesting another login phone, stopping a request, and registering the new number.

use super::steps::{StepPage, channel, client_context, go_on, sent_again, set_step, step_token};
use crate::{
    context,
    error::WireError,
    flash::{self, Flash},
    paths,
    segment::PathSegment,
};
use leptos::prelude::*;
use ports::{
    ApiError, CallTime, IdentityCheck, LostPhone, PhoneRequest, Reason, SIGN_IN_SECONDS, StepError, StopEffect,
    StoppedRequest,
};
use std::{collections::BTreeMap, sync::Arc};

/// Emails a link to the request page.
#[server(endpoint = "phone-change/link")]
pub async fn phone_change_link() -> Result<(), WireError> {
    send_link().await.map_err(context::refuse)
}

/// Takes the request.
#[server(endpoint = "phone-change/ask")]
pub async fn phone_change_ask(
    link: PathSegment,
    #[server(default)] reason: String,
    #[server(default)] check: String,
    #[server(default)] when: String,
) -> Result<(), WireError> {
    ask(&link, [&reason, &check, &when]).await.map_err(context::refuse)
}

/// Stops the request: "This was not me".
#[server(endpoint = "phone-change/stop")]
pub async fn phone_change_stop(link: PathSegment) -> Result<(), WireError> {
    stop(&link).await.map_err(context::refuse)
}

/// Sends a code to the email address.
#[server(endpoint = "new-phone/email")]
pub async fn new_phone_email() -> Result<(), WireError> {
    send_email().await.map_err(context::refuse)
}

/// Takes the code from the email.
#[server(endpoint = "new-phone/email-code")]
pub async fn new_phone_email_code(#[server(default)] code: String) -> Result<(), WireError> {
    confirm_email(&code).await.map_err(context::refuse)
}

/// Takes the new number and sends a code to it.
#[server(endpoint = "new-phone/number")]
pub async fn new_phone_number(#[server(default)] phone: String, #[server(default)] how: String) -> Result<(), WireError> {
    send_to(Some(&phone), &how).await.map_err(context::refuse)
}

/// Sends another code to the new number.
#[server(endpoint = "new-phone/again")]
pub async fn new_phone_again(#[server(default)] how: String) -> Result<(), WireError> {
    send_to(None, &how).await.map_err(context::refuse)
}

/// Takes the code from the new number and signs the person in.
#[server(endpoint = "new-phone/code")]
pub async fn new_phone_code(#[server(default)] code: String) -> Result<(), WireError> {
    finish(&code).await.map_err(context::refuse)
}

const BEGIN: StepPage = StepPage { page: "/sign-in/change-phone", field: "link", first: "/sign-in" };
const NEW_PHONE: StepPage = StepPage { page: "/sign-in/new-phone", field: "code", first: "/sign-in" };

fn lost_phone() -> Result<Arc<dyn LostPhone>, ApiError> {
    Ok(context::ports()?.lost_phone)
}

async fn send_link() -> Result<(), ApiError> {
    match lost_phone()?.send_request_link(&step_token(), context::language()).await? {
        Ok(()) => {
            context::redirect("/sign-in/change-phone/sent");
            Ok(())
        }
        Err(step_error) => BEGIN.again(step_error, &[]),
    }
}

async fn ask(link: &str, typed: [&str; 3]) -> Result<(), ApiError> {
    let request = match read(typed) {
        Ok(request) => request,
        Err(problems) => {
            let names = ["reason", "check", "when"];
            let values: BTreeMap<String, String> = names.into_iter().map(str::to_owned).zip(typed.map(short)).collect();
            flash::back(&Flash { page: paths::change_phone(link), values, problems, notice: None });
            return Ok(());
        }
    };
    match lost_phone()?.ask(link, request, context::language()).await? {
        Ok(step) => context::redirect(paths::phone_change(&step.token)),
        Err(StepError::AlreadyRequested) => flash::tell(BEGIN.page, context::messages().phone_already_asked()),
        Err(step_error) => BEGIN.again(step_error, &[])?,
    }
    Ok(())
}

fn short(typed: &str) -> String {
    typed.chars().take(20).collect()
}

/// Parses the answers, or returns what is missing.
fn read([reason, check, when]: [&str; 3]) -> Result<PhoneRequest, Vec<(String, String)>> {
    let t = context::messages();
    let (why, how, time) = (one_of::<Reason>(reason), one_of::<IdentityCheck>(check), one_of::<CallTime>(when));
    if let (Some(reason), Some(check), Some(when)) = (why, how, time) {
        return Ok(PhoneRequest { reason, check, when });
    }
    let missing = [
        (why.is_none(), "reason", t.phone_why_missing()),
        (how.is_none(), "check", t.phone_check_missing()),
        (time.is_none(), "when", t.phone_when_missing()),
    ];
    Err(missing.into_iter().filter(|(is, ..)| *is).map(|(_, at, words)| (at.to_owned(), words.to_owned())).collect())
}

/// Parses the value of a radio button.
fn one_of<T: serde::de::DeserializeOwned>(value: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(value.to_owned())).ok()
}

async fn stop(link: &str) -> Result<(), ApiError> {
    match lost_phone()?.stop(link, context::language()).await? {
        Ok(StoppedRequest { effect: StopEffect::EndsRequest, .. }) => {
            flash::tell("/forgot-password", context::messages().phone_stopped());
        }
        Ok(StoppedRequest { effect: StopEffect::FreezesAccount, tracker }) => {
            context::redirect(paths::phone_change(&tracker));
        }
        Err(_) => flash::tell("/forgot-password", context::messages().refused_link_gone()),
    }
    Ok(())
}

/// Restarts the time limit with each step.
fn renew_step() {
    set_step(&step_token(), SIGN_IN_SECONDS);
}

async fn send_email() -> Result<(), ApiError> {
    match lost_phone()?.send_email_code(&step_token(), context::language()).await? {
        Ok(()) => {
            renew_step();
            context::redirect(NEW_PHONE.page);
            Ok(())
        }
        Err(step_error) => NEW_PHONE.again(step_error, &[]),
    }
}

async fn confirm_email(code: &str) -> Result<(), ApiError> {
    match lost_phone()?.confirm_email_code(&step_token(), code).await? {
        Ok(()) => {
            renew_step();
            context::redirect(NEW_PHONE.page);
            Ok(())
        }
        Err(step_error) => NEW_PHONE.again(step_error, &[]),
    }
}

async fn send_to(phone: Option<&str>, how: &str) -> Result<(), ApiError> {
    let channel = channel(how);
    let outcome = lost_phone()?.send_phone_code(&step_token(), phone, channel, context::language()).await?;
    if outcome.is_ok() {
        renew_step();
    }
    match (outcome, phone) {
        (Ok(()), Some(_)) => context::redirect(NEW_PHONE.page),
        (Ok(()), None) => flash::tell(NEW_PHONE.page, sent_again(channel)),
        (Err(step_error), Some(phone)) => {
            StepPage { field: "phone", ..NEW_PHONE }.again(step_error, &[("phone", phone), ("how", how)])?;
        }
        (Err(step_error), None) => NEW_PHONE.again(step_error, &[])?,
    }
    Ok(())
}

async fn finish(code: &str) -> Result<(), ApiError> {
    match lost_phone()?.finish_new_phone(&step_token(), code, &client_context()).await? {
        Ok(signed_in) => {
            go_on(&signed_in);
            Ok(())
        }
        Err(step_error) => NEW_PHONE.again(step_error, &[]),
    }
}
