//! Background jobs.

mod delete_expired;
