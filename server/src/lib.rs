//! The process: settings, storage, services behind the app's ports, HTTP, jobs.

// A page's view is one nested type, deeper than the default limit.
#![recursion_limit = "256"]

pub mod commands;
pub mod http;
pub mod jobs;
pub mod settings;
