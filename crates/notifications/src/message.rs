//! What a message is.

use super::MessageKind;
use i18n::Language;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Email,
    Sms,
    Voice,
}

impl Channel {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Voice => "voice",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Email, Self::Sms, Self::Voice].into_iter().find(|channel| channel.name() == name)
    }
}

/// A message to one person. Texts and calls have no subject.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// What it is about; nothing for one that an older server put down.
    pub kind: Option<MessageKind>,
    pub channel: Channel,
    pub to: String,
    pub subject: String,
    pub body: String,
    /// From this instant it is of no use any more, so it isn't sent: an old code only confuses. Milliseconds.
    pub useless_from: Option<i64>,
    /// What a call says key by key; `body` is the same in one piece, for the outbox.
    pub spoken: Option<CallScript>,
}

/// The code or the notice that a call brings, and in which language.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallScript {
    /// Empty for a call that brings a notice.
    pub code: String,
    /// What is said of an account in place of a code.
    #[serde(default)]
    pub notice: String,
    pub language: Language,
}

/// An email before it is said who gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailText {
    pub kind: MessageKind,
    pub subject: String,
    pub body: String,
}

impl EmailText {
    pub fn to(self, address: &str) -> Message {
        let Self { kind, subject, body } = self;
        let (kind, channel, to) = (Some(kind), Channel::Email, address.to_owned());
        Message { kind, channel, to, subject, body, useless_from: None, spoken: None }
    }
}

impl Message {
    pub fn text(kind: MessageKind, to: &str, body: String) -> Self {
        let (kind, channel, to) = (Some(kind), Channel::Sms, to.to_owned());
        Self { kind, channel, to, subject: String::new(), body, useless_from: None, spoken: None }
    }

    pub fn call(kind: MessageKind, to: &str, body: String, spoken: CallScript) -> Self {
        Self { channel: Channel::Voice, spoken: Some(spoken), ..Self::text(kind, to, body) }
    }

    #[must_use]
    pub const fn useless_from(mut self, ms: i64) -> Self {
        self.useless_from = Some(ms);
        self
    }

    /// Whether it is too late for it.
    pub fn is_useless_at(&self, now: i64) -> bool {
        self.useless_from.is_some_and(|from| from <= now)
    }

    pub(super) fn sealed(&self) -> Sealed {
        let Self { kind, channel: _, to, subject, body, useless_from, spoken } = self.clone();
        Sealed { kind, to, subject, body, useless_from, spoken }
    }
}

/// Says how it travels, never to whom or what.
impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Message({})", self.channel.name())
    }
}

/// What the sealed column of a message holds.
#[derive(Serialize, Deserialize)]
pub(super) struct Sealed {
    #[serde(default)]
    kind: Option<MessageKind>,
    to: String,
    subject: String,
    body: String,
    useless_from: Option<i64>,
    #[serde(default)]
    spoken: Option<CallScript>,
}

impl Sealed {
    pub(super) fn by(self, channel: Channel) -> Message {
        let Self { kind, to, subject, body, useless_from, spoken } = self;
        Message { kind, channel, to, subject, body, useless_from, spoken }
    }
}
