//! Accounts as the pages use them: through the port, with a clock that tests set and messages they read.

mod codes;
mod details;
mod limits;
mod messages;
mod parallel;
mod registration;
mod sign_in;
pub mod support;
