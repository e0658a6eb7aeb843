//! A number in digits within a text.

/// A number as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenNumber<'t> {
    /// At most [`TOO_LARGE`].
    pub whole: i64,
    /// The digits after the point.
    pub decimals: &'t str,
    /// Whether it may have been meant a hundred times larger: "12,00" may be 12.00 or a slip for 1,200.
    pub is_doubtful: bool,
}

/// Stands for every larger number: no answer is that large.
pub const TOO_LARGE: i64 = 1_000_000_000_000;

/// What may separate thousands. A space or an apostrophe can't where they divide feet from inches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thousands {
    Any,
    Comma,
}

/// The number at the start of a text, and what follows it.
pub fn number(text: &str, thousands: Thousands) -> Option<(WrittenNumber<'_>, &str)> {
    let is_part = |sign: char| match sign {
        ' ' | '\'' => thousands == Thousands::Any,
        _ => sign.is_ascii_digit() || matches!(sign, '.' | ','),
    };
    let run = text.get(..text.find(|sign| !is_part(sign)).unwrap_or(text.len()))?;
    let run = run.trim_end_matches([' ', '\'', '.', ',']);
    Some((read(run)?, text.get(run.len()..)?))
}

fn read(run: &str) -> Option<WrittenNumber<'_>> {
    let (before, decimals) = divided(run);
    let whole = if before.is_empty() && !decimals.is_empty() { 0 } else { grouped(before)? };
    let has_comma_only = is_digits(before) && run.get(before.len()..).is_some_and(|rest| rest.starts_with(','));
    let is_doubtful = has_comma_only && whole > 0 && !decimals.is_empty() && decimals.bytes().all(|digit| digit == b'0');
    is_digits(decimals).then_some(WrittenNumber { whole, decimals, is_doubtful })
}

/// A comma before one or two digits at the end is a decimal comma: too few digits follow for thousands.
fn divided(run: &str) -> (&str, &str) {
    if let Some(both) = run.split_once('.') {
        return both;
    }
    match run.split_once(',') {
        Some((whole, decimals)) if matches!(decimals.len(), 1 | 2) => (whole, decimals),
        _ => (run, ""),
    }
}

/// Digits in one run, or in groups of three with the same separator.
fn grouped(text: &str) -> Option<i64> {
    let Some(sign) = text.chars().find(|sign| !sign.is_ascii_digit()) else { return value(text) };
    let (first, rest) = text.split_once(sign)?;
    // "0,500" may be a half.
    let begins = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let goes_on = rest.split(sign).all(|group| group.len() == 3 && is_digits(group));
    let digits: String = text.chars().filter(|own| *own != sign).collect();
    if begins && goes_on { value(&digits) } else { None }
}

fn value(digits: &str) -> Option<i64> {
    if digits.is_empty() {
        return None;
    }
    let number: i64 = digits.bytes().fold(0, |sum: i64, digit| {
        sum.saturating_mul(10).saturating_add(i64::from(digit.saturating_sub(b'0'))).min(TOO_LARGE)
    });
    Some(number)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
