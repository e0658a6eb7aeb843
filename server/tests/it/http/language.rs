//! Which language a page is in, and changing it.

use crate::{
    drafts::support::{save_from, start},
    support::{Browser, Page, TestApp},
};
use axum::body::Body;
use form_engine::language::Language;
use http::{StatusCode, header};

async fn asking(browser: &mut Browser, accepted: &str, path: &str) -> Page {
    let request = browser.request("GET", path).header(header::ACCEPT_LANGUAGE, accepted).body(Body::empty()).unwrap();
    browser.once(request, path).await
}

fn is_welsh(page: &Page) -> bool {
    page.text.contains("<html lang=\"cy\" dir=\"ltr\"") && page.text.contains("Neidio i'r prif gynnwys")
}

#[tokio::test]
async fn the_browsers_language_applies_until_one_is_chosen() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    assert!(is_welsh(&asking(&mut browser, "cy-GB, en;q=0.5", "/help").await));
    assert!(!is_welsh(&asking(&mut browser, "fr, en;q=0.5", "/help").await));
    let request = browser.request("GET", "/language/cy?page=/help").body(Body::empty()).unwrap();
    let chosen = browser.once(request, "").await;
    assert_eq!((chosen.status, &chosen.headers[header::LOCATION]), (StatusCode::SEE_OTHER, &"/help".parse().unwrap()));
    assert!(
        is_welsh(&asking(&mut browser, "en-GB", "/help").await),
        "the chosen language takes precedence over the browser's"
    );
}

// ASVS V3.7.2
#[tokio::test]
async fn language_links_return_only_to_our_own_pages() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    for (address, to) in [
        ("/language/cy?page=//evil.example", "/"),
        ("/language/cy?page=https://evil.example", "/"),
        ("/language/cy", "/"),
        ("/language/xx?page=/help", "/help"),
        ("/language/ar-XB?page=/drafts/abc/who?check%26from=check", "/drafts/abc/who?check&from=check"),
    ] {
        let request = browser.request("GET", address).body(Body::empty()).unwrap();
        let page = browser.once(request, address).await;
        assert_eq!(page.headers[header::LOCATION], to, "{address}");
    }
    assert!(!is_welsh(&asking(&mut app.browser(), "en", "/").await));
}

#[tokio::test]
async fn a_council_may_have_a_single_language() {
    let app = TestApp::with(|settings| settings.languages = vec![Language::English]).await;
    let page = asking(&mut app.browser(), "cy", "/help").await;
    assert!(!is_welsh(&page) && !page.text.contains("Cymraeg"));
}

#[tokio::test]
async fn changing_the_language_of_a_form_page_keeps_what_was_typed() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let path = format!("/drafts/{draft}/your-details");
    let open = browser.get(&path).await;
    let page = save_from(&mut browser, &open, &draft, "your-details", "language:cy", &[("me_phone", "half a num")]).await;
    assert_eq!(page.path, path);
    assert!(is_welsh(&page) && page.text.contains("value=\"half a num\""), "{}", page.text);
    let wrong = save_from(&mut browser, &page, &draft, "your-details", "continue", &[("me_phone", "half a num")]).await;
    assert!(wrong.text.contains("Gwall"), "{}", wrong.text);
    let copied = wrong.hidden("checked");
    assert_eq!(copied, "yes", "the page says that its problems are told");
}

#[tokio::test]
async fn changing_the_language_adds_no_list_item() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let path = format!("/drafts/{draft}/your-diagnoses/newthing");
    let open = browser.get(&path).await;
    assert_eq!(open.status, StatusCode::OK);
    let page = save_from(&mut browser, &open, &draft, "your-diagnoses", "language:cy", &[]).await;
    assert_eq!(page.path, path);
    let list = browser.get(&format!("/drafts/{draft}/your-diagnoses")).await;
    assert!(!list.text.contains("care-record__title"), "{}", list.text);
}

/// The languages of pages about accounts are buttons: what was typed is there in the other language.
#[tokio::test]
async fn account_pages_keep_what_was_typed_when_the_language_changes() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let page = browser.get("/sign-in").await;
    assert!(page.text.contains("formaction=\"/language/cy\""), "{}", page.text);
    let typed = [("switch_page", "/sign-in"), ("email", "ann@example.com"), ("password", "purple otter lamp")];
    let page = browser.post("/language/cy", &typed).await;
    assert!(page.path == "/sign-in" && page.text.contains("lang=\"cy\""));
    assert!(page.text.contains("value=\"ann@example.com\""), "{}", page.text);
    assert!(!page.text.contains("purple otter lamp"));
    assert!(!browser.get("/sign-in").await.text.contains("ann@example.com"), "it is shown once");
    // Pages without a form have links.
    assert!(browser.get("/signed-out").await.text.contains("href=\"/language/en-GB?page=/signed-out\""));
    assert!(browser.get("/forgot-password/sent").await.text.contains("href=\"/language/en-GB?page=/forgot-password/sent\""));
}

#[tokio::test]
async fn preferences_and_addresses_are_kept_when_the_language_changes() {
    let app = TestApp::new().await;
    let mut browser = app.resident("ann@example.com").await;
    browser.get("/account/contact").await;
    let typed = [
        ("switch_page", "/account/contact"),
        ("ways[]", "letter"),
        ("safe", "no"),
        ("how", "Ring twice"),
        ("language", "en-GB"),
    ];
    let page = browser.post("/language/cy", &typed).await;
    assert!(page.path == "/account/contact" && page.text.contains("Ring twice"), "{}", page.text);
    browser.get("/account/address/enter").await;
    let typed = [("switch_page", "/account/address/enter"), ("line1", "12 Low Road"), ("town", "Northmere")];
    let page = browser.post("/language/en-GB", &typed).await;
    assert!(page.text.contains("value=\"12 Low Road\"") && page.text.contains("value=\"Northmere\""));
}

#[tokio::test]
async fn the_language_of_a_page_can_only_lead_to_pages_of_the_service() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.get("/sign-in").await;
    for page in ["//evil.example", "https://evil.example", ""] {
        let answer = browser.post_once("/language/cy", &[("switch_page", page)]).await;
        assert_eq!(answer.headers["location"], "/", "{page}");
    }
}
