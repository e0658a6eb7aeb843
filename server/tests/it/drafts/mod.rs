//! `/drafts/...` and the forms behind it.

mod addresses;
mod bad_input;
mod carry_on;
mod conflicts;
mod form_pages;
mod journey;
mod limits;
mod lists;
mod mails;
mod owners;
mod reuse;
mod sending;
mod sent;
pub mod support;
mod typed;
mod unnamed;
mod visitors;
