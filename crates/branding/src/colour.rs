//! Colours and their contrast.

use std::{fmt, str::FromStr};

/// The minimum contrast of text with its background (WCAG 2.2, 1.4.3).
pub const MIN_CONTRAST: f64 = 4.5;

/// An sRGB colour, 8 bits for each of red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    pub const WHITE: Self = Self([255; 3]);
    pub const BLACK: Self = Self([0; 3]);

    /// The contrast ratio of two colours as WCAG defines it, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour mixed with `percent` of another.
    #[must_use]
    pub fn with(self, other: Self, percent: u16) -> Self {
        let mix = |mine: u8, others: u8| {
            let sum = u16::from(mine) * (100 - percent.min(100)) + u16::from(others) * percent.min(100);
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        let ([r, g, b], [r2, g2, b2]) = (self.0, other.0);
        Self([mix(r, r2), mix(g, g2), mix(b, b2)])
    }

    /// The relative luminance, from 0 to 1.
    fn luminance(self) -> f64 {
        let light = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = self.0;
        0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b)
    }
}

/// Not a colour written as `#0b4f5c`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColourError;

impl FromStr for Colour {
    type Err = ColourError;

    fn from_str(text: &str) -> Result<Self, ColourError> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or(ColourError)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(ColourError);
        }
        let part = |at: usize| {
            let two = digits.get(at..at + 2).ok_or(ColourError)?;
            u8::from_str_radix(two, 16).map_err(|_| ColourError)
        };
        Ok(Self([part(0)?, part(2)?, part(4)?]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(out, "#{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        text.parse().unwrap()
    }

    #[test]
    fn contrast_follows_wcag() {
        for (a, b, ratio) in [
            ("#000000", "#ffffff", 21.0),
            ("#ffffff", "#ffffff", 1.0),
            ("#777777", "#ffffff", 4.48),
            ("#767676", "#ffffff", 4.54),
            ("#ff0000", "#ffffff", 4.0),
            ("#1d70b8", "#ffffff", 5.17),
            ("#0b4f5c", "#ffffff", 9.18),
        ] {
            let found = colour(a).contrast(colour(b));
            assert!((found - ratio).abs() < 0.01, "{a} on {b}: {found}");
            assert!((found - colour(b).contrast(colour(a))).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn a_colour_is_six_digits_after_a_hash() {
        assert_eq!(colour("#0B4f5c").to_string(), "#0b4f5c");
        for none in ["", "#", "teal", "0b4f5c", "#0b4f5", "#0b4f5c0", "#0b4f5g", "#+b4f5c", "#éé12", "rgb(1,2,3)"] {
            assert_eq!(none.parse::<Colour>(), Err(ColourError), "{none}");
        }
    }

    #[test]
    fn colours_are_mixed_by_percentage() {
        assert_eq!(Colour::WHITE.with(Colour::BLACK, 0), Colour::WHITE);
        assert_eq!(Colour::WHITE.with(Colour::BLACK, 100), Colour::BLACK);
        assert_eq!(colour("#204060").with(Colour::BLACK, 50).to_string(), "#102030");
    }
}
