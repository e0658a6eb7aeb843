//! Telephone numbers in answers. Login phones are checked more strictly, with a library on the server.

/// Whether a text could be a telephone number: 10 to 15 digits, with the usual punctuation.
pub fn is_phone(text: &str) -> bool {
    let marks = " ()-+.";
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (10..=15).contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || marks.contains(c))
}

/// The last three digits, the only part of a login phone that is ever shown.
pub fn ending(number: &str) -> String {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    digits.iter().skip(digits.len().saturating_sub(3)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_punctuation_are_accepted() {
        for good in ["07700 900406", "(01632) 960-001", "+44 7700 900406"] {
            assert!(is_phone(good), "{good}");
        }
        for bad in ["", "0770", "call me", "07700 900406 x12", "0770090040607700900406"] {
            assert!(!is_phone(bad), "{bad}");
        }
        assert_eq!(ending("+44 7700 900406"), "406");
        assert_eq!(ending("7"), "7");
    }
}
