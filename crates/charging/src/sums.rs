//! Fractions of sums, to the penny and without overflow.
//!
//! The regulations (SI 2014/2672, regulation 11) round fractions of a penny in the person's favour: what is counted
//! is rounded down, what is deducted is rounded up.

/// `amount` × `numerator` ÷ `denominator`, rounded down. For amounts of zero or more; zero if the denominator is zero.
pub(super) fn part_down(amount: i64, numerator: i64, denominator: i64) -> i64 {
    part(amount, numerator, denominator, false)
}

/// The same, rounded up.
pub(super) fn part_up(amount: i64, numerator: i64, denominator: i64) -> i64 {
    part(amount, numerator, denominator, true)
}

fn part(amount: i64, numerator: i64, denominator: i64, up: bool) -> i64 {
    if denominator <= 0 {
        return 0;
    }
    let whole = i128::from(amount.max(0)) * i128::from(numerator.max(0));
    let denominator = i128::from(denominator);
    let rounded = whole / denominator + i128::from(up && whole % denominator != 0);
    i64::try_from(rounded).unwrap_or(i64::MAX)
}

/// The total, saturating at the limits of `i64`.
pub(super) fn total(sums: impl IntoIterator<Item = i64>) -> i64 {
    sums.into_iter().fold(0, i64::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_rounded_in_the_given_direction() {
        assert_eq!((part_down(501, 1, 2), part_up(501, 1, 2)), (250, 251));
        assert_eq!((part_down(500, 1, 2), part_up(500, 1, 2)), (250, 250));
        assert_eq!((part_up(i64::MAX, i64::MAX, 1), part_down(5, 1, 0), part_up(-5, 1, 2)), (i64::MAX, 0, 0));
    }
}
