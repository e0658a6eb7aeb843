//! The tables as sea-orm sees them. Column names are those of the migrations.

pub mod account;
pub mod account_freeze;
pub mod activity;
pub mod authenticator;
pub mod delivery;
pub mod draft;
pub mod email_link;
pub mod form_version;
pub mod identity_attempt;
pub mod identity_link;
pub mod identity_pending;
pub mod known_device;
pub mod message;
pub mod pending_change;
pub mod phone_change;
pub mod publication;
pub mod recovery_code;
pub mod registration;
pub mod security_code;
pub mod session;
pub mod sign_in;
pub mod submission;
pub mod throttle;
