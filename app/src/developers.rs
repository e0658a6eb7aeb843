//! Access to pages for developers.

use crate::context::{self, Ports};
use http::{HeaderMap, header, request::Parts, uri::Authority};
use leptos::prelude::use_context;
use ports::ApiError;
use std::{net::IpAddr, sync::Arc};

/// Headers that proxies add. A developer's own browser sends none of them.
const BY_PROXIES: [&str; 5] = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/// The ports, for a developers' page: only in development, and only for requests from this machine. Listening on
/// localhost alone wouldn't keep others out if there were a proxy in front.
pub fn ports() -> Result<Arc<Ports>, ApiError> {
    let ports = context::ports()?;
    let is_here = use_context::<Parts>().is_some_and(|parts| is_asked_for_here(&parts.headers));
    if ports.site.development && is_here { Ok(ports) } else { Err(ApiError::NotFound) }
}

fn is_asked_for_here(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()?.parse::<Authority>().ok());
    let is_forwarded = BY_PROXIES.into_iter().any(|name| headers.contains_key(name));
    !is_forwarded && host.is_some_and(|host| is_this_machine(host.host()))
}

fn is_this_machine(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(pairs: &[(&'static str, &str)]) -> bool {
        is_asked_for_here(&pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect())
    }

    // ASVS V13.4.2 V13.4.5
    #[test]
    fn developer_pages_are_local_only() {
        for host in ["127.0.0.1:3000", "localhost:3000", "localhost", "[::1]:3000"] {
            assert!(asked(&[("host", host)]), "{host}");
            for name in BY_PROXIES {
                assert!(!asked(&[("host", host), (name, "127.0.0.1")]), "{host} {name}");
            }
        }
        for host in ["care.example", "localhost.example", "192.0.2.1:3000", "127.0.0.1.example", ""] {
            assert!(!asked(&[("host", host)]), "{host}");
        }
        assert!(!asked(&[]));
    }
}
