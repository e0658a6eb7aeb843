//! Background jobs. Each can be run one step at a time, as tests and commands do.

pub mod delete_expired;
pub mod follow_keys;
pub mod follow_publications;
