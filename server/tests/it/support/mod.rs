//! What the tests stand on.

mod browser;
mod test_app;
mod time;

pub use browser::{Browser, Page};
pub use test_app::TestApp;
pub use time::{SeededRandom, TestClock};
