//! Formats of official numbers. Postcodes are in `postcodes.rs`, email addresses in `emails.rs`.

use crate::tidy;

/// A National Insurance number in capitals without spaces, if it has the right format.
///
/// Prefix letters that are never issued follow HM Revenue & Customs' manual NIM39110.
pub fn national_insurance(text: &str) -> Option<String> {
    let is_letter = |place: usize| place < 2 || place == 8;
    let meant = |(place, sign): (usize, char)| if is_letter(place) { tidy::as_letter(sign) } else { tidy::as_digit(sign) };
    let text: String = tidy::identifier(text).chars().enumerate().map(meant).collect();
    let bytes = text.as_bytes();
    let [a, b, middle @ .., last] = bytes else { return None };
    let prefix_ok = a.is_ascii_uppercase()
        && b.is_ascii_uppercase()
        && !b"DFIQUV".contains(a)
        && !b"DFIOQUV".contains(b)
        && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&text.get(..2)?);
    let ok = prefix_ok && middle.len() == 6 && middle.iter().all(u8::is_ascii_digit) && (b'A'..=b'D').contains(last);
    ok.then_some(text)
}

/// An NHS number as ten digits, if its check digit is right (modulus 11, NHS Data Dictionary).
pub fn nhs_number(text: &str) -> Option<String> {
    let compact = tidy::digits(text)?;
    let numbers: Vec<u32> = compact.chars().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    let [first @ .., check] = numbers.as_slice() else { return None };
    if first.len() != 9 {
        return None;
    }
    let sum: u32 = first.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let expected = match 11 - sum % 11 {
        11 => 0,
        10 => return None,
        digit => digit,
    };
    (expected == *check).then_some(compact)
}
