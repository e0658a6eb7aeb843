//! HTTP/1.1 on a socket: a bounded number of connections, an end to every wait, requests that can be read in one way only,
//! and from where each of them comes.
//!
//! [`serve()`] is where to begin reading; `wire` holds the timers, `head` what a request may look like.

mod connections;
mod exchange;
mod head;
pub mod headers;
pub mod network;
mod serve;
mod wire;

pub use network::Peer;
pub use serve::serve;
