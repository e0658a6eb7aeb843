//! Logins and the people they belong to: implements the ports for registration, sign-in (with OpenID Connect),
//! security, contact changes and lost phones, and finds out who sends a request.
//!
//! Each port has a service of its own:
//!
//! * [`registration`] and [`signing_in`]: the two ways in, each in a few steps that a token in the browser holds
//!   together.
//! * [`changing_password`], [`factors`], [`security`]: what protects a login, as its owner sees and changes it.
//! * [`contact`]: another email address or login phone, confirmed by a code. [`lost_phone`]: without the old phone.
//! * [`details`]: name, home address and contact preferences.
//! * [`identity_provider`]: the council's own sign-in.
//!
//! They share:
//!
//! * [`freezing`]: an account that nobody may sign in to until the council releases it.
//! * [`authenticator`], [`recovery`]: second factors besides the phone.
//! * [`ending`], [`notices`], [`activity`]: what ends when something about a login changes, and how its owner learns of
//!   it.
//! * [`limits`], [`codes`], [`hashing`], [`passwords`], [`phone`], [`inputs`]: the rules behind all of these.
//! * [`profile`]: the personal details, sealed.
//! * [`repeats`]: a last step that is sent twice says the same twice.
//!
//! # Dependencies
//!
//! `service`, with the store, the message queue and the platform below it, and `ports`, whose traits it implements.
//! Forms are above it: where signing in has to move somebody's drafts, it calls the trait [`ClaimDrafts`], which
//! `drafts` implements.
//!
//! # Where to start
//!
//! 1. [`signing_in`] and [`registration`]: the two ways in, each in a few steps that a token in the browser holds
//!    together.
//! 2. [`sending`]: the one place that sends security codes; [`codes`] makes and redeems them.
//! 3. [`limits`]: how often something may be attempted or sent. Attempts are counted before anything is compared.
//! 4. [`session_start`] and [`sessions`]: beginning a session, and recognising it in the next request.
//! 5. [`profile`]: the personal details of an account, which are encrypted as one record.
//! 6. [`freezing`] and [`lost_phone`]: what members of council staff have a part in.
//!
//! # When you change it
//!
//! Neither a response nor the time it takes may reveal whether an email address has an account. Each step is one
//! transaction: what was counted, sent or used up is committed together or not at all. A change to how somebody signs
//! in needs their password of the last five minutes, ends what it must end ([`ending`]) and is reported to the owner
//! ([`notices`]).

pub mod activity;
pub mod addresses;
mod authenticator;
mod changing_password;
pub mod codes;
mod contact;
mod details;
pub mod ending;
mod factors;
pub mod freezing;
pub mod hashing;
pub mod identity_provider;
mod inputs;
pub mod key_rotation;
pub mod limits;
pub mod lost_phone;
mod mail_links;
mod mailbox;
mod notices;
pub mod oidc;
mod passwords;
pub mod phone;
pub mod profile;
mod recovery;
mod registration;
mod renewing;
mod repeats;
pub mod seals;
mod security;
mod sending;
mod session_start;
pub mod sessions;
mod signing_in;
pub mod visitors;

pub use changing_password::PasswordsService;
pub use contact::ContactChangesService;
pub use details::PersonalDetailsService;
pub use factors::SecondFactorsService;
pub use lost_phone::{LostPhoneService, NewPhoneService};
pub use registration::RegistrationService;
pub use security::SecurityService;
pub use session_start::{ClaimDrafts, Claimed};
pub use signing_in::SignInService;
