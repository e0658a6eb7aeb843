//! Which passwords are allowed: long ones, of any characters, that nobody would try first. There are no rules about
//! capitals and digits, which make passwords harder for people but not for machines. See docs/passwords.md for details.

mod breached;
mod guesses;

use super::inputs::Names;
use ports::StepError;
use unicode_normalization::UnicodeNormalization;

const SHORTEST: usize = 12;
const LONGEST: usize = 128;
const MOST_BYTES: usize = 512;
/// A known word with up to this many characters around it is still a known word.
const AROUND: usize = 8;

/// Words of this service and of phrases about passwords. zxcvbn knows common words in general.
const WORDS: &str = "account admin administrator adult adults and angel baby care carer carers change changeme city \
     computer council email england for form forms gateway guest hello help home house iloveyou internet is letmein \
     login logon london love may me my name nhs online pass passcode passphrase password passwort please portal qwerty \
     scotland secret secure security service services signin social system temp temporary test testing the this united \
     user wales welcome word your";

/// What is known about the person and the council, and must not be the password.
pub struct PasswordContext {
    pub email: String,
    pub names: Names,
    pub council: String,
}

/// Whether a password has an allowed length.
pub fn check_length(password: &str) -> Result<(), StepError> {
    let normal: String = password.nfc().take(LONGEST + 1).collect();
    match normal.chars().count() {
        0 => Err(StepError::PasswordMissing),
        1..SHORTEST => Err(StepError::PasswordShort),
        SHORTEST..=LONGEST if normal.len() <= MOST_BYTES => Ok(()),
        _ => Err(StepError::PasswordLong),
    }
}

/// Whether a password is allowed. Takes milliseconds, so it belongs in a turn of the hasher.
pub fn check(password: &str, known: &PasswordContext) -> Result<(), StepError> {
    check_length(password)?;
    let password = password.nfc().collect::<String>().to_lowercase();
    let own = own_words(known);
    let guessable = breached::is_listed(&password)
        || is_email(&password, &known.email.to_lowercase())
        || is_of_known_words(&password, &own)
        || guesses::is_guessable(&password, &own.iter().map(String::as_str).collect::<Vec<_>>());
    if guessable { Err(StepError::PasswordCommon) } else { Ok(()) }
}

/// Whether it is the email address, or the part before the `@`, with little around it.
fn is_email(password: &str, email: &str) -> bool {
    let local = email.split('@').next().unwrap_or(email);
    let rest = password.chars().count().saturating_sub(local.chars().count());
    !local.is_empty() && (password.contains(email) || password.contains(local) && rest <= AROUND)
}

/// Whether it is nothing but known words, with or without digits for letters, and with a few digits and marks around
/// them: `Northmere-Council-2026!`, `p4ssw0rd1234`, the person's own name. zxcvbn rates three of these words in a row
/// as hard to guess, even if it is given them.
fn is_of_known_words(password: &str, own: &[String]) -> bool {
    let core = password.trim_matches(|c: char| !c.is_alphabetic());
    let around = password.chars().count() - core.chars().count();
    let words: Vec<&str> = WORDS.split_whitespace().chain(own.iter().map(String::as_str)).collect();
    let letters = |one| breached::with_letters(core, one).chars().filter(|c| c.is_alphabetic()).collect::<String>();
    around <= AROUND && ['i', 'l'].into_iter().any(|one| is_made_of(&letters(one), &words))
}

/// The words in what is known about this person and this council.
fn own_words(known: &PasswordContext) -> Vec<String> {
    let texts = [&known.email, &known.names.first, &known.names.last, &known.council];
    let lower = texts.map(|text| text.to_lowercase());
    let words = lower.iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.chars().count() >= 3).map(str::to_owned).collect()
}

/// Whether a text is nothing but words from a list, one after the other.
fn is_made_of(text: &str, words: &[&str]) -> bool {
    // The positions up to which the text is made of words, found from the left.
    let mut reached = vec![0];
    let mut next = 0;
    while let Some(at) = reached.get(next).copied() {
        let rest = text.get(at..).unwrap_or_default();
        let ends = words.iter().filter(|word| rest.starts_with(**word)).map(|word| at + word.len());
        for end in ends {
            if !reached.contains(&end) {
                reached.push(end);
            }
        }
        next += 1;
    }
    !text.is_empty() && reached.contains(&text.len())
}

#[cfg(test)]
mod tests;
