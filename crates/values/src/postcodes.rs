//! Postcodes of the United Kingdom, with O for 0 and I for 1 put right where only the other can be meant.

use crate::tidy;

/// What may stand at a place of the first half of a postcode.
#[derive(Clone, Copy)]
enum Place {
    /// The first letter of an area.
    First,
    /// The second letter of an area.
    Second,
    /// A digit.
    Digit,
    /// The second digit of a district, which doesn't follow a 0.
    SecondDigit,
    /// The letter after the district, which is never an I or O.
    Suffix,
}

/// The formats of the first half: A9, A99, AA9, A9A, AA99, AA9A.
const FORMATS: [&[Place]; 6] = [
    &[Place::First, Place::Digit],
    &[Place::First, Place::Digit, Place::SecondDigit],
    &[Place::First, Place::Second, Place::Digit],
    &[Place::First, Place::Digit, Place::Suffix],
    &[Place::First, Place::Second, Place::Digit, Place::SecondDigit],
    &[Place::First, Place::Second, Place::Digit, Place::Suffix],
];

/// The areas, in inner London, with districts that end in a letter.
const WITH_SUFFIX: [&str; 8] = ["E", "N", "W", "EC", "NW", "SE", "SW", "WC"];

/// A postcode in capitals with its space, if it has the right format.
pub fn postcode(text: &str) -> Option<String> {
    let text = tidy::identifier(text);
    if !(5..=7).contains(&text.len()) {
        return None;
    }
    let (outward, inward) = text.split_at(text.len() - 3);
    let [digit, letters @ ..] = inward.as_bytes() else { return None };
    let digit = tidy::as_digit(char::from(*digit));
    let inward_ok = digit.is_ascii_digit() && letters.iter().all(u8::is_ascii_uppercase);
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let is_plausible =
        || outward.as_bytes().first().is_some_and(u8::is_ascii_uppercase) && outward.bytes().any(|b| b.is_ascii_digit());
    // A word without a digit isn't a postcode, whatever it could be put right to.
    let outward = outward_meant(outward).filter(|_| has_digit).or_else(|| is_plausible().then(|| outward.to_owned()))?;
    inward_ok.then(|| format!("{outward} {digit}{}", inward.get(1..).unwrap_or_default()))
}

/// The first half in the format that it fits with the fewest corrections.
fn outward_meant(typed: &str) -> Option<String> {
    let fitting = FORMATS.iter().filter_map(|format| in_format(typed, format));
    let (_, outward) = fitting.min_by_key(|(corrections, _)| *corrections)?;
    Some(outward)
}

/// The text in a format, and how many characters had to be corrected.
fn in_format(typed: &str, format: &[Place]) -> Option<(usize, String)> {
    if typed.len() != format.len() {
        return None;
    }
    let mut meant = String::with_capacity(typed.len());
    for (sign, place) in typed.chars().zip(format) {
        let sign = match place {
            Place::First | Place::Second => tidy::as_letter(sign),
            Place::Digit | Place::SecondDigit => tidy::as_digit(sign),
            Place::Suffix => sign,
        };
        let fits = match place {
            Place::First => sign.is_ascii_uppercase() && !"QVX".contains(sign),
            Place::Second => sign.is_ascii_uppercase() && !"IJZ".contains(sign),
            Place::Digit => sign.is_ascii_digit(),
            Place::SecondDigit => sign.is_ascii_digit() && !meant.ends_with('0'),
            Place::Suffix => {
                let area = meant.trim_end_matches(|sign: char| sign.is_ascii_digit());
                sign.is_ascii_uppercase() && !"IO".contains(sign) && WITH_SUFFIX.contains(&area)
            }
        };
        if !fits {
            return None;
        }
        meant.push(sign);
    }
    Some((typed.chars().zip(meant.chars()).filter(|(typed, meant)| typed != meant).count(), meant))
}
