//! The security events that each action of people and the council logs.

use crate::{
    accounts::support::wrong,
    drafts::support::{save, start},
    forms::small,
    support::{Browser, Log, TestApp},
};
use axum::body::Body;
use form_engine::reference::Reference;
use http::{Method, StatusCode, header};
use platform::security_events::SecurityEvent;
use serde_json::Value;
use server::http::{WebParts, WebState};

const EMAIL: &str = "margaret@example.com";
const PASSWORD: &str = "lake hill otter";

async fn password(browser: &mut Browser, password: &str) {
    browser.get("/sign-in").await;
    browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", password)]).await;
}

async fn to_code(app: &TestApp, browser: &mut Browser) -> String {
    app.clock.advance(31);
    password(browser, PASSWORD).await;
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    app.code().await
}

pub fn only(events: &[Value], name: &str) -> Value {
    let mut found = events.iter().filter(|event| event["event"] == name);
    let event = found.next().unwrap_or_else(|| panic!("no {name} in {events:#?}")).clone();
    assert!(found.next().is_none(), "{name} more than once");
    event
}

// ASVS V16.2.1 V16.3.1
#[tokio::test]
async fn every_step_of_signing_in_and_out_is_logged_for_the_same_account() {
    let (log, _listening) = Log::listen();
    let app = TestApp::new().await;
    app.resident(EMAIL).await;
    assert_eq!(log.names(), ["code-accepted", "code-accepted", "account-made", "signed-in"]);
    let mut browser = app.browser();
    let code = to_code(&app, &mut browser).await;
    browser.post("/api/sign-in/confirm", &[("code", &wrong(&code))]).await;
    browser.post("/api/sign-in/confirm", &[("code", &code)]).await;
    browser.post("/api/account/sign-out", &[]).await;
    let events = log.events();
    assert_eq!(log.names(), ["password-accepted", "code-refused", "code-accepted", "signed-in", "signed-out"]);
    for event in &events {
        assert_eq!(event["account"], events[0]["account"]);
        assert!(event["request"].as_str().unwrap().len() == 9 && event["method"] == "POST", "{event}");
    }
    assert_eq!((&events[1]["route"], &events[1]["what"]), (&"/api/sign-in/confirm".into(), &"sign-in".into()));
    assert_ne!(events[1]["request"], events[2]["request"]);
}

// ASVS V16.3.1
#[tokio::test]
async fn wrong_passwords_and_codes_are_logged_and_a_lock_once() {
    let (log, _listening) = Log::listen();
    let app = TestApp::with(|settings| settings.codes.wrong_passwords = 2).await;
    app.resident(EMAIL).await;
    log.names();
    let mut stranger = app.browser();
    for _ in 0..3 {
        password(&mut stranger, "wrong wrong wrong").await;
    }
    assert_eq!(log.names(), ["password-refused", "password-refused", "password-locked", "limit-reached"]);
    stranger.post("/api/sign-in/password", &[("email", "no@example.com"), ("password", "wrong")]).await;
    let nobody = only(&log.events(), "password-refused");
    assert!(nobody["account"].is_null() && nobody["address"].is_string(), "{nobody}");
    app.clock.advance(901);
    let mut browser = app.browser();
    let code = to_code(&app, &mut browser).await;
    log.names();
    for _ in 0..6 {
        browser.get("/sign-in/confirm").await;
        browser.post("/api/sign-in/confirm", &[("code", &wrong(&code))]).await;
    }
    let expected = [vec!["code-refused"; 5], vec!["code-locked", "limit-reached"]].concat();
    assert_eq!(log.names(), expected);
}

// ASVS V16.3.2
#[tokio::test]
async fn only_the_log_distinguishes_other_peoples_drafts_from_missing_ones() {
    let (log, _listening) = Log::listen();
    let app = TestApp::new().await;
    let (mut owner, mut other) = (app.resident("owner@example.com").await, app.resident("other@example.com").await);
    let draft = start(&mut owner, "care-needs").await;
    log.names();
    let never = "aaaaaaaaaaaaaaaaaaaaaaaaa";
    for (id, expected) in [(draft.as_str(), "not-yours"), (never, "not-there")] {
        for path in ["", "/your-details", "/check"] {
            assert_eq!(other.get(&format!("/drafts/{id}{path}")).await.status, StatusCode::NOT_FOUND);
            assert_eq!(log.names(), [expected], "/drafts/{id}{path}");
        }
        other.get("/account").await;
        for call in ["submit", "delete", "use-new"] {
            let page = other.post(&format!("/api/drafts/{call}"), &[("draft", id)]).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND);
            assert_eq!(log.names(), [expected], "{call} {id}");
            other.get("/account").await;
        }
    }
    owner.get(&format!("/drafts/{draft}")).await;
    assert!(log.events().is_empty(), "{}", log.text());
}

// ASVS V16.3.2
#[tokio::test]
async fn the_log_distinguishes_other_peoples_copies_from_missing_ones() {
    let (log, _listening) = Log::listen();
    let (app, _forms) = small::app().await;
    let (mut owner, mut other) = (app.resident("owner@example.com").await, app.resident("other@example.com").await);
    let draft = start(&mut owner, "second").await;
    save(&mut owner, &draft, "people", "continue", &[]).await;
    save(&mut owner, &draft, "money", "continue", &[("rent_there", "1"), ("p_name", "x")]).await;
    let sent = owner.post("/api/drafts/submit", &[("draft", &draft)]).await;
    let reference = sent.path.trim_start_matches("/submitted/").trim_end_matches("/sent").to_owned();
    let never = Reference::from_random([9; 7]).unwrap().to_string();
    log.names();
    for (reference, expected) in [(&reference, "not-yours"), (&never, "not-there")] {
        for kind in ["", "/sent", "/pdf", "/text"] {
            let path = format!("/submitted/{reference}{kind}");
            assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
            let event = only(&log.events(), expected);
            assert_eq!((&event["what"], event["account"].is_string()), (&"copy".into(), true));
            log.names();
        }
    }
}

// ASVS V16.3.2 V16.3.3
#[tokio::test]
async fn refused_posts_are_logged() {
    let (log, _listening) = Log::listen();
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    log.names();
    let form = "application/x-www-form-urlencoded";
    let forged = browser
        .request("POST", "/api/account/rename")
        .header(header::ORIGIN, "https://evil.example")
        .header(header::CONTENT_TYPE, form)
        .body(Body::from("first_name=x"))
        .unwrap();
    assert_eq!(browser.once(forged, "/api/account/rename").await.status, StatusCode::FORBIDDEN);
    assert_eq!(log.names(), ["cross-site-post"]);
    browser.post_raw("/api/account/rename", form, "first_name=x&token=0").await;
    assert!(only(&log.events(), "bad-form-token")["account"].is_string());
    log.names();
    for (kind, body) in [("text/plain", "x".to_owned()), (form, "a=%FF".to_owned()), (form, "a&".repeat(3000))] {
        browser.post_raw("/api/account/rename", kind, body).await;
        assert_eq!(log.names(), ["unreadable-form"]);
    }
    let request = browser.request(Method::POST.as_str(), "/callbacks/notify").body(Body::empty()).unwrap();
    browser.once(request, "/callbacks/notify").await;
    assert_eq!(log.names(), ["callback-refused"]);
}

// ASVS V16.3.3
#[tokio::test]
async fn expired_sessions_are_logged_with_the_reason() {
    let (log, _listening) = Log::listen();
    let app = TestApp::with(|settings| settings.session.absolute_seconds = 1200).await;
    let mut idle = app.resident(EMAIL).await;
    log.names();
    app.clock.advance(901);
    idle.get("/account").await;
    assert_eq!(only(&log.events(), "session-timed-out")["what"], "idle");
    app.clock.advance(60);
    app.sign_in(&mut idle, EMAIL).await;
    log.names();
    for _ in 0..2 {
        app.clock.advance(600);
        idle.get("/account").await;
    }
    assert_eq!(only(&log.events(), "session-timed-out")["what"], "too old");
}

// ASVS V16.3.3
#[tokio::test]
async fn every_change_to_how_somebody_signs_in_is_logged() {
    let (log, _listening) = Log::listen();
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    log.names();
    browser.get("/account/security").await;
    browser.post("/api/security/confirm", &[("password", "wrong wrong wrong")]).await;
    browser.post("/api/security/confirm", &[("password", PASSWORD)]).await;
    assert_eq!(log.names(), ["password-refused", "password-accepted"]);
    browser.post("/api/security/password", &[("password", "purple lamp otter")]).await;
    assert_eq!(log.names(), ["password-changed"]);
    browser.get("/account/email").await;
    browser.post("/api/contact/email", &[("email", "new@example.com")]).await;
    browser.post("/api/contact/email-code", &[("code", &app.code().await)]).await;
    assert_eq!(log.names(), ["code-accepted", "email-changed"]);
    browser.get("/account/phone").await;
    app.clock.advance(31);
    browser.post("/api/contact/phone", &[("phone", "07700 900555"), ("how", "text")]).await;
    browser.post("/api/contact/phone-code", &[("code", &app.code().await)]).await;
    assert_eq!(log.names(), ["code-accepted", "phone-changed"]);
    browser.get("/account/security").await;
    browser.post("/api/security/make-codes", &[]).await;
    assert_eq!(log.names(), ["recovery-codes-made"]);
    browser.get("/account/details").await;
    browser.post("/api/account/rename", &[("first_name", "Mary"), ("last_name", "Ashworth")]).await;
    assert_eq!(only(&log.events(), "details-changed")["what"], "name");
    log.names();
    browser.get("/account/delete").await;
    browser.post("/api/security/delete-account", &[]).await;
    assert_eq!(log.names(), ["account-deleted"]);
}

// ASVS V16.3.4
#[tokio::test]
async fn tampering_is_logged_as_an_error_with_its_table() {
    use sea_orm::{ConnectionTrait, Database};
    let (log, _listening) = Log::listen();
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    let draft = start(&mut browser, "care-needs").await;
    let database = Database::connect(app.web.service.settings.database().url.reveal()).await.unwrap();
    database.execute_unprepared("UPDATE draft SET sealed = (SELECT sealed FROM account)").await.unwrap();
    log.names();
    assert_eq!(browser.get(&format!("/drafts/{draft}")).await.status, StatusCode::INTERNAL_SERVER_ERROR);
    let broken = only(&log.events(), "seal-broken");
    assert_eq!(
        (&broken["what"], &broken["level"], &broken["outcome"]),
        (&"draft".into(), &"ERROR".into(), &"failure".into())
    );
}

/// A page on which the clock panics.
pub struct Broken;

impl ports::LocalClock for Broken {
    fn now(&self) -> jiff::Timestamp {
        panic!("what somebody typed")
    }

    fn today(&self) -> jiff::civil::Date {
        panic!("what somebody typed")
    }

    fn day(&self, _: jiff::Timestamp) -> jiff::civil::Date {
        panic!("what somebody typed")
    }

    fn time(&self, _: jiff::Timestamp) -> jiff::civil::Time {
        panic!("what somebody typed")
    }
}

// ASVS V16.5.4
#[tokio::test]
async fn a_panic_is_logged_with_its_request_and_without_its_message() {
    let (log, _listening) = Log::listen();
    let app = TestApp::new().await;
    let resident = app.resident(EMAIL).await;
    let mut web = WebParts::clone(&app.web);
    std::sync::Arc::make_mut(&mut web.ports).clock = std::sync::Arc::new(Broken);
    let mut browser = resident.at(server::http::router(WebState::new(web)));
    log.names();
    assert_eq!(browser.get("/account").await.status, StatusCode::INTERNAL_SERVER_ERROR);
    let panicked = only(&log.events(), "panicked");
    assert_eq!((&panicked["route"], &panicked["level"]), (&"/account".into(), &"ERROR".into()));
    assert!(!log.text().contains("typed"), "{}", log.text());
    let counted = app.web.service.events.snapshot();
    assert_eq!(counted.iter().find(|count| count.event == "panicked").unwrap().count, 1);
}

/// Lines about one request share an identifier, so that they can be read together.
// ASVS V16.2.4
#[tokio::test]
async fn log_lines_of_a_request_are_in_its_span() {
    let (log, _listening) = Log::listen();
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    let draft = start(&mut browser, "care-needs").await;
    save(&mut browser, &draft, "your-details", "continue", &[("nobody_asks_this", "x")]).await;
    let text = log.text();
    let line = text.lines().find(|line| line.contains("aren't on the page")).unwrap();
    assert!(line.contains("request{id=") && line.contains("route=/api/drafts/save-page"), "{line}");
    assert!(!text.contains(&draft), "the path of a draft is in the log");
}

/// An event that nothing records is a promise that isn't kept.
#[test]
fn every_event_is_recorded_by_something() {
    let sources = crate::layout::server_sources().into_iter();
    let source: String =
        sources.filter(|(path, _)| !path.ends_with("security_events/event.rs")).map(|(_, text)| text).collect();
    for event in SecurityEvent::ALL {
        let name = format!("SecurityEvent::{event:?}");
        let is_there = source
            .match_indices(&name)
            .any(|(at, _)| !source[at + name.len()..].starts_with(|next: char| next.is_ascii_alphanumeric()));
        assert!(is_there, "nothing records {event:?}");
    }
}
