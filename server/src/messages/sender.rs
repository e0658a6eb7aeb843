//! What brings a message to a person.

use super::Message;
use async_trait::async_trait;
use jiff::Timestamp;
use thiserror::Error;

/// Why a message could not be sent now. Never says to whom it goes or what it says.
#[derive(Debug, Error)]
#[error("the message could not be handed over: {0}")]
pub struct SendError(pub String);

/// Brings messages of a channel to people, or to whoever does that.
#[async_trait]
pub trait Sender: Send + Sync {
    async fn send(&self, message: &Message, at: Timestamp) -> Result<(), SendError>;
}
