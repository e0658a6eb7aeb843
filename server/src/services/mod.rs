//! The use cases: each implements a port of the app, and is the only place that decides who may do what.

pub mod accounts;
pub mod drafts;
pub mod identity_provider;
pub mod key_rotation;
mod missing;
pub mod seals;
pub mod sessions;
pub mod submissions;
pub mod visitors;
