//! What a line contains, and what it can't contain.

use super::*;
use crate::{random::SystemRandom, request_context::RequestContext};
use ports::{Network, RequestId};
use serde_json::Value;
use std::fmt::Write;

struct Stopped;

impl form_engine::clock::Clock for Stopped {
    fn now(&self) -> Timestamp {
        "2026-11-29T23:08:26.1234Z".parse().unwrap()
    }
}

fn events() -> SecurityEvents {
    let clock = ZonedClock::london(Arc::new(Stopped)).unwrap();
    SecurityEvents::new(&Keyring::generate(&SystemRandom), clock)
}

fn parsed(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

// ASVS V16.2.1 V16.2.2 V16.2.4
#[test]
fn a_line_has_time_event_and_outcome() {
    let line = events().line(SecurityEvent::PasswordRefused, About::nobody());
    assert_eq!(
        line,
        r#"{"time":"2026-11-29T23:08:26.123Z","level":"INFO","target":"security","event":"password-refused","outcome":"refused"}"#
    );
}

// ASVS V16.2.5
#[tokio::test]
async fn a_line_names_nobody() {
    let events = events();
    let account = AccountId("anaccount".into());
    let context = RequestContext {
        id: RequestId("request".into()),
        method: "POST",
        route: "/drafts/{id}".into(),
        network: Some(Network("203.0.113.9".into())),
    };
    let about = About::account(&account).by("Officer@Northmere.example").what("phone").count(2);
    let line = request_context::scope(context, async { events.line(SecurityEvent::PhoneChanged, about) }).await;
    for personal in ["anaccount", "203.0.113", "fficer"] {
        assert!(!line.contains(personal), "{personal} is in {line}");
    }
    let line = parsed(&line);
    assert_eq!((&line["what"], &line["count"], &line["route"]), (&"phone".into(), &2.into(), &"/drafts/{id}".into()));
    assert_eq!((&line["request"], &line["method"]), (&"request".into(), &"POST".into()));
    let by = parsed(&events.line(SecurityEvent::CommandRun, About::nobody().by(" officer@northmere.EXAMPLE")));
    assert_eq!(by["by"], line["by"], "the same person, typed otherwise");
    for name in ["account", "network", "by"] {
        assert_eq!(line[name].as_str().unwrap().len(), 16, "{name}");
    }
}

// ASVS V16.4.1
#[tokio::test]
async fn an_event_is_one_line_and_one_object_whatever_its_fields_contain() {
    let nasty = "a\r\n{\"event\":\"forged\"}\u{1b}[2K\u{0}\u{85}\u{2028}\u{202e}\"\\";
    let context = RequestContext { id: RequestId(nasty.into()), method: "GET", route: nasty.into(), network: None };
    let about = About { what: Some(nasty), ..About::nobody() };
    let line = request_context::scope(context, async { events().line(SecurityEvent::NotYours, about) }).await;
    assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
    assert_eq!(parsed(&line)["event"], "not-yours");
    assert_eq!(parsed(&line)["route"], nasty);
}

#[test]
fn events_are_counted_by_name_and_outcome() {
    let events = events();
    let counted = |name: &str| events.snapshot().into_iter().find(|count| count.event == name).unwrap();
    assert_eq!(counted("code-refused").count, 0);
    for _ in 0..3 {
        events.clone().record(SecurityEvent::CodeRefused, About::nobody());
    }
    assert_eq!(counted("code-refused"), Count { event: "code-refused", outcome: EventOutcome::Refused, count: 3 });
    assert_eq!(counted("code-accepted").count, 0);
}

#[test]
fn records_and_cookies_that_do_not_open_are_different_events() {
    let events = events();
    events.seal_broken(&SealError::Broken("account".into()));
    events.seal_broken(&SealError::Broken("cookie".into()));
    let counted: Vec<&str> = events.snapshot().iter().filter(|count| count.count == 1).map(|count| count.event).collect();
    assert_eq!(counted, ["seal-broken", "cookie-seal-broken"]);
}

// ASVS V16.1.1 V16.3.3
#[test]
fn the_document_lists_every_event() {
    let document = include_str!("../../../../docs/logging.md");
    let (_, rest) = document.split_once("<!-- events").unwrap().1.split_once("-->\n").unwrap();
    let (table, _) = rest.split_once("<!-- /events -->").unwrap();
    let mut expected = "| event | outcome | level | what it means |\n|---|---|---|---|\n".to_owned();
    for event in SecurityEvent::ALL {
        let Facts { name, outcome, level, meaning } = event.facts();
        let (outcome, level) = (format!("{outcome:?}").to_lowercase(), format!("{level:?}").to_lowercase());
        writeln!(expected, "| `{name}` | {outcome} | {level} | {} |", meaning.trim()).unwrap();
    }
    assert!(table == expected, "put this between the marks of docs/logging.md:\n{expected}");
}
