//! Downloading a submitted form: as PDF, in large print, as plain text.

use super::support::keep;
use crate::{
    drafts::support::{fill, start},
    support::{Browser, TestApp},
};
use http::StatusCode;

async fn send(app: &TestApp, browser: &mut Browser, form: &str) -> String {
    let draft = start(browser, form).await;
    fill(app, browser, &draft, form).await;
    browser.get(&format!("/drafts/{draft}/check")).await;
    let sent = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    sent.path.trim_start_matches("/submitted/").trim_end_matches("/sent").to_owned()
}

// ASVS V5.4.1 V5.4.2
#[tokio::test]
async fn each_copy_has_three_formats_named_after_its_reference() {
    for form in ["care-needs", "carers-assessment"] {
        let app = TestApp::new().await;
        let mut browser = app.resident("margaret@example.com").await;
        let reference = send(&app, &mut browser, form).await;
        let copy = browser.get(&format!("/submitted/{reference}")).await;
        assert!(copy.text.contains("<style nonce=\""), "{}", copy.text);
        assert!(copy.text.contains(&format!(":root{{--care-reference:\"{reference}\"}}</style>")), "{}", copy.text);
        for (way, kind, ending) in [
            ("pdf", "application/pdf", ".pdf"),
            ("large-print", "application/pdf", "-large-print.pdf"),
            ("text", "text/plain; charset=utf-8", ".txt"),
        ] {
            let path = format!("/submitted/{reference}/{way}");
            assert!(copy.text.contains(&format!("href=\"{path}\"")), "the copy has no link to {path}");
            let file = browser.get(&path).await;
            assert_eq!((file.status, &file.headers["content-type"]), (StatusCode::OK, &kind.parse().unwrap()));
            assert_eq!(file.headers["content-disposition"], format!("attachment; filename=\"{reference}{ending}\""));
            assert_eq!(file.headers["cache-control"], "no-store");
            keep(&format!("{form}{ending}"), &file.bytes);
        }
        // In the reader's language, whichever it was submitted in.
        browser.get("/language/cy?page=/").await;
        let text = browser.get(&format!("/submitted/{reference}/text")).await.text;
        assert!(text.contains(&format!("\n\nCyfeirnod: {reference}\nAnfonwyd: ")), "{text}");
        keep(&format!("{form}-cy.pdf"), &browser.get(&format!("/submitted/{reference}/pdf")).await.bytes);
    }
}

#[tokio::test]
async fn the_text_has_every_heading_question_and_answer_of_the_copy() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let reference = send(&app, &mut browser, "carers-assessment").await;
    let file = browser.get(&format!("/submitted/{reference}/text")).await;
    let text = String::from_utf8(file.bytes).unwrap();
    assert!(text.starts_with("Northmere Council\n\n"), "{text}");
    assert!(text.contains(&format!("\n\nReference: {reference}\nSent: ")), "{text}");
    assert!(text.contains("margaret@example.com") && text.contains("Margaret Ashworth"), "{text}");
    assert!(!text.contains('<') && !text.contains("  ") && !text.contains("\n\n\n"), "{text}");
}

// ASVS V8.2.2
#[tokio::test]
async fn nobody_else_can_download_a_copy() {
    let app = TestApp::new().await;
    let mut owner = app.resident("owner@example.com").await;
    let reference = send(&app, &mut owner, "carers-assessment").await;
    let mut stranger = app.resident("stranger@example.com").await;
    let mut nobody = app.browser();
    for way in ["pdf", "large-print", "text"] {
        let path = format!("/submitted/{reference}/{way}");
        assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(stranger.get(&format!("/submitted/ASC-2222-2222/{way}")).await.status, StatusCode::NOT_FOUND);
        let asked = nobody.get(&path).await;
        assert_eq!(asked.heading(), "Sign in", "{path}");
    }
}
