//! Random walks through forms that behave like people: right and wrong answers in the many ways people write, on with
//! "Continue", and back to change one's mind.
//!
//! Everything follows from a seed. The same journeys run in the server's code and in the browser's (WASM), and both
//! must reach the same verdicts: `scripts/journeys.sh` compares them.
//!
//! # Dependencies
//!
//! `form-engine`, which it checks, and `jiff` and `serde`; no random number generator but its own, because a seed must
//! give the same journey on every machine. Nothing that is shipped depends on this crate.
//!
//! # Where to start
//!
//! 1. [`walk()`]: one journey, from the first page to its end.
//! 2. [`answer()`]: an answer to a question, in one of several styles.
//! 3. [`goal`] and [`condition_values`]: how a walk reaches pages that chance alone would seldom find.
//! 4. [`verdict()`]: everything that the rules derive from a form and its answers, as text to compare.
//! 5. [`digest`](mod@digest): verdicts reduced to a line per journey.
//! 6. [`generated_forms`]: forms made at random, to measure what a page costs and to try nonsensical rules.
//!
//! # When you change it
//!
//! A failure names its seed, and running that seed again must show it again: take every choice from [`Rng`]. A new
//! type of question needs answers here, or no journey gets past it.

pub mod answer;
pub mod condition_values;
pub mod digest;
mod fnv;
pub mod generated_forms;
pub mod goal;
pub mod rng;
pub mod verdict;
pub mod walk;

mod lists;

pub use answer::answer;
pub use digest::digests;
pub use rng::Rng;
pub use verdict::verdict;
pub use walk::{End, Walk, walk};

/// Called from Node.js.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn journeys(forms: &str, from: u32, to: u32) -> String {
    digests(forms, u64::from(from)..u64::from(to)).unwrap_or_else(|error| error)
}
