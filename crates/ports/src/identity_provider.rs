//! The council's own sign-in: a login at its identity provider that stands in for the password.

use super::{AccountId, ClientContext, Resident, SignedIn, Step, StepError};
use crate::{ApiError, Device};
use async_trait::async_trait;
use form_engine::language::Language;
use std::fmt;

/// How long the way there and back may take: for typing a password there, and finding the phone.
pub const AWAY_SECONDS: i64 = 600;
/// How long a login there waits for an account here: for making one, with its codes by email and by phone.
pub const CONNECTING_SECONDS: i64 = 1800;

/// Where the council's identity provider sends people back to. It is registered there.
pub const COUNCIL_CALLBACK: &str = "/sign-in/council/callback";

/// Why signing in there did not go on. The page has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OidcError {
    /// The person said no there, or stopped.
    Declined,
    /// Too old, used before, or begun in another browser.
    Gone,
    /// The provider is down, slow, or doesn't work with us.
    Unreachable,
    /// What it says can't be believed.
    Untrue,
    /// It doesn't vouch for an email address, so it can't be known whose account this is.
    NoEmail,
    /// Somebody on the same network has begun too often.
    TooOften,
    /// They were to confirm that it is them, and the provider says so of somebody else, or of an earlier time.
    Unconfirmed,
    /// Their account here is frozen until the council releases it.
    Frozen,
}

/// Where somebody is sent, and what their browser keeps so that nobody else comes back for them.
#[derive(Clone, PartialEq, Eq)]
pub struct AuthorizationRedirect {
    pub address: String,
    pub browser_token: String,
}

/// What the provider sends somebody back with.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ProviderResponse {
    pub state: String,
    pub code: Option<String>,
    pub error: Option<String>,
    pub issuer: Option<String>,
}

/// How it goes on for somebody who has come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallbackOutcome {
    /// They are known: as if the password had been right.
    Confirm(Step),
    /// They are known, and the provider has asked for the second factor.
    SignedIn(SignedIn),
    /// They were signed in and have confirmed that it is them. The session has another token.
    Confirmed(Step),
    /// No account is connected yet. The token is for the time until they have signed in here too.
    Connect {
        token: String,
    },
    Not(OidcError),
}

/// What came of connecting a login there with an account here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    Made,
    /// The provider knows the person by another email address.
    OtherEmail,
    /// One of the two is connected already, with another.
    Taken,
}

impl OidcError {
    const ALL: [Self; 8] = [
        Self::Declined,
        Self::Gone,
        Self::Unreachable,
        Self::Untrue,
        Self::NoEmail,
        Self::TooOften,
        Self::Unconfirmed,
        Self::Frozen,
    ];

    /// For whoever keeps one.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::Gone => "gone",
            Self::Unreachable => "unreachable",
            Self::Untrue => "untrue",
            Self::NoEmail => "no-email",
            Self::TooOften => "too-often",
            Self::Unconfirmed => "unconfirmed",
            Self::Frozen => "frozen",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|oidc_error| oidc_error.name() == name)
    }
}

impl Connection {
    const ALL: [Self; 3] = [Self::Made, Self::OtherEmail, Self::Taken];

    /// For whoever keeps one.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::OtherEmail => "other-email",
            Self::Taken => "taken",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|connection| connection.name() == name)
    }
}

#[async_trait]
pub trait IdentityProvider: Send + Sync {
    /// What people call an account there: "Northmere account".
    fn name(&self) -> &str;
    /// Where the button may lead.
    fn leads_to(&self) -> Vec<String>;

    async fn authorize(&self, client_context: &ClientContext) -> Result<Result<AuthorizationRedirect, OidcError>, ApiError>;
    /// Sends somebody signed in there, to sign in once more in place of giving their password.
    async fn authorize_to_confirm(
        &self,
        resident: &Resident,
        client_context: &ClientContext,
    ) -> Result<Result<AuthorizationRedirect, OidcError>, ApiError>;
    /// `resident` is who is signed in here already, if anybody.
    async fn callback(
        &self,
        browser_token: &str,
        answer: ProviderResponse,
        resident: Option<&Resident>,
        client_context: &ClientContext,
    ) -> Result<CallbackOutcome, ApiError>;

    /// Whether a login there waits to be connected in this browser.
    async fn waits(&self, token: &str) -> Result<bool, ApiError>;
    /// Lets it go along with a step of signing in or of making an account: it is connected at the end of that.
    async fn go_along(&self, token: &str, step: &str) -> Result<(), ApiError>;
    /// What came of it, once.
    async fn outcome(&self, token: &str) -> Result<Option<Connection>, ApiError>;

    async fn is_connected(&self, account: &AccountId) -> Result<bool, ApiError>;
    /// Ends the connection. It asks for the password of the last five minutes.
    async fn disconnect(
        &self,
        resident: &Resident,
        device: Device,
        language: Language,
    ) -> Result<Result<(), StepError>, ApiError>;
}

/// An address with secrets in it.
impl fmt::Debug for AuthorizationRedirect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Departure(…)")
    }
}

impl fmt::Debug for ProviderResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answer(…)")
    }
}
