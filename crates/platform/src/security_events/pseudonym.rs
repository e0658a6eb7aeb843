//! Names for people and networks that say nothing about them: keyed hashes whose key is another each calendar month.
//!
//! Lines of one month that are about the same account have the same pseudonym; lines of two months can't be put together
//! without the key file.

use crate::crypto::{
    Keyring,
    digest::{Purpose, keyed_hash},
    keyring::hex,
};
use jiff::{Timestamp, tz::TimeZone};
use std::sync::Mutex;
use zeroize::Zeroizing;

/// 64 bits: enough to tell a council's accounts apart in a month.
const BYTES: usize = 8;

/// What a pseudonym is of. The same text has another one for each.
#[derive(Clone, Copy, Debug)]
pub enum PseudonymKind {
    Account,
    /// An email address that has no account, by its hash.
    Address,
    Network,
    /// Somebody of the council.
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

/// Makes pseudonyms. The key of the month is kept, because it is needed for every line.
pub struct Pseudonyms {
    key: Zeroizing<Vec<u8>>,
    month: Mutex<(String, Zeroizing<Vec<u8>>)>,
}

impl Pseudonyms {
    pub fn new(keyring: &Keyring) -> Self {
        Self { key: Zeroizing::new(keyring.hash(Purpose::SecurityEvents, &[])), month: Mutex::default() }
    }

    /// The pseudonym at a time. Months are those of UTC, as in the time that a line begins with.
    pub fn of(&self, now: Timestamp, kind: PseudonymKind, value: &[u8]) -> String {
        let hash = keyed_hash(&self.key_of(now), &[kind.label(), value]);
        hex(hash.get(..BYTES).unwrap_or_default())
    }

    fn key_of(&self, now: Timestamp) -> Zeroizing<Vec<u8>> {
        let day = now.to_zoned(TimeZone::UTC).date();
        let month = format!("{:04}-{:02}", day.year(), day.month());
        // Somebody who panicked while holding the lock left a whole key or none.
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
    fn a_pseudonym_holds_for_a_calendar_month_and_no_longer() {
        let names = Pseudonyms::new(&Keyring::generate(&SystemRandom));
        let of = |time: &str| names.of(at(time), PseudonymKind::Account, b"a");
        let november = of("2026-11-01T00:00:00Z");
        assert_eq!(november, of("2026-11-30T23:59:59.999Z"));
        assert_ne!(november, of("2026-12-01T00:00:00Z"));
        assert_ne!(november, of("2027-11-01T00:00:00Z"));
        assert_eq!(november, of("2026-11-15T12:00:00Z"), "a clock that goes back finds the same key");
    }

    #[test]
    fn a_pseudonym_is_of_one_thing_in_one_installation_and_does_not_hold_it() {
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
