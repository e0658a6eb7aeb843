//! What people see and may ask for.
//!
//! Pages are rendered by the server and never run in a browser; what does is in the crate `islands`.

// A page's view is one nested type; its layout is deeper than the default allows.
#![recursion_limit = "256"]

pub mod api;
pub mod error;
pub mod segment;

pub mod components;
pub mod context;
pub mod cookies;
mod developers;
pub mod flash;
pub mod head;
pub mod location;
pub mod pages;
pub mod routes;
pub mod shell;
pub mod unsaved;
