//! Messages to people. Each is put down, sealed, in the transaction that causes it, and sent afterwards: what isn't
//! committed is never sent, and what is committed isn't lost.
//!
//! * [`words`]: what they say.
//! * [`worker`]: sends what is due, and tries again later what could not be sent.
//! * [`outbox`]: the file that stands for email, text and telephone in development.

pub mod message;
pub mod outbox;
pub mod sender;
pub mod words;
mod worker;

pub use message::{Channel, Mail, Message};

use crate::store::Connection;
use crate::{
    clock::PlacedClock,
    config::Settings,
    crypto::{Keyring, Place},
    random::{self, Random},
    service::internal,
    store::{Store, messages as rows},
};
use app::{
    error::ApiError,
    ports::{Outbox, SentMessage},
};
use async_trait::async_trait;
use std::sync::Arc;
use tokio::sync::{Mutex, Notify};

/// The messages that go out. A clone is another handle of the same.
#[derive(Clone)]
pub struct Messages {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    keyring: Arc<Keyring>,
    clock: PlacedClock,
    random: Arc<dyn Random>,
    outbox: Arc<outbox::Outbox>,
    /// Nudges the worker, so that nobody waits for a code.
    due: Notify,
    /// One pass at a time: no message is sent twice by two of them.
    pass: Mutex<()>,
}

impl Messages {
    pub fn new(
        store: Store,
        keyring: Arc<Keyring>,
        clock: PlacedClock,
        random: Arc<dyn Random>,
        settings: &Settings,
    ) -> Self {
        let outbox = Arc::new(outbox::Outbox::new(settings));
        let (due, pass) = (Notify::new(), Mutex::new(()));
        Self { inner: Arc::new(Inner { store, keyring, clock, random, outbox, due, pass }) }
    }

    /// Puts a message down in the caller's transaction.
    pub async fn queue_in(&self, connection: &impl Connection, message: Message) -> Result<(), ApiError> {
        let Inner { keyring, clock, random, .. } = &*self.inner;
        let (id, channel, now) = (random::id(&**random), message.channel.name(), clock.now_ms());
        let text = serde_json::to_vec(&message.sealed()).map_err(internal)?;
        let sealed = keyring.seal(&**random, place(&id, channel), &text).map_err(internal)?;
        let row = rows::MessageRow {
            id,
            channel: channel.to_owned(),
            sealed,
            attempts: 0,
            created_at: now,
            due_at: now,
            sent_at: None,
        };
        rows::insert_message_in(connection, row).await.map_err(internal)
    }

    /// Says, after a commit, that there is something to send.
    pub fn wake(&self) {
        self.inner.due.notify_one();
    }
}

#[async_trait]
impl Outbox for Messages {
    async fn recent(&self) -> Vec<SentMessage> {
        self.inner.outbox.recent().await
    }
}

/// Where a message is sealed: another channel's sender can't open it.
const fn place<'a>(id: &'a str, channel: &'a str) -> Place<'a> {
    Place { table: "message", row: id, owner: channel }
}
