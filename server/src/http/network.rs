//! Where a request comes from: the address of the browser, as far as it can be believed. What proxies in front of the
//! service add is read from the right, one entry a proxy; what stands further left anybody can write.

use app::ports::Network;
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::HeaderMap;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use super::Web;

/// Who has opened the connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// Finds the network for everything that comes after.
pub async fn find(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0.ip());
    let proxies = web.service.settings.limits.trusted_proxies;
    if let Some(peer) = peer {
        let network = Network(network_of(address(peer, request.headers(), proxies)));
        request.extensions_mut().insert(network);
    }
    next.run(request).await
}

/// The address that the outermost of our own proxies was asked from.
fn address(peer: IpAddr, headers: &HeaderMap, proxies: usize) -> IpAddr {
    if proxies == 0 {
        return peer;
    }
    let lines = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok());
    let entries: Vec<&str> = lines.flat_map(|line| line.split(',')).map(str::trim).collect();
    let entry = entries.len().checked_sub(proxies).and_then(|at| entries.get(at)?.parse().ok());
    // Fewer entries than proxies: somebody came past them, or the setting is wrong. All such are counted as one.
    entry.unwrap_or(peer)
}

/// Somebody with one line has one IPv4 address, or 2^64 of IPv6.
fn network_of(address: IpAddr) -> String {
    block(address).to_string()
}

/// The address of IPv4, or the first of the block of IPv6.
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

    fn found(forwarded: &[&str], proxies: usize) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        address("192.0.2.1".parse().unwrap(), &headers, proxies).to_string()
    }

    #[test]
    fn only_what_our_own_proxies_add_is_believed() {
        for (forwarded, proxies, expected) in [
            (&["203.0.113.9"][..], 0, "192.0.2.1"),
            (&["203.0.113.9"], 1, "203.0.113.9"),
            (&["198.51.100.7, 203.0.113.9"], 1, "203.0.113.9"),
            (&["198.51.100.7", "203.0.113.9"], 1, "203.0.113.9"),
            (&["10.0.0.1, 198.51.100.7,203.0.113.9"], 2, "198.51.100.7"),
            (&[], 1, "192.0.2.1"),
            (&["not an address"], 1, "192.0.2.1"),
            (&["203.0.113.9"], 2, "192.0.2.1"),
        ] {
            assert_eq!(found(forwarded, proxies), expected, "{forwarded:?} behind {proxies}");
        }
    }

    #[test]
    fn a_line_is_one_network_however_many_addresses_it_has() {
        for (address, network) in [
            ("203.0.113.9", "203.0.113.9"),
            ("::ffff:203.0.113.9", "203.0.113.9"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ] {
            assert_eq!(network_of(address.parse().unwrap()), network);
        }
    }
}
