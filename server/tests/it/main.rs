//! The service as people and browsers meet it: the real router, a real database for each test, and a clock and messages
//! that tests control.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod accounts;
mod authorisation;
mod drafts;
mod forms;
mod http;
mod identity_provider;
mod jobs;
mod layout;
mod logging;
mod operations;
mod pdf;
mod senders;
mod store;
mod support;
mod upgrade;
