//! Another login phone for somebody who can't use the old one.

use crate::{
    ApiError,
    accounts::{Channel, ClientContext, PhoneHint, Refused, SignedIn, Step},
};
use async_trait::async_trait;
use form_engine::language::Language;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Why the old number can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    Lost,
    Stolen,
    NewNumber,
    NoSignal,
    LandlineGone,
    Extension,
}

/// How the council makes sure that it is them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IdentityCheck {
    /// A call to a number that is on their care record already.
    CallBack,
    /// A worker who visits them.
    Visit,
    /// A code in a letter to their address.
    Letter,
}

/// When a call is welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallTime {
    Morning,
    Afternoon,
    AnyTime,
}

/// A request. It never holds the new number: whoever asks could be anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneRequest {
    pub reason: Reason,
    pub check: IdentityCheck,
    pub when: CallTime,
}

/// How far a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestState {
    /// Somebody of the council looks at it.
    Asked,
    /// One of two has agreed.
    Checked,
    /// Granted until a time: a new number can be registered at the next sign-in.
    Approved(Timestamp),
    Refused,
    /// Its owner said that it was somebody else.
    Stopped,
    /// A new number is registered.
    Done,
    /// Nothing came of it in time.
    Lapsed,
    /// It was granted, and then its owner said that it was somebody else: nobody can sign in.
    Frozen,
    /// The council has made sure who the owner is, and they can sign in again.
    Released,
}

/// What "this was not me" does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopEffect {
    EndsRequest,
    /// The request was granted already. Nobody can sign in until the council releases the account.
    FreezesAccount,
}

/// What it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoppedRequest {
    pub effect: StopEffect,
    /// Leads to the page that shows how far the request is.
    pub tracker: String,
}

/// What the page of a request shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrackedRequest {
    pub state: RequestState,
    pub asked: Timestamp,
}

/// How far somebody is who registers a new number while signing in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewPhoneStep {
    /// A code to the email address comes first.
    Email {
        sent: bool,
    },
    Number,
    /// A code went to the new number.
    Code(PhoneHint),
}

#[async_trait]
pub trait LostPhone: Send + Sync {
    /// Sends a link to the page of the request, to somebody whose password was right.
    async fn ask_for_link(&self, step: &str, language: Language) -> Refused<()>;
    /// Whether such a link still works.
    async fn may_ask(&self, link: &str) -> Result<bool, ApiError>;
    /// Uses the link. The token leads to the page that shows how far the request is.
    async fn ask(&self, link: &str, request: PhoneRequest, language: Language) -> Refused<Step>;
    async fn tracked(&self, token: &str) -> Result<Option<TrackedRequest>, ApiError>;

    /// What a link for "this was not me" does, if it still works.
    async fn may_stop(&self, link: &str) -> Result<Option<StopEffect>, ApiError>;
    /// Does it. It never changes a second factor.
    async fn stop(&self, link: &str, language: Language) -> Refused<StoppedRequest>;

    /// How far the registering of a new number is, if a request was granted.
    async fn new_phone(&self, step: &str) -> Result<Option<NewPhoneStep>, ApiError>;
    async fn send_email_code(&self, step: &str, language: Language) -> Refused<()>;
    async fn confirm_email_code(&self, step: &str, code: &str) -> Refused<()>;
    /// Sends a code to a new number, or once more to the one just given.
    async fn send_phone_code(&self, step: &str, phone: Option<&str>, channel: Channel, language: Language) -> Refused<()>;
    /// Registers the number and signs in.
    async fn finish_new_phone(&self, step: &str, code: &str, client_context: &ClientContext) -> Refused<SignedIn>;
}
