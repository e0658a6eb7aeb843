//! What brings a message to a person, and what may come of it.

use super::Message;
use async_trait::async_trait;
use jiff::Timestamp;
use thiserror::Error;

/// A message to be sent now.
#[derive(Clone, Copy, Debug)]
pub struct OutgoingMessage<'a> {
    /// Ours. Providers give it back when they tell what became of the message.
    pub id: &'a str,
    pub message: &'a Message,
    pub at: Timestamp,
}

/// Why a message was not taken. Never says to whom it goes or what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Failure {
    /// The same message may be taken another time; not before so many milliseconds, if the provider said so.
    #[error("later: {why}")]
    Later { why: FailureReason, after_ms: Option<i64> },
    /// It will never be taken.
    #[error("refused for good: {0}")]
    Refused(FailureReason),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FailureReason {
    #[error("there was no answer in time")]
    TimedOut,
    #[error("the provider could not be reached")]
    Unreachable,
    #[error("the answer was {0}")]
    Status(u16),
    #[error("our clock and the provider's differ")]
    Clock,
    #[error("the message could not be put into the form that is asked for")]
    Unfit,
    #[error("the outbox could not be written: {0}")]
    Outbox(std::io::ErrorKind),
}

impl Failure {
    pub const fn later(why: FailureReason) -> Self {
        Self::Later { why, after_ms: None }
    }
}

/// Brings messages to people, or to whoever does that.
#[async_trait]
pub trait Sender: Send + Sync {
    fn name(&self) -> &'static str;

    /// The name that the provider gave the message, if word will come of what becomes of it.
    async fn send(&self, parcel: OutgoingMessage<'_>) -> Result<Option<String>, Failure>;
}
