//! Messages to residents by email, text and phone. Each is encrypted and queued in the transaction that causes it, and
//! sent afterwards: what isn't committed is never sent, and what is committed isn't lost.
//!
//! # Dependencies
//!
//! `store` for the queue, `platform` for keys and settings, `i18n` for the texts, `ports` for what pages see of it.
//! Services above it decide who is sent what; this crate only delivers.
//!
//! # Where to start
//!
//! 1. [`MessageQueue`]: [`MessageQueue::queue`] within a transaction, [`MessageQueue::wake`] after the commit.
//! 2. [`templates`]: every message with its text; [`Message`]: what is queued.
//! 3. [`worker`]: claims what is due, sends it, and retries what failed.
//! 4. [`sender`]: what a provider has to implement. [`notify`], [`twilio`] and [`smtp`] do, and [`senders`] chooses.
//! 5. [`outbox`]: takes the place of all of them in development, and shows messages to developers.
//!
//! # When you change it
//!
//! A message may be sent twice, if a provider accepts it and the response is lost, but must never be forgotten. A
//! recipient, a code or a text never appears in a log. `docs/messages.md` lists the messages; a new provider is a file
//! beside `crates/notifications/src/smtp.rs`.

mod batching;
pub mod domains;
mod kind;
pub mod message;
pub mod notify;
pub mod outbox;
pub mod provider;
pub mod sender;
pub mod senders;
pub mod settings;
pub mod smtp;
pub mod templates;
pub mod twilio;
mod worker;

pub use kind::MessageKind;
pub use message::{CallScript, Channel, EmailText, Message};
pub use senders::SenderError;

use async_trait::async_trait;
use batching::Batching;
use platform::{
    clock::ZonedClock,
    config::Settings,
    crypto::{Keyring, digest::Purpose},
    random::{self, Random},
};
use ports::{ApiError, Outbox, SentMessage};
use std::{sync::Arc, time::Duration};
use store::{Connection, SealedRow, Store, StoreError, UnixMillis, messages as rows};
use tokio::sync::{Mutex, Notify};
use tracing::instrument;

/// If a message has waited longer than this, its channel is slow.
const SLOW: Duration = Duration::from_mins(1);

/// The queue of messages to send. Clones share it.
#[derive(Clone)]
pub struct MessageQueue {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    keyring: Arc<Keyring>,
    clock: ZonedClock,
    random: Arc<dyn Random>,
    outbox: Arc<outbox::Outbox>,
    senders: senders::Senders,
    /// Wakes the worker, so that nobody has to wait for a code.
    due: Notify,
    /// Only one pass at a time, so that no message is sent twice.
    pass: Mutex<()>,
}

impl MessageQueue {
    pub fn new(
        store: Store,
        keyring: Arc<Keyring>,
        clock: ZonedClock,
        random: Arc<dyn Random>,
        settings: &Settings,
    ) -> Result<Self, SenderError> {
        let outbox = Arc::new(outbox::Outbox::new(settings));
        let senders = senders::Senders::new(settings, &keyring, &outbox)?;
        let (due, pass) = (Notify::new(), Mutex::new(()));
        Ok(Self { inner: Arc::new(Inner { store, keyring, clock, random, outbox, senders, due, pass }) })
    }

    /// Queues a message in the caller's transaction. A notice may be merged with one that is waiting.
    #[instrument(level = "debug", skip_all)]
    pub async fn queue(&self, connection: &Connection, message: Message) -> Result<(), ApiError> {
        match self.joined(connection, &message).await? {
            Batching::AddTo(waiting) => self.replace(connection, *waiting, &message).await,
            Batching::StartBatch { at, hash } => self.insert(connection, &message, at, Some(hash)).await,
            Batching::SendNow => self.insert(connection, &message, self.now(), None).await,
        }
    }

    /// Queues the message that a step waits for, so that its page can say if it is refused. `step` is a key of the step.
    #[instrument(level = "debug", skip_all)]
    pub async fn queue_for(&self, connection: &Connection, message: &Message, step: &[u8]) -> Result<(), ApiError> {
        let hash = self.step_hash(step);
        connection.delete_failed_messages(&hash).await?;
        self.insert(connection, message, self.now(), Some(hash)).await
    }

    /// Whether the provider has refused the newest message of a step for good, or could not deliver it.
    #[instrument(level = "debug", skip_all)]
    pub async fn is_refused(&self, step: &[u8]) -> Result<bool, StoreError> {
        let newest = self.inner.store.reader().newest_state(&self.step_hash(step)).await?;
        Ok(newest == Some(rows::MessageState::Failed))
    }

    fn step_hash(&self, step: &[u8]) -> Vec<u8> {
        self.inner.keyring.hash(Purpose::Throttle, &[b"message of a step", step])
    }

    async fn insert(
        &self,
        connection: &Connection,
        message: &Message,
        due_at: UnixMillis,
        join_hash: Option<Vec<u8>>,
    ) -> Result<(), ApiError> {
        let Inner { keyring, random, .. } = &*self.inner;
        let mut row = rows::MessageRow {
            id: random::id(&**random),
            // Encrypted for this channel: the sender of another one can't decrypt it.
            channel: message.channel.name().to_owned(),
            sealed: Vec::new(),
            attempts: 0,
            created_at: self.now(),
            due_at,
            sent_at: None,
            state: rows::MessageState::Waiting,
            claimed_until: UnixMillis::EPOCH,
            provider: None,
            provider_id: None,
            finished_at: None,
            join_hash,
        };
        row.seal_json(keyring, &**random, &message.sealed())?;
        Ok(connection.insert_message(row).await?)
    }

    /// Tells the worker, after a commit, that there is something to send.
    pub fn wake(&self) {
        self.inner.due.notify_one();
    }

    /// Stores the delivery state reported by the provider.
    #[instrument(level = "debug", skip_all)]
    pub async fn settle(&self, id: &str, state: rows::MessageState) -> Result<(), StoreError> {
        self.inner.store.writer().set_delivery_state(id, state, self.now()).await
    }

    /// The script of a call, unless it has expired.
    #[instrument(level = "debug", skip_all)]
    pub async fn spoken(&self, id: &str) -> Result<Option<CallScript>, StoreError> {
        let Some(row) = self.inner.store.reader().message(id).await? else { return Ok(None) };
        if row.sealed.is_empty() {
            return Ok(None);
        }
        let message = self.opened(&row).filter(|message| !message.is_expired_at(self.now()));
        Ok(message.and_then(|message| message.spoken))
    }

    fn now(&self) -> UnixMillis {
        UnixMillis::now(&self.inner.clock)
    }
}

#[async_trait]
impl Outbox for MessageQueue {
    #[instrument(level = "debug", skip_all)]
    async fn recent(&self) -> Vec<SentMessage> {
        self.inner.outbox.recent().await
    }

    #[instrument(level = "debug", skip_all)]
    async fn is_slow(&self, way: ports::Channel) -> bool {
        let channel = match way {
            ports::Channel::Text => Channel::Sms,
            ports::Channel::Call => Channel::Voice,
        };
        let long_ago = self.now() - SLOW;
        // A failure here must not break a page that only wants to show a warning.
        self.inner.senders.keeps_failing(channel)
            || self.inner.store.reader().waits_since(channel.name(), long_ago).await.unwrap_or_default()
    }
}
