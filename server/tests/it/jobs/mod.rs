//! What the service does by itself.

mod delete_expired;
