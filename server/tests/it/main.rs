//! The service as people and browsers meet it: the real router, a real database a test, a clock and messages of our own.

mod drafts;
mod http;
mod jobs;
mod layout;
mod support;
