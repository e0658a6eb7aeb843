//! What sends messages, and how that may fail.

use super::{Message, domains::with_ascii_domain};
use async_trait::async_trait;
use jiff::Timestamp;
use std::time::Duration;
use thiserror::Error;

/// A message to be sent now.
#[derive(Clone, Copy, Debug)]
pub struct OutgoingMessage<'a> {
    /// Ours. Providers give it back when they tell what became of the message.
    pub id: &'a str,
    pub message: &'a Message,
    pub at: Timestamp,
}

impl OutgoingMessage<'_> {
    /// The recipient of an email as mail servers write it; `None` if there can't be such an address.
    pub fn mail_address(&self) -> Option<String> {
        with_ascii_domain(&self.message.to)
    }
}

/// Why a message was not accepted. Never contains recipient or content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Failure {
    /// The same message may be accepted later: after this time, if the provider gave one.
    #[error("later: {why}")]
    Later { why: FailureReason, after: Option<Duration> },
    /// It will never be accepted.
    #[error("refused for good: {0}")]
    Refused(FailureReason),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FailureReason {
    #[error("there was no response in time")]
    TimedOut,
    #[error("the provider could not be reached")]
    Unreachable,
    #[error("the response had the status {0}")]
    Status(u16),
    #[error("our clock and the provider's clock differ")]
    Clock,
    #[error("the message could not be encoded for the provider")]
    NotEncodable,
    #[error("the outbox could not be written: {0}")]
    Outbox(std::io::ErrorKind),
}

impl Failure {
    pub const fn later(why: FailureReason) -> Self {
        Self::Later { why, after: None }
    }
}

/// Sends messages, usually through a provider.
#[async_trait]
pub trait Sender: Send + Sync {
    fn name(&self) -> &'static str;

    /// Returns the provider's id of the message, if the provider will report on its delivery.
    async fn send(&self, outgoing: OutgoingMessage<'_>) -> Result<Option<String>, Failure>;
}
