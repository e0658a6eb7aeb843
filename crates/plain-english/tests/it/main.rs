//! Shows that the check finds what it is for, in the catalogue and in forms alike, and that its lists can't rot.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that meets something else than it expects has failed")]

mod catalogue;
mod command;
mod forms;
mod lists;
mod rules;
mod support;
