//! The proxies that are trusted to say where a request comes from.

use ipnet::IpNet;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::net::IpAddr;

/// The widest network that a council may trust. Anything wider would let anybody forge their address.
const WIDEST: u8 = 8;
const MUST: &str = "must be a list of the addresses or networks of your proxies, such as [\"127.0.0.1\", \"10.0.3.0/24\"], or [] where browsers connect directly";

/// The addresses and networks of the council's own proxies. `None`: not given, which only development allows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Option<Vec<IpNet>>);

impl TrustedProxies {
    /// Parses a list of addresses and networks; `None` if one of them is invalid.
    pub fn parse<'a>(entries: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let given = entries.into_iter().map(str::trim).filter(|entry| !entry.is_empty());
        given.map(network).collect::<Option<_>>().map(|networks| Self(Some(networks)))
    }

    /// Whether the setting was given, even as an empty list.
    pub const fn is_said(&self) -> bool {
        self.0.is_some()
    }

    /// Whether there are no proxies.
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(Vec::is_empty)
    }

    /// Whether an address belongs to one of the council's own proxies.
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().flatten().any(|network| network.contains(&address))
    }
}

fn network(entry: &str) -> Option<IpNet> {
    let network = match entry.parse::<IpAddr>() {
        Ok(address) => IpNet::from(address.to_canonical()),
        Err(_) => entry.parse().ok()?,
    };
    (network.prefix_len() >= WIDEST).then_some(network)
}

impl<'de> Deserialize<'de> for TrustedProxies {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let entries = Vec::<String>::deserialize(deserializer).map_err(|_| D::Error::custom(MUST))?;
        Self::parse(entries.iter().map(String::as_str)).ok_or_else(|| D::Error::custom(MUST))
    }
}

impl Serialize for TrustedProxies {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().flatten().map(ToString::to_string))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trusts(entries: &[&str], address: &str) -> bool {
        TrustedProxies::parse(entries.iter().copied()).unwrap().contains(address.parse().unwrap())
    }

    #[test]
    fn a_proxy_is_an_address_or_a_network() {
        let ours = ["127.0.0.1", "10.0.3.0/24", "2001:db8:1::/48", "::ffff:192.0.2.1"];
        for proxy in ["127.0.0.1", "10.0.3.77", "::ffff:10.0.3.77", "2001:db8:1:2::3", "192.0.2.1"] {
            assert!(trusts(&ours, proxy), "{proxy}");
        }
        for other in ["127.0.0.2", "10.0.4.1", "2001:db8:2::1", "::1"] {
            assert!(!trusts(&ours, other), "{other}");
        }
        assert!(!trusts(&[], "127.0.0.1"));
    }

    #[test]
    fn unset_differs_from_an_empty_list() {
        assert!(!TrustedProxies::default().is_said());
        let none = TrustedProxies::parse([""]).unwrap();
        assert!(none.is_said() && none.is_empty());
    }

    #[test]
    fn invalid_and_overly_wide_proxies_are_refused() {
        for entry in ["0.0.0.0/0", "::/0", "10.0.0.0/7", "proxy.example", "10.0.0.1:80", "10.0.0.0/33", "1"] {
            assert_eq!(TrustedProxies::parse([entry]), None, "{entry}");
        }
    }
}
