//! Sending messages.

use super::support::{AccountsHarness, EMAIL, MINUTE};
use platform::config::Profile;
use ports::{ClientContext, Outbox};
use std::os::unix::fs::PermissionsExt;

// ASVS V14.2.4
#[tokio::test]
async fn a_waiting_message_is_encrypted_and_deleted_when_sent() {
    let harness = AccountsHarness::new().await;
    harness.ports().registration.begin(EMAIL, &ClientContext::default()).await.unwrap();
    let (store, now) = (&harness.service().store, harness.service().now());
    let waiting = store.reader().due_messages(now, 10).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].channel.as_str()), (1, "email"));
    let readable = |needle: &[u8]| waiting[0].sealed.windows(needle.len()).any(|part| part == needle);
    assert!(!readable(EMAIL.as_bytes()) && !readable(b"security code"));
    assert_eq!(harness.service().messages.deliver_due().await, 1);
    assert_eq!(harness.service().messages.deliver_due().await, 0);
    assert!(store.reader().due_messages(now, 10).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_outbox_is_private_and_shows_the_newest_first() {
    let harness = AccountsHarness::new().await;
    for email in ["one@example.com", "two@example.com"] {
        harness.ports().registration.begin(email, &ClientContext::default()).await.unwrap();
        harness.advance(1);
    }
    assert_eq!(harness.sent().await.len(), 2);
    let file = harness.app.folder.path().join("outbox.jsonl");
    assert_eq!(std::fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
    let shown = harness.service().messages.recent().await;
    assert_eq!(shown.iter().map(|message| message.to.as_str()).collect::<Vec<_>>(), ["two@example.com", "one@example.com"]);
    assert_eq!(shown[0].at, "2026-11-23T10:00:02Z");
}

// ASVS V13.4.2 V15.2.3
#[tokio::test]
async fn outside_development_nothing_is_shown() {
    let harness = AccountsHarness::with(|settings| settings.profile = Profile::Production).await;
    harness.ports().registration.begin(EMAIL, &ClientContext::default()).await.unwrap();
    assert_eq!(harness.sent().await.len(), 1);
    assert!(harness.service().messages.recent().await.is_empty());
}

// ASVS V16.5.2
#[tokio::test]
async fn failed_messages_are_retried_later() {
    let harness = AccountsHarness::new().await;
    harness.ports().registration.begin(EMAIL, &ClientContext::default()).await.unwrap();
    let file = harness.app.folder.path().join("outbox.jsonl");
    std::fs::create_dir(&file).unwrap();
    assert_eq!(harness.service().messages.deliver_due().await, 0);
    std::fs::remove_dir(&file).unwrap();
    harness.advance(29);
    assert_eq!(harness.service().messages.deliver_due().await, 0, "it waits half a minute");
    harness.advance(1);
    assert_eq!(harness.service().messages.deliver_due().await, 1);
}

#[tokio::test]
async fn an_expired_code_is_not_sent() {
    let harness = AccountsHarness::new().await;
    harness.ports().registration.begin(EMAIL, &ClientContext::default()).await.unwrap();
    harness.advance(10 * MINUTE);
    assert!(harness.sent().await.is_empty());
    harness.advance(60 * MINUTE);
    assert!(harness.sent().await.is_empty());
}
