//! Staying signed in, and when a session ends.

use crate::{
    drafts::support::start,
    support::{Browser, Page, TestApp},
};
use axum::body::Body;
use http::{Request, StatusCode, header};

// ASVS V7.3.1 V7.2.1
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

// ASVS V7.3.2
#[tokio::test]
async fn a_session_ends_after_a_day() {
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

// ASVS V7.4.1
#[tokio::test]
async fn signing_out_invalidates_the_session_cookie() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let mut copied = browser.tab();
    browser.get("/account").await;
    let page = browser.post("/api/account/sign-out", &[]).await;
    assert_eq!((page.path.as_str(), page.heading().as_str()), ("/signed-out", "You have signed out"));
    assert_eq!(copied.get("/account").await.path, "/timed-out");
}

// ASVS V7.2.2 V7.2.4
#[tokio::test]
async fn a_forged_session_cookie_is_ignored() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let request = browser.request("GET", "/account").header("cookie", "care-session=abc").body(Body::empty()).unwrap();
    let page = browser.once(request, "/account").await;
    assert_eq!(page.status, StatusCode::FOUND);
    assert_eq!(page.headers["location"], "/timed-out");
}

#[tokio::test]
async fn cookies_of_steps_expire_and_end_with_their_steps() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let page = browser.get_once("/submitted").await;
    assert_eq!(page.cookie_age("care-next"), Some(3600));
    browser.get("/create-account").await;
    let begun = browser.post_once("/api/account/begin", &[("email", "margaret@example.com")]).await;
    assert_eq!(begun.cookie_age("care-step"), Some(3600));
    app.clock.advance(3000);
    browser.get("/create-account/email-code").await;
    let again = browser.post_once("/api/account/resend-email-code", &[]).await;
    assert_eq!(again.cookie_age("care-step"), Some(3600), "each step renews the cookie's time");
    assert_eq!(again.cookie_age("care-next"), Some(3600));
    let mut browser = app.resident("ann@example.com").await;
    assert!(!browser.has_cookie("care-step") && !browser.has_cookie("care-next"));
    browser.get("/account").await;
    browser.post("/api/account/sign-out", &[]).await;
    browser.get("/submitted").await;
    browser.get("/sign-in").await;
    let typed = [("email", "ann@example.com"), ("password", "lake hill otter")];
    let half = browser.post_once("/api/sign-in/password", &typed).await;
    assert_eq!(half.cookie_age("care-step"), Some(600));
    app.clock.advance(60);
    browser.get("/sign-in/confirm").await;
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    let code = app.code().await;
    let page = browser.post("/api/sign-in/confirm", &[("code", &code)]).await;
    assert_eq!(page.path, "/submitted");
    assert!(!browser.has_cookie("care-step") && !browser.has_cookie("care-next"));
}

// ASVS V7.4.1
#[tokio::test]
async fn signing_out_removes_unfinished_steps() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    app.clock.advance(5 * 60);
    browser.get("/account/details").await;
    browser.post("/api/account/rename", &[("first_name", "Siân"), ("last_name", "Mair")]).await;
    assert!(browser.has_cookie("care-held") && browser.has_cookie("care-next"));
    browser.post("/api/account/sign-out", &[]).await;
    for cookie in ["care-session", "care-held", "care-next", "care-flash", "care-step", "care-council", "care-visitor"] {
        assert!(!browser.has_cookie(cookie), "{cookie}");
    }
    assert!(browser.has_cookie("care-device"));
}

// ASVS V7.2.4
#[tokio::test]
async fn a_planted_device_cookie_is_replaced() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let first = browser.cookie("care-device").unwrap().to_owned();
    browser.get("/account").await;
    browser.post("/api/account/sign-out", &[]).await;
    for planted in [first.as_str(), "planted", &"A".repeat(43)] {
        app.clock.advance(60);
        browser.put_cookie("care-device", planted);
        assert_eq!(app.sign_in(&mut browser, "margaret@example.com").await, "/account");
        let now = browser.cookie("care-device").unwrap();
        assert!(now != planted && now.len() >= 43, "{now}");
        browser.post("/api/account/sign-out", &[]).await;
    }
}

/// What the script in the page sends.
async fn autosave(browser: &mut Browser, draft: &str, open: &Page) -> Page {
    let cookies = browser.jar().iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
    let (token, revision) = (open.hidden("token"), open.hidden("revision"));
    let body =
        format!("token={token}&draft={draft}&page=your-details&revision={revision}&go=aside&answers[me_phone][]=01632");
    let request = Request::post("/api/drafts/save-page")
        .header(header::HOST, "127.0.0.1:3000")
        .header(header::ORIGIN, "http://127.0.0.1:3000")
        .header(header::COOKIE, cookies)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    browser.once(request, "/api/drafts/save-page").await
}

/// An autosave is activity, so the time at the foot of the page moves with it.
#[tokio::test]
async fn an_autosave_brings_the_new_time_of_the_sign_out() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let open = browser.get(&format!("/drafts/{draft}/your-details")).await;
    let line = |text: &str| {
        let rest = text.split_once("data-signed-out").unwrap().1.split_once('>').unwrap().1;
        rest.split('<').next().unwrap().to_owned()
    };
    let before = line(&open.text);
    app.clock.advance(300);
    let saved = autosave(&mut browser, &draft, &open).await;
    let answer: serde_json::Value = serde_json::from_str(&saved.text).unwrap();
    let after = answer["signed_out_line"].as_str().unwrap().to_owned();
    assert_ne!(after, before);
    assert_eq!(line(&browser.get(&format!("/drafts/{draft}/your-details")).await.text), after);
    let mut visitor = app.browser();
    let draft = start(&mut visitor, "care-needs").await;
    let open = visitor.get(&format!("/drafts/{draft}/your-details")).await;
    let saved = autosave(&mut visitor, &draft, &open).await;
    assert!(saved.text.contains("\"signed_out_line\":null"), "{}", saved.text);
}
