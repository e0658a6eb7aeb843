//! The login phone, as far as pages show it.

/// The last three digits, the only part of a login phone that is ever shown.
pub fn ending(number: &str) -> String {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    digits.iter().skip(digits.len().saturating_sub(3)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_is_three_digits() {
        assert_eq!(ending("+44 7700 900406"), "406");
        assert_eq!(ending("7"), "7");
    }
}
