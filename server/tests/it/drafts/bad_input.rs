//! Input that is unreadable, too large or unknown: a clear page, nothing lost, no status 500.

use super::support::{save, start};
use crate::support::TestApp;
use http::{StatusCode, header};

// ASVS V1.3.3 V15.3.5 V1.5.2
#[tokio::test]
async fn unreadable_input_changes_nothing_and_gets_an_error_page() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    save(&mut browser, &draft, "your-details", "aside", &[("me_phone", "01632 960 001")]).await;
    let page = browser.get(&format!("/drafts/{draft}/your-details")).await;
    let (token, revision) = (page.hidden("token"), page.hidden("revision"));
    let base = format!("token={token}&draft={draft}&page=your-details&revision={revision}");
    let form = "application/x-www-form-urlencoded";
    let many = format!("{base}{}", "&a=1".repeat(2001));
    let large = format!("{base}&answers[me_phone][]={}", "x".repeat(300 * 1024));
    for (content_type, body, status) in [
        (form, format!("{base}&answers[me_phone][]=%ff"), StatusCode::BAD_REQUEST),
        (form, format!("{base}&answers[me_phone][]=%"), StatusCode::BAD_REQUEST),
        (form, many, StatusCode::PAYLOAD_TOO_LARGE),
        (form, large, StatusCode::PAYLOAD_TOO_LARGE),
        ("application/json", "{}".into(), StatusCode::BAD_REQUEST),
        ("multipart/form-data; boundary=", "x".into(), StatusCode::BAD_REQUEST),
        (form, format!("token={token}"), StatusCode::BAD_REQUEST),
        (form, format!("token={token}&draft={draft}&page=your-details&revision=soon"), StatusCode::BAD_REQUEST),
        (form, format!("{base}&answers=flat"), StatusCode::BAD_REQUEST),
        (form, format!("{base}&answers[a][b][c][d][e][f][g]=deep"), StatusCode::BAD_REQUEST),
        (form, "draft=x".into(), StatusCode::FORBIDDEN),
    ] {
        let page = browser.post_raw("/api/drafts/save-page", content_type, body.clone()).await;
        let shown: String = body.chars().take(200).collect();
        assert_eq!(page.status, status, "{shown}");
        assert!(page.text.contains("<h1") && page.text.contains("What you saved before is safe"), "{shown}: {}", page.text);
        assert!(!page.headers.contains_key(header::LOCATION), "{shown}");
    }
    let page = browser.get(&format!("/drafts/{draft}/your-details")).await;
    assert!(page.text.contains("value=\"01632 960 001\""));
    assert_eq!(page.hidden("revision"), revision);
}

/// The revision is the only number that a page sends by itself.
// ASVS V1.4.2
#[tokio::test]
async fn extreme_revisions_cause_no_server_error() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    save(&mut browser, &draft, "your-details", "aside", &[("me_phone", "01632 960 001")]).await;
    let form = format!("/drafts/{draft}/your-details");
    for revision in [i64::MIN, i64::MIN + 1, -1, 0, i64::MAX] {
        for (path, item) in [("/api/drafts/save-page", ""), ("/api/drafts/remove-item", "thing1")] {
            let revision = revision.to_string();
            let mut pairs = vec![("draft", draft.as_str()), ("page", "your-details"), ("revision", &revision)];
            pairs.extend([("answers[me_phone][]", "01632 960 002"), ("go", "later")]);
            if !item.is_empty() {
                pairs.push(("item", item));
            }
            browser.get(&form).await;
            let page = browser.post(path, &pairs).await;
            assert!(!page.status.is_server_error(), "{path} {revision}: {}", page.status);
            assert_ne!(page.status, StatusCode::FORBIDDEN, "the token of the page was not sent");
        }
    }
    for revision in ["9223372036854775808", "-9223372036854775809", "1e9", ""] {
        browser.get(&form).await;
        let pairs = [("draft", draft.as_str()), ("page", "your-details"), ("revision", revision)];
        assert_eq!(browser.post("/api/drafts/save-page", &pairs).await.status, StatusCode::BAD_REQUEST, "{revision}");
    }
}

// ASVS V15.3.3
#[tokio::test]
async fn answers_to_questions_of_other_pages_are_ignored() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    save(
        &mut browser,
        &draft,
        "your-details",
        "aside",
        &[("sign_name", "Forged"), ("nonsense", "x"), ("me_name", "Forged")],
    )
    .await;
    let check = browser.get(&format!("/drafts/{draft}/check")).await;
    assert!(!check.text.contains("Forged"));
    for page in ["nonsense", "your-details/x'y", "%ff"] {
        assert_eq!(browser.get(&format!("/drafts/{draft}/{page}")).await.status, StatusCode::NOT_FOUND, "{page}");
    }
}

// ASVS V3.5.1
#[tokio::test]
async fn a_request_from_another_site_or_without_the_token_is_refused() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let token = browser.get(&format!("/drafts/{draft}/your-details")).await.hidden("token");
    for (origin, site, token, status) in [
        ("https://evil.example", "cross-site", token.as_str(), StatusCode::FORBIDDEN),
        ("http://127.0.0.1:3000", "same-site", token.as_str(), StatusCode::FORBIDDEN),
        ("null", "same-origin", token.as_str(), StatusCode::FORBIDDEN),
        ("http://127.0.0.1:3000", "same-origin", "0000", StatusCode::FORBIDDEN),
        ("http://127.0.0.1:3000", "same-origin", token.as_str(), StatusCode::FOUND),
    ] {
        let request = browser
            .request("POST", "/api/drafts/save-page")
            .header(header::ORIGIN, origin)
            .header("sec-fetch-site", site)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(format!("token={token}&draft={draft}&page=your-details&revision=0&go=continue").into())
            .unwrap();
        let page = browser.once(request, "/api/drafts/save-page").await;
        assert_eq!(page.status, status, "{origin} {site} {token}");
    }
}

#[tokio::test]
async fn the_number_of_drafts_is_limited() {
    let app = TestApp::with(|settings| settings.limits.drafts = 2).await;
    for (mut browser, way_out) in [
        (app.browser(), "Sign in, then send or delete one of them"),
        (app.resident("margaret@example.com").await, "Send or delete one of them"),
    ] {
        let first = start(&mut browser, "care-needs").await;
        start(&mut browser, "carers-assessment").await;
        browser.get(&format!("/drafts/{first}/your-details")).await;
        let refused = browser.post("/api/drafts/start", &[("form", "care-needs"), ("again", "yes")]).await;
        assert_eq!(refused.path, "/forms/care-needs");
        assert!(refused.text.contains("There is a problem") && refused.text.contains(way_out), "{}", refused.text);
        assert!(refused.text.contains("You have 2 forms that you have not sent"));
        assert_eq!(browser.get(&format!("/drafts/{first}")).await.status, StatusCode::OK, "existing drafts stay");
    }
}
