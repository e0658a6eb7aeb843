//! Shared by all tests.

mod browser;
mod database;
mod log;
mod test_app;
mod time;

pub use browser::{Browser, Page};
pub use database::{in_schema, is_postgres, new_schema, run_for};
pub use log::Log;
pub use test_app::TestApp;
pub use time::{SeededRandom, TestClock};

/// The language for tests that aren't about languages.
pub const ENGLISH: form_engine::language::Language = form_engine::language::Language::English;
