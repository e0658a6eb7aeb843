//! Headers, health checks, files, and pages that don't exist.

use crate::{
    store::RawDatabase,
    support::{Log, TestApp},
};
use axum::body::Bytes;
use http::StatusCode;
use hyper::body::Frame;
use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

// ASVS V3.4.3 V1.3.2
#[tokio::test]
async fn the_policy_of_a_page_names_its_own_scripts_only() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let (first, second) = (browser.get("/").await, browser.get("/").await);
    let nonce = |policy: &str| policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
    let (a, b) = (
        nonce(first.headers["content-security-policy"].to_str().unwrap()),
        nonce(second.headers["content-security-policy"].to_str().unwrap()),
    );
    assert_ne!(a, b);
    for script in first.text.split("<script").skip(1) {
        assert!(script.starts_with(&format!(" nonce=\"{a}\"")) || script.contains(&format!("nonce=\"{a}\"")), "{script}");
    }
}

#[tokio::test]
async fn a_missing_page_is_not_found() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    for path in ["/nothing", "/forms/nothing", "/help/nothing"] {
        let page = browser.get(path).await;
        assert_eq!((page.status, page.heading().as_str()), (StatusCode::NOT_FOUND, "Page not found"), "{path}");
    }
}

#[tokio::test]
async fn health_says_live_and_ready() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    for path in ["/health/live", "/health/ready"] {
        assert_eq!(browser.get(path).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn the_service_is_not_ready_while_nothing_can_be_written() {
    let app = TestApp::new().await;
    let (mut browser, database) = (app.browser(), RawDatabase::of(&app).await);
    let mut status = async |seconds| {
        app.clock.advance(seconds);
        browser.get("/health/ready").await.status
    };
    assert_eq!(status(0).await, StatusCode::OK);
    database.execute("ALTER TABLE throttle RENAME TO elsewhere", Vec::new()).await;
    assert_eq!(status(1).await, StatusCode::OK, "nothing is written more than once in five seconds");
    assert_eq!(status(5).await, StatusCode::SERVICE_UNAVAILABLE);
    database.execute("ALTER TABLE elsewhere RENAME TO throttle", Vec::new()).await;
    assert_eq!(status(5).await, StatusCode::OK);
}

#[tokio::test]
async fn every_public_page_has_its_heading() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    for (path, heading) in [
        ("/", "Adult Social Care Online"),
        ("/help", "Accessing Adult Social Care Online"),
        ("/create-account", "Create an account"),
        ("/sign-in", "Sign in"),
        ("/sign-in/change-phone", "Change your login telephone number"),
        ("/forgot-password", "Reset your password"),
        ("/forms/care-needs", "Ask for care and support"),
        ("/signed-out", "You have signed out"),
        ("/timed-out", "You have been signed out"),
    ] {
        let page = browser.get(path).await;
        assert_eq!((page.status, page.heading().as_str()), (StatusCode::OK, heading), "{path}");
        assert!(page.text.contains("Northmere Council"), "{path}");
    }
}

// ASVS V7.4.4
#[tokio::test]
async fn every_page_of_an_account_has_its_heading() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    for (path, heading) in [
        ("/account", "My Account"),
        ("/account/details", "Update your details"),
        ("/account/security", "Sign-in and security"),
        ("/recover", "Recover a form"),
        ("/submitted", "Submitted forms"),
    ] {
        let page = browser.get(path).await;
        assert_eq!((page.status, page.heading().as_str()), (StatusCode::OK, heading), "{path}");
        assert!(page.text.contains("Margaret Ashworth") && page.text.contains("Sign out"), "{path}");
    }
}

// ASVS V14.3.3
#[tokio::test]
async fn the_offline_page_is_the_same_for_everybody() {
    let app = TestApp::new().await;
    let (mut resident, mut stranger) = (app.resident("margaret@example.com").await, app.browser());
    let (theirs, anybodys) = (resident.get("/offline").await, stranger.get("/offline").await);
    assert_eq!(theirs.heading(), "You are offline");
    assert!(!theirs.text.contains("Margaret") && !theirs.text.contains("we'll sign you out at"));
    assert_eq!(theirs.text.matches("<a ").count(), anybodys.text.matches("<a ").count());
}

#[tokio::test]
async fn pages_are_compressed_for_browsers_that_support_it() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let plain = browser.get("/help").await;
    let request = browser.request("GET", "/help").header("accept-encoding", "gzip").body(axum::body::Body::empty()).unwrap();
    let small = browser.once(request, "/help").await;
    assert_eq!(small.headers["content-encoding"], "gzip");
    assert!(small.bytes.len() * 2 < plain.bytes.len(), "{} of {}", small.bytes.len(), plain.bytes.len());
}

/// While a page waits for the database, others are rendered on the same thread, and nothing may leak into another
/// response. Here other people send requests until the resident's page is there.
// ASVS V14.2.2
#[tokio::test]
async fn simultaneous_responses_are_not_mixed_up() {
    let app = TestApp::with(|settings| settings.site = concat!(env!("CARGO_MANIFEST_DIR"), "/../public").into()).await;
    let resident = app.resident("margaret@example.com").await;
    let (mut pages, mut meanwhile) = (0, 0);
    while meanwhile < 40 {
        pages += 1;
        assert!(pages < 2000, "the pages never waited");
        let (mut tab, mut stranger) = (resident.tab(), app.browser());
        let page = tab.get("/account");
        tokio::pin!(page);
        let page = loop {
            tokio::select! {
                biased;
                page = &mut page => break page,
                () = tokio::task::yield_now() => {}
            }
            let refused = stranger.post_raw("/api/nothing", "text/plain", "x").await;
            assert!(
                refused.text.contains("<h1") && !refused.text.contains("Margaret"),
                "the error page shows somebody else's name"
            );
            let file = stranger.get("/mark.svg").await;
            assert_eq!(
                (file.status, file.headers["cache-control"].to_str().unwrap()),
                (StatusCode::OK, "public, max-age=86400")
            );
            assert!(!file.headers["content-security-policy"].to_str().unwrap().contains("script-src"));
            meanwhile += 1;
        };
        assert!(page.headers["content-security-policy"].to_str().unwrap().contains("script-src"));
        assert!(page.text.contains("Margaret Ashworth"));
    }
}

/// The body of a form that never ends.
struct Endless;

impl hyper::body::Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

// ASVS V15.2.2 V16.5.3
#[tokio::test]
async fn a_request_that_takes_too_long_ends_with_a_page() {
    let (log, _listening) = Log::listen();
    let app = TestApp::with(|settings| settings.limits.request_seconds = 1).await;
    let mut browser = app.browser();
    let form = "application/x-www-form-urlencoded";
    let page = browser.post_raw("/api/drafts/start", form, axum::body::Body::new(Endless)).await;
    assert_eq!((page.status, page.heading().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "The service is very busy"));
    assert_eq!(page.headers["cache-control"], "no-store");
    let reference = page.text.split("problem reference: <strong>").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
    let text = log.text();
    let line = text.lines().find(|line| line.contains(&format!("request{{id={reference} "))).unwrap();
    assert!(line.ends_with("the response was an error status=503"), "{line}");
}

#[tokio::test]
async fn an_email_address_is_shown_as_it_was_typed() {
    let app = TestApp::new().await;
    for email in ["a**b**c@example.com", "{phone}@example.com"] {
        let mut browser = app.browser();
        browser.get("/create-account").await;
        let page = browser.post("/api/account/begin", &[("email", email)]).await;
        assert_eq!(page.heading(), "Check your email");
        assert!(page.text.contains(&format!("<strong>{email}</strong>")), "{email}: {}", page.text);
    }
}
