//! What the ports for accounts have in common.

use super::{DraftId, Network, Resident, Visitor};
use crate::Device;
use form_engine::language::Language;
use std::sync::Arc;

/// How a security code reaches the login phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// By text message.
    Text,
    /// By a phone call that reads the code out.
    Call,
}

/// A step that succeeded, with the token the browser needs for the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The token, for a cookie. Only its hash is stored.
    pub token: String,
}

/// What pages show of a login phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneHint {
    /// The last three digits.
    pub ending: String,
    /// Whether the number takes texts.
    pub can_text: bool,
}

/// A QR code: a square of `size` by `size` modules including the quiet zone that cameras need, with the dark modules as
/// an SVG path.
#[derive(Clone, PartialEq, Eq)]
pub struct QrPicture {
    /// The number of modules on a side.
    pub size: usize,
    /// The `d` of an SVG path, in units of a module.
    pub dark: String,
}

/// What an authenticator app gets its secret from.
#[derive(Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The secret for typing in, in groups of four.
    pub key: String,
    /// The secret as a QR code.
    pub picture: QrPicture,
    /// The secret as a URI, for an app on the device that shows the page.
    pub address: String,
}

impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Enrolment")
    }
}

/// Somebody who has just signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The token of the session, for a cookie. Only its hash is stored.
    pub session_token: String,
    /// Identifies this browser at the next sign-in.
    pub device_token: String,
    /// The draft they started without signing in, which now belongs to the account.
    pub claimed: Option<DraftId>,
    /// The visitor cookie for their other drafts, if the account has no room for them.
    pub remaining_visitor_cookie: Option<String>,
}

/// The browser that somebody signs in with.
#[derive(Clone, Debug, Default)]
pub struct ClientContext {
    /// The drafts started in this browser without signing in, which move to the account.
    pub visitor: Option<Visitor>,
    /// The token of a browser that has signed in before.
    pub known: Option<String>,
    /// Browser and operating system.
    pub device: Device,
    /// Where the request comes from; attempts are counted by it.
    pub network: Option<Network>,
    /// The language of the page, and of the messages that the request causes.
    pub language: Language,
    /// The draft they are about to send: no email about saving it is needed.
    pub sending: Option<DraftId>,
}

/// A resident who changes something about their account, and the browser they do it in. The language is that of the
/// messages about it.
#[derive(Clone, Debug)]
pub struct AccountChange {
    /// Whose account it is.
    pub resident: Arc<Resident>,
    /// The browser.
    pub device: Device,
    /// The language of messages about the change.
    pub language: Language,
}
