//! The process: commands, HTTP layers, jobs, and the wiring of services to ports. `care-online` is built from it, and
//! the tests in `server/tests/it` run the same router.
//!
//! # Dependencies
//!
//! Everything. It is the only crate that sees both pages and services, and it should stay thin: a rule that can be
//! tested without HTTP belongs in a service.
//!
//! # Where to start
//!
//! 1. `server/src/commands/serve.rs`: from opening the database to a graceful shutdown. [`commands`] has the command
//!    line.
//! 2. `server/src/commands/wiring.rs`: which service implements which port.
//! 3. [`http`](mod@http): the routes, and the layers around them from the outside in.
//! 4. `server/src/http/auth.rs` and `csrf.rs`: who sends a request, and whether a post is accepted.
//! 5. [`jobs`]: what runs in the background: deleting what has expired, following keys and publications.
//! 6. `server/tests/it/support`: `TestApp`, with which most tests begin.
//!
//! # When you change it
//!
//! The order of layers matters: `docs/architecture.md` describes a request from the outside in, and a layer that may
//! refuse must be inside the one that makes error pages. The path of a request is never logged, because it may contain
//! an id.

// A page's view is one nested type, deeper than the default limit.
#![recursion_limit = "256"]

pub mod commands;
pub mod http;
pub mod jobs;
pub mod settings;
