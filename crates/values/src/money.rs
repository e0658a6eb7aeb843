//! Sums of money, as whole pence rather than floating point.

use super::{
    folded::{bare, folded, goes_on, signed},
    numbers::{format_number, spelt},
    written::{Thousands, WrittenNumber, number},
};

/// Why a text isn't a sum of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyProblem {
    /// It isn't an amount.
    NotMoney,
    /// Below zero.
    Negative,
    /// More than two decimal places.
    TooExact,
    /// "12,00", which may be £12 or a slip for £1,200.
    CommaForPoint,
    /// Another currency.
    NotPounds,
    /// "£100 to £150".
    Several,
    /// More than [`MOST_PENCE`].
    TooLarge,
}

/// The largest sum accepted.
pub const MOST_PENCE: i64 = 99_999_999_999;

/// Reads a sum as pence: `1200`, `£1,200.50`, `1200 pounds`, `50p`, `1.2k`.
pub fn read_money(text: &str) -> Result<i64, MoneyProblem> {
    let text = folded(text);
    if is_foreign(&text) {
        return Err(MoneyProblem::NotPounds);
    }
    let (is_negative, has_sign, sum) = without_signs(&text);
    if bare(sum).is_empty() {
        return Err(MoneyProblem::NotMoney);
    }
    let pence = match spelt(bare(sum)) {
        Some(0) => 0,
        _ => pence(sum, has_sign)?,
    };
    match pence {
        1.. if is_negative => Err(MoneyProblem::Negative),
        _ if pence > MOST_PENCE => Err(MoneyProblem::TooLarge),
        _ => Ok(pence),
    }
}

/// Reads a sum as pence, if it is one.
pub fn money(text: &str) -> Option<i64> {
    read_money(text).ok()
}

/// Pence as people read them: `£1,200` or `£1,200.50`.
pub fn format_money(pence: i64) -> String {
    let minus = if pence < 0 { "-" } else { "" };
    let pounds = format_number((pence / 100).saturating_abs());
    match (pence % 100).abs() {
        0 => format!("{minus}£{pounds}"),
        rest => format!("{minus}£{pounds}.{rest:02}"),
    }
}

fn is_foreign(text: &str) -> bool {
    text.contains(['€', '$', '¥', '₹'])
        || text.split(|sign: char| !sign.is_alphabetic()).any(|word| {
            matches!(word, "eur" | "euro" | "euros" | "ewro" | "usd" | "dollar" | "dollars" | "rupee" | "rupees" | "zloty")
        })
}

/// Whether it is negative, whether it starts with a pound sign, and the rest. A minus may be on either side of the
/// pound sign.
fn without_signs(text: &str) -> (bool, bool, &str) {
    let (before, text) = signed(text);
    let sum = text.strip_prefix('£').or_else(|| text.strip_prefix("gbp"));
    let (after, rest) = signed(sum.unwrap_or(text).trim_start());
    (before || after, sum.is_some(), rest)
}

fn pence(text: &str, has_sign: bool) -> Result<i64, MoneyProblem> {
    let (written, rest) = number(text, Thousands::Any).ok_or(MoneyProblem::NotMoney)?;
    let rest = rest.trim_start();
    if goes_on(rest) {
        return Err(MoneyProblem::Several);
    }
    if written.is_doubtful {
        return Err(MoneyProblem::CommaForPoint);
    }
    match word(rest) {
        ("", "") => in_pounds(written),
        ("k" | "thousand", after) if after.is_empty() || is_pounds(after) => in_thousands(written),
        ("p" | "pence" | "penny" | "ceiniog" | "geiniog", "") => in_pence(written, has_sign),
        (pounds, "") if is_pounds(pounds) => in_pounds(written),
        (pounds, after) if is_pounds(pounds) && written.decimals.is_empty() => {
            let over = small(after).ok_or(MoneyProblem::NotMoney)?;
            Ok(in_pounds(written)? + over)
        }
        _ => Err(MoneyProblem::NotMoney),
    }
}

/// The word or sign at the start of a text, and what follows it.
fn word(text: &str) -> (&str, &str) {
    let text = bare(text);
    // Welsh counts "o bunnoedd".
    let text = text.strip_prefix("o ").unwrap_or(text);
    let end = text.find(|sign: char| sign != '£' && !sign.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    (word, bare(rest))
}

fn is_pounds(word: &str) -> bool {
    matches!(word, "£" | "pound" | "pounds" | "quid" | "gbp" | "punt" | "bunt" | "punnoedd" | "bunnoedd" | "bunnau")
}

/// The pence of "5 pounds and 50 pence".
fn small(text: &str) -> Option<i64> {
    let text = ["and ", "a "].into_iter().find_map(|and| text.strip_prefix(and)).unwrap_or(text);
    let (written, rest) = number(text, Thousands::Comma)?;
    let is_pence = matches!(bare(rest), "" | "p" | "pence" | "penny" | "ceiniog" | "geiniog");
    // "5 pounds 5" may be five pence or fifty; "5 pounds 5p" can't.
    let is_clear = written.whole >= 10 || !bare(rest).is_empty();
    (is_pence && is_clear && written.whole < 100 && written.decimals.is_empty()).then_some(written.whole)
}

fn in_pounds(written: WrittenNumber<'_>) -> Result<i64, MoneyProblem> {
    if written.decimals.len() > 2 {
        return Err(MoneyProblem::TooExact);
    }
    Ok(written.whole * 100 + behind_point(written.decimals, 2))
}

/// A thousandth of a thousand is a pound, so three decimal places are still exact.
fn in_thousands(written: WrittenNumber<'_>) -> Result<i64, MoneyProblem> {
    if written.decimals.len() > 3 {
        return Err(MoneyProblem::TooExact);
    }
    Ok(written.whole * 100_000 + behind_point(written.decimals, 5))
}

/// `50p`, and `£5.50p` with a redundant `p`. What `5.50p` or `£50p` means isn't clear.
fn in_pence(written: WrittenNumber<'_>, has_sign: bool) -> Result<i64, MoneyProblem> {
    match (has_sign, written.decimals.len()) {
        (true, 2) => in_pounds(written),
        (false, 0) => Ok(written.whole),
        _ => Err(MoneyProblem::NotMoney),
    }
}

fn behind_point(decimals: &str, places: usize) -> i64 {
    format!("{decimals:0<places$}").parse().unwrap_or_default()
}
