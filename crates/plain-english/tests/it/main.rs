//! Tests that the check finds what it should, both in the catalogue and in forms, and that stale list entries are
//! found.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests may panic")]

mod catalogue;
mod command;
mod forms;
mod lists;
mod rules;
mod support;
