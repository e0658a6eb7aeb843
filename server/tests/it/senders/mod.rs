//! Messages by real senders, against providers that the tests stand in for.

mod journey;
mod mail;
mod providers;
mod silence;
mod support;
