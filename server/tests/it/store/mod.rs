//! The database as seen by somebody who can read and write it without the service.

mod adoption;
mod database;
mod key_file;
mod peppers;
mod rotation;
mod sealed_rows;
mod tampering;
mod thefts;

pub use database::{RawDatabase, Row, Table};
pub use rotation::rotating;
