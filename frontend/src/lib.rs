//! The WASM entry: wakes the islands of a page that the server rendered, and nothing else.

#![cfg(target_arch = "wasm32")]

#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    #[expect(unused_imports, reason = "linking the crate brings its islands in")]
    use islands::*;
    leptos::mount::hydrate_islands();
}
