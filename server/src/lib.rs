//! The process: settings, storage, services behind the app's ports, HTTP, jobs.

// A page's view is one nested type; its layout is deeper than the default allows.
#![recursion_limit = "256"]

pub mod addresses;
pub mod commands;
pub mod forms;
pub mod http;
pub mod identity_provider;
pub mod jobs;
pub mod service;
pub mod services;
pub mod settings;
