//! What keeps answers and personal details unreadable outside the running service.
//!
//! * [`Keyring`]: the keys, in a file of their own beside the database, never in it.
//! * [`sealing`]: one data key a record, itself sealed with the key-encryption key.
//! * [`digest`]: keyed hashes for what must be found or compared but not read.

pub mod digest;
pub mod keyring;
pub mod sealing;

pub use keyring::{Keyring, KeyringError};
pub use sealing::{Place, SealError};
