//! Time and randomness that tests control.

use form_engine::clock::Clock;
use jiff::{Timestamp, ToSpan};
use platform::random::Random;
use std::sync::{
    Mutex,
    atomic::{AtomicU64, Ordering},
};

/// A clock that stands still until a test moves it.
pub struct TestClock(Mutex<Timestamp>);

impl Default for TestClock {
    fn default() -> Self {
        Self(Mutex::new("2026-11-23T10:00:00Z".parse().unwrap()))
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

impl TestClock {
    pub fn at(time: &str) -> Self {
        Self(Mutex::new(time.parse().unwrap()))
    }

    pub fn advance(&self, seconds: i64) {
        let mut now = self.0.lock().unwrap();
        *now = now.checked_add(seconds.seconds()).unwrap();
    }

    pub fn advance_days(&self, days: i64) {
        self.advance(days * 24 * 3600);
    }
}

/// Bytes that look random and are the same in every run (splitmix64).
pub struct SeededRandom(AtomicU64);

impl SeededRandom {
    pub fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let mut z = self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed).wrapping_add(0x9E37_79B9_7F4A_7C15);
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^= z >> 31;
            let length = chunk.len();
            chunk.copy_from_slice(&z.to_le_bytes()[..length]);
        }
    }
}
