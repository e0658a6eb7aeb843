//! The program as somebody runs it: what it refuses to start with, what it leaves on the disk, and who it is to the
//! database.

mod documents;
mod files;
mod keys;
mod postgres;
mod settings;
mod support;
