//! What residents see: the pages, and the server functions that their forms post to. Both run on the server only; what
//! runs in the browser is in the crate `islands`.
//!
//! # Dependencies
//!
//! `ports` for every use case, `govuk` for components, `islands` for what is interactive, `i18n` for texts,
//! `form-engine` for what a page of a form asks. Neither the database nor the services: `server` puts an `Arc<dyn
//! Port>` for each into Leptos' context ([`context::Ports`]), because server functions can't be generic.
//!
//! # Where to start
//!
//! 1. [`routes`]: every page with its path, and who may see it.
//! 2. `app/src/pages/drafts/page.rs`: a page of a form, the most important one. [`pages`] has a file for each.
//! 3. `app/src/pages/frame.rs`: what every page has: title, "Back", landmarks, waiting for the content.
//! 4. [`api`]: the server functions, under paths that never change. `app/src/api/drafts.rs` belongs to the page above.
//! 5. [`flash`] and [`unsaved`]: how typed values come back with their errors.
//! 6. [`components`]: what pages share.
//!
//! # When you change it
//!
//! Every page works without JavaScript: a form posts, the server redirects (post, redirect, get). Nothing that a
//! person typed goes into an address. A page decides how something looks, and never what is allowed: that is for the
//! port.

// A page's view is one nested type, which is deeper than the default limit allows.
#![recursion_limit = "256"]

pub mod api;
pub mod error;
pub mod segment;

pub mod components;
pub mod context;
pub mod cookies;
mod developers;
pub mod field_error;
pub mod find_address;
pub mod flash;
pub mod from_check;
pub mod head;
pub mod last_attempt;
pub mod location;
pub mod offer;
pub mod pages;
pub mod paths;
pub mod routes;
mod sent_draft;
pub mod shell;
pub mod step_errors;
pub mod unsaved;
