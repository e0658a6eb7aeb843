//! The WASM entry point: hydrates the islands of a server-rendered page, and nothing else.
//!
//! # Dependencies
//!
//! `islands`, which has everything that is hydrated, and `leptos`. The crate exists because a WASM file needs a
//! library of its own to be built from; `scripts/build.sh` builds it.
//!
//! # Where to start
//!
//! 1. `hydrate`: called by the loader script that the server puts into pages with islands.
//! 2. `Scripts` in `app/src/pages/frame.rs`: which pages load it.
//! 3. `crates/islands/src/lib.rs`: what it hydrates.
//!
//! # When you change it
//!
//! Whatever this crate links is downloaded by every browser. Add islands to `islands`, and nothing here.

#![cfg(target_arch = "wasm32")]

#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    #[expect(unused_imports, reason = "linking the crate includes its islands")]
    use islands::*;
    leptos::mount::hydrate_islands();
}
