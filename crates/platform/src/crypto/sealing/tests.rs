use super::*;
use crate::{
    crypto::{keys::Keys, wrapping::KeyWrapping},
    random::SystemRandom,
};
use std::{collections::BTreeSet, sync::Arc};

const HERE: SealContext<'_> = SealContext { table: "draft", row: "1", owner: "a" };

// ASVS V11.3.3
#[test]
fn a_record_opens_only_in_its_own_row() {
    let keyring = Keyring::generate(&SystemRandom);
    let sealed = keyring.seal(&SystemRandom, HERE, b"told nobody else").unwrap();
    assert_eq!(keyring.open(HERE, &sealed).unwrap(), b"told nobody else");
    for place in
        [SealContext { table: "submission", ..HERE }, SealContext { row: "2", ..HERE }, SealContext { owner: "b", ..HERE }]
    {
        assert!(keyring.open(place, &sealed).is_err());
    }
    assert!(Keyring::generate(&SystemRandom).open(HERE, &sealed).is_err());
}

// ASVS V11.3.3
#[test]
fn a_modified_or_truncated_record_does_not_open() {
    let keyring = Keyring::generate(&SystemRandom);
    let sealed = keyring.seal(&SystemRandom, HERE, b"text").unwrap();
    for index in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[index] ^= 1;
        assert!(keyring.open(HERE, &changed).is_err(), "byte {index}");
        assert!(keyring.open(HERE, &sealed[..index]).is_err(), "cut at {index}");
    }
    let mut changed = sealed.clone();
    changed[0] |= LONG_KEY;
    assert!(keyring.open(HERE, &changed).is_err());
}

#[test]
fn a_record_bound_to_its_row_opens_only_with_the_unchanged_row() {
    let keyring = Keyring::generate(&SystemRandom);
    let state = |columns: &[u8]| RowState { table: "draft", columns: columns.to_vec() };
    let sealed = keyring.seal(&SystemRandom, state(b"revision 2"), b"text").unwrap();
    assert_eq!(keyring.open(state(b"revision 2"), &sealed).unwrap(), b"text");
    assert!(keyring.open(state(b"revision 3"), &sealed).is_err());
    let earlier = keyring.seal(&SystemRandom, HERE, b"text").unwrap();
    assert!(keyring.open(RowState { table: "draft", columns: HERE.additional_data() }, &earlier).is_err());
}

// ASVS V11.3.4
#[test]
fn a_data_key_and_both_nonces_are_fresh_for_each_seal() {
    let keyring = Keyring::generate(&SystemRandom);
    let (mut wrapped, mut nonces) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..1000 {
        let sealed = keyring.seal(&SystemRandom, HERE, b"the same text").unwrap();
        let parts = Parts::of(&sealed).unwrap();
        wrapped.insert(parts.wrapped.to_vec());
        nonces.insert(parts.wrapped[..NONCE].to_vec());
        nonces.insert(parts.nonce.to_vec());
        let again = keyring.unwrap(&HERE, &parts, &HERE.additional_data()).unwrap();
        wrapped.insert(again.to_vec());
    }
    assert_eq!((wrapped.len(), nonces.len()), (2000, 2000));
}

// ASVS V11.2.2
#[test]
fn two_keys_work_together_and_a_rewrapped_record_needs_only_the_newer() {
    let old = Keys::generate(&SystemRandom);
    let keyring = Keyring::of(old.clone());
    let sealed = keyring.seal(&SystemRandom, HERE, b"text").unwrap();
    let both = Keyring::of(old.clone().with_new_key(&SystemRandom));
    assert_eq!(both.open(HERE, &sealed).unwrap(), b"text");
    let moved = both.rewrap(&SystemRandom, HERE, &sealed).unwrap().unwrap();
    assert_eq!((key_of(&sealed), key_of(&moved)), (Some(1), Some(2)));
    assert!(both.rewrap(&SystemRandom, HERE, &moved).unwrap().is_none());
    assert!(both.rewrap(&SystemRandom, SealContext { row: "2", ..HERE }, &sealed).is_err());
    let newer = Keyring::of((*both.keys()).clone().without_keys(&[1]));
    assert_eq!(newer.open(HERE, &moved).unwrap(), b"text");
    assert!(matches!(newer.open(HERE, &sealed), Err(SealError::UnknownKey { key: 1, .. })));
    assert!(Keyring::of(old).open(HERE, &moved).is_err());
}

/// A key management service, as an adapter might provide it: its wrapped keys are longer than ours, and it identifies
/// keys by number.
struct Service(Keys);

impl KeyWrapping for Service {
    fn current(&self) -> u32 {
        7000 + self.0.current()
    }

    fn wrap(&self, random: &dyn Random, data_key: &[u8; 32], bound: &[u8]) -> Result<Vec<u8>, WrapError> {
        Ok([&b"kms:"[..], &self.0.wrap(random, data_key, bound)?].concat())
    }

    fn unwrap(&self, key: u32, wrapped: &[u8], bound: &[u8]) -> Result<Secret, WrapError> {
        let number = key.checked_sub(7000).ok_or(WrapError::UnknownKey(key))?;
        self.0.unwrap(number, wrapped.strip_prefix(b"kms:").ok_or(WrapError::Failed)?, bound)
    }
}

// ASVS V13.3.1
#[test]
fn a_key_management_service_can_replace_the_key_file() {
    let file = Keys::generate(&SystemRandom);
    let by_file = Keyring::of(file.clone());
    let service = Keys::generate(&SystemRandom);
    let keyring = Keyring::of(file.clone()).with_wrapping(Arc::new(Service(service.clone())));
    let sealed = keyring.seal(&SystemRandom, HERE, b"text").unwrap();
    assert_eq!(key_of(&sealed), Some(7001));
    assert_eq!(keyring.open(HERE, &sealed).unwrap(), b"text");
    assert!(matches!(by_file.open(HERE, &sealed), Err(SealError::UnknownKey { key: 7001, .. })));
    let rotated = Keyring::of(file).with_wrapping(Arc::new(Service(service.with_new_key(&SystemRandom))));
    let moved = rotated.rewrap(&SystemRandom, HERE, &sealed).unwrap().unwrap();
    assert_eq!((key_of(&moved), rotated.open(HERE, &moved).unwrap()), (Some(7002), b"text".to_vec()));
    for index in 0..sealed.len() {
        assert!(keyring.open(HERE, &sealed[..index]).is_err(), "cut at {index}");
    }
}
