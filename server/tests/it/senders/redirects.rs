//! A provider that redirects us elsewhere.

use super::support::{Provider, by};
use crate::accounts::support::AccountsHarness;
use axum::{Router, http::StatusCode};
use ports::ClientContext;

// ASVS V15.3.2 V1.3.6
#[tokio::test]
async fn a_providers_redirect_is_not_followed() {
    let (elsewhere, twilio) = (Provider::start().await, Provider::start().await);
    let to = format!("{}/v2/notifications/email", elsewhere.url);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let notify = format!("http://{}", listener.local_addr().unwrap());
    let router = Router::new().fallback(move || {
        let to = to.clone();
        async move { (StatusCode::TEMPORARY_REDIRECT, [("location", to)]) }
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    let harness = AccountsHarness::with(|settings| {
        by(settings, &elsewhere, &twilio);
        settings.notify.base_url = notify;
    })
    .await;
    harness.ports().registration.begin("ann@example.com", &ClientContext::default()).await.unwrap();
    for _ in 0..3 {
        harness.service().messages.deliver_due().await;
        harness.advance(121);
    }
    assert!(elsewhere.all().is_empty(), "the message and our key went where the provider redirected: {:?}", elsewhere.all());
}
