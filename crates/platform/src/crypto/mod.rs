//! What keeps answers and personal details unreadable outside the running service, and rows as the service wrote them.
//!
//! * [`keys`], [`source`], [`Keyring`]: the keys, where they are kept (never in the database), and the keys in use.
//! * [`sealing`], [`wrapping`]: one data key a record, itself wrapped under a key that has a number.
//! * [`digest`]: keyed hashes for what must be found or compared but not read.
//! * [`row_mac`]: message authentication codes of rows.
//!
//! `docs/cryptography.md` lists every key and algorithm.

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
