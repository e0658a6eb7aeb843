//! Somebody else's draft or copy, one that never existed and one that was deleted all give the same page.

use super::support::{fill, save_from, start};
use crate::support::{Browser, TestApp};
use http::StatusCode;

async fn statuses(browser: &mut Browser, paths: &[String]) -> Vec<(StatusCode, String)> {
    let mut out = Vec::new();
    for path in paths {
        let page = browser.get(path).await;
        // The menu with the name and the nonce differ between people; the content must not.
        let main =
            page.text.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or_default().to_owned();
        out.push((page.status, main));
    }
    out
}

// ASVS V8.2.2
#[tokio::test]
async fn other_peoples_drafts_and_copies_look_like_missing_ones() {
    let app = TestApp::new().await;
    let mut owner = app.resident("owner@example.com").await;
    let draft = start(&mut owner, "carers-assessment").await;
    let other = start(&mut owner, "care-needs").await;
    fill(&app, &mut owner, &draft, "carers-assessment").await;
    owner.get(&format!("/drafts/{draft}/check")).await;
    let sent = owner.post("/api/drafts/submit", &[("draft", &draft)]).await;
    let reference = sent.path.trim_start_matches("/submitted/").trim_end_matches("/sent").to_owned();
    let of = |draft: &str, reference: &str| {
        vec![
            format!("/drafts/{draft}"),
            format!("/drafts/{draft}/your-details"),
            format!("/drafts/{draft}/check"),
            format!("/drafts/{draft}/delete"),
            format!("/submitted/{reference}"),
            format!("/submitted/{reference}/pdf"),
            format!("/submitted/{reference}/large-print"),
            format!("/submitted/{reference}/text"),
            format!("/submitted/{reference}/sent"),
        ]
    };
    let mut stranger = app.resident("stranger@example.com").await;
    let theirs = statuses(&mut stranger, &of(&other, &reference)).await;
    let nobodys = statuses(&mut stranger, &of("aaaaaaaaaaaaaaaaaaaaaaaaa", "ASC-2222-2222")).await;
    for (theirs, nobodys) in theirs.iter().zip(&nobodys) {
        assert_eq!(theirs.0, StatusCode::NOT_FOUND);
        assert_eq!(theirs, nobodys);
    }
    let open = owner.get(&format!("/drafts/{other}/your-details")).await;
    stranger.get("/account").await;
    for (path, pairs) in [
        ("/api/drafts/submit", vec![("draft", other.as_str())]),
        ("/api/drafts/delete", vec![("draft", other.as_str())]),
        ("/api/drafts/keep-saved", vec![("draft", other.as_str()), ("page", "your-details")]),
    ] {
        assert_eq!(stranger.post(path, &pairs).await.status, StatusCode::NOT_FOUND, "{path}");
        stranger.get("/account").await;
    }
    let forged = save_from(&mut stranger, &open, &other, "your-details", "continue", &[("me_phone", "1")]).await;
    assert_eq!(forged.status, StatusCode::NOT_FOUND);
    assert_eq!(owner.get(&format!("/drafts/{other}/your-details")).await.hidden("revision"), "0");
}

// ASVS V8.2.1 V3.7.2
#[tokio::test]
async fn pages_of_an_account_lead_to_sign_in_and_back() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    for path in ["/account", "/recover", "/submitted", "/account/details"] {
        assert_eq!(browser.get(path).await.path, "/sign-in", "{path}");
    }
    app.resident("margaret@example.com").await;
    browser.get("/recover").await;
    app.clock.advance(60);
    assert_eq!(app.sign_in(&mut browser, "margaret@example.com").await, "/recover");
}

// ASVS V14.2.7
#[tokio::test]
async fn a_visitors_draft_is_kept_for_a_day() {
    let app = TestApp::new().await;
    let mut visitor = app.browser();
    let draft = start(&mut visitor, "care-needs").await;
    app.clock.advance(24 * 3600 - 1);
    assert_eq!(visitor.get(&format!("/drafts/{draft}")).await.status, StatusCode::OK);
    app.clock.advance(1);
    let page = visitor.get(&format!("/drafts/{draft}")).await;
    assert_eq!(page.path, "/sign-in");
    assert!(page.text.contains("we only keep it for 24 hours"), "{}", page.text);
}
