//! Sends what is due. A message that could not be sent is retried after 30 seconds, then after twice as long each time,
//! up to an hour.

use super::{
    Channel, Message, MessageQueue,
    message::Sealed,
    sender::{Failure, OutgoingMessage},
};
use std::time::Duration;
use store::{
    SealedRow, StoreError, UnixMillis,
    messages::{AcceptedMessage, MessageRow, MessageState},
};
use tracing::instrument;

/// How often the worker looks without being woken, for postponed messages and for those that other servers queued.
const LOOKS_EVERY: Duration = Duration::from_secs(5);
/// Few enough that all of them can time out before the claim expires.
const BATCH: u64 = 5;
/// The messages of a server that died while sending go to the others after this time.
const CLAIM: Duration = Duration::from_mins(1);
const FIRST_WAIT: Duration = Duration::from_secs(30);
const LONGEST_WAIT: Duration = Duration::from_hours(1);
/// After this long we won't reach the person any more, and messages hold personal data.
const GIVEN_UP_AFTER: Duration = Duration::from_hours(7 * 24);

/// What happens to a message after an attempt.
enum SendOutcome {
    /// The provider has accepted it and will report on the delivery.
    Accepted(String),
    /// It was sent, and there will be no report.
    Sent,
    /// It expired.
    Dropped,
    /// It will never be accepted.
    Refused,
    /// Retry, but not before this time has passed.
    Later(Option<Duration>),
}

impl MessageQueue {
    /// Sends what is due now and whenever something is queued, for as long as the process runs.
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

    /// One pass over what is due. Returns how many messages were sent. If the database can't be read, the next pass
    /// sends the rest.
    #[instrument(level = "debug", skip_all)]
    pub async fn deliver_due(&self) -> usize {
        let _one_at_a_time = self.inner.pass.lock().await;
        let mut sent = 0;
        loop {
            match self.deliver_batch(&mut sent).await {
                Ok(true) => {}
                Ok(false) => return sent,
                Err(cause) => {
                    tracing::error!(%cause, "the messages that are due could not be read");
                    return sent;
                }
            }
        }
    }

    /// Sends one batch and returns whether anything was due.
    async fn deliver_batch(&self, sent: &mut usize) -> Result<bool, StoreError> {
        let now = self.now();
        let due = self.inner.store.claim_messages(now, now + CLAIM, BATCH).await?;
        for row in &due {
            *sent += usize::from(self.deliver(row, now).await?);
        }
        Ok(!due.is_empty())
    }

    /// Sends one message and returns whether that worked.
    async fn deliver(&self, row: &MessageRow, now: UnixMillis) -> Result<bool, StoreError> {
        let store = &self.inner.store;
        let outcome = self.attempt(row, now).await;
        match &outcome {
            SendOutcome::Accepted(provider_id) => {
                let Some(channel) = Channel::from_name(&row.channel) else { return Ok(false) };
                let (provider, keep) = (self.inner.senders.of(channel).name(), channel == Channel::Voice);
                store.record_acceptance(&row.id, AcceptedMessage { provider, provider_id, at: now, keep }).await?;
            }
            SendOutcome::Sent | SendOutcome::Dropped => store.writer().delete_message(&row.id).await?,
            SendOutcome::Refused => store.writer().set_delivery_state(&row.id, MessageState::Failed, now).await?,
            SendOutcome::Later(after) => {
                let wait = wait_after(row.attempts).max(after.unwrap_or_default());
                store.writer().postpone_message(&row.id, now + wait).await?;
            }
        }
        Ok(matches!(outcome, SendOutcome::Accepted(_) | SendOutcome::Sent))
    }

    async fn attempt(&self, row: &MessageRow, now: UnixMillis) -> SendOutcome {
        if now.since(row.created_at) >= GIVEN_UP_AFTER {
            tracing::error!(
                channel = row.channel,
                attempts = row.attempts,
                "a message could not be sent for a week and was dropped"
            );
            return SendOutcome::Dropped;
        }
        let Some(message) = self.opened(row) else { return SendOutcome::Later(None) };
        if message.is_expired_at(now) {
            tracing::warn!(channel = row.channel, attempts = row.attempts, "a message expired before it could be sent");
            return SendOutcome::Dropped;
        }
        self.send(row, &message, now).await
    }

    async fn send(&self, row: &MessageRow, message: &Message, now: UnixMillis) -> SendOutcome {
        let senders = &self.inner.senders;
        let outgoing = OutgoingMessage { id: &row.id, message, at: now.into() };
        let answer = senders.of(message.channel).send(outgoing).await;
        senders.note(message.channel, matches!(answer, Err(Failure::Later { .. })));
        match answer {
            Ok(Some(provider_id)) => SendOutcome::Accepted(provider_id),
            Ok(None) => SendOutcome::Sent,
            Err(cause @ Failure::Later { after, .. }) => {
                tracing::warn!(%cause, channel = row.channel, attempts = row.attempts, "a message waits for another try");
                SendOutcome::Later(after)
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
        let sealed = sealed.inspect_err(|cause| tracing::error!(%cause, "a message can't be decrypted"));
        Some(sealed.ok()?.by(channel))
    }
}

/// How long a message waits after this many failed attempts.
fn wait_after(attempts: i64) -> Duration {
    let doublings = u32::try_from(attempts.clamp(0, 20)).unwrap_or_default();
    FIRST_WAIT.saturating_mul(1 << doublings).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_an_hour() {
        let seconds = [0, 1, 2, 3, 6, 7, 8, 1000, -1].map(|attempts| wait_after(attempts).as_secs());
        assert_eq!(seconds, [30, 60, 120, 240, 1920, 3600, 3600, 3600, 30]);
    }
}
