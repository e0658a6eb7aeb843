//! The server functions that pages and islands post to, each under a path that never changes.
//!
//! A function answers a plain form with a redirect (post, redirect, get) and a script with its return value. If it
//! fails it marks the response ([`crate::context::mark_failed`]), and the HTTP layer shows the error page.

pub mod accounts;
mod after_save;
pub mod drafts;
pub mod help_me_choose;
mod next_page;
pub mod start;
