//! The interactive parts of pages, which are all that ships as WASM. Each enhances a page that the server has rendered
//! and that also works without it.
//!
//! # Dependencies
//!
//! `form-engine`, so that the browser applies the rules of the server, and `leptos`. The crate is compiled twice: for
//! the server, which renders the island's HTML, and with the feature `hydrate` for the browser. Tests check that
//! nothing of the server is linked into the latter.
//!
//! # Where to start
//!
//! 1. [`FormHelper`]: the island, around a form that is complete without it.
//! 2. [`PageFacts`]: what the server sends with a page. Its rules are `form_engine::journey::PageRules`, which decide
//!    what is shown.
//! 3. `crates/islands/src/form_helper.rs`: the browser's half: showing and hiding questions, calculations, autosave.
//! 4. [`SaveResponse`]: what an autosave returns.
//!
//! # When you change it
//!
//! Every byte is downloaded by people on slow phones: `make bench` measures the size. An island may improve a page,
//! but may never be the only way to do something. What it shows must be what the server would render, or hydration
//! fails.

#[cfg(feature = "hydrate")]
mod form_helper;
mod form_page;

pub use form_page::{FormHelper, PageFacts, SaveResponse, WRAPPER};
