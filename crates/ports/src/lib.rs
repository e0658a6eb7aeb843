//! The use cases of the service as traits ("ports"), with the types they exchange. Pages and server functions call
//! them; services implement them.
//!
//! # Dependencies
//!
//! `form-engine` and `values`. Neither Leptos nor SQL: `app` calls ports without seeing the database, and services
//! implement them without knowing which page asks. `server` connects the two in `server/src/commands/wiring.rs`.
//!
//! # Where to start
//!
//! 1. [`Caller`], [`Owner`] and [`Resident`]: who sends a request, and whose answers they may see.
//! 2. [`Drafts`]: filling in a form, from starting it to submitting it. [`Save`] and [`Saved`] are the busiest types.
//! 3. [`Submissions`]: copies of what was submitted.
//! 4. [`StepError`]: why a step of registration or sign-in is refused.
//! 5. [`ApiError`]: why a use case failed.
//! 6. [`Site`]: what every page needs from the settings.
//!
//! # When you change it
//!
//! - `Ok(None)` means that something doesn't exist or doesn't belong to the caller, who can't tell which.
//! - An [`ApiError`] is a code without text: its cause is logged once, where it happens. A refusal that the person can
//!   do something about isn't an error but a result, and its page has the text.
//! - Each method that touches answers names their [`Owner`] or account.
//! - `Debug` of a type that holds something a person typed is redacted if the type may end up in a log.

#![warn(missing_docs)]

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
pub use details::{
    ContactMethod, ContactPreferences, Details, KeptDetail, Lookup, MAX_SAFETY_TEXT, PersonalDetails, full_name,
};
pub use device::Device;
pub use drafts::{
    Changes, Draft, DraftId, DraftLabel, DraftSummary, Drafts, ItemRemoval, NewDraft, Newer, NotSaved, ResolvedConflict,
    ReturnEmail, ReuseOffer, Save, SaveMode, Saved, Started, Submitted, UnfinishedDraft,
};
pub use error::ApiError;
pub use factors::{Factors, SecondFactors};
pub use identity_provider::{
    ATTEMPT_SECONDS, AuthorizationOutcome, AuthorizationRedirect, COUNCIL_CALLBACK, CallbackOutcome, Connection,
    IdentityProvider, OidcError, PENDING_LOGIN_SECONDS, ProviderResponse,
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
pub use step::{LimitedBy, StepError, StepFailure};
pub use submissions::{Copy, CopyFormat, CopySummary, SentDraft, Submissions};

use async_trait::async_trait;
use form_engine::{
    choosing::HelpMeChoose,
    definition::{Form, HomeGroup},
    language::Language,
    language_page::LanguagePage,
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use std::sync::Arc;

/// The clock, with dates in the council's time zone.
pub trait LocalClock: Send + Sync {
    /// The current time.
    fn now(&self) -> Timestamp;
    /// Today's date in the council's time zone.
    fn today(&self) -> Date;
    /// The date of a timestamp in the council's time zone.
    fn day(&self, at: Timestamp) -> Date;
    /// The time of day of a timestamp in the council's time zone.
    fn time(&self, at: Timestamp) -> Time;
}

/// The published forms in a language, and the pages published with them; texts that aren't there in it are in English.
pub trait Forms: Send + Sync {
    /// Every form that can be started.
    fn published(&self, language: Language) -> Vec<Arc<Form>>;
    /// The form with this key, or `None` if none is published under it.
    fn get(&self, key: &str, language: Language) -> Option<Arc<Form>>;
    /// The published forms of a group on the home page.
    fn in_group(&self, group: HomeGroup, language: Language) -> Vec<Arc<Form>> {
        self.published(language).into_iter().filter(|form| form.group == group).collect()
    }
    /// The questions that lead to a form, if the council has them.
    fn help_me_choose(&self, language: Language) -> Option<Arc<HelpMeChoose>>;
    /// The council's pages in other languages.
    fn other_languages(&self) -> Vec<Arc<LanguagePage>>;
}

/// Short texts encrypted for the browser to hold and send back, and tokens bound to a session.
pub trait Seals: Send + Sync {
    /// Encrypts a text for one purpose; `None` if that fails.
    fn seal(&self, purpose: &str, text: &str) -> Option<String>;
    /// Decrypts what [`Self::seal`] returned for the same purpose; `None` for anything else.
    fn open(&self, purpose: &str, sealed: &str) -> Option<String>;
    /// The CSRF token of all forms in this session or visit.
    fn form_token(&self, caller: &Caller) -> String;
    /// A new unguessable id, for an item about to be added to a list.
    fn new_id(&self) -> String;
}

/// A message that would have been sent, shown to developers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentMessage {
    /// When it would have been sent, as in RFC 3339.
    pub at: String,
    /// "email", "sms" or "voice".
    pub channel: String,
    /// The email address or phone number.
    pub to: String,
    /// Empty for texts and calls.
    pub subject: String,
    /// The text, or what a call says.
    pub body: String,
}

/// What developers see of messages, and whether messages are delayed.
#[async_trait]
pub trait Outbox: Send + Sync {
    /// The newest messages first; empty outside development.
    async fn recent(&self) -> Vec<SentMessage>;
    /// Whether codes sent through this channel may currently take long.
    async fn is_slow(&self, way: Channel) -> bool;
}
