//! Shared by all tests.

mod browser;
mod database;
mod default_button;
mod log;
mod test_app;
mod time;
mod valid_html;

pub use browser::{Browser, Page};
pub use database::{in_schema, is_postgres, new_schema, run_for};
pub use log::Log;
pub use test_app::TestApp;
pub use time::{SeededRandom, TestClock};

/// The language for tests that aren't about languages.
pub const ENGLISH: form_engine::language::Language = form_engine::language::Language::English;

/// The six digits of a security code in a message's body, written together or spelled out for a call.
pub fn code_in(message: &str) -> Option<String> {
    let together = message.replace(", ", "");
    together.split(|letter: char| !letter.is_ascii_digit()).find(|digits| digits.len() == 6).map(str::to_owned)
}
