//! Browsers that don't accept cookies.

use crate::support::TestApp;
use http::StatusCode;

#[tokio::test]
async fn a_browser_without_cookies_is_told_so_and_nothing_is_sent() {
    let app = TestApp::new().await;
    let email = ("email", "ann@example.com");
    let starts = [
        ("/forms/care-needs", "/api/drafts/start", vec![("form", "care-needs")]),
        ("/help-me-choose", "/api/help-me-choose/answer", vec![("asked", "safety"), ("answers[safety]", "no")]),
        ("/create-account", "/api/account/begin", vec![email]),
        ("/sign-in", "/api/sign-in/password", vec![email, ("password", "purple otter lamp")]),
        ("/forgot-password", "/api/password/forgot", vec![email]),
    ];
    for (path, post, pairs) in starts {
        let mut browser = app.browser();
        browser.get(path).await;
        assert!(browser.has_cookie("care-check"), "{path} has a form");
        // Another browser every time: it keeps nothing.
        let page = app.browser().post(post, &pairs).await;
        let said = (page.status, page.heading());
        assert_eq!(said, (StatusCode::PRECONDITION_REQUIRED, "Your browser does not accept cookies".into()), "{post}");
        let page = browser.post(post, &pairs).await;
        assert!(page.status.is_success(), "{post}: {}", page.text);
    }
    let sent = app.messages().await;
    assert_eq!(sent.len(), 2, "only to browsers that accept cookies: {sent:?}");
}
