//! HTTP/1.1 on a socket: a limited number of connections, time-outs for every wait, strict parsing of requests, and the
//! network each one comes from.
//!
//! Start reading at [`serve()`]; `wire` has the timers, `head` the rules for request heads.

mod connections;
mod exchange;
mod head;
pub mod headers;
pub mod network;
mod serve;
mod wire;

pub use network::Peer;
pub use serve::serve;
