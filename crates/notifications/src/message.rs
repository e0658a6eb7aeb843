//! The message type.

use super::MessageKind;
use i18n::Language;
use serde::{Deserialize, Serialize};
use std::fmt;
use store::UnixMillis;

/// How a message is sent.
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
    /// What it is about; `None` if an older server version queued it.
    pub kind: Option<MessageKind>,
    pub channel: Channel,
    pub to: String,
    pub subject: String,
    pub body: String,
    /// When the message expires: it isn't sent after that, as an old code only confuses people.
    pub useless_from: Option<UnixMillis>,
    /// What a call says, step by step; `body` is the same in one piece, for the outbox.
    pub spoken: Option<CallScript>,
}

/// The code or notice that a call reads out, and its language.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallScript {
    /// Empty for a call with a notice.
    pub code: String,
    /// The notice that is read out instead of a code.
    #[serde(default)]
    pub notice: String,
    pub language: Language,
}

/// The text of an email, without its recipient.
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
    pub const fn useless_from(mut self, at: UnixMillis) -> Self {
        self.useless_from = Some(at);
        self
    }

    /// Whether it has expired.
    pub fn is_expired_at(&self, now: UnixMillis) -> bool {
        self.useless_from.is_some_and(|from| from <= now)
    }

    pub(super) fn sealed(&self) -> Sealed {
        let Self { kind, channel: _, to, subject, body, useless_from, spoken } = self.clone();
        Sealed { kind, to, subject, body, useless_from, spoken }
    }
}

/// Redacted: shows the channel only, never recipient or content.
impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Message({})", self.channel.name())
    }
}

/// The content of a message's encrypted column.
#[derive(Serialize, Deserialize)]
pub(super) struct Sealed {
    #[serde(default)]
    kind: Option<MessageKind>,
    to: String,
    subject: String,
    body: String,
    useless_from: Option<UnixMillis>,
    #[serde(default)]
    spoken: Option<CallScript>,
}

impl Sealed {
    pub(super) fn by(self, channel: Channel) -> Message {
        let Self { kind, to, subject, body, useless_from, spoken } = self;
        Message { kind, channel, to, subject, body, useless_from, spoken }
    }
}
