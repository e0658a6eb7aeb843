//! Walks through forms at random, as people do: right answers and wrong ones, in the many ways people write; on with
//! "Continue", and back to change one's mind.
//!
//! Everything follows from a seed. The same journeys run as the server's code and as the browser's (WASM), and both must
//! come to the same verdicts: `scripts/journeys.sh` compares them.

pub mod answer;
pub mod condition_values;
pub mod digest;
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

/// What Node.js calls.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn journeys(forms: &str, from: u32, to: u32) -> String {
    digests(forms, u64::from(from)..u64::from(to)).unwrap_or_else(|error| error)
}
