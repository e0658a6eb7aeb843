//! A text, a call up to its code, and the providers' callbacks.

use super::support::{CALLBACK_TOKEN, Provider, TWILIO_TOKEN, by};
use crate::{
    accounts::support::{AccountsHarness, change_by},
    support::code_in,
};
use axum::{
    body::{Body, to_bytes},
    http::{Request, StatusCode},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use platform::config::Sender;
use ports::{Channel, ClientContext, Outbox, Step};
use serde_json::{Value, json};
use sha1::Sha1;
use store::messages::MessageState;
use tower::ServiceExt;

async fn post(harness: &AccountsHarness, path: &str, header: (&str, &str), kind: &str, body: &str) -> (StatusCode, String) {
    let request = Request::post(path).header(header.0, header.1).header("content-type", kind);
    let answer = harness.app.router.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
    let status = answer.status();
    (status, String::from_utf8(to_bytes(answer.into_body(), 1 << 20).await.unwrap().to_vec()).unwrap())
}

/// A request as Twilio sends it: one pair, signed.
async fn twilio(harness: &AccountsHarness, path: &str, (name, value): (&str, &str)) -> (StatusCode, String) {
    let mut mac = <Hmac<Sha1> as KeyInit>::new_from_slice(TWILIO_TOKEN.as_bytes()).unwrap();
    mac.update(format!("{}{path}{name}{value}", harness.service().settings.public_url).as_bytes());
    let signature = BASE64_STANDARD.encode(mac.finalize().into_bytes());
    let body = format!("{name}={value}");
    post(harness, path, ("x-twilio-signature", &signature), "application/x-www-form-urlencoded", &body).await
}

async fn told_by_notify(harness: &AccountsHarness, token: &str, reference: &str) -> StatusCode {
    let body = json!({ "reference": reference, "status": "delivered" }).to_string();
    post(harness, "/callbacks/notify", ("authorization", &format!("Bearer {token}")), "application/json", &body).await.0
}

/// Registers up to the phone. Returns the token of the step and Notify's request for the email.
pub async fn until_the_phone(harness: &AccountsHarness, notify: &Provider) -> (String, Value) {
    let Step { token } = harness.ports().registration.begin("ann@example.com", &ClientContext::default()).await.unwrap();
    harness.service().messages.deliver_due().await;
    let email: Value = serde_json::from_str(&notify.last().body).unwrap();
    let code = code_in(email["personalisation"]["body"].as_str().unwrap()).unwrap();
    harness.ports().registration.confirm_email(&token, &code, &ClientContext::default()).await.unwrap();
    harness.ports().registration.set_password(&token, "Ann", "Lee", "purple otter lamp").await.unwrap();
    (token, email)
}

// ASVS V6.6.1 V13.2.4
#[tokio::test]
async fn an_account_is_created_through_the_providers_and_a_call_waits_for_a_key() {
    let (notify, caller) = (Provider::start().await, Provider::start().await);
    let harness = AccountsHarness::with(|settings| by(settings, &notify, &caller)).await;
    let messages = &harness.service().messages;
    let (token, email) = until_the_phone(&harness, &notify).await;
    harness.ports().registration.set_phone(&token, "07700 900406", Channel::Call, &ClientContext::default()).await.unwrap();
    messages.deliver_due().await;

    // Content is erased as soon as a message is sent, except for the call, which is still to be answered.
    let reference = email["reference"].as_str().unwrap();
    let row = harness.service().store.reader().message(reference).await.unwrap().unwrap();
    assert_eq!((row.state, row.sealed.len(), row.provider_id.as_deref()), (MessageState::Sent, 0, Some("provider-1")));
    assert_eq!(told_by_notify(&harness, "wrong", reference).await, StatusCode::FORBIDDEN);
    for id in [reference, reference, "unknown"] {
        assert_eq!(told_by_notify(&harness, CALLBACK_TOKEN, id).await, StatusCode::NO_CONTENT);
    }
    assert_eq!(harness.service().store.reader().message(reference).await.unwrap().unwrap().state, MessageState::Delivered);

    let asked = caller.last();
    assert_eq!(asked.path, "/2010-04-01/Accounts/AC123/Calls.json");
    assert_eq!(asked.authorization, format!("Basic {}", BASE64_STANDARD.encode(format!("AC123:{TWILIO_TOKEN}"))));
    assert!(asked.body.contains("To=%2B447700900406") && asked.body.contains("From=%2B441632960100"), "{}", asked.body);
    let part = |name: &str| {
        let value = asked.body.split('&').find_map(|pair| pair.strip_prefix(name)).unwrap();
        let url = value.replace("%3A", ":").replace("%2F", "/");
        url.strip_prefix(&harness.service().settings.public_url).unwrap().to_owned()
    };
    let (call, status) = (part("Url="), part("StatusCallback="));
    let unsigned = post(&harness, &call, ("x-twilio-signature", "AAAA"), "application/x-www-form-urlencoded", "a=b").await;
    assert_eq!(unsigned.0, StatusCode::FORBIDDEN);
    let (answer, text) = twilio(&harness, &call, ("CallStatus", "in-progress")).await;
    assert!(answer == StatusCode::OK && text.contains("Press any key"), "{text}");
    assert!(!text.contains(">Your code is:<"), "{text}");
    let (_, text) = twilio(&harness, &format!("{call}/code"), ("Digits", "5")).await;
    let digits: String =
        text.split("</Say>").filter_map(|said| said.rsplit('>').next()).filter(|said| said.len() == 1).collect();
    assert_eq!(digits.len(), 18, "{text}");
    assert_eq!(twilio(&harness, &status, ("CallStatus", "completed")).await.0, StatusCode::NO_CONTENT);
    assert_eq!(twilio(&harness, &call, ("CallStatus", "in-progress")).await.0, StatusCode::NOT_FOUND, "the call is over");
    harness.ports().registration.finish(&token, &digits[..6], &ClientContext::default()).await.unwrap();
}

#[tokio::test]
async fn a_twilio_text_has_a_status_callback() {
    let (notify, twilio_itself) = (Provider::start().await, Provider::start().await);
    let harness = AccountsHarness::with(|settings| {
        by(settings, &notify, &twilio_itself);
        settings.sms = Sender::Twilio;
    })
    .await;
    let (token, _) = until_the_phone(&harness, &notify).await;
    harness.ports().registration.set_phone(&token, "07700 900406", Channel::Text, &ClientContext::default()).await.unwrap();
    assert_eq!(harness.service().messages.deliver_due().await, 1);

    let asked = twilio_itself.last();
    assert_eq!(asked.path, "/2010-04-01/Accounts/AC123/Messages.json");
    assert!(asked.authorization.starts_with("Basic "));
    for part in ["From=Northmere", "To=%2B447700900406", "Body=", "is+your"] {
        assert!(asked.body.contains(part), "{part}: {}", asked.body);
    }
    let status = asked.body.rsplit_once("%2Fcallbacks%2Ftwilio%2Fstatus%2F").unwrap();
    assert!(status.0.contains("StatusCallback="), "{}", asked.body);
    let (id, path) = (status.1, format!("/callbacks/twilio/status/{}", status.1));
    let state = async || harness.service().store.reader().message(id).await.unwrap().unwrap().state;
    let unsigned = post(&harness, &path, ("x-other", ""), "application/x-www-form-urlencoded", "MessageStatus=failed").await;
    assert_eq!((unsigned.0, state().await), (StatusCode::FORBIDDEN, MessageState::Sent));
    assert_eq!(twilio(&harness, &path, ("MessageStatus", "queued")).await.0, StatusCode::NO_CONTENT);
    assert_eq!(state().await, MessageState::Sent);
    assert_eq!(twilio(&harness, &path, ("MessageStatus", "undelivered")).await.0, StatusCode::NO_CONTENT);
    assert_eq!(twilio(&harness, &path, ("MessageStatus", "delivered")).await.0, StatusCode::NO_CONTENT);
    assert_eq!(state().await, MessageState::Failed, "the first status counts");
}

// ASVS V16.5.2
#[tokio::test]
async fn a_channel_that_keeps_failing_counts_as_slow_until_it_works() {
    let (notify, caller) = (Provider::start().await, Provider::start().await);
    let harness = AccountsHarness::with(|settings| by(settings, &notify, &caller)).await;
    let (token, _) = until_the_phone(&harness, &notify).await;
    notify.answers(500, None, "{}");
    harness.ports().registration.set_phone(&token, "07700 900406", Channel::Text, &ClientContext::default()).await.unwrap();
    let messages = &harness.service().messages;
    messages.deliver_due().await;
    assert!(!messages.is_slow(Channel::Text).await);
    harness.advance(61);
    assert!(messages.is_slow(Channel::Text).await && !messages.is_slow(Channel::Call).await);
    notify.answers(201, None, "{}");
    assert_eq!(messages.deliver_due().await, 1);
    assert!(!messages.is_slow(Channel::Text).await);
}

/// The path from which Twilio fetches the text of a call.
fn answered_at(harness: &AccountsHarness, body: &str) -> String {
    let value = body.split('&').find_map(|pair| pair.strip_prefix("Url=")).unwrap();
    let url = value.replace("%3A", ":").replace("%2F", "/");
    url.strip_prefix(&harness.service().settings.public_url).unwrap().to_owned()
}

// ASVS V6.3.7
#[tokio::test]
async fn a_notice_to_an_old_landline_waits_for_a_key() {
    let (notify, caller) = (Provider::start().await, Provider::start().await);
    let harness = AccountsHarness::with(|settings| by(settings, &notify, &caller)).await;
    let messages = &harness.service().messages;
    let (token, _) = until_the_phone(&harness, &notify).await;
    harness.ports().registration.set_phone(&token, "01632 960001", Channel::Call, &ClientContext::default()).await.unwrap();
    messages.deliver_due().await;
    let (_, text) = twilio(&harness, &format!("{}/code", answered_at(&harness, &caller.last().body)), ("Digits", "5")).await;
    let code: String =
        text.split("</Say>").filter_map(|said| said.rsplit('>').next()).filter(|said| said.len() == 1).take(6).collect();
    let signed_in = harness.ports().registration.finish(&token, &code, &ClientContext::default()).await.unwrap();
    messages.deliver_due().await;
    let resident = harness.who(&signed_in.session_token).await.unwrap();
    let ports = harness.ports();
    ports.contact.send_to_phone(&change_by(&resident), Some("07700 900501"), Channel::Text).await.unwrap();
    messages.deliver_due().await;
    let asked: Value = serde_json::from_str(&notify.last().body).unwrap();
    let code = code_in(asked["personalisation"]["body"].as_str().unwrap()).unwrap();
    ports.contact.finish_phone(&change_by(&resident), &code).await.unwrap();
    messages.deliver_due().await;
    let call = caller.last().body;
    assert!(call.contains("To=%2B441632960001"), "{call}");
    let (_, text) = twilio(&harness, &answered_at(&harness, &call), ("CallStatus", "in-progress")).await;
    assert!(text.contains("There is a message about your account") && !text.contains("do not come"), "{text}");
    let (_, text) = twilio(&harness, &format!("{}/code", answered_at(&harness, &call)), ("Digits", "5")).await;
    assert_eq!(text.matches("no longer come to this phone").count(), 2, "{text}");
}
