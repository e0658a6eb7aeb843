//! Batching of notices: the first of a kind to somebody is sent at once. Any more within the next ten minutes become
//! one message, sent at their end, with the text of the newest. So a mailbox isn't flooded, and nobody can hide what
//! they did in a flood of notices.

use super::{Message, MessageQueue};
use platform::crypto::digest::Purpose;
use ports::ApiError;
use std::time::Duration;
use store::{Connection, SealedRow, UnixMillis, messages::MessageRow, throttle::Counter};

const TOGETHER: Duration = Duration::from_mins(10);

/// How a message is batched.
pub enum Batching {
    /// It is sent on its own.
    SendNow,
    /// It waits until `at` for others of its kind; `hash` identifies kind and recipient.
    StartBatch { at: UnixMillis, hash: Vec<u8> },
    /// It replaces one that is waiting.
    AddTo(Box<MessageRow>),
}

impl MessageQueue {
    pub(super) async fn joined(&self, connection: &Connection, message: &Message) -> Result<Batching, ApiError> {
        let Some(kind) = message.kind.filter(|kind| kind.is_notice()) else { return Ok(Batching::SendNow) };
        let parts = [b"notices".as_slice(), kind.name().as_bytes(), message.to.as_bytes()];
        let (hash, now) = (self.inner.keyring.hash(Purpose::Throttle, &parts), self.now());
        let counter = connection.lock_counter(&hash, now).await?;
        let until = counter.window_from + TOGETHER;
        if counter.count == 0 || now >= until {
            let first = Counter { count: 1, window_from: now, ..counter };
            connection.put_counter(&hash, first).await?;
            return Ok(Batching::SendNow);
        }
        let waiting = connection.lock_waiting_notice(&hash, now).await?;
        Ok(waiting.map_or(Batching::StartBatch { at: until, hash }, |row| Batching::AddTo(Box::new(row))))
    }

    pub(super) async fn replace(
        &self,
        connection: &Connection,
        mut waiting: MessageRow,
        message: &Message,
    ) -> Result<(), ApiError> {
        waiting.seal_json(&self.inner.keyring, &*self.inner.random, &message.sealed())?;
        Ok(connection.replace_waiting_message(&waiting.id, waiting.sealed).await?)
    }
}
