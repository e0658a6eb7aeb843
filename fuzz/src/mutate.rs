//! Random mutation of inputs, without coverage guidance. The same seed gives the same inputs.

use rand::{Rng, rngs::StdRng, seq::IndexedRandom};

/// Bytes that are special to parsers.
const EDGES: [u8; 16] = [0, 1, 9, 10, 13, 32, b'%', b'&', b'+', b'/', b'=', b'"', 127, 128, 0xc3, 255];

/// The input with one to four random changes.
pub fn changed(input: &[u8], others: &[Vec<u8>], words: &[&str], rng: &mut StdRng) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..rng.random_range(1..=4) {
        change(&mut bytes, others, words, rng);
    }
    bytes.truncate(crate::LARGEST);
    bytes
}

fn change(bytes: &mut Vec<u8>, others: &[Vec<u8>], words: &[&str], rng: &mut StdRng) {
    let at = rng.random_range(0..=bytes.len());
    let end = rng.random_range(at..=bytes.len().min(at + 32));
    match rng.random_range(0..8) {
        0 => flip(bytes, at, rng),
        1 => drop(bytes.drain(at..end)),
        2 => {
            let copied: Vec<u8> = bytes.drain(at..end).collect();
            let to = rng.random_range(0..=bytes.len());
            bytes.splice(to..to, copied.repeat(rng.random_range(1..=3)));
        }
        3 => drop(bytes.splice(at..end, EDGES.choose(rng).copied())),
        4 => bytes.truncate(at),
        5 => {
            let other = others.choose(rng).map(Vec::as_slice).unwrap_or_default();
            let from = rng.random_range(0..=other.len());
            bytes.truncate(at);
            bytes.extend(other.get(from..).unwrap_or_default());
        }
        _ => drop(bytes.splice(at..end, words.choose(rng).copied().unwrap_or_default().bytes())),
    }
}

fn flip(bytes: &mut [u8], at: usize, rng: &mut StdRng) {
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << rng.random_range(0..8);
    }
}
