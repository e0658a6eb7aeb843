//! The pages, one file each, composed of components. They run on the server only.

pub mod about;
pub mod account;
pub mod authenticator;
mod carry_on;
pub mod create_account;
pub mod design_system;
pub mod drafts;
pub mod errors;
pub mod forms;
pub mod frame;
pub mod help_me_choose;
pub mod home;
pub mod languages;
pub mod layout;
pub mod lost_phone;
pub mod other_languages;
pub mod outbox;
pub mod password;
pub mod preview;
pub mod recover;
pub mod sign_in;
pub mod submitted;
