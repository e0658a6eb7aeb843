//! The tables as sea-orm sees them. Column names are those of the migrations.

pub mod account;
pub mod delivery;
pub mod draft;
pub mod form_version;
pub mod identity_attempt;
pub mod identity_link;
pub mod identity_pending;
pub mod message;
pub mod registration;
pub mod security_code;
pub mod session;
pub mod sign_in;
pub mod submission;
pub mod throttle;
