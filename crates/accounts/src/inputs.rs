//! Parses what people type on the pages of accounts. Code that gets the parsed values can trust them.

use notifications::domains::{with_ascii_domain, with_unicode_domain};
use platform::crypto::{Keyring, digest::Purpose};
use ports::StepError;
use unicode_normalization::UnicodeNormalization;
use values::{
    characters::{one_line, trimmed},
    tidy,
};

const NAME_MOST: usize = 100;

/// An email address: as it was typed, for sending, and hashed, for counting and finding.
pub struct Email {
    pub address: String,
    pub index: Vec<u8>,
    /// Its hashes under every pepper in use, and in every spelling that an account may be stored in.
    pub indexes: Vec<Vec<u8>>,
}

impl Email {
    /// The address of an account, to find it by.
    pub fn parse(keyring: &Keyring, text: &str) -> Result<Self, StepError> {
        if tidy::plain(text).is_empty() {
            return Err(StepError::EmailMissing);
        }
        let address: String = values::email(text).ok_or(StepError::EmailInvalid)?.nfc().collect();
        let mut email = Self::of(keyring, address);
        // Accounts from before addresses were tidied have what was typed then: curly quotes, full-width letters.
        let untidied: String = trimmed(text).nfc().collect();
        if untidied != email.address {
            email.indexes.extend(email_indexes(keyring, &untidied));
        }
        Ok(email)
    }

    /// An address to send messages to from now on. Providers carry only plain letters before the `@`.
    pub fn parse_new(keyring: &Keyring, text: &str) -> Result<Self, StepError> {
        let email = Self::parse(keyring, text)?;
        let in_ascii = with_ascii_domain(&email.address).ok_or(StepError::EmailInvalid)?;
        let is_top_level = |ending: &str| ending.len() > 1 && !ending.bytes().all(|byte| byte.is_ascii_digit());
        if !in_ascii.rsplit('.').next().is_some_and(is_top_level) {
            return Err(StepError::EmailInvalid);
        }
        if in_ascii.is_ascii() { Ok(email) } else { Err(StepError::EmailLetters) }
    }

    /// An address that was parsed before.
    pub fn of(keyring: &Keyring, address: String) -> Self {
        let index = email_index(keyring, &address);
        Self { indexes: email_indexes(keyring, &address), index, address }
    }
}

/// The hash by which an address is found, in lower case: nobody remembers which capitals they typed.
pub fn email_index(keyring: &Keyring, address: &str) -> Vec<u8> {
    keyring.hash(Purpose::Email, &[canonical(address).as_bytes()])
}

/// The same under every pepper in use, and of the spellings that accounts were stored in before: with the domain as it
/// was typed, in Unicode or punycode.
pub fn email_indexes(keyring: &Keyring, address: &str) -> Vec<Vec<u8>> {
    let mut spellings = vec![canonical(address), address.to_lowercase()];
    spellings.extend(with_ascii_domain(&canonical(address)));
    spellings.dedup();
    spellings.iter().flat_map(|spelling| keyring.hashes(Purpose::Email, &[spelling.as_bytes()])).collect()
}

fn canonical(address: &str) -> String {
    with_unicode_domain(address).to_lowercase()
}

/// A person's names, tidied: single spaces within, none around, and no characters that change the text direction.
/// Somebody who has one name only has it as their first.
#[derive(Clone)]
pub struct Names {
    pub first: String,
    pub last: String,
}

impl Names {
    pub fn parse(first: &str, last: &str) -> Result<Self, StepError> {
        match (name(first)?, name(last)?) {
            (first, last) if first.is_empty() && last.is_empty() => Err(StepError::NameMissing),
            (first, last) if first.is_empty() => Ok(Self { first: last, last: first }),
            (first, last) => Ok(Self { first, last }),
        }
    }
}

fn name(text: &str) -> Result<String, StepError> {
    let name = one_line(&text.nfc().collect::<String>());
    if name.chars().count() > NAME_MOST { Err(StepError::NameLong) } else { Ok(name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::random::SystemRandom;

    fn keyring() -> Keyring {
        Keyring::generate(&SystemRandom)
    }

    #[test]
    fn an_email_address_is_found_in_any_case_and_stored_as_typed() {
        let keyring = keyring();
        let parse = |text: &str| Email::parse(&keyring, text).map(|email| (email.address, email.index));
        let (address, index) = parse("  Ann.Lee@Example.com ").unwrap();
        assert_eq!(address, "Ann.Lee@Example.com");
        assert_eq!(parse("ann.lee@example.COM").unwrap().1, index);
        assert_ne!(parse("annlee@example.com").unwrap().1, index);
        // An accented letter is the same whether it is one character or two.
        assert_eq!(parse("si\u{e2}n@example.com").unwrap().1, parse("sia\u{302}n@example.com").unwrap().1);
        // Invisible characters are dropped, except one that turns the order of reading and hides what it says.
        assert_eq!(parse("\u{202a}ann@example.com\u{202c}\u{200b}").unwrap().0, "ann@example.com");
        assert_eq!(parse("ann\u{202e}moc@elpmaxe.com").err(), Some(StepError::EmailInvalid));
        assert_eq!(parse("ann@example.com\0").err(), Some(StepError::EmailInvalid));
        assert_eq!(parse("\u{202e}").err(), Some(StepError::EmailMissing));
        assert_eq!(parse(" ").err(), Some(StepError::EmailMissing));
        assert_eq!(parse("ann").err(), Some(StepError::EmailInvalid));
    }

    #[test]
    fn a_new_email_address_can_be_sent_to() {
        let keyring = keyring();
        let parse = |text: &str| Email::parse_new(&keyring, text).map(|email| email.address);
        assert_eq!(parse("tam\u{200b}sin@example.com"), Ok("tamsin@example.com".into()));
        assert_eq!(parse("o’brien@example.com"), Ok("o'brien@example.com".into()));
        assert_eq!(parse("tam@exämple.com"), Ok("tam@exämple.com".into()), "sent to in punycode, shown as typed");
        assert_eq!(parse("siân@example.com"), Err(StepError::EmailLetters));
        assert_eq!(parse("siân@exämple.com"), Err(StepError::EmailLetters));
        for invalid in ["tam@example.c", "tam@192.168.0.10", "tam@example"] {
            assert_eq!(parse(invalid), Err(StepError::EmailInvalid), "{invalid}");
        }
    }

    #[test]
    fn accounts_stored_in_another_spelling_are_found() {
        let keyring = keyring();
        // As it was before addresses were tidied.
        let stored_as = |address: &str| keyring.hash(Purpose::Email, &[address.to_lowercase().as_bytes()]);
        let finds = |typed: &str, stored: &str| Email::parse(&keyring, typed).unwrap().indexes.contains(&stored_as(stored));
        for (typed, stored) in [
            ("Ann@Example.com", "ann@example.com"),
            ("o’brien@example.com", "o’brien@example.com"),
            (" o’brien@example.com\u{200b}", "o’brien@example.com"),
            ("siân@example.com", "siân@example.com"),
            ("tam@exämple.com", "tam@exämple.com"),
            ("tam@xn--exmple-cua.com", "tam@exämple.com"),
            ("tam@exämple.com", "tam@xn--exmple-cua.com"),
            ("TAM@XN--EXMPLE-CUA.COM", "tam@xn--exmple-cua.com"),
        ] {
            assert!(finds(typed, stored), "{typed} {stored}");
        }
        assert!(!finds("o'brien@example.com", "o’brien@example.com"), "may be somebody else's mailbox");
        let index = |text: &str| Email::parse(&keyring, text).unwrap().index;
        assert_eq!(index("tam@exämple.com"), index("tam@xn--exmple-cua.com"), "tries are counted together");
        assert_eq!(Email::parse(&keyring, "ann@example.com").unwrap().indexes.len(), 1);
    }

    #[test]
    fn names_have_one_to_a_hundred_letters() {
        let parse = |first: &str, last: &str| Names::parse(first, last).map(|names| (names.first, names.last));
        assert_eq!(parse(" Siân  Mair\n", "O'Neill-Lee"), Ok(("Siân Mair".into(), "O'Neill-Lee".into())));
        assert_eq!(parse("a\u{0}\u{7}b", "李"), Ok(("a b".into(), "李".into())));
        assert_eq!(parse("\u{202e}nnA\u{202c}", "Lee\u{200b}"), Ok(("nnA".into(), "Lee".into())));
        assert_eq!(parse("علی\u{200c}رضا", "Lee").unwrap().0, "علی\u{200c}رضا");
        assert!(parse(&"â".repeat(100), "Lee").is_ok());
        assert_eq!(parse("Ann", &"â".repeat(101)), Err(StepError::NameLong));
    }

    #[test]
    fn one_name_is_enough() {
        let parse = |first: &str, last: &str| Names::parse(first, last).map(|names| (names.first, names.last));
        for (first, last) in [("Suharto", ""), ("", "Suharto"), ("\u{200b}", " Suharto"), ("Suharto", "\u{202e}\u{2069}")] {
            assert_eq!(parse(first, last), Ok(("Suharto".into(), String::new())));
        }
        for (first, last) in [("", ""), (" \t", "\u{200b}"), ("\u{202e}\u{2069}", "\u{3164}")] {
            assert_eq!(parse(first, last), Err(StepError::NameMissing));
        }
    }
}
