//! Messages by real senders, against fake providers.

pub mod journey;
pub mod mail;
mod providers;
mod redirects;
mod silence;
pub mod support;
