//! The program as an operator runs it: what it refuses to start with, what it leaves on disk, and the database role it
//! uses.

mod documents;
mod files;
mod keys;
mod postgres;
mod settings;
mod support;
