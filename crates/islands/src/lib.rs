//! The interactive parts, which are all that ships as WASM. Each enhances a page that the server has rendered and that
//! also works without it.

#[cfg(feature = "hydrate")]
mod form_helper;
mod form_page;

pub use form_page::{FormHelper, PageFacts, SaveResponse};
