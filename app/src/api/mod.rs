//! The server functions: what pages and islands post to, each under a path that never changes.
//!
//! A function answers a plain form with a redirect (post, redirect, get) and a script with the value it returns.
//! One that fails marks its response ([`crate::context::refuse`]), and the HTTP layer shows the page for it.

pub mod accounts;
pub mod drafts;
