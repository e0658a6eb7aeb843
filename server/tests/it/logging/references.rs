//! The reference that an error page shows is the id that the log lines of the request have.

use super::events::{Broken, only};
use crate::{
    drafts::support::start,
    support::{Browser, Log, Page, TestApp},
};
use axum::body::Body;
use http::{StatusCode, header};
use sea_orm::{ConnectionTrait, Database};
use server::http::{WebParts, WebState};

/// The text that comes before the reference, in English and in Welsh.
const ENGLISH: &str = "give us the problem reference: <strong>";
const WELSH: &str = "rhowch gyfeirnod y broblem i ni: <strong>";

fn reference(page: &Page, before: &str) -> String {
    let (_, rest) = page.text.split_once(before).unwrap_or_else(|| panic!("no reference: {}", page.text));
    let reference = rest.split('<').next().unwrap().to_owned();
    let is_readable = |letter: char| letter == '-' || letter.is_ascii_digit() || letter.is_ascii_uppercase();
    assert!(reference.len() == 9 && reference.chars().all(is_readable), "{reference}");
    reference
}

/// A draft that can't be opened any more.
async fn broken_draft(app: &TestApp, browser: &mut Browser) -> String {
    let draft = start(browser, "care-needs").await;
    let database = Database::connect(app.web.service.settings.database().url.reveal()).await.unwrap();
    database.execute_unprepared("UPDATE draft SET sealed = (SELECT sealed FROM account)").await.unwrap();
    draft
}

// ASVS V16.2.1 V16.5.1
#[tokio::test]
async fn the_reference_of_an_error_page_leads_to_its_lines_which_have_the_route_and_not_the_path() {
    let (log, _listening) = Log::listen();
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = broken_draft(&app, &mut browser).await;
    log.names();
    let page = browser.get(&format!("/drafts/{draft}")).await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    let reference = reference(&page, ENGLISH);
    assert_eq!(only(&log.events(), "seal-broken")["request"], reference.as_str());
    let text = log.text();
    let span = format!(" request{{id={reference} method=\"GET\" route=/drafts/{{id}}}}:");
    let lines: Vec<&str> = text.lines().filter(|line| line.contains(&span)).collect();
    for said in ["ERROR", "the response was an error status=500"] {
        assert!(lines.iter().any(|line| line.contains(said)), "{said}: {text}");
    }
    assert!(!text.contains(&draft), "the path is in the log");
}

#[tokio::test]
async fn two_requests_have_different_references_and_the_client_chooses_none() {
    let (log, _listening) = Log::listen();
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let path = format!("/drafts/{}", broken_draft(&app, &mut browser).await);
    let mut seen = Vec::new();
    for _ in 0..2 {
        let mut request = browser.request("GET", &path);
        for name in ["x-request-id", "x-correlation-id", "traceparent"] {
            request = request.header(name, "chosen-elsewhere");
        }
        let page = browser.once(request.body(Body::empty()).unwrap(), &path).await;
        assert!(!page.text.contains("chosen-elsewhere"));
        seen.push(reference(&page, ENGLISH));
    }
    assert_ne!(seen[0], seen[1]);
    assert!(!log.text().contains("chosen-elsewhere"));
}

/// The page for a panic is rendered before any request.
#[tokio::test]
async fn a_page_that_was_rendered_in_advance_shows_the_reference_of_its_own_request() {
    let (log, _listening) = Log::listen();
    let app = TestApp::new().await;
    let resident = app.resident("margaret@example.com").await;
    let mut web = WebParts::clone(&app.web);
    std::sync::Arc::make_mut(&mut web.ports).clock = std::sync::Arc::new(Broken);
    let mut browser = resident.at(server::http::router(WebState::new(web)));
    let mut seen = Vec::new();
    for _ in 0..2 {
        log.names();
        seen.push(reference(&browser.get("/account").await, ENGLISH));
        assert_eq!(only(&log.events(), "panicked")["request"], seen.last().unwrap().as_str());
    }
    assert_ne!(seen[0], seen[1]);
}

#[tokio::test]
async fn the_page_for_a_form_that_failed_and_the_welsh_page_have_a_reference_too() {
    let (log, _listening) = Log::listen();
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = broken_draft(&app, &mut browser).await;
    browser.get("/account").await;
    let page = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    assert!(log.text().contains(&format!("request{{id={} method=\"POST\"", reference(&page, ENGLISH))));
    let path = format!("/drafts/{draft}");
    let request = browser.request("GET", &path).header(header::ACCEPT_LANGUAGE, "cy").body(Body::empty()).unwrap();
    let page = browser.once(request, &path).await;
    assert!(log.text().contains(&format!("request{{id={} method=\"GET\"", reference(&page, WELSH))));
}

#[tokio::test]
async fn a_page_that_is_not_there_has_no_reference() {
    let app = TestApp::new().await;
    assert!(!app.browser().get("/nothing").await.text.contains("problem reference"));
}
