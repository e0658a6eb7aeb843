//! Phone numbers that people are called on: of the United Kingdom or abroad, with an extension, or through Relay UK.
//! Numbers that security codes go to are checked more strictly, with a library on the server.

use crate::tidy::{as_digit, plain};

/// Why a text isn't a phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneProblem {
    /// It isn't a number.
    NotPhone,
    /// It is a number of the United Kingdom with too few or too many digits: this many, counted from its 0.
    Digits(usize),
}

/// Relay UK's prefixes, for people who type their side of a call or talk to somebody who does.
const RELAYS: [&str; 2] = ["18001", "18002"];
/// What may stand before an extension, in English and Welsh. The first that fits counts.
const EXTENSIONS: [&str; 9] = ["extension", "extn", "ext", "estyniad", "est", ";ext=", "x", "#", ","];
const LONGEST_EXTENSION: usize = 6;
/// How many digits a number abroad has with its country code: E.164, from the shortest in use.
const ABROAD: std::ops::RangeInclusive<usize> = 7..=15;
/// Area codes, without their 0, in which some numbers are a digit shorter than elsewhere (Ofcom's numbering plan).
const SHORT_AREAS: [u16; 41] = [
    1204, 1208, 1254, 1276, 1297, 1298, 1363, 1364, 1384, 1386, 1404, 1420, 1460, 1461, 1480, 1488, 1524, 1527, 1562, 1566,
    1606, 1629, 1635, 1647, 1659, 1695, 1697, 1726, 1744, 1750, 1768, 1827, 1837, 1884, 1900, 1905, 1935, 1946, 1949, 1963,
    1995,
];

/// Checks a number that somebody can be called on.
pub fn contact_phone(text: &str) -> Result<(), PhoneProblem> {
    let text = plain(text).to_lowercase();
    let number = without_relay(without_extension(text.trim_end_matches(['.', ',', ';']))?);
    let is_abroad = number.trim_start_matches('(').starts_with('+');
    let unbracketed = number.trim_start_matches(['(', '+']);
    // "+44 (0)1632 960001": the 0 in brackets is dialled only within the country.
    let number = if is_abroad || number.starts_with("00") { unbracketed.replace("(0)", "") } else { unbracketed.to_owned() };
    let digits: String = number.chars().filter(|sign| !" ()-./".contains(*sign)).map(as_digit).collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PhoneProblem::NotPhone);
    }
    let abroad = if is_abroad { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    match (abroad, digits.strip_prefix('0')) {
        (Some(number), _) => match number.strip_prefix("44") {
            Some(national) => of_uk(national.strip_prefix('0').unwrap_or(national)),
            None if ABROAD.contains(&number.len()) && !number.starts_with('0') => Ok(()),
            None => Err(PhoneProblem::NotPhone),
        },
        (None, Some(national)) => of_uk(national),
        // Without its first 0, or without the plus of its country code.
        (None, None) => match digits.strip_prefix("44").filter(|_| digits.len() > 10) {
            Some(national) => of_uk(national.strip_prefix('0').unwrap_or(national)),
            None if (10..=15).contains(&digits.len()) => Ok(()),
            None => Err(PhoneProblem::NotPhone),
        },
    }
}

/// The number before an extension.
fn without_extension(text: &str) -> Result<&str, PhoneProblem> {
    let Some(at) = text.find(['e', 'x', '#', ',', ';']) else { return Ok(text) };
    let (number, rest) = text.split_at(at);
    let after = EXTENSIONS.iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or_default();
    let extension = after.trim_start_matches([' ', '.', ':']);
    let ok = (1..=LONGEST_EXTENSION).contains(&extension.len()) && extension.bytes().all(|byte| byte.is_ascii_digit());
    if ok { Ok(number) } else { Err(PhoneProblem::NotPhone) }
}

/// The number after a prefix of Relay UK.
fn without_relay(text: &str) -> &str {
    let after = RELAYS.iter().find_map(|relay| text.strip_prefix(relay)).map(|after| after.trim_start_matches([' ', '-']));
    after.filter(|after| after.starts_with(['0', '+', '('])).unwrap_or(text)
}

/// Checks the digits of a number of the United Kingdom, without its 0.
fn of_uk(national: &str) -> Result<(), PhoneProblem> {
    let starts = |start: &str| national.starts_with(start);
    let area = || national.get(..4).and_then(|area| area.parse().ok());
    let ok = match national.len() {
        10 => true,
        9 => starts("800") || starts("500") || area().is_some_and(|area| SHORT_AREAS.contains(&area)),
        // Childline, and the old number of NHS Direct.
        7 => starts("8001111") || starts("845464"),
        _ => false,
    };
    if ok { Ok(()) } else { Err(PhoneProblem::Digits(national.len() + 1)) }
}
