//! Deleting an account, through the pages.

use crate::support::TestApp;

const EMAIL: &str = "margaret@example.com";

// ASVS V7.4.2
#[tokio::test]
async fn deleting_an_account_deletes_everything_not_submitted() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    let mut other = app.resident("somebody@example.com").await;
    browser.get("/forms/care-needs").await;
    browser.post("/api/drafts/start", &[("form", "care-needs")]).await;
    let account = browser.get("/recover").await;
    assert!(account.text.contains("/drafts/"));
    let page = browser.get("/account/delete").await;
    assert_eq!(page.heading(), "Delete your account");
    let done = browser.post("/api/security/delete-account", &[]).await;
    assert_eq!((done.path.as_str(), done.heading().as_str()), ("/account-deleted", "Your account has been deleted"));
    assert!(!browser.has_cookie("care-session"));
    let messages = app.messages().await;
    assert!(messages.iter().any(|mail| mail.contains(EMAIL) && mail.contains("Your account has been deleted")));
    browser.get("/sign-in").await;
    let refused = browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", "lake hill otter")]).await;
    assert_eq!(refused.path, "/sign-in");
    assert_eq!(other.get("/account").await.path, "/account", "nobody else is touched");
    assert_eq!(app.make_account(&mut app.browser(), EMAIL).await, "/account", "the address is free again");
}

// ASVS V7.5.3
#[tokio::test]
async fn deleting_an_account_asks_for_the_password() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    app.clock.advance(5 * 60);
    assert_eq!(browser.get("/account/delete").await.path, "/account/confirm");
    let refused = browser.post("/api/security/delete-account", &[]).await;
    assert_eq!(refused.path, "/account/confirm");
    assert_eq!(browser.get("/account").await.path, "/account");
}
