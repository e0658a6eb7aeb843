//! Requesting another login phone, stopping a request, and registering the new number.

use super::steps::{
    AccountAge, StepPage, channel, client_context, is_called_instead, redirect_after_sign_in, sent_again, set_step,
    step_token, wrong_code,
};
use crate::{
    context,
    error::WireError,
    flash::{self, Flash},
    paths,
    segment::PathSegment,
};
use leptos::prelude::*;
use ports::{
    ApiError, CallTime, IdentityCheck, LostPhone, NewPhone, NewPhoneStep, PhoneRequest, Reason, SIGN_IN_SECONDS, StepError,
    StepFailure, StopEffect, StoppedRequest,
};
use std::sync::Arc;

/// Emails a link to the request page.
#[server(endpoint = "phone-change/link")]
pub async fn phone_change_link() -> Result<(), WireError> {
    match lost_phone()?.send_request_link(&step_token(), context::language()).await {
        Ok(()) => context::redirect("/sign-in/change-phone/sent"),
        Err(failure) => BEGIN.again(failure, &[])?,
    }
    Ok(())
}

/// Takes the request.
#[server(endpoint = "phone-change/ask")]
pub async fn phone_change_ask(
    link: PathSegment,
    #[server(default)] reason: String,
    #[server(default)] check: String,
    #[server(default)] when: String,
) -> Result<(), WireError> {
    let typed = [("reason", &*reason), ("check", &*check), ("when", &*when)];
    let request = match read(typed.map(|(_, text)| text)) {
        Ok(request) => request,
        Err(problems) => {
            let values = typed.map(|(name, text)| (name.to_owned(), short(text))).into();
            flash::redirect_with(&Flash { page: paths::change_phone(&link), values, problems, notice: None });
            return Ok(());
        }
    };
    match lost_phone()?.ask(&link, request, context::language()).await {
        Ok(step) => context::redirect(paths::phone_change(&step.token)),
        Err(StepFailure::Refused(StepError::AlreadyRequested)) => {
            flash::redirect_with_notice(BEGIN.page, context::messages().phone_already_asked());
        }
        Err(failure) => BEGIN.again(failure, &[])?,
    }
    Ok(())
}

/// Stops the request: "This was not me".
#[server(endpoint = "phone-change/stop")]
pub async fn phone_change_stop(link: PathSegment) -> Result<(), WireError> {
    match lost_phone()?.stop(&link, context::language()).await {
        Ok(StoppedRequest { effect: StopEffect::EndsRequest, .. }) => {
            flash::redirect_with_notice("/forgot-password", context::messages().phone_stopped());
        }
        Ok(StoppedRequest { effect: StopEffect::FreezesAccount, tracker }) => {
            context::redirect(paths::phone_change(&tracker));
        }
        Err(StepFailure::Refused(_)) => {
            flash::redirect_with_notice("/forgot-password", context::messages().refused_link_gone());
        }
        Err(StepFailure::Failed(error)) => return Err(error.into()),
    }
    Ok(())
}

/// Sends a code to the email address.
#[server(endpoint = "new-phone/email")]
pub async fn new_phone_email() -> Result<(), WireError> {
    match new_phone()?.send_email_code(&step_token(), context::language()).await {
        Ok(()) => to_next(),
        Err(failure) => NEW_PHONE.again(failure, &[])?,
    }
    Ok(())
}

/// Takes the code from the email.
#[server(endpoint = "new-phone/email-code")]
pub async fn new_phone_email_code(#[server(default)] code: String) -> Result<(), WireError> {
    let outcome = new_phone()?.confirm_email_code(&step_token(), &code).await;
    let wrong = wrong_code(&outcome, &code);
    match outcome {
        Ok(()) => to_next(),
        Err(failure) => NEW_PHONE.again(failure, &wrong)?,
    }
    Ok(())
}

/// Takes the new number and sends a code to it.
#[server(endpoint = "new-phone/number")]
pub async fn new_phone_number(#[server(default)] phone: String, #[server(default)] how: String) -> Result<(), WireError> {
    let (new_phone, token, channel) = (new_phone()?, step_token(), channel(&how));
    match new_phone.send_phone_code(&token, Some(&phone), channel, context::language()).await {
        Ok(()) => {
            to_next();
            if let Some(NewPhoneStep::Code(given)) = new_phone.progress(&token).await?
                && is_called_instead(channel, Some(&given))
            {
                flash::redirect_with_notice(NEW_PHONE.page, context::messages().code_landline_called());
            }
        }
        Err(failure) => {
            StepPage { field: "phone", ..NEW_PHONE }.again(failure, &[("phone", &phone), ("how", &how)])?;
        }
    }
    Ok(())
}

/// Sends another code to the new number.
#[server(endpoint = "new-phone/again")]
pub async fn new_phone_again(#[server(default)] how: String) -> Result<(), WireError> {
    let channel = channel(&how);
    match new_phone()?.send_phone_code(&step_token(), None, channel, context::language()).await {
        Ok(()) => {
            renew_step();
            flash::redirect_with_notice(NEW_PHONE.page, sent_again(channel));
        }
        Err(failure) => NEW_PHONE.again(failure, &[])?,
    }
    Ok(())
}

/// Takes the code from the new number and signs the person in.
#[server(endpoint = "new-phone/code")]
pub async fn new_phone_code(#[server(default)] code: String) -> Result<(), WireError> {
    let outcome = new_phone()?.finish(&step_token(), &code, &client_context()).await;
    let wrong = wrong_code(&outcome, &code);
    match outcome {
        Ok(signed_in) => {
            redirect_after_sign_in(&signed_in, AccountAge::Existing);
        }
        Err(failure) => NEW_PHONE.again(failure, &wrong)?,
    }
    Ok(())
}

const BEGIN: StepPage = StepPage { page: "/sign-in/change-phone", field: "link", first: "/sign-in" };
const NEW_PHONE: StepPage = StepPage { page: "/sign-in/new-phone", field: "code", first: "/sign-in" };

fn lost_phone() -> Result<Arc<dyn LostPhone>, ApiError> {
    Ok(context::ports()?.lost_phone.clone())
}

fn new_phone() -> Result<Arc<dyn NewPhone>, ApiError> {
    Ok(context::ports()?.new_phone.clone())
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
    Err(missing.into_iter().filter(|(is, ..)| *is).map(|(_, at, label)| (at.to_owned(), label.to_owned())).collect())
}

/// Parses the value of a radio button.
fn one_of<T: serde::de::DeserializeOwned>(value: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(value.to_owned())).ok()
}

/// Restarts the time limit with each step.
fn renew_step() {
    set_step(&step_token(), SIGN_IN_SECONDS);
}

/// Goes on to the next step, which has the same address.
fn to_next() {
    renew_step();
    context::redirect(NEW_PHONE.page);
}
