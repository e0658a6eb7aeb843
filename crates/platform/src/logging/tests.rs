//! A log entry is one line whatever is logged, and security events are logged whatever `RUST_LOG` says.

use super::*;
use crate::{
    clock::ZonedClock,
    crypto::Keyring,
    random::SystemRandom,
    request_context::{self, RequestContext, carry, scope},
    security_events::{About, SecurityEvent, SecurityEvents},
};
use std::{
    io,
    sync::{Mutex, PoisonError},
};
use tracing::subscriber::with_default;

struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> jiff::Timestamp {
        "2026-11-29T23:08:26.1234Z".parse().unwrap()
    }
}

#[derive(Clone, Default)]
struct Out(Arc<Mutex<Vec<u8>>>);

impl io::Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Out {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// The lines logged by `act` with this `RUST_LOG`.
fn logged(format: LogFormat, filter: &str, act: impl FnOnce()) -> Vec<String> {
    let out = Out::default();
    let filter = complete(EnvFilter::new(filter));
    let log = layer(format, Arc::new(Stopped), out.clone()).with_filter(filter);
    with_default(tracing_subscriber::registry().with(log), act);
    let bytes = out.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap().lines().map(str::to_owned).collect()
}

fn record_one() {
    let clock = ZonedClock::london(Arc::new(Stopped)).unwrap();
    SecurityEvents::new(&Keyring::generate(&SystemRandom), clock).record(SecurityEvent::SignedIn, About::nobody());
}

const SIGNED_IN: &str =
    r#"{"time":"2026-11-29T23:08:26.123Z","level":"INFO","target":"security","event":"signed-in","outcome":"success"}"#;

// ASVS V16.2.4 V16.3.1
#[test]
fn a_security_event_is_one_json_object_in_any_format_and_level() {
    for format in [LogFormat::Text, LogFormat::Json] {
        for filter in ["off", "error", "security=off", "trace", USUAL] {
            assert_eq!(logged(format, filter, record_one), [SIGNED_IN], "{format:?} {filter}");
        }
    }
}

const NASTY: &str = "gone\r\n2026-11-29T23:08:26.123Z  INFO server: forged\u{1b}[2K\u{0}\u{85}\u{2028}\u{202e}";

// ASVS V16.4.1
#[test]
fn no_field_can_start_a_new_line() {
    for format in [LogFormat::Text, LogFormat::Json] {
        let lines = logged(format, "trace", || tracing::error!(cause = %NASTY, "it was {NASTY}"));
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(!lines[0].contains(escape::breaks_lines), "{:?}", lines[0]);
        assert!(lines[0].contains("2026-11-29T23:08:26.123Z"));
    }
}

#[test]
fn event_fields_do_not_override_the_fields_of_a_json_line() {
    let act = || tracing::warn!(count = 3, target = "security", time = "never", "three came");
    let lines = logged(LogFormat::Json, "info", act);
    let line: serde_json::Value = serde_json::from_str(&lines[0]).unwrap();
    assert_eq!((&line["message"], &line["count"], &line["level"]), (&"three came".into(), &3.into(), &"WARN".into()));
    assert_eq!(line["time"], "2026-11-29T23:08:26.123Z");
    assert_ne!(line["target"], "security");
}

/// What work logs that a request hands to another thread.
fn log_in_a_request(work: impl FnOnce()) {
    let id = ports::RequestId("7KQ2-M9TF".into());
    let context = RequestContext { id, method: "GET", route: "/drafts/{id}".into(), network: None };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(scope(context, async { carry(work) }))();
}

#[test]
fn a_line_of_a_request_has_its_id_whatever_rust_log_says_and_wherever_the_work_runs() {
    for filter in ["error", "warn,drafts=debug", USUAL] {
        let fail = || {
            crate::internal("the store is gone");
        };
        let text = logged(LogFormat::Text, filter, || log_in_a_request(fail));
        assert!(text[0].contains(r#" request{id=7KQ2-M9TF method="GET" route=/drafts/{id}}: "#), "{filter}: {text:?}");
        let json = logged(LogFormat::Json, filter, || log_in_a_request(fail));
        let line: serde_json::Value = serde_json::from_str(&json[0]).unwrap();
        assert_eq!((&line["request"], &line["route"]), (&"7KQ2-M9TF".into(), &"/drafts/{id}".into()), "{filter}");
    }
}

#[test]
fn a_line_names_the_use_case_at_the_level_of_debugging() {
    let act = || {
        log_in_a_request(|| {
            let _inside = tracing::debug_span!("save").entered();
            tracing::error!("it failed");
        });
    };
    for (filter, spans) in [("debug", "save".into()), (USUAL, serde_json::Value::Null)] {
        let line: serde_json::Value = serde_json::from_str(&logged(LogFormat::Json, filter, act)[0]).unwrap();
        assert_eq!(line["spans"], spans, "{filter}");
    }
    assert!(logged(LogFormat::Text, "debug", act)[0].contains("}:save: "));
}

#[test]
fn the_id_of_a_request_can_be_read_out_on_the_phone() {
    let (one, other) = (request_context::new_id(&SystemRandom).0, request_context::new_id(&SystemRandom).0);
    assert_ne!(one, other);
    let (first, second) = one.split_once('-').unwrap();
    for half in [first, second] {
        assert_eq!(half.len(), 4);
        assert!(half.chars().all(|letter| letter.is_ascii_alphanumeric() && !"ILOU".contains(letter)), "{half}");
    }
}
