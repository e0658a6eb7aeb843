//! What people see and may ask for.
//!
//! Compiled twice: with `ssr` into the server, where pages are rendered; with `hydrate` into WASM, where
//! only the islands live. Pages never run in a browser, so the browser never downloads them.

// A page's view is one nested type; its layout is deeper than the default allows.
#![recursion_limit = "256"]

pub mod api;
pub mod error;
pub mod islands;
pub mod segment;

#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod context;
#[cfg(feature = "ssr")]
pub mod cookies;
#[cfg(feature = "ssr")]
mod developers;
#[cfg(feature = "ssr")]
pub mod device;
#[cfg(feature = "ssr")]
pub mod flash;
#[cfg(feature = "ssr")]
pub mod head;
#[cfg(feature = "ssr")]
pub mod location;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod ports;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod unsaved;
