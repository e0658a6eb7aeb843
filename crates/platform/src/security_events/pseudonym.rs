//! Pseudonyms for people and networks: keyed hashes, with a new key each calendar month.
//!
//! Within a month, lines about the same account have the same pseudonym; lines from different months can't be linked
//! without the key file.

use crate::crypto::{
    Keyring,
    bytes::hex,
    digest::{Purpose, keyed_hash},
};
use jiff::{Timestamp, tz::TimeZone};
use std::sync::Mutex;
use zeroize::Zeroizing;

/// 64 bits: enough to tell a council's accounts apart within a month.
const BYTES: usize = 8;

/// What a pseudonym stands for. The same text has a different one for each kind.
#[derive(Clone, Copy, Debug)]
pub enum PseudonymKind {
    Account,
    /// An email address that has no account, by its hash.
    Address,
    Network,
    /// A member of council staff.
    Operator,
}

impl PseudonymKind {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Account => b"account",
            Self::Address => b"address",
            Self::Network => b"network",
            Self::Operator => b"operator",
        }
    }
}

/// Computes pseudonyms. The key of the month is cached, because every line needs it.
pub struct Pseudonyms {
    key: Zeroizing<Vec<u8>>,
    month: Mutex<(String, Zeroizing<Vec<u8>>)>,
}

impl Pseudonyms {
    pub fn new(keyring: &Keyring) -> Self {
        Self { key: Zeroizing::new(keyring.hash(Purpose::SecurityEvents, &[])), month: Mutex::default() }
    }

    /// The pseudonym at a time. Months are in UTC, like the time at the start of a line.
    pub fn of(&self, now: Timestamp, kind: PseudonymKind, value: &[u8]) -> String {
        let hash = keyed_hash(&self.key_of(now), &[kind.label(), value]);
        hex(hash.get(..BYTES).unwrap_or_default())
    }

    fn key_of(&self, now: Timestamp) -> Zeroizing<Vec<u8>> {
        let day = now.to_zoned(TimeZone::UTC).date();
        let month = format!("{:04}-{:02}", day.year(), day.month());
        // A thread that panicked while holding the lock left a complete key or none.
        let mut kept = self.month.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if kept.0 != month {
            *kept = (month.clone(), Zeroizing::new(keyed_hash(&self.key, &[month.as_bytes()])));
        }
        kept.1.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    fn at(time: &str) -> Timestamp {
        time.parse().unwrap()
    }

    // ASVS V16.2.5
    #[test]
    fn a_pseudonym_is_valid_for_a_calendar_month() {
        let names = Pseudonyms::new(&Keyring::generate(&SystemRandom));
        let of = |time: &str| names.of(at(time), PseudonymKind::Account, b"a");
        let november = of("2026-11-01T00:00:00Z");
        assert_eq!(november, of("2026-11-30T23:59:59.999Z"));
        assert_ne!(november, of("2026-12-01T00:00:00Z"));
        assert_ne!(november, of("2027-11-01T00:00:00Z"));
        assert_eq!(november, of("2026-11-15T12:00:00Z"), "the key is the same after the clock is set back");
    }

    #[test]
    fn a_pseudonym_depends_on_kind_and_installation_and_does_not_contain_its_input() {
        let (one, other) = (Keyring::generate(&SystemRandom), Keyring::generate(&SystemRandom));
        let (names, theirs) = (Pseudonyms::new(&one), Pseudonyms::new(&other));
        let now = at("2026-11-01T00:00:00Z");
        let name = names.of(now, PseudonymKind::Network, b"203.0.113.9");
        assert!(name.len() == 16 && name.chars().all(|c| c.is_ascii_hexdigit()));
        assert_ne!(name, names.of(now, PseudonymKind::Network, b"203.0.113.8"));
        assert_ne!(name, names.of(now, PseudonymKind::Account, b"203.0.113.9"));
        assert_ne!(name, theirs.of(now, PseudonymKind::Network, b"203.0.113.9"));
    }
}
