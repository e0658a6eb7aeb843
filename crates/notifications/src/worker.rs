//! Sends what is due. A message that could not be sent is tried again: after 30 seconds, then twice as long each time,
//! up to an hour.

use super::{
    Channel, Message, MessageQueue,
    message::Sealed,
    sender::{Failure, OutgoingMessage},
};
use platform::clock::instant;
use std::time::Duration;
use store::{
    SealedRow, StoreError,
    messages::{AcceptedMessage, MessageRow, MessageState},
};

/// The worker looks by itself this often: for what was postponed, and for what another server put down.
const LOOKS_EVERY: Duration = Duration::from_secs(5);
/// So few that all of them can time out before the claim runs out.
const BATCH: u64 = 5;
/// A server that died while sending leaves its messages to the others after this.
const CLAIM_MS: i64 = 60_000;
const FIRST_WAIT_MS: i64 = 30_000;
const LONGEST_WAIT_MS: i64 = 3_600_000;
/// Whom we couldn't reach for so long we don't reach any more, and what a message holds is personal.
const GIVEN_UP_AFTER_MS: i64 = 7 * 24 * 3_600_000;

/// What is to be done with a message after a try.
enum SendOutcome {
    /// The provider has it and will tell what becomes of it.
    Handed(String),
    /// It is with whoever brings it, and no more will be heard of it.
    Gone,
    /// It is of no use any more.
    Dropped,
    /// It will never be taken.
    Refused,
    /// Another try, not before so many milliseconds.
    Later(Option<i64>),
}

impl MessageQueue {
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
        let due = self.inner.store.claim_messages(now, now + CLAIM_MS, BATCH).await?;
        for row in &due {
            *sent += usize::from(self.deliver(row, now).await?);
        }
        Ok(!due.is_empty())
    }

    /// Brings one message on its way. Returns whether it was sent.
    async fn deliver(&self, row: &MessageRow, now: i64) -> Result<bool, StoreError> {
        let store = &self.inner.store;
        let outcome = self.attempt(row, now).await;
        match &outcome {
            SendOutcome::Handed(provider_id) => {
                let Some(channel) = Channel::from_name(&row.channel) else { return Ok(false) };
                let (provider, keep) = (self.inner.senders.of(channel).name(), channel == Channel::Voice);
                store.hand_over_message(&row.id, AcceptedMessage { provider, provider_id, at: now, keep }).await?;
            }
            SendOutcome::Gone | SendOutcome::Dropped => store.writer().forget_message(&row.id).await?,
            SendOutcome::Refused => store.writer().settle_message(&row.id, MessageState::Failed, now).await?,
            SendOutcome::Later(after) => {
                let wait = wait_ms(row.attempts).max(after.unwrap_or_default());
                store.writer().postpone_message(&row.id, now + wait).await?;
            }
        }
        Ok(matches!(outcome, SendOutcome::Handed(_) | SendOutcome::Gone))
    }

    async fn attempt(&self, row: &MessageRow, now: i64) -> SendOutcome {
        if now - row.created_at >= GIVEN_UP_AFTER_MS {
            tracing::error!(
                channel = row.channel,
                attempts = row.attempts,
                "a message could not be sent for a week and was dropped"
            );
            return SendOutcome::Dropped;
        }
        let Some(message) = self.opened(row) else { return SendOutcome::Later(None) };
        if message.is_useless_at(now) {
            tracing::warn!(
                channel = row.channel,
                attempts = row.attempts,
                "a message came to be of no use before it could be sent"
            );
            return SendOutcome::Dropped;
        }
        self.send(row, &message, now).await
    }

    async fn send(&self, row: &MessageRow, message: &Message, now: i64) -> SendOutcome {
        let senders = &self.inner.senders;
        let parcel = OutgoingMessage { id: &row.id, message, at: instant(now) };
        let answer = senders.of(message.channel).send(parcel).await;
        senders.note(message.channel, matches!(answer, Err(Failure::Later { .. })));
        match answer {
            Ok(Some(provider_id)) => SendOutcome::Handed(provider_id),
            Ok(None) => SendOutcome::Gone,
            Err(cause @ Failure::Later { after_ms, .. }) => {
                tracing::warn!(%cause, channel = row.channel, attempts = row.attempts, "a message waits for another try");
                SendOutcome::Later(after_ms)
            }
            Err(cause @ Failure::Refused(_)) => {
                tracing::error!(%cause, channel = row.channel, "a message was not taken");
                SendOutcome::Refused
            }
        }
    }

    pub(super) fn opened(&self, row: &MessageRow) -> Option<Message> {
        let channel = Channel::from_name(&row.channel)?;
        let sealed: Result<Sealed, _> = row.open_json(&self.inner.keyring);
        let sealed = sealed.inspect_err(|cause| tracing::error!(%cause, "a message can't be opened"));
        Some(sealed.ok()?.by(channel))
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
