//! Messages by real senders, against providers that the tests stand in for.

pub mod journey;
pub mod mail;
mod providers;
mod redirects;
mod silence;
pub mod support;
