//! The WASM entry point: hydrates the islands of a server-rendered page, and nothing else.

#![cfg(target_arch = "wasm32")]

#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    #[expect(unused_imports, reason = "linking the crate includes its islands")]
    use islands::*;
    leptos::mount::hydrate_islands();
}
