//! Changing how one signs in, through the pages.

use crate::support::{Browser, TestApp};
use http::StatusCode;

const EMAIL: &str = "margaret@example.com";
const OTHER: &str = "seven quiet rivers";

/// The path of the link in the newest message.
async fn link(app: &TestApp) -> String {
    let mail = app.messages().await.pop().unwrap();
    let url = mail.split_whitespace().find(|word| word.contains("/reset-password/")).unwrap().to_owned();
    url.split_once("/reset-password/").map(|(_, token)| format!("/reset-password/{token}")).unwrap()
}

async fn sign_in(app: &TestApp, browser: &mut Browser, password: &str) -> String {
    browser.get("/sign-in").await;
    browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", password)]).await;
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    browser.post("/api/sign-in/confirm", &[("code", &app.code().await)]).await.path
}

#[tokio::test]
async fn a_forgotten_password_is_reset() {
    let app = TestApp::new().await;
    app.resident(EMAIL).await;
    let mut browser = app.browser();
    assert_eq!(browser.get("/forgot-password").await.heading(), "Reset your password");
    let sent = browser.post("/api/password/forgot", &[("email", EMAIL)]).await;
    assert_eq!((sent.path.as_str(), sent.heading().as_str()), ("/forgot-password/sent", "Check your email"));
    let path = link(&app).await;
    let page = browser.get(&path).await;
    assert_eq!(page.heading(), "Choose a new password");
    let token = page.hidden("link");
    let again = browser.post("/api/password/reset", &[("link", &token), ("password", "short")]).await;
    assert_eq!(again.path, path, "the page again, with what is wrong");
    assert!(again.text.contains("Password must be 12 characters or more"));
    let done = browser.post("/api/password/reset", &[("link", &token), ("password", OTHER)]).await;
    assert_eq!(done.path, "/sign-in");
    assert!(done.text.contains("Your password has been changed."));
    assert_eq!(browser.get(&path).await.heading(), "This link does not work any more");
    let twice = browser.post("/api/password/reset", &[("link", &token), ("password", OTHER)]).await;
    assert_eq!(twice.path, "/sign-in", "a second press says the same");
    app.clock.advance(60);
    let late = browser.post("/api/password/reset", &[("link", &token), ("password", OTHER)]).await;
    assert_eq!(late.path, "/forgot-password");
    assert_eq!(sign_in(&app, &mut browser, OTHER).await, "/account");
}

#[tokio::test]
async fn changing_the_password_asks_for_the_current_one_first() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    let mut other = app.browser();
    sign_in(&app, &mut other, "lake hill otter").await;
    app.clock.advance(5 * 60);
    assert_eq!(browser.get("/account/password").await.path, "/account/confirm");
    let wrong = browser.post("/api/security/confirm", &[("password", "not my password")]).await;
    assert!(wrong.text.contains("The password is wrong."));
    let page = browser.post("/api/security/confirm", &[("password", "lake hill otter")]).await;
    assert_eq!((page.path.as_str(), page.heading().as_str()), ("/account/password", "Change your password"));
    let done = browser.post("/api/security/password", &[("password", OTHER)]).await;
    assert_eq!(done.path, "/account/security");
    assert!(done.text.contains("We've signed you out on every other device."));
    assert_eq!(other.get("/account").await.path, "/timed-out");
}

// ASVS V7.5.1 V8.3.1
#[tokio::test]
async fn a_change_without_a_recent_password_is_refused_on_every_path() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    app.clock.advance(5 * 60);
    browser.get("/account/security").await;
    let refused = browser.post("/api/security/password", &[("password", OTHER)]).await;
    assert_eq!(refused.path, "/account/confirm");
    assert!(refused.text.contains("enter your password first"));
}

#[tokio::test]
async fn an_open_page_still_works_after_the_session_token_changes() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    let details = browser.get("/account/details").await;
    let token = details.hidden("token");
    browser.post("/api/security/confirm", &[("password", "lake hill otter")]).await;
    let form = format!("token={token}&first_name=Maggie&last_name=Ashworth");
    let saved = browser.post_raw("/api/account/rename", "application/x-www-form-urlencoded", form).await;
    assert!(saved.text.contains("Your name has been changed."), "{}", saved.path);
}

// ASVS V7.5.2 V8.2.2
#[tokio::test]
async fn devices_are_listed_by_name_and_ended_only_by_their_owner() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    let mut other = app.browser();
    sign_in(&app, &mut other, "lake hill otter").await;
    let page = browser.get("/account/security").await;
    assert!(page.text.contains("Where you are signed in") && page.text.contains("this device"));
    let ended = browser.post("/api/security/end-device", &[("id", &page.hidden("id"))]).await;
    assert!(ended.text.contains("That device has been signed out."));
    assert_eq!(other.get("/account").await.path, "/timed-out");
    let nobody = app.browser().post("/api/security/end-others", &[]).await;
    assert_eq!(nobody.path, "/timed-out");
    assert_eq!(app.browser().get("/account/confirm").await.path, "/sign-in");
    assert_eq!(app.browser().get("/reset-password/x").await.status, StatusCode::OK);
}
