//! Limits the number of open connections, in total and per peer, so that nobody can use them all.

use super::network;
use platform::config::{Limits, TrustedProxies};
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

pub struct Connections {
    most: usize,
    most_a_peer: usize,
    /// All requests come through these, so the limit per peer does not apply to them.
    proxies: TrustedProxies,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    all: usize,
    of: HashMap<IpAddr, usize>,
    refused: u64,
}

/// The slot of an open connection, freed when it is dropped.
pub struct ConnectionSlot {
    connections: Arc<Connections>,
    peer: IpAddr,
}

impl Connections {
    pub fn new(limits: &Limits) -> Arc<Self> {
        let Limits { connections: most, connections_a_peer: most_a_peer, trusted_proxies: proxies, .. } = limits.clone();
        Arc::new(Self { most, most_a_peer, proxies, open: Mutex::default() })
    }

    /// A slot for another connection, if one is free.
    pub fn admit(self: &Arc<Self>, address: IpAddr) -> Option<ConnectionSlot> {
        let peer = network::block(address);
        let mut open = self.open();
        let of_peer = open.of.get(&peer).copied().unwrap_or_default();
        if open.all >= self.most || of_peer >= self.most_a_peer && !self.proxies.contains(address) {
            open.refused += 1;
            let refused = open.refused;
            // Only the 1st, 2nd, 4th, 8th … is logged: a flood must not fill the log.
            if refused.is_power_of_two() {
                tracing::warn!(refused, open = open.all, of_peer, "connections were refused: see [limits] connections");
            }
            return None;
        }
        open.all += 1;
        open.of.insert(peer, of_peer + 1);
        drop(open);
        Some(ConnectionSlot { connections: self.clone(), peer })
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for ConnectionSlot {
    fn drop(&mut self) {
        let mut open = self.connections.open();
        open.all = open.all.saturating_sub(1);
        if let Some(count) = open.of.get_mut(&self.peer) {
            *count -= 1;
            if *count == 0 {
                open.of.remove(&self.peer);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(proxies: &[&str]) -> Arc<Connections> {
        let trusted_proxies = TrustedProxies::parse(proxies.iter().copied()).unwrap();
        Connections::new(&Limits { connections: 5, connections_a_peer: 2, trusted_proxies, ..Limits::default() })
    }

    fn admitted(connections: &Arc<Connections>, addresses: &[&str]) -> Vec<ConnectionSlot> {
        addresses.iter().filter_map(|address| connections.admit(address.parse().unwrap())).collect()
    }

    // ASVS V15.2.2
    #[test]
    fn no_peer_can_use_every_connection() {
        let connections = with(&[]);
        let one = admitted(&connections, &["192.0.2.1"; 4]);
        assert_eq!(one.len(), 2, "a peer has two");
        let line = admitted(&connections, &["2001:db8::1", "2001:db8::2", "2001:db8::3", "::ffff:192.0.2.1"]);
        assert_eq!(line.len(), 2, "addresses of one network are one peer");
        assert_eq!(admitted(&connections, &["192.0.2.3", "192.0.2.4"]).len(), 1, "five in all");
        drop((one, line));
        assert_eq!(admitted(&connections, &["192.0.2.1", "192.0.2.1"]).len(), 2, "slots are free again");
        assert!(connections.open().of.is_empty(), "closed connections are forgotten");
    }

    #[test]
    fn trusted_proxies_have_no_peer_limit() {
        let connections = with(&["127.0.0.1"]);
        let others = admitted(&connections, &["127.0.0.2"; 9]);
        assert_eq!(others.len(), 2, "other peers keep their own limit");
        assert_eq!(admitted(&connections, &["127.0.0.1"; 9]).len(), 3);
    }
}
