//! HTTP/1.1 on a socket: a limited number of connections, time-outs for every wait, strict parsing of request heads,
//! and the network that each request comes from.
//!
//! `axum::serve` isn't used because it has no limits: it waits for ever for idle clients.
//!
//! # Dependencies
//!
//! `axum` and `hyper` for the protocol, `platform` for the settings, `ports` for [`ports::Network`]. It knows nothing
//! of the service's routes or of who is signed in: it passes a request to the router that it is given.
//!
//! # Where to start
//!
//! 1. [`serve()`]: accepting connections, and the graceful shutdown.
//! 2. [`connections`]: how many there may be, in total and by network.
//! 3. [`wire`]: the bytes of a connection, and the timer for each kind of wait.
//! 4. [`head`]: which request heads are complete and unambiguous, and which are refused.
//! 5. [`network`]: the client's network, from the socket or from a trusted proxy.
//! 6. [`headers`]: security headers, for responses that no layer of the server has seen.
//!
//! # When you change it
//!
//! Until its first request is complete a connection may cost two kilobytes and no more. Every wait has a deadline.
//! `make attack` shows what slow and silent clients can do, and `docs/availability.md` says what they may.

#![warn(missing_docs)]

mod connections;
mod exchange;
mod head;
pub mod headers;
pub mod network;
mod serve;
mod wire;

pub use network::Peer;
pub use serve::serve;
