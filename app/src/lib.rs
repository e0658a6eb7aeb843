//! Pages and server functions.
//!
//! Pages are rendered on the server only; what runs in the browser is in the crate `islands`.

// A page's view is one nested type, which is deeper than the default limit allows.
#![recursion_limit = "256"]

pub mod api;
pub mod error;
pub mod segment;

pub mod components;
pub mod context;
pub mod cookies;
mod developers;
pub mod field_error;
pub mod flash;
pub mod head;
pub mod last_attempt;
pub mod location;
pub mod pages;
pub mod paths;
pub mod routes;
pub mod shell;
pub mod step_errors;
pub mod unsaved;
