//! The sender of each channel, as configured, and how well each channel works.

use super::{
    Channel, notify::Notify, outbox::Outbox, provider, sender::Sender, smtp::Smtp, templates::host, twilio::Twilio,
};
use platform::{
    config::{self, Settings},
    crypto::Keyring,
};
use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};
use thiserror::Error;

/// After this many failures in a row a channel counts as failing.
const TROUBLE: u32 = 3;

/// The settings were checked earlier, so this is a problem of the machine.
#[derive(Debug, Error)]
#[error("the sender of the channel {0} can't be created")]
pub struct SenderError(&'static str);

/// A sender for each channel.
pub struct Senders {
    email: TrackedSender,
    sms: TrackedSender,
    voice: TrackedSender,
}

struct TrackedSender {
    sender: Arc<dyn Sender>,
    failed_in_a_row: AtomicU32,
}

impl Senders {
    pub fn new(settings: &Settings, keyring: &Arc<Keyring>, outbox: &Arc<Outbox>) -> Result<Self, SenderError> {
        let line = |channel: Channel, chosen: config::Sender| {
            let sender = sender(chosen, settings, keyring, outbox).ok_or(SenderError(channel.name()))?;
            Ok(TrackedSender { sender, failed_in_a_row: AtomicU32::new(0) })
        };
        Ok(Self {
            email: line(Channel::Email, settings.email)?,
            sms: line(Channel::Sms, settings.sms)?,
            voice: line(Channel::Voice, settings.voice)?,
        })
    }

    pub fn of(&self, channel: Channel) -> &dyn Sender {
        &*self.line(channel).sender
    }

    /// Records whether an attempt failed, for the channel as a whole.
    pub fn note(&self, channel: Channel, failed: bool) {
        let count = &self.line(channel).failed_in_a_row;
        if failed {
            count.fetch_add(1, Ordering::Relaxed);
        } else {
            count.store(0, Ordering::Relaxed);
        }
    }

    pub fn keeps_failing(&self, channel: Channel) -> bool {
        self.line(channel).failed_in_a_row.load(Ordering::Relaxed) >= TROUBLE
    }

    const fn line(&self, channel: Channel) -> &TrackedSender {
        match channel {
            Channel::Email => &self.email,
            Channel::Sms => &self.sms,
            Channel::Voice => &self.voice,
        }
    }
}

fn sender(
    chosen: config::Sender,
    settings: &Settings,
    keyring: &Arc<Keyring>,
    outbox: &Arc<Outbox>,
) -> Option<Arc<dyn Sender>> {
    Some(match chosen {
        config::Sender::Outbox => outbox.clone(),
        config::Sender::Notify => Arc::new(Notify::new(provider::client().ok()?, &settings.notify)?),
        config::Sender::Twilio => Arc::new(Twilio::new(provider::client().ok()?, settings, keyring.clone())),
        config::Sender::Smtp => Arc::new(Smtp::new(&settings.smtp, host(&settings.public_url))?),
    })
}
