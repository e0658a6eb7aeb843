//! What the service does by itself. Each job can be called one step at a time, which is how tests and commands call it.

pub mod delete_expired;
pub mod follow_keys;
pub mod follow_publications;
