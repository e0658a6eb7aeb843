//! Signing in at the council's identity provider: a fake provider over real HTTP on this machine, which signs its
//! tokens and can be set to misbehave.

mod confirming;
mod connecting;
mod forgeries;
mod frozen;
pub mod provider;
mod returning;
mod second_factor;
mod silence;
mod support;
mod trouble;
