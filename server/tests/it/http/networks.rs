//! Which requests count towards the same network.

use crate::support::{Browser, Log, TestApp};
use axum::body::Body;
use http::{StatusCode, header};
use listener::Peer;
use platform::config::TrustedProxies;

const PROXY: &str = "127.0.0.1:5000";

async fn behind(proxies: &[&str]) -> TestApp {
    let trusted = TrustedProxies::parse(proxies.iter().copied()).unwrap();
    TestApp::with(|settings| {
        settings.limits.trusted_proxies = trusted;
        settings.limits.registrations_a_network = 1;
    })
    .await
}

/// Starts a registration in a new browser, over a connection from `peer`. Returns whether the network may.
async fn may_register(app: &TestApp, peer: &str, forwarded: &str) -> bool {
    let mut browser: Browser = app.browser();
    let page = browser.get("/create-account").await;
    let email =
        format!("{}%40example.com", forwarded.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat());
    let body = format!("token={}&email={email}", page.hidden("token"));
    let mut request = browser
        .request("POST", "/api/account/begin")
        .header(header::ORIGIN, "http://127.0.0.1:3000")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("x-forwarded-for", forwarded)
        .body(Body::from(body))
        .unwrap();
    request.extensions_mut().insert(Peer(peer.parse().unwrap()));
    let page = browser.once(request, "").await;
    assert_eq!(page.status, StatusCode::FOUND, "{}", page.text);
    page.headers[header::LOCATION] == "/create-account/email-code"
}

// ASVS V15.3.4
#[tokio::test]
async fn clients_behind_a_proxy_are_separate_networks_with_or_without_a_port() {
    let app = behind(&["127.0.0.1"]).await;
    assert!(may_register(&app, PROXY, "203.0.113.9:4711").await);
    assert!(!may_register(&app, PROXY, "203.0.113.9:4712").await, "another port doesn't make another network");
    assert!(
        !may_register(&app, PROXY, "198.51.100.7, 203.0.113.9").await,
        "nor does an entry the browser added on the left"
    );
    assert!(may_register(&app, PROXY, "203.0.113.10").await);
    assert!(may_register(&app, PROXY, "[2001:db8:1:2::3]:4711").await);
    assert!(!may_register(&app, PROXY, "\"[2001:db8:1:2::4]:4711\"").await);
    assert!(may_register(&app, PROXY, "2001:db8:1:3::4").await);
}

// ASVS V4.1.3
#[tokio::test]
async fn untrusted_proxies_cannot_set_the_client_address() {
    for app in [behind(&["127.0.0.1"]).await, behind(&[]).await] {
        assert!(may_register(&app, "192.0.2.7:5000", "203.0.113.9").await);
        assert!(!may_register(&app, "192.0.2.7:5001", "203.0.113.10").await);
        assert!(may_register(&app, "192.0.2.8:5000", "203.0.113.11").await);
    }
}

// ASVS V16.2.5
#[tokio::test]
async fn an_invalid_forwarded_entry_is_logged_once_without_its_value() {
    let (log, listening) = Log::listen();
    let app = behind(&["127.0.0.1"]).await;
    for value in ["hush7Qq", "hush7Qq:4711", "unknown"] {
        may_register(&app, PROXY, value).await;
    }
    let text = log.text();
    drop(listening);
    assert_eq!(text.matches("X-Forwarded-For").count(), 1, "{text}");
    assert!(!text.contains("hush7Qq"), "{text}");
}
