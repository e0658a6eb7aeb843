//! Reading what people type: dates, money, numbers, and the numbers the state gives out.

use jiff::civil::Date;

/// Why three inputs don't make a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    Empty,
    /// Which parts are missing.
    Missing(Vec<&'static str>),
    NotReal,
}

/// Reads a date from its three inputs. A month may be a number, a name or its first three letters.
pub fn date(day: &str, month: &str, year: &str) -> Result<Date, DateProblem> {
    let parts = [("day", day.trim()), ("month", month.trim()), ("year", year.trim())];
    let missing: Vec<&'static str> = parts.iter().filter(|(_, value)| value.is_empty()).map(|(name, _)| *name).collect();
    match missing.len() {
        0 => {}
        3 => return Err(DateProblem::Empty),
        _ => return Err(DateProblem::Missing(missing)),
    }
    let read = || {
        let year = (year.trim().len() == 4).then(|| digits(year)).flatten()?;
        Date::new(i16::try_from(year).ok()?, month_number(month)?, i8::try_from(digits(day)?).ok()?).ok()
    };
    read().ok_or(DateProblem::NotReal)
}

fn digits(text: &str) -> Option<u32> {
    let text = text.trim();
    (!text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn month_number(text: &str) -> Option<i8> {
    if let Some(number) = digits(text) {
        return i8::try_from(number).ok();
    }
    let text = text.trim().to_lowercase();
    let is_meant = |name: &str| name == text || (text.len() <= 4 && name.starts_with(&text));
    let position = MONTHS.iter().position(|names| text.len() >= 3 && names.iter().any(|name| is_meant(name)))?;
    i8::try_from(position + 1).ok()
}

/// What people call the months, in English and in Welsh: somebody may read the one and write the other.
const MONTHS: [[&str; 2]; 12] = [
    ["january", "ionawr"],
    ["february", "chwefror"],
    ["march", "mawrth"],
    ["april", "ebrill"],
    ["may", "mai"],
    ["june", "mehefin"],
    ["july", "gorffennaf"],
    ["august", "awst"],
    ["september", "medi"],
    ["october", "hydref"],
    ["november", "tachwedd"],
    ["december", "rhagfyr"],
];

/// Reads a sum in pounds as pence: `1200`, `£1,200.50`, `1 200`.
pub fn money(text: &str) -> Option<i64> {
    let text: String = text.trim().trim_start_matches('£').chars().filter(|c| *c != ',' && !c.is_whitespace()).collect();
    let (pounds, pence) = text.split_once('.').unwrap_or((&text, ""));
    let pounds = i64::from(digits(pounds)?);
    let pence = match pence.len() {
        0 => 0,
        1 => i64::from(digits(pence)?) * 10,
        2 => i64::from(digits(pence)?),
        _ => return None,
    };
    Some(pounds * 100 + pence)
}

/// Pence as people read them: `£1,200` or `£1,200.50`.
pub fn money_in_words(pence: i64) -> String {
    let pounds = grouped(pence / 100);
    match pence % 100 {
        0 => format!("£{pounds}"),
        rest => format!("£{pounds}.{rest:02}"),
    }
}

fn grouped(number: i64) -> String {
    let text = number.to_string();
    let mut out = String::new();
    for (index, digit) in text.chars().enumerate() {
        if index > 0 && (text.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Reads a whole number, with commas or blanks between thousands if people put them there.
pub fn whole_number(text: &str) -> Option<i64> {
    let text: String = text.trim().chars().filter(|c| *c != ',' && !c.is_whitespace()).collect();
    let (negative, rest) = text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
    let number = i64::from(digits(rest)?);
    Some(if negative { -number } else { number })
}

/// Stands here until measures are read.
pub fn length(text: &str) -> Option<i64> {
    whole_number(text)?.checked_mul(10)
}

/// Stands here until measures are read.
pub fn weight(text: &str) -> Option<i64> {
    whole_number(text)?.checked_mul(1000)
}

/// A National Insurance number in capitals without blanks, if it has the right shape.
///
/// Prefix letters that are never given out follow HM Revenue & Customs' manual NIM39110.
pub fn national_insurance(text: &str) -> Option<String> {
    let text: String = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
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
    let compact: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
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

/// A postcode in capitals with its blank, if it has the shape of one.
pub fn postcode(text: &str) -> Option<String> {
    let text: String = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    if !(5..=7).contains(&text.len()) {
        return None;
    }
    let (outward, inward) = text.split_at(text.len() - 3);
    let inward_ok =
        matches!(inward.as_bytes(), [d, a, b] if d.is_ascii_digit() && a.is_ascii_uppercase() && b.is_ascii_uppercase());
    let outward_ok =
        outward.as_bytes().first().is_some_and(u8::is_ascii_uppercase) && outward.bytes().any(|b| b.is_ascii_digit());
    (inward_ok && outward_ok).then(|| format!("{outward} {inward}"))
}

/// Whether something has the shape of an email address: one `@`, a dotted domain, no blanks, at most 254 characters.
pub fn is_email(text: &str) -> bool {
    let text = text.trim();
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let domain_ok = domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    let local_ok = !local.is_empty()
        && local.len() <= 64
        && !local.contains('@')
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"(),:;<>[]\\\"".contains(c));
    text.len() <= 254 && domain_ok && local_ok
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_read_in_the_ways_people_write_them() {
        for month in ["3", "03", "march", "March", " mar ", "Mawrth", "maw"] {
            assert_eq!(date("3", month, "1947").map(|date| date.to_string()), Ok("1947-03-03".into()), "{month}");
        }
        assert_eq!(date("", "", " "), Err(DateProblem::Empty));
        assert_eq!(date("3", "", "1947"), Err(DateProblem::Missing(vec!["month"])));
        for (day, month, year) in
            [("31", "2", "2024"), ("3", "13", "1947"), ("3", "3", "47"), ("x", "3", "1947"), ("1", "m", "2000")]
        {
            assert_eq!(date(day, month, year), Err(DateProblem::NotReal), "{day} {month} {year}");
        }
        assert!(date("29", "2", "2024").is_ok());
    }

    #[test]
    fn money_is_read_to_the_penny() {
        for (text, pence) in [("1200", 120_000), ("£1,200.50", 120_050), ("0.5", 50), (" 1 200 ", 120_000)] {
            assert_eq!(money(text), Some(pence), "{text}");
        }
        for text in ["", "£", "abc", "-5", "1.234", "1.2.3", "99999999999"] {
            assert_eq!(money(text), None, "{text}");
        }
        assert_eq!(money_in_words(120_050), "£1,200.50");
        assert_eq!(money_in_words(1_425_000), "£14,250");
    }

    #[test]
    fn national_insurance_numbers_have_their_shape() {
        assert_eq!(national_insurance("jg 10 37 59 a"), Some("JG103759A".into()));
        for text in ["QQ123456C", "AB12345C", "AB123456E", "BG123456A", "", "é"] {
            assert_eq!(national_insurance(text), None, "{text}");
        }
    }

    #[test]
    fn nhs_numbers_carry_a_right_check_digit() {
        assert_eq!(nhs_number("943 476 5919"), Some("9434765919".into()));
        for text in ["943 476 5918", "94347659", "abcdefghij", ""] {
            assert_eq!(nhs_number(text), None, "{text}");
        }
    }

    #[test]
    fn postcodes_and_emails() {
        assert_eq!(postcode("nr1 3dh"), Some("NR1 3DH".into()));
        assert_eq!(postcode("sw1a1aa"), Some("SW1A 1AA".into()));
        assert_eq!(postcode("nowhere"), None);
        for good in ["ann@example.com", "o'neil+care@mail.example.org", "siân@example.cymru"] {
            assert!(is_email(good), "{good}");
        }
        for bad in
            ["", "ann", "ann@", "@example.com", "a b@example.com", "ann@example", "a@b@c.com", "ann@-x.com", "a..b@x.com"]
        {
            assert!(!is_email(bad), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_can_panic(text in "\\PC{0,40}") {
            let _ = (date(&text, &text, &text), money(&text), whole_number(&text), national_insurance(&text));
            let _ = (nhs_number(&text), postcode(&text), is_email(&text));
        }

        #[test]
        fn every_sum_reads_back(pence in 0_i64..10_000_000_000) {
            prop_assert_eq!(money(&money_in_words(pence)), Some(pence));
        }
    }
}
