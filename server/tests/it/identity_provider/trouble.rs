//! A provider that is down or slow, or that has changed.

use super::{
    provider::Signed,
    support::{Council, EMAIL, margaret},
};
use http::{StatusCode, header};
use std::time::{Duration, Instant};

const NOT_NOW: &str = "Try again in a few minutes";

#[tokio::test]
async fn the_provider_is_called_only_on_demand_and_then_cached() {
    let council = Council::new().await;
    let mut browser = council.app.browser();
    browser.get("/sign-in").await;
    assert!(council.provider.asked().is_empty(), "the page doesn't wait for the provider");
    for _ in 0..3 {
        council.authorize(&mut browser).await;
    }
    assert_eq!(council.provider.asked(), ["configuration", "keys"]);
    council.app.clock.advance(3600);
    council.authorize(&mut browser).await;
    assert_eq!(council.provider.asked().len(), 4, "after an hour it is called again");
}

// ASVS V16.5.2
#[tokio::test]
async fn a_provider_that_is_down_is_explained_and_the_password_still_works() {
    let council = Council::new().await;
    council.app.resident(EMAIL).await;
    council.app.clock.advance_days(1);
    council.provider.answers(StatusCode::SERVICE_UNAVAILABLE);
    let mut browser = council.app.browser();
    let page = council.press(&mut browser).await;
    assert_eq!(page.headers[header::LOCATION], "/sign-in/council/callback");
    let page = browser.get("/sign-in/council/callback").await;
    Council::expect_not(&browser, &page, NOT_NOW);
    // It isn't called again at once, but works again soon after it is back.
    council.provider.answers(StatusCode::OK);
    let asked = council.provider.asked().len();
    assert_eq!(council.press(&mut browser).await.headers[header::LOCATION], "/sign-in/council/callback");
    assert_eq!(council.provider.asked().len(), asked);
    council.app.clock.advance(10);
    council.authorize(&mut browser).await;
    assert_eq!(council.app.sign_in(&mut browser, EMAIL).await, "/account");
}

#[tokio::test]
async fn a_provider_that_goes_down_during_an_attempt_is_explained() {
    let council = Council::new().await;
    for status in [StatusCode::INTERNAL_SERVER_ERROR, StatusCode::UNAUTHORIZED, StatusCode::FOUND, StatusCode::NO_CONTENT] {
        let mut browser = council.app.browser();
        let address = council.authorize(&mut browser).await;
        council.provider.answers(status);
        let page = browser.get(&council.provider.sign_in(&address, &margaret())).await;
        Council::expect_not(&browser, &page, NOT_NOW);
        council.provider.answers(StatusCode::OK);
    }
}

#[tokio::test]
async fn an_unreachable_provider_is_reported() {
    let council = Council::with(|settings| {
        // A port that was free a moment ago and that nothing listens on.
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        settings.oidc.issuer = format!("http://{}", listener.local_addr().unwrap());
    })
    .await;
    let mut browser = council.app.browser();
    council.press(&mut browser).await;
    let page = browser.get("/sign-in/council/callback").await;
    Council::expect_not(&browser, &page, NOT_NOW);
}

// ASVS V16.5.2
#[tokio::test]
async fn nobody_waits_longer_than_ten_seconds_for_a_slow_one() {
    let council = Council::new().await;
    let mut browser = council.app.browser();
    let address = council.authorize(&mut browser).await;
    // Each response on its own would be in time.
    council.provider.keeps_email_out_of_tokens();
    council.provider.takes(Duration::from_secs(6));
    let began = Instant::now();
    let page = browser.get(&council.provider.sign_in(&address, &margaret())).await;
    Council::expect_not(&browser, &page, NOT_NOW);
    let waited = began.elapsed();
    assert!((9..15).contains(&waited.as_secs()), "{waited:?}");
}

// ASVS V9.1.3
#[tokio::test]
async fn new_keys_are_fetched_when_a_token_uses_one() {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    let mut browser = council.app.browser();
    let address = council.authorize(&mut browser).await;
    council.provider.changes_keys();
    assert_eq!(browser.get(&council.provider.sign_in(&address, &margaret())).await.path, "/sign-in/confirm");
    // A key that is still missing is requested once, not again and again.
    council.provider.signs(Signed::UnknownKey);
    let address = council.authorize(&mut browser).await;
    let asked = council.provider.asked().len();
    browser.get(&council.provider.sign_in(&address, &margaret())).await;
    assert_eq!(council.provider.asked()[asked..], ["token", "configuration", "keys"]);
}

// ASVS V10.5.3
#[tokio::test]
async fn a_provider_with_another_issuer_is_refused() {
    let council = Council::new().await;
    council.provider.issuer_override("https://login.evil.example");
    let mut browser = council.app.browser();
    assert_eq!(council.press(&mut browser).await.headers[header::LOCATION], "/sign-in/council/callback");
    let page = browser.get("/sign-in/council/callback").await;
    Council::expect_not(&browser, &page, NOT_NOW);
}

#[tokio::test]
async fn unfinished_attempts_are_deleted() {
    let council = Council::new().await;
    let mut browser = council.app.browser();
    council.authorize(&mut browser).await;
    council.go(&mut browser, &margaret()).await;
    let sweep = async || {
        let service = &council.app.web.service;
        server::jobs::delete_expired::run(service, service.now(), &[]).await.unwrap().leftovers
    };
    sweep().await;
    council.app.clock.advance(10 * 60);
    assert_eq!(sweep().await, 2, "the sign-in that nobody came back from, and what the other led to");
    council.app.clock.advance(20 * 60);
    assert_eq!(sweep().await, 1, "the login that nobody connected");
}
