//! Keeps answers and personal details unreadable outside the running service, and detects rows that it didn't write.
//!
//! * [`keys`], [`source`], [`Keyring`]: the keys, where they are stored (never in the database), and the keys in use.
//! * [`sealing`], [`wrapping`]: one data key per record, wrapped under a numbered key.
//! * [`digest`]: keyed hashes for what must be found or compared but not read.
//! * [`row_mac`]: message authentication codes of rows.
//!
//! `docs/cryptography.md` lists every key and algorithm.

pub mod bytes;
pub mod digest;
pub mod keyring;
pub mod keys;
mod reread;
pub mod row_mac;
pub mod sealing;
pub mod source;
mod token;
pub mod wrapping;

pub use keyring::Keyring;
pub use sealing::{Bound, RowState, SealContext, SealError};
pub use source::KeyringError;
