//! `/drafts/...` and the forms behind it.

mod bad_input;
mod conflicts;
mod journey;
mod lists;
mod owners;
pub mod support;
