//! Sends what is due. A message that could not be sent is tried again: after 30 seconds, then twice as long each time,
//! up to an hour.

use super::{Channel, Message, Messages, message::Sealed, place, sender::Sender};
use crate::{
    clock::instant,
    store::{StoreError, messages::MessageRow},
};
use std::time::Duration;

/// The worker looks by itself this often: for what was postponed, and for what another server put down.
const LOOKS_EVERY: Duration = Duration::from_secs(5);
const BATCH: u64 = 50;
const FIRST_WAIT_MS: i64 = 30_000;
const LONGEST_WAIT_MS: i64 = 3_600_000;
/// Whom we couldn't reach for so long we don't reach any more, and what a message holds is personal.
const GIVEN_UP_AFTER_MS: i64 = 7 * 24 * 3_600_000;

/// What became of a message.
enum Outcome {
    Sent,
    /// It is of no use any more, or can't be read.
    Dropped,
    Later,
}

impl Messages {
    /// Sends what is due now and whenever something comes, for as long as the process lives.
    pub async fn run(self) {
        self.inner.outbox.also_on_the_console();
        loop {
            self.deliver_due().await;
            tokio::select! {
                () = self.inner.due.notified() => {}
                () = tokio::time::sleep(LOOKS_EVERY) => {}
            }
        }
    }

    /// One pass over what is due. Returns how many messages were sent. What can't be read from the database now is left
    /// for the next pass.
    pub async fn deliver_due(&self) -> usize {
        let _one_at_a_time = self.inner.pass.lock().await;
        let mut sent = 0;
        loop {
            match self.deliver_batch(&mut sent).await {
                Ok(true) => {}
                Ok(false) => return sent,
                Err(cause) => {
                    tracing::error!(%cause, "messages could not be looked through");
                    return sent;
                }
            }
        }
    }

    /// Returns whether there was anything due.
    async fn deliver_batch(&self, sent: &mut usize) -> Result<bool, StoreError> {
        let now = self.inner.clock.now_ms();
        let due = self.inner.store.due_messages(now, BATCH).await?;
        for row in &due {
            *sent += usize::from(self.deliver(row, now).await?);
        }
        Ok(!due.is_empty())
    }

    /// Brings one message on its way. Returns whether it was sent.
    async fn deliver(&self, row: &MessageRow, now: i64) -> Result<bool, StoreError> {
        let outcome = self.attempt(row, now).await;
        match outcome {
            Outcome::Sent | Outcome::Dropped => self.inner.store.forget_message(&row.id).await?,
            Outcome::Later => self.inner.store.postpone_message(&row.id, now + wait_ms(row.attempts)).await?,
        }
        Ok(matches!(outcome, Outcome::Sent))
    }

    async fn attempt(&self, row: &MessageRow, now: i64) -> Outcome {
        if now - row.created_at >= GIVEN_UP_AFTER_MS {
            tracing::error!(
                channel = row.channel,
                attempts = row.attempts,
                "a message could not be sent for a week and was dropped"
            );
            return Outcome::Dropped;
        }
        let Some(message) = self.opened(row) else { return Outcome::Later };
        if message.useless_from.is_some_and(|from| from <= now) {
            tracing::warn!(
                channel = row.channel,
                attempts = row.attempts,
                "a message came to be of no use before it could be sent"
            );
            return Outcome::Dropped;
        }
        match self.sender(message.channel).send(&message, instant(now)).await {
            Ok(()) => Outcome::Sent,
            Err(cause) => {
                tracing::warn!(%cause, channel = row.channel, attempts = row.attempts, "a message waits for another try");
                Outcome::Later
            }
        }
    }

    fn opened(&self, row: &MessageRow) -> Option<Message> {
        let channel = Channel::from_name(&row.channel)?;
        let text = self.inner.keyring.open(place(&row.id, &row.channel), &row.sealed);
        let text = text.inspect_err(|cause| tracing::error!(%cause, "a message can't be opened")).ok()?;
        serde_json::from_slice::<Sealed>(&text).ok().map(|sealed| sealed.by(channel))
    }

    /// Who brings messages of a channel. The outbox brings them all until there are providers.
    fn sender(&self, channel: Channel) -> &dyn Sender {
        match channel {
            Channel::Email | Channel::Sms | Channel::Voice => &*self.inner.outbox,
        }
    }
}

/// How long a message waits after so many tries that failed.
fn wait_ms(attempts: i64) -> i64 {
    let doublings = u32::try_from(attempts.clamp(0, 20)).unwrap_or_default();
    (FIRST_WAIT_MS << doublings).min(LONGEST_WAIT_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_an_hour() {
        let seconds: Vec<i64> = [0, 1, 2, 3, 6, 7, 8, 1000, -1].into_iter().map(|tries| wait_ms(tries) / 1000).collect();
        assert_eq!(seconds, [30, 60, 120, 240, 1920, 3600, 3600, 3600, 30]);
    }
}
