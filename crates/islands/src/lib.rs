//! The interactive parts, which are all that ships as WASM. Each enhances what the server has rendered; nothing is
//! missing without it.

#[cfg(feature = "hydrate")]
mod form_helper;
mod form_page;

pub use form_page::{FormHelper, PageFacts, SavedNow};
