//! The passwords of 12 and more characters that were found in breaches. `breached.bin` holds the first eight bytes of
//! the SHA-256 of each, sorted; `scripts/breached-passwords.sh` makes it, and docs/passwords.md lists the sources. With
//! 55,068 entries, the chance of a false match is 1 in 3 × 10¹⁴.

use sha2::{Digest as _, Sha256};
use std::collections::HashSet;

static LIST: &[u8] = include_bytes!("breached.bin");

/// Characters that people put around a password or between its words to make it look different.
fn is_mark(c: char) -> bool {
    !c.is_alphabetic()
}

/// Whether a password, in lower case and NFC, is on the list: as it is, without the separators between its words,
/// without the digits and marks around it, or with letters for the digits and marks that often stand for them.
pub fn is_listed(password: &str) -> bool {
    forms(password).iter().any(|form| contains(form))
}

fn forms(password: &str) -> HashSet<String> {
    let joined: String = password.chars().filter(|c| !matches!(c, ' ' | '-' | '_' | '.' | ',')).collect();
    let mut forms = HashSet::new();
    for text in [password, &joined] {
        for cut in [text, text.trim_end_matches(is_mark), text.trim_matches(is_mark)] {
            forms.insert(cut.to_owned());
            forms.extend(['i', 'l'].map(|one| with_letters(cut, one)));
        }
    }
    forms
}

/// Replaces digits and marks by the letters that they often stand for. `1` may be an `i` or an `l`.
pub fn with_letters(text: &str, one: char) -> String {
    let letter = |c| match c {
        '0' => 'o',
        '1' | '!' => one,
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        c => c,
    };
    text.chars().map(letter).collect()
}

fn contains(password: &str) -> bool {
    let digest = Sha256::digest(password.as_bytes());
    let (prefixes, _) = LIST.as_chunks::<8>();
    digest.first_chunk::<8>().is_some_and(|prefix| prefixes.binary_search(prefix).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    #[test]
    fn the_list_is_complete_and_sorted() {
        let (prefixes, rest) = LIST.as_chunks::<8>();
        assert_eq!((prefixes.len(), rest.len()), (55_068, 0), "docs/passwords.md says how many there are");
        assert!(prefixes.is_sorted());
        for password in include_str!("local_additions.txt").lines().filter(|line| !line.starts_with('#')) {
            assert!(password.chars().count() >= super::super::SHORTEST, "{password} would be refused anyway");
            assert!(contains(password), "{password}: run scripts/breached-passwords.sh");
        }
    }

    #[test]
    fn disguised_breached_passwords_are_found() {
        for password in [
            "entertainment",
            "entertainment1!",
            "2026entertainment!!",
            "enter-tain.ment",
            "3nt3rt4inm3nt",
            "manchester united",
            "m4nch3st3rUn1ted".to_lowercase().as_str(),
        ] {
            assert!(is_listed(password), "{password}");
        }
        assert!(!is_listed("entertainment otter"));
    }

    /// Twelve hashes and searches. Even a hundred times as long as without optimisation would be no burden.
    #[test]
    fn a_lookup_takes_microseconds() {
        let password = "a password of sixty-four characters that nobody has, 1947 & 2026";
        let start = Instant::now();
        let found = (0..1_000).filter(|_| is_listed(password)).count();
        let each = start.elapsed() / 1_000;
        println!("is_listed: {each:?} each");
        assert_eq!(found, 0);
        assert!(each.as_micros() < 5_000, "{each:?}");
    }
}
