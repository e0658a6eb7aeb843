//! Messages by real senders, against providers that the tests stand in for.

mod journey;
mod providers;
mod silence;
mod support;
