//! The interactive pieces: all that ships as WASM. Each enhances what the server has rendered and takes nothing away
//! when it isn't there.

#[cfg(feature = "hydrate")]
mod form_helper;
mod form_page;

pub use form_page::{FormHelper, PageFacts, SavedNow};
