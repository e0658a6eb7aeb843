//! The use cases of the service as traits, with the types they exchange: pages call them, services implement them.
//!
//! Nothing here knows about page layout or storage: no Leptos, no SQL. A port returns `Ok(None)` for what doesn't exist
//! or doesn't belong to the caller.

mod accounts;
mod caller;
mod contact;
mod details;
mod device;
mod drafts;
mod error;
mod factors;
mod identity_provider;
mod lost_phone;
mod passwords;
mod registration;
mod security;
mod sign_in;
mod site;
mod step;
mod submissions;

pub use accounts::{AccountChange, Channel, ClientContext, Enrolment, PhoneHint, QrPicture, SignedIn, Step};
pub use caller::{AccountId, Caller, Network, Owner, RequestId, Resident, Visitor, VisitorId};
pub use contact::ContactChanges;
pub use details::{ContactMethod, ContactPreferences, Details, Lookup, MAX_SAFETY_TEXT, PersonalDetails};
pub use device::Device;
pub use drafts::{
    Changes, Draft, DraftLabel, DraftSummary, Drafts, ItemRemoval, NewDraft, Newer, NotSaved, ResolvedConflict, ReturnEmail,
    ReuseOffer, Save, SaveMode, Saved, Started, Submitted,
};
pub use error::ApiError;
pub use factors::{Factors, SecondFactors};
pub use identity_provider::{
    ATTEMPT_SECONDS, AuthorizationRedirect, COUNCIL_CALLBACK, CallbackOutcome, Connection, IdentityProvider, OidcError,
    PENDING_LOGIN_SECONDS, ProviderResponse,
};
pub use lost_phone::{
    CallTime, IdentityCheck, LostPhone, NewPhone, NewPhoneStep, PhoneRequest, Reason, RequestState, StopEffect,
    StoppedRequest, TrackedRequest,
};
pub use passwords::Passwords;
pub use registration::{REGISTRATION_SECONDS, Registration, RegistrationProgress, RegistrationStage};
pub use security::{Activity, CONFIRMED_SECONDS, Event, Security, SignedInDevice};
pub use sign_in::{SIGN_IN_SECONDS, SignIn, SignInProgress};
pub use site::{Assets, Council, CouncilBranding, Icon, Picture, Site};
pub use step::{StepError, StepFailure};
pub use submissions::{Copy, CopyFormat, CopySummary, Submissions};

use async_trait::async_trait;
use form_engine::{
    definition::{Form, HomeGroup},
    language::Language,
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use std::sync::Arc;

/// The clock, with dates in the council's time zone.
pub trait LocalClock: Send + Sync {
    fn now(&self) -> Timestamp;
    fn today(&self) -> Date;
    /// The date of a timestamp in the council's time zone.
    fn day(&self, at: Timestamp) -> Date;
    /// The time of day of a timestamp in the council's time zone.
    fn time(&self, at: Timestamp) -> Time;
}

/// The published forms in a language; texts that a form doesn't have in it are in English.
pub trait Forms: Send + Sync {
    fn published(&self, language: Language) -> Vec<Arc<Form>>;
    fn get(&self, key: &str, language: Language) -> Option<Arc<Form>>;
    fn in_group(&self, group: HomeGroup, language: Language) -> Vec<Arc<Form>> {
        self.published(language).into_iter().filter(|form| form.group == group).collect()
    }
}

/// Short texts encrypted for the browser to hold and send back, and tokens bound to a session.
pub trait Seals: Send + Sync {
    fn seal(&self, purpose: &str, text: &str) -> Option<String>;
    fn open(&self, purpose: &str, sealed: &str) -> Option<String>;
    /// The CSRF token of all forms in this session or visit.
    fn form_token(&self, caller: &Caller) -> String;
    /// A new unguessable id, for an item about to be added to a list.
    fn new_id(&self) -> String;
}

/// A message that would have been sent, shown to developers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentMessage {
    pub at: String,
    pub channel: String,
    pub to: String,
    pub subject: String,
    pub body: String,
}

#[async_trait]
pub trait Outbox: Send + Sync {
    /// The newest messages first; empty outside development.
    async fn recent(&self) -> Vec<SentMessage>;
    /// Whether codes sent through this channel may currently take long.
    async fn is_slow(&self, way: Channel) -> bool;
}
