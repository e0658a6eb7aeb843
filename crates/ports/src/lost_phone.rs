//! Replacing a login phone that somebody can no longer use.

use crate::{
    ApiError, StepFailure,
    accounts::{Channel, ClientContext, PhoneHint, SignedIn, Step},
};
use async_trait::async_trait;
use form_engine::language::Language;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Why the old number can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The phone is lost.
    Lost,
    /// The phone was stolen.
    Stolen,
    /// They have another number.
    NewNumber,
    /// There is no signal where they live.
    NoSignal,
    /// They have moved, or have no landline any more.
    LandlineGone,
    /// The number is behind a switchboard.
    Extension,
}

/// How the council checks their identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IdentityCheck {
    /// A call to a number that is already on their care record.
    CallBack,
    /// A visit by a worker.
    Visit,
    /// A code in a letter to their address.
    Letter,
}

/// When they would like to be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallTime {
    /// In the morning.
    Morning,
    /// In the afternoon.
    Afternoon,
    /// At any time.
    AnyTime,
}

/// A request for another login phone. It never holds the new number: the person asking could be anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneRequest {
    /// Why the old number can't be used.
    pub reason: Reason,
    /// How the council checks who they are.
    pub check: IdentityCheck,
    /// When to call them.
    pub when: CallTime,
}

/// The state of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestState {
    /// Waiting for the council.
    Requested,
    /// One of two members of staff has agreed.
    IdentityChecked,
    /// Granted until this time: a new number can be registered at the next sign-in.
    Approved(Timestamp),
    /// The council refused it.
    Refused,
    /// The owner said that it wasn't them.
    Stopped,
    /// A new number is registered.
    Done,
    /// It expired.
    Expired,
    /// It was granted, and then the owner said that it wasn't them: nobody can sign in.
    Frozen,
    /// The council has checked who the owner is, and they can sign in again.
    Released,
}

/// What "this was not me" does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopEffect {
    /// The request ends; nothing else changes.
    EndsRequest,
    /// The request was already granted. Nobody can sign in until the council releases the account.
    FreezesAccount,
}

/// What "this was not me" did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoppedRequest {
    /// What the link did.
    pub effect: StopEffect,
    /// The token of the page that shows the state of the request.
    pub tracker: String,
}

/// What the page of a request shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrackedRequest {
    /// The state of the request.
    pub state: RequestState,
    /// When it was made.
    pub asked: Timestamp,
}

/// How far somebody has got who registers a new number while signing in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewPhoneStep {
    /// A code must be sent to the email address first.
    Email {
        /// Whether a code was sent already.
        sent: bool,
    },
    /// The new number is asked for.
    Number,
    /// A code was sent to the new number.
    Code(PhoneHint),
}

/// Replacing a login phone that somebody can no longer use: the request, "this was not me", and registering the new
/// number.
#[async_trait]
pub trait LostPhone: Send + Sync {
    /// Emails a link to the request page. The password must have been right.
    async fn send_request_link(&self, step: &str, language: Language) -> Result<(), StepFailure>;
    /// Whether such a link is still valid.
    async fn is_link_valid(&self, link: &str) -> Result<bool, ApiError>;
    /// Uses the link. The token is for the page that shows the state of the request.
    async fn ask(&self, link: &str, request: PhoneRequest, language: Language) -> Result<Step, StepFailure>;
    /// The request of a tracking page; `None` if the token is unknown.
    async fn tracked(&self, token: &str) -> Result<Option<TrackedRequest>, ApiError>;

    /// What a "this was not me" link does, if it is still valid.
    async fn stop_effect(&self, link: &str) -> Result<Option<StopEffect>, ApiError>;
    /// Uses the link. This never changes a second factor.
    async fn stop(&self, link: &str, language: Language) -> Result<StoppedRequest, StepFailure>;
}

/// Registering a new number while signing in, once the council has granted the request.
#[async_trait]
pub trait NewPhone: Send + Sync {
    /// How far it has got, if a request was granted.
    async fn progress(&self, step: &str) -> Result<Option<NewPhoneStep>, ApiError>;
    /// Whether the provider refused the last code of this step for good.
    async fn is_refused(&self, step: &str) -> Result<bool, ApiError>;
    /// Sends a code to the email address, before the new number is asked for.
    async fn send_email_code(&self, step: &str, language: Language) -> Result<(), StepFailure>;
    /// Checks that code.
    async fn confirm_email_code(&self, step: &str, code: &str) -> Result<(), StepFailure>;
    /// Sends a code to a new number, or another one to the number just given (`phone` is `None`).
    async fn send_phone_code(
        &self,
        step: &str,
        phone: Option<&str>,
        channel: Channel,
        language: Language,
    ) -> Result<(), StepFailure>;
    /// Registers the number and signs in.
    async fn finish(&self, step: &str, code: &str, client_context: &ClientContext) -> Result<SignedIn, StepFailure>;
}
