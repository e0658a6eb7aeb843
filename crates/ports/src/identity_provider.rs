//! The council's own sign-in: a login at its identity provider that replaces the password.

use super::{AccountChange, AccountId, ClientContext, Resident, SignedIn, Step};
use crate::{ApiError, StepFailure};
use async_trait::async_trait;
use std::fmt;

/// How long the way there and back may take, including typing a password there and finding the phone.
pub const ATTEMPT_SECONDS: i64 = 600;
/// How long a login there waits to be connected to an account here: long enough to register, with codes by email and
/// phone.
pub const PENDING_LOGIN_SECONDS: i64 = 1800;

/// The redirect URI of the council's identity provider. It is registered there.
pub const COUNCIL_CALLBACK: &str = "/sign-in/council/callback";

/// Why signing in there failed. The page has the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OidcError {
    /// The person declined or cancelled there.
    Declined,
    /// Expired, used before, or started in another browser.
    Gone,
    /// The provider is down, slow or rejects our requests.
    Unreachable,
    /// Its response fails verification.
    InvalidResponse,
    /// It doesn't vouch for an email address, so we can't tell whose account this is.
    NoEmail,
    /// Too many attempts from the same network.
    RateLimited,
    /// They were asked to confirm their identity, and the provider returned somebody else or an earlier login.
    Unconfirmed,
    /// Their account here is frozen until the council releases it.
    Frozen,
}

/// Where the browser is sent, and the token it keeps so that nobody else can come back in its place.
#[derive(Clone, PartialEq, Eq)]
pub struct AuthorizationRedirect {
    /// An address at the provider.
    pub address: String,
    /// For a cookie. Only its hash is stored.
    pub browser_token: String,
}

/// The query parameters with which the provider sends the browser back.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ProviderResponse {
    /// Says which attempt this is about.
    pub state: String,
    /// The authorisation code, to be exchanged for tokens.
    pub code: Option<String>,
    /// An error code of OAuth 2.0, instead of a code.
    pub error: Option<String>,
    /// The issuer that responds (RFC 9207).
    pub issuer: Option<String>,
}

/// What happens when somebody wants to go there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthorizationOutcome {
    /// They are sent there.
    Redirect(AuthorizationRedirect),
    /// It failed.
    Rejected(OidcError),
}

/// What happens after somebody has come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallbackOutcome {
    /// The account is known: continue as if the password had been right.
    Confirm(Step),
    /// The account is known, and the provider has checked the second factor.
    SignedIn(SignedIn),
    /// They were signed in already and have confirmed their identity. The session has a new token.
    Confirmed(Step),
    /// No account is connected yet. The token is valid until they have signed in here too.
    Connect {
        /// For a cookie.
        token: String,
    },
    /// It failed.
    Rejected(OidcError),
}

/// The result of connecting a login there to an account here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// They are connected.
    Made,
    /// The provider has another email address for this person.
    OtherEmail,
    /// One of the two is already connected to something else.
    Taken,
}

impl OidcError {
    const ALL: [Self; 8] = [
        Self::Declined,
        Self::Gone,
        Self::Unreachable,
        Self::InvalidResponse,
        Self::NoEmail,
        Self::RateLimited,
        Self::Unconfirmed,
        Self::Frozen,
    ];

    /// The form in which it is stored.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::Gone => "gone",
            Self::Unreachable => "unreachable",
            Self::InvalidResponse => "untrue",
            Self::NoEmail => "no-email",
            Self::RateLimited => "too-often",
            Self::Unconfirmed => "unconfirmed",
            Self::Frozen => "frozen",
        }
    }

    /// The error with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|oidc_error| oidc_error.name() == name)
    }
}

impl Connection {
    const ALL: [Self; 3] = [Self::Made, Self::OtherEmail, Self::Taken];

    /// The form in which it is stored.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::OtherEmail => "other-email",
            Self::Taken => "taken",
        }
    }

    /// The result with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|connection| connection.name() == name)
    }
}

/// Signing in at the council's identity provider (OpenID Connect).
#[async_trait]
pub trait IdentityProvider: Send + Sync {
    /// What people call an account there: "Northmere account".
    fn name(&self) -> &str;
    /// The origins that the button may lead to.
    fn allowed_origins(&self) -> Vec<String>;

    /// Begins an attempt to sign in there.
    async fn authorize(&self, client_context: &ClientContext) -> Result<AuthorizationOutcome, ApiError>;
    /// Sends somebody who is signed in there again, to confirm their identity instead of entering their password.
    async fn authorize_to_confirm(
        &self,
        resident: &Resident,
        client_context: &ClientContext,
    ) -> Result<AuthorizationOutcome, ApiError>;
    /// `resident` is the person who is already signed in here, if anybody.
    async fn callback(
        &self,
        browser_token: &str,
        answer: ProviderResponse,
        resident: Option<&Resident>,
        client_context: &ClientContext,
    ) -> Result<CallbackOutcome, ApiError>;

    /// Whether a login there is waiting to be connected in this browser.
    async fn waits(&self, token: &str) -> Result<bool, ApiError>;
    /// Attaches it to a step of signing in or registering: it is connected when that finishes.
    async fn attach_to_step(&self, token: &str, step: &str) -> Result<(), ApiError>;
    /// The result of connecting, for a minute.
    async fn outcome(&self, token: &str) -> Result<Option<Connection>, ApiError>;

    /// Whether the account is connected to a login there.
    async fn is_connected(&self, account: &AccountId) -> Result<bool, ApiError>;
    /// Ends the connection. The password must have been entered within the last five minutes.
    async fn disconnect(&self, change: &AccountChange) -> Result<(), StepFailure>;
}

/// Redacted: the address contains secrets.
impl fmt::Debug for AuthorizationRedirect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AuthorizationRedirect(…)")
    }
}

impl fmt::Debug for ProviderResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProviderResponse(…)")
    }
}
