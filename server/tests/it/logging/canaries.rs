//! Whole journeys, with everything logged that any part of the program can log, and every span: nothing that was typed
//! or sent may be in it, neither in plain text nor in another encoding.
//!
//! What other threads log, such as the database's, only reaches a subscriber of the whole process, which would see
//! every other test too. So the test runs itself again as a separate process.

use super::{
    journeys::{self, TypedSecrets},
    writings::writings,
};
use crate::support::{Log, TestClock};
use platform::{config::LogFormat, logging};
use std::{
    collections::BTreeSet,
    process::{Command, Stdio},
    sync::Arc,
};
use tracing_subscriber::{fmt::format::FmtSpan, layer::SubscriberExt, util::SubscriberInitExt};

const ALONE: &str = "logging::canaries::alone";

// ASVS V14.2.1 V14.3.1 V16.2.5
#[test]
fn nothing_from_whole_journeys_is_logged_at_any_level() {
    let child = Command::new(std::env::current_exe().unwrap())
        .args([ALONE, "--exact", "--ignored", "--nocapture"])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let (out, errors) = (String::from_utf8_lossy(&child.stdout), String::from_utf8_lossy(&child.stderr));
    assert!(child.status.success() && out.contains("1 passed"), "{out}\n{errors}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by the test above, in a process of its own"]
async fn alone() {
    let log = Log::default();
    let lines = logging::layer(LogFormat::Text, Arc::new(TestClock::default()), log.clone());
    // Most use cases log nothing, so that lines alone wouldn't show the fields of their spans.
    let spans = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(log.clone());
    let spans = spans.with_span_events(FmtSpan::NEW | FmtSpan::CLOSE);
    tracing_subscriber::registry().with(lines).with(spans).init();
    let said = journeys::all().await;
    let text = log.text();
    let lower = text.to_lowercase();
    let found: Vec<String> = said.all().iter().filter_map(|(what, secret)| leak(&text, &lower, what, secret)).collect();
    assert!(found.is_empty(), "{} secrets are in the log:\n{}", found.len(), found.join("\n"));
    expect_much(&text);
}

/// Finding nothing only proves something if much was logged, by all crates that log.
fn expect_much(text: &str) {
    let words: BTreeSet<&str> = text.split([' ', ':', '\n']).collect();
    for target in ["notifications", "reqwest"] {
        assert!(words.contains(target), "{target} logged nothing: {text}");
    }
    for event in ["signed-in", "password-refused", "code-refused", "lost-phone-granted", "provider-accepted"] {
        assert!(text.contains(&format!("\"event\":\"{event}\"")), "{event} isn't in the log");
    }
    assert!(text.contains(" TRACE "), "nothing is at the lowest level");
    for span in [":save: drafts", ":submit:queue: notifications", " deliver_due: notifications::worker"] {
        assert!(text.contains(&format!("{span}: new")), "{span} has no span");
    }
}

fn leak(text: &str, lower: &str, what: &str, secret: &str) -> Option<String> {
    assert!(secret.len() >= 5, "{what} is too short to look for: “{secret}”");
    for writing in writings(secret) {
        let at = if is_code(secret) {
            alone_in(text, &writing)
        } else {
            text.find(&writing).or_else(|| lower.find(&writing.to_lowercase()))
        };
        if let Some(at) = at {
            let line = lower[..at].rfind('\n').map_or(0, |end| end + 1);
            return Some(format!("{what}, as “{writing}”: {}", lower[line..].lines().next().unwrap_or_default()));
        }
    }
    None
}

fn is_code(secret: &str) -> bool {
    secret.len() == 6 && secret.bytes().all(|byte| byte.is_ascii_digit())
}

/// Where six digits are on their own, not part of a duration.
fn alone_in(text: &str, code: &str) -> Option<usize> {
    text.match_indices(code).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + code.len()..].chars().next();
        let is_part = |next: Option<char>| next.is_some_and(|next| next.is_alphanumeric() || next == '.');
        !is_part(before) && !is_part(after)
    })
}

impl TypedSecrets {
    fn all(&self) -> Vec<(String, String)> {
        let mut all = self.0.clone();
        all.sort();
        all.dedup();
        all
    }
}
