//! Forms started without signing in: who may open them, and what happens to them at sign-in.

use super::support::{save_from, start};
use crate::support::{Browser, TestApp};
use http::StatusCode;

const VISITOR: &str = "care-visitor";

fn cookie_of(browser: &Browser) -> String {
    browser.cookie(VISITOR).unwrap_or_default().to_owned()
}

/// Whether a browser may open a draft.
async fn opens(browser: &mut Browser, draft: &str) -> bool {
    let page = browser.get(&format!("/drafts/{draft}")).await;
    page.status == StatusCode::OK && page.path == format!("/drafts/{draft}")
}

// ASVS V7.2.1 V7.2.2
#[tokio::test]
async fn a_forged_visitor_cookie_is_ignored() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let own = cookie_of(&browser);
    let (text, mac) = own.rsplit_once('.').unwrap();
    let (visit, token) = text.split_once('.').unwrap();
    for forged in [
        "chosen-by-the-browser".to_owned(),
        "a.b.c".to_owned(),
        text.to_owned(),
        token.to_owned(),
        format!("{visit}x.{token}.{mac}"),
        format!("{text}.{token}.{mac}"),
        format!("{text}.{}", mac.replace(&mac[..1], if mac.starts_with('0') { "1" } else { "0" })),
    ] {
        let mut other = app.browser();
        other.put_cookie(VISITOR, &forged);
        assert_eq!(other.get(&format!("/drafts/{draft}")).await.path, "/sign-in", "{forged}");
        other.get("/forms/care-needs").await;
        let begun = start(&mut other, "care-needs").await;
        assert_ne!(cookie_of(&other), forged, "it is replaced");
        assert!(opens(&mut other, &begun).await && !opens(&mut other, &draft).await);
    }
    assert!(opens(&mut browser, &draft).await);
}

// ASVS V8.2.2
#[tokio::test]
async fn a_planted_cookie_opens_no_form_started_in_the_victims_browser() {
    let app = TestApp::new().await;
    let mut attacker = app.browser();
    let theirs = start(&mut attacker, "care-needs").await;
    let mut victim = app.browser();
    victim.put_cookie(VISITOR, &cookie_of(&attacker));
    let first = start(&mut victim, "care-needs").await;
    let second = start(&mut victim, "carers-assessment").await;
    for draft in [&first, &second] {
        assert!(opens(&mut victim, draft).await, "both open in the browser they were started in");
        assert!(!opens(&mut attacker, draft).await, "the planted cookie opens neither");
    }
    assert!(opens(&mut attacker, &theirs).await);
    // Starting a form of one's own gives no access to more.
    start(&mut attacker, "care-needs").await;
    assert!(!opens(&mut attacker, &first).await);
}

#[tokio::test]
async fn an_open_page_still_works_after_another_form_is_started() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let open = browser.get(&format!("/drafts/{draft}/your-details")).await;
    let token = open.hidden("token");
    let other = start(&mut browser, "carers-assessment").await;
    let of_other = browser.get(&format!("/drafts/{other}/your-details")).await.hidden("token");
    assert!(!token.is_empty() && of_other == token, "the form token depends on what stays the same");
    save_from(&mut browser, &open, &draft, "your-details", "aside", &[("me_phone", "01632 960 001")]).await;
    let page = browser.get(&format!("/drafts/{draft}/your-details")).await;
    assert!(page.text.contains("01632 960 001"));
}

// ASVS V7.2.4
#[tokio::test]
async fn signing_in_invalidates_the_visitor_cookie() {
    let app = TestApp::new().await;
    app.resident("margaret@example.com").await;
    app.clock.advance(3600);
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let before = cookie_of(&browser);
    app.sign_in(&mut browser, "margaret@example.com").await;
    assert!(!browser.has_cookie(VISITOR));
    assert!(opens(&mut browser, &draft).await, "it is in the account");
    let mut old = app.browser();
    old.put_cookie(VISITOR, &before);
    assert!(!opens(&mut old, &draft).await, "the earlier cookie no longer opens it");
    browser.get("/account").await;
    browser.post("/api/account/sign-out", &[]).await;
    start(&mut browser, "care-needs").await;
    let visit = |cookie: &str| cookie.split('.').next().unwrap_or_default().to_owned();
    assert_ne!(visit(&cookie_of(&browser)), visit(&before));
}

#[tokio::test]
async fn drafts_over_the_accounts_limit_stay_with_the_visitor_until_there_is_room() {
    let app = TestApp::with(|settings| settings.limits.drafts = 2).await;
    let mut resident = app.resident("margaret@example.com").await;
    let first = start(&mut resident, "care-needs").await;
    app.clock.advance(3600);
    let mut browser = app.browser();
    let older = start(&mut browser, "care-needs").await;
    app.clock.advance(1);
    let newer = start(&mut browser, "care-needs").await;
    let before = cookie_of(&browser);
    assert_eq!(app.sign_in(&mut browser, "margaret@example.com").await, "/recover");
    let list = browser.get("/recover").await;
    assert_eq!(list.text.matches("care-record__title").count(), 2, "no more than the limit");
    assert!(opens(&mut browser, &newer).await && !opens(&mut browser, &older).await, "the newest comes first");
    assert!(browser.has_cookie(VISITOR) && cookie_of(&browser) != before, "the others have a new cookie");
    let mut old = app.browser();
    old.put_cookie(VISITOR, &before);
    assert!(!opens(&mut old, &older).await);
    browser.get(&format!("/drafts/{first}/delete")).await;
    browser.post("/api/drafts/delete", &[("draft", &first)]).await;
    browser.get("/account").await;
    browser.post("/api/account/sign-out", &[]).await;
    app.clock.advance(3600);
    app.sign_in(&mut browser, "margaret@example.com").await;
    assert!(opens(&mut browser, &older).await, "there is room now");
    assert!(!browser.has_cookie(VISITOR));
}
