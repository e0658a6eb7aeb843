//! The network of a request. Only the council's own proxies are trusted: their `X-Forwarded-For` is read from the right
//! for as long as the entries are trusted proxies themselves; anybody can forge what is further left.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::HeaderMap;
use ports::Network;
use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use platform::config::TrustedProxies;

/// The peer that opened the connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// The trusted proxies.
#[derive(Clone)]
pub struct Proxies {
    trusted: TrustedProxies,
    warned: Arc<AtomicBool>,
}

impl Proxies {
    /// The proxies that may set the client address.
    pub fn new(trusted: TrustedProxies) -> Self {
        Self { trusted, warned: Arc::default() }
    }

    /// Warns only once: every request is affected or none, and the header's content is untrusted.
    fn warn(&self) {
        if !self.warned.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                "a trusted proxy's X-Forwarded-For is missing or doesn't fit: such requests count as the proxy's own \
                 (logged once)"
            );
        }
    }
}

/// Adds the [`Network`] to the request for everything that runs later.
pub async fn find(State(proxies): State<Proxies>, mut request: Request, next: Next) -> Response {
    if let Some(Peer(peer)) = request.extensions().get::<Peer>() {
        let (address, fits) = client(peer.ip(), request.headers(), &proxies.trusted);
        // A health check by the proxy itself is forwarded for nobody.
        if !fits && !request.uri().path().starts_with("/health/") {
            proxies.warn();
        }
        request.extensions_mut().insert(Network(network_of(address)));
    }
    next.run(request).await
}

/// The address that our outermost proxy saw, and whether the header was valid.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &TrustedProxies) -> (IpAddr, bool) {
    let mut address = peer;
    if !trusted.contains(address) {
        return (address, true);
    }
    let lines: Vec<&str> = headers.get_all("x-forwarded-for").iter().map(|line| line.to_str().unwrap_or("?")).collect();
    let entries = lines.iter().rev().flat_map(|line| line.rsplit(',')).map(str::trim).filter(|entry| !entry.is_empty());
    let mut is_there = false;
    for entry in entries {
        let Some(next) = address_of(entry) else { return (address, false) };
        (address, is_there) = (next, true);
        if !trusted.contains(address) {
            break;
        }
    }
    (address, is_there)
}

/// The address in an entry: `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:4711`, with
/// or without quotation marks.
fn address_of(entry: &str) -> Option<IpAddr> {
    let entry = entry.strip_prefix('"').and_then(|entry| entry.strip_suffix('"')).unwrap_or(entry);
    if let Ok(address) = entry.parse() {
        return Some(address);
    }
    if let Ok(address) = entry.parse::<SocketAddr>() {
        return Some(address.ip());
    }
    entry.strip_prefix('[')?.strip_suffix(']')?.parse::<Ipv6Addr>().ok().map(IpAddr::V6)
}

/// One subscriber has one IPv4 address or an IPv6 /64.
fn network_of(address: IpAddr) -> String {
    block(address).to_string()
}

/// The IPv4 address, or the first address of the IPv6 /64.
pub(super) fn block(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEER: &str = "192.0.2.1";

    fn found(forwarded: &[&str], proxies: &[&str]) -> (String, bool) {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        let trusted = TrustedProxies::parse(proxies.iter().copied()).unwrap();
        let (address, fits) = client(PEER.parse().unwrap(), &headers, &trusted);
        (address.to_string(), fits)
    }

    // ASVS V15.3.4 V4.1.3
    #[test]
    fn only_entries_of_our_own_proxies_are_trusted() {
        let ours = &[PEER, "10.0.0.0/24"][..];
        for (forwarded, proxies, expected) in [
            (&["203.0.113.9"][..], &[][..], PEER),
            (&["203.0.113.9"], &["10.0.0.0/24"], PEER),
            (&["203.0.113.9"], ours, "203.0.113.9"),
            (&["198.51.100.7, 203.0.113.9"], ours, "203.0.113.9"),
            (&["198.51.100.7", "203.0.113.9"], ours, "203.0.113.9"),
            (&["198.51.100.7", "203.0.113.9, 10.0.0.5"], ours, "203.0.113.9"),
            (&["198.51.100.7,203.0.113.9 ,10.0.0.5,\t10.0.0.6"], ours, "203.0.113.9"),
            (&["10.0.0.7, 10.0.0.5"], ours, "10.0.0.7"),
            (&["not an address, 203.0.113.9"], ours, "203.0.113.9"),
            (&["203.0.113.9, ,"], ours, "203.0.113.9"),
        ] {
            assert_eq!(found(forwarded, proxies), (expected.to_owned(), true), "{forwarded:?} behind {proxies:?}");
        }
    }

    #[test]
    fn an_entry_is_an_address_with_or_without_a_port() {
        for (entry, expected) in [
            ("203.0.113.9", "203.0.113.9"),
            ("203.0.113.9:4711", "203.0.113.9"),
            ("2001:db8::1", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("[2001:db8::1]:4711", "2001:db8::1"),
            ("\"[2001:db8::1]:4711\"", "2001:db8::1"),
            ("\"203.0.113.9\"", "203.0.113.9"),
        ] {
            assert_eq!(found(&[entry], &[PEER]), (expected.to_owned(), true), "{entry}");
        }
    }

    #[test]
    fn an_invalid_entry_counts_as_the_address_of_the_proxy() {
        for forwarded in [
            &[][..],
            &[""],
            &["unknown"],
            &["_hidden"],
            &["203.0.113.9:port"],
            &["203.0.113.9:4711:1"],
            &["[203.0.113.9]"],
            &["\""],
        ] {
            assert_eq!(found(forwarded, &[PEER]), (PEER.to_owned(), false), "{forwarded:?}");
        }
        assert_eq!(found(&["198.51.100.7, unknown, 10.0.0.5"], &[PEER, "10.0.0.5"]), ("10.0.0.5".to_owned(), false));
    }

    // ASVS V15.3.4
    #[test]
    fn an_ipv6_connection_is_one_network_whatever_its_addresses() {
        for (address, network) in [
            ("203.0.113.9", "203.0.113.9"),
            ("::ffff:203.0.113.9", "203.0.113.9"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ] {
            assert_eq!(network_of(address.parse().unwrap()), network);
        }
    }
}
