//! Requests to providers, and what their responses do to a message.

use super::support::{NOTIFY_KEY, Provider, by};
use crate::accounts::support::{AccountsHarness, EMAIL};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use ports::{ClientContext, LocalClock};
use serde_json::{Value, json};
use sha2::Sha256;
use std::time::Duration;

async fn harness() -> (AccountsHarness, Provider, Provider) {
    let (notify, twilio) = (Provider::start().await, Provider::start().await);
    let harness = AccountsHarness::with(|settings| by(settings, &notify, &twilio)).await;
    (harness, notify, twilio)
}

async fn begin(harness: &AccountsHarness) -> usize {
    harness.ports().registration.begin(EMAIL, &ClientContext::default()).await.unwrap();
    harness.service().messages.deliver_due().await
}

#[tokio::test]
async fn notify_gets_a_signed_token_and_exactly_the_fields_it_knows() {
    let (harness, notify, _) = harness().await;
    assert_eq!(begin(&harness).await, 1);
    let asked = notify.last();
    assert_eq!(asked.path, "/v2/notifications/email");
    let token = asked.authorization.strip_prefix("Bearer ").unwrap();
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&NOTIFY_KEY.as_bytes()[NOTIFY_KEY.len() - 36..]).unwrap();
    mac.update(signed.as_bytes());
    mac.verify_slice(&BASE64_URL_SAFE_NO_PAD.decode(signature).unwrap()).unwrap();
    let claims: Value =
        serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(signed.split_once('.').unwrap().1).unwrap()).unwrap();
    assert_eq!(claims, json!({ "iss": &NOTIFY_KEY[5..41], "iat": harness.service().clock.now().as_second() }));
    let mut body: Value = serde_json::from_str(&asked.body).unwrap();
    assert!(body["personalisation"]["body"].take().as_str().unwrap().contains("is your security code"));
    assert_eq!(body["reference"].take().as_str().unwrap().len(), 25);
    let rest = json!({ "email_address": EMAIL, "template_id": "template-e", "reference": null,
                       "personalisation": { "subject": "Northmere Council: Your security code", "body": null } });
    assert_eq!(body, rest);
}

#[tokio::test]
async fn retry_after_is_respected() {
    let (harness, notify, _) = harness().await;
    notify.answers(429, Some("120"), "{}");
    assert_eq!(begin(&harness).await, 0);
    notify.answers(201, None, "{}");
    harness.advance(119);
    assert_eq!(harness.service().messages.deliver_due().await, 0);
    harness.advance(1);
    assert_eq!(harness.service().messages.deliver_due().await, 1);
}

// ASVS V16.5.2
#[tokio::test]
async fn temporary_errors_are_retried_and_refusals_are_not() {
    for (status, text, again) in [
        (500, "{}", 1),
        (401, "{}", 1),
        (403, r#"{"message":"Error: Your system clock must be accurate"}"#, 1),
        (400, "{}", 0),
    ] {
        let (harness, notify, _) = harness().await;
        notify.answers(status, None, text);
        assert_eq!(begin(&harness).await, 0);
        notify.answers(201, None, "{}");
        harness.advance(30);
        assert_eq!(harness.service().messages.deliver_due().await, again, "{status}");
    }
}

// ASVS V15.4.2
#[tokio::test]
async fn two_servers_never_claim_the_same_message() {
    let harness = AccountsHarness::new().await;
    harness.ports().registration.begin(EMAIL, &ClientContext::default()).await.unwrap();
    let (store, now) = (&harness.service().store, harness.service().now());
    let (minute, moment) = (Duration::from_mins(1), Duration::from_millis(1));
    let claim = || store.claim_messages(now, now + minute, 5);
    let (one, other) = tokio::join!(claim(), claim());
    assert_eq!(one.unwrap().len() + other.unwrap().len(), 1);
    assert!(store.claim_messages(now + minute - moment, now, 5).await.unwrap().is_empty());
    assert_eq!(store.claim_messages(now + minute, now, 5).await.unwrap().len(), 1, "a claim of a crashed server expires");
}
