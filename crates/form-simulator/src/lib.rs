//! Random walks through forms that behave like people: right and wrong answers in the many ways people write, on with
//! "Continue", and back to change one's mind.
//!
//! Everything follows from a seed. The same journeys run in the server's code and in the browser's (WASM), and both
//! must reach the same verdicts: `scripts/journeys.sh` compares them.

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
