//! Staying signed in, and not staying signed in.

use crate::support::TestApp;
use axum::body::Body;
use http::StatusCode;

#[tokio::test]
async fn fifteen_minutes_without_activity_sign_out() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    for _ in 0..12 {
        app.clock.advance(899);
        assert_eq!(browser.get("/account").await.path, "/account");
    }
    app.clock.advance(901);
    let page = browser.get("/recover").await;
    assert_eq!((page.path.as_str(), page.heading().as_str()), ("/timed-out", "You have been signed out"));
    assert!(!browser.has_cookie("care-session"));
}

#[tokio::test]
async fn a_day_signs_out_whatever_is_done() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    for _ in 0..(24 * 6 - 1) {
        app.clock.advance(600);
        browser.get("/account").await;
    }
    assert_eq!(browser.get("/account").await.path, "/account");
    app.clock.advance(600);
    assert_eq!(browser.get("/account").await.path, "/timed-out");
}

#[tokio::test]
async fn signing_out_ends_the_session_for_whoever_has_its_cookie() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let mut copied = browser.tab();
    browser.get("/account").await;
    let page = browser.post("/api/account/sign-out", &[]).await;
    assert_eq!((page.path.as_str(), page.heading().as_str()), ("/signed-out", "You have signed out"));
    assert_eq!(copied.get("/account").await.path, "/timed-out");
}

#[tokio::test]
async fn a_session_cookie_that_was_made_up_is_nobody() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let request = browser.request("GET", "/account").header("cookie", "care-session=abc").body(Body::empty()).unwrap();
    let page = browser.once(request, "/account").await;
    assert_eq!(page.status, StatusCode::FOUND);
    assert_eq!(page.headers["location"], "/timed-out");
}
