//! The outbox in development: a file with one JSON object per line, shown on the page `/outbox`, and the console.

use super::sender::{Failure, FailureReason, OutgoingMessage, Sender};
use async_trait::async_trait;
use platform::{config::Settings, files};
use ports::SentMessage;
use serde::{Deserialize, Serialize};
use std::{
    fs,
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

/// The most messages that the page shows.
const SHOWN: usize = 100;
/// How much of the end of the file is read for that. Messages are short.
const READ_BYTES: u64 = 512 * 1024;

/// Writes messages to a file instead of sending them.
pub struct Outbox {
    file: PathBuf,
    readable: bool,
    console: AtomicBool,
}

/// One line of the file.
#[derive(Serialize, Deserialize)]
struct OutboxLine {
    at: String,
    channel: String,
    to: String,
    subject: String,
    body: String,
}

impl Outbox {
    pub fn new(settings: &Settings) -> Self {
        Self {
            file: settings.data.join("outbox.jsonl"),
            readable: settings.is_for_developers(),
            console: AtomicBool::new(false),
        }
    }

    /// From now on messages are printed to the console too, so that a newcomer can sign in at once.
    pub fn also_on_the_console(&self) {
        self.console.store(true, Ordering::Relaxed);
    }

    /// The newest messages first; none outside development.
    pub async fn recent(&self) -> Vec<SentMessage> {
        if !self.readable {
            return Vec::new();
        }
        let file = self.file.clone();
        let text = tokio::task::spawn_blocking(move || end_of(&file)).await;
        // The file doesn't exist before the first message.
        text.ok().and_then(Result::ok).map(|text| newest(&text)).unwrap_or_default()
    }
}

#[async_trait]
impl Sender for Outbox {
    fn name(&self) -> &'static str {
        "outbox"
    }

    async fn send(&self, outgoing: OutgoingMessage<'_>) -> Result<Option<String>, Failure> {
        let OutgoingMessage { message, at, .. } = outgoing;
        let line = OutboxLine {
            at: at.to_string(),
            channel: message.channel.name().to_owned(),
            to: message.to.clone(),
            subject: message.subject.clone(),
            body: message.body.clone(),
        };
        let mut text = serde_json::to_string(&line).map_err(|_| Failure::Refused(FailureReason::NotEncodable))?;
        text.push('\n');
        let file = self.file.clone();
        let written = tokio::task::spawn_blocking(move || files::append(&file, &text)).await;
        written.map_err(io::Error::other).flatten().map_err(|cause| Failure::later(FailureReason::Outbox(cause.kind())))?;
        if self.console.load(Ordering::Relaxed) {
            // A closed console is no reason to fail.
            let _ = io::stdout().lock().write_all(on_console(&line).as_bytes());
        }
        Ok(None)
    }
}

fn end_of(file: &Path) -> io::Result<String> {
    let mut file = fs::File::open(file)?;
    let skipped = file.metadata()?.len().saturating_sub(READ_BYTES);
    file.seek(SeekFrom::Start(skipped))?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The last messages in a file, without lines that are cut off or malformed.
fn newest(text: &str) -> Vec<SentMessage> {
    let lines = text.lines().rev().filter_map(|line| serde_json::from_str::<OutboxLine>(line).ok());
    lines.map(SentMessage::from).take(SHOWN).collect()
}

impl From<OutboxLine> for SentMessage {
    fn from(line: OutboxLine) -> Self {
        let OutboxLine { at, channel, to, subject, body } = line;
        Self { at, channel, to, subject, body }
    }
}

fn on_console(line: &OutboxLine) -> String {
    let OutboxLine { at: _, channel, to, subject, body } = line;
    let about = if subject.is_empty() { String::new() } else { format!(": {subject}") };
    let body = body.replace('\n', "\n  | ");
    format!("\n  {channel} to {to}{about}\n  | {body}\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(number: usize) -> String {
        format!("{{\"at\":\"{number}\",\"channel\":\"sms\",\"to\":\"t\",\"subject\":\"\",\"body\":\"b\"}}\n")
    }

    #[test]
    fn the_newest_hundred_come_first_and_incomplete_lines_are_skipped() {
        let text = format!("\"torn\"}}\n{}{{\"at\":\"half", (0..150).map(line).collect::<String>());
        let found: Vec<String> = newest(&text).into_iter().map(|message| message.at).collect();
        assert_eq!((found.len(), found[0].as_str(), found[99].as_str()), (100, "149", "50"));
    }

    #[test]
    fn the_console_shows_what_a_newcomer_needs() {
        let mut shown = OutboxLine {
            at: "2026-01-01T00:00:00Z".into(),
            channel: "email".into(),
            to: "ann@example.com".into(),
            subject: "Your security code".into(),
            body: "123456 is your code\n\nBye".into(),
        };
        assert_eq!(
            on_console(&shown),
            "\n  email to ann@example.com: Your security code\n  | 123456 is your code\n  | \n  | Bye\n\n"
        );
        shown.subject.clear();
        assert!(on_console(&shown).contains("to ann@example.com\n"));
    }
}
