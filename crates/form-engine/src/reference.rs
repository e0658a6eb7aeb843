//! References that people read out on the phone: `ASC-7KQ2-M9TF`.

use std::fmt;
use values::tidy;

/// 31 letters and digits without look-alikes (no 0 and O, no 1, I and L). 31 is prime, so one check letter catches
/// every single wrong letter and every swap of two. Luhn and similar checks in libraries only do digits.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// Seven random letters, then the check letter: 27.5 thousand million references.
const RANDOM: usize = 7;

/// The reference of a submitted form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference(String);

impl Reference {
    /// Makes a reference from random bytes. `None` means try again with others: this keeps every letter equally likely.
    pub fn from_random(bytes: [u8; RANDOM]) -> Option<Self> {
        // 248 is the largest multiple of 31 in a byte.
        let letters: Vec<u8> = bytes.iter().map(|byte| (*byte < 248).then_some(byte % 31)).collect::<Option<_>>()?;
        Some(Self::with_check(&letters))
    }

    /// Reads a reference as people type it: any case, with or without its dashes.
    pub fn parse(text: &str) -> Option<Self> {
        let compact = tidy::identifier(text);
        let letters: Vec<u8> = compact.strip_prefix("ASC")?.bytes().map(index_of).collect::<Option<_>>()?;
        let (check, random) = letters.split_last()?;
        (random.len() == RANDOM && check_letter(random) == *check).then(|| Self::with_check(random))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn with_check(random: &[u8]) -> Self {
        let letters: String = random.iter().copied().chain([check_letter(random)]).map(letter_at).collect();
        let (first, second) = letters.split_at(4);
        Self(format!("ASC-{first}-{second}"))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The letter that makes the weighted sum a multiple of 31.
fn check_letter(random: &[u8]) -> u8 {
    let sum: usize = random.iter().enumerate().map(|(index, letter)| (index + 2) * usize::from(*letter)).sum();
    u8::try_from((31 - sum % 31) % 31).unwrap_or_default()
}

fn index_of(letter: u8) -> Option<u8> {
    ALPHABET.iter().position(|known| *known == letter).and_then(|index| u8::try_from(index).ok())
}

fn letter_at(index: u8) -> char {
    ALPHABET.get(usize::from(index)).copied().map_or('?', char::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn reference(bytes: [u8; RANDOM]) -> String {
        Reference::from_random(bytes).map(|r| r.to_string()).unwrap_or_default()
    }

    proptest! {
        #[test]
        fn every_reference_is_parsed_however_it_is_typed(bytes in proptest::array::uniform7(0_u8..248)) {
            let text = reference(bytes);
            for typed in [text.clone(), text.to_lowercase(), text.replace('-', " ")] {
                prop_assert_eq!(Reference::parse(&typed).map(|r| r.to_string()), Some(text.clone()));
            }
        }

        #[test]
        fn one_wrong_letter_or_a_swap_is_found(bytes in proptest::array::uniform7(0_u8..248), at in 0_usize..8, other in 0_usize..31, swap in 0_usize..7) {
            let text = reference(bytes);
            let letters: Vec<u8> = text.bytes().skip(4).filter(|b| *b != b'-').collect();
            let typed = |letters: &[u8]| Reference::parse(&format!("ASC{}", String::from_utf8_lossy(letters)));
            let mut wrong = letters.clone();
            wrong[at] = ALPHABET[other];
            prop_assert!(wrong == letters || typed(&wrong).is_none());
            let mut swapped = letters.clone();
            swapped.swap(swap, swap + 1);
            prop_assert!(swapped == letters || typed(&swapped).is_none());
        }
    }

    #[test]
    fn bytes_that_would_bias_letters_are_rejected() {
        assert_eq!(Reference::from_random([255; RANDOM]), None);
    }
}
