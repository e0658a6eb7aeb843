//! The process: settings, storage, services behind the app's ports, HTTP, jobs.

// A page's view is one nested type; its layout is deeper than the default allows.
#![recursion_limit = "256"]

pub mod addresses;
pub mod clock;
pub mod commands;
pub mod config;
pub mod crypto;
pub mod files;
pub mod forms;
pub mod heavy;
pub mod http;
pub mod identity;
pub mod identity_provider;
pub mod jobs;
pub mod logging;
pub mod messages;
pub mod pdf;
pub mod random;
pub mod request_context;
pub mod security_events;
pub mod service;
pub mod services;
pub mod store;
pub mod turns;
