//! The colours of a council: two from the settings, and those derived from them.

use super::{
    BrandingError,
    colour::{Colour, MIN_CONTRAST},
};
use platform::config::{CouncilSettings, DEFAULT_COLOUR};

/// The tint that goes with [`DEFAULT_COLOUR`], chosen by hand.
pub const DEFAULT_TINT: &str = "#e8f1f2";

/// The share of the brand colour in a derived tint, or less if the contrast is too low.
const TINT_PERCENT: u16 = 9;
/// The share of the brand colour in the border of a tinted panel.
const BORDER_PERCENT: u16 = 28;
/// The share of black in the colour of pressed buttons.
const DARK_PERCENT: u16 = 45;

/// The council's colours, checked for contrast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours {
    pub brand: Colour,
    pub tint: Colour,
    /// The council has chosen none, so the built style sheet already has them.
    pub are_default: bool,
}

impl Colours {
    pub fn of(council: &CouncilSettings) -> Result<Self, BrandingError> {
        let brand = brand(&council.colour)?;
        let is_default = brand.to_string() == DEFAULT_COLOUR;
        let tint = match council.tint.as_str() {
            "" if is_default => read("tint", DEFAULT_TINT)?,
            "" => tint_of(brand),
            text => chosen_tint(text, brand)?,
        };
        Ok(Self { brand, tint, are_default: is_default && tint.to_string() == DEFAULT_TINT })
    }

    /// A style sheet that overrides the default colours.
    pub fn sheet(self) -> String {
        let dark = self.brand.with(Colour::BLACK, DARK_PERCENT);
        let border = self.tint.with(self.brand, BORDER_PERCENT);
        format!(
            ":root{{--care-brand:{};--care-brand-dark:{dark};--care-tint:{};--care-tint-border:{border}}}\n",
            self.brand, self.tint
        )
    }
}

fn read(setting: &'static str, text: &str) -> Result<Colour, BrandingError> {
    text.parse().map_err(|_| BrandingError::ColourError(setting))
}

fn brand(text: &str) -> Result<Colour, BrandingError> {
    let colour = read("colour", text)?;
    let contrast = colour.contrast(Colour::WHITE);
    if contrast < MIN_CONTRAST { Err(BrandingError::Pale(colour, contrast)) } else { Ok(colour) }
}

/// The tint from the settings. Black text and links in the brand colour must be readable on it.
fn chosen_tint(text: &str, brand: Colour) -> Result<Colour, BrandingError> {
    let tint = read("tint", text)?;
    let contrast = tint.contrast(brand).min(tint.contrast(Colour::BLACK));
    if contrast < MIN_CONTRAST { Err(BrandingError::Dim(tint, contrast)) } else { Ok(tint) }
}

/// The strongest tint of a colour on which the colour itself is readable; in the worst case, white.
fn tint_of(brand: Colour) -> Colour {
    let tints = (1..=TINT_PERCENT).rev().map(|percent| Colour::WHITE.with(brand, percent));
    tints.into_iter().find(|tint| tint.contrast(brand) >= MIN_CONTRAST).unwrap_or(Colour::WHITE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(colour: &str, tint: &str) -> Result<Colours, String> {
        let council = CouncilSettings { colour: colour.into(), tint: tint.into(), ..CouncilSettings::default() };
        Colours::of(&council).map_err(|unfit| unfit.to_string())
    }

    #[test]
    fn the_default_colours_are_those_of_the_style_sheet() {
        let sheet = include_str!("../../../style/_brand.scss");
        assert!(sheet.contains(&format!("--care-brand: {DEFAULT_COLOUR};")));
        assert!(sheet.contains(&format!("--care-tint: {DEFAULT_TINT};")));
        let default = Colours::of(&CouncilSettings::default()).unwrap();
        assert!(default.are_default && of("#0B4F5C", "#E8F1F2").unwrap().are_default);
        assert!(!of("#0b4f5c", "#f3f2f1").unwrap().are_default);
    }

    #[test]
    fn derived_colours_are_readable() {
        for brand in ["#005eb8", "#6f1d46", "#00703c", "#1a1a1a", "#000000", "#767676", "#d0021b", "#7b2cff"] {
            let colours = of(brand, "").unwrap();
            assert!(!colours.are_default, "{brand}");
            assert!(colours.tint.contrast(colours.brand) >= MIN_CONTRAST, "{brand} on {}", colours.tint);
            let dark = colours.brand.with(Colour::BLACK, DARK_PERCENT);
            assert!(dark.contrast(colours.tint) >= MIN_CONTRAST, "{dark} on {}", colours.tint);
        }
    }

    #[test]
    fn an_unreadable_colour_is_refused_with_its_contrast() {
        assert_eq!(of("teal", "").unwrap_err(), "the setting council.colour is no colour: write it like \"#0b4f5c\"");
        assert_eq!(
            of("#ffcc00", "").unwrap_err(),
            "the setting council.colour can't be \"#ffcc00\": white words on it have a contrast of 1.51:1 and need 4.50:1, so choose a darker colour"
        );
        // Rounded down: 4.48 isn't reached.
        assert!(of("#777777", "").unwrap_err().contains("4.47:1"));
        assert_eq!(
            of("#0b4f5c", "#5c8f99").unwrap_err(),
            "the setting council.tint can't be \"#5c8f99\": black words and links in council.colour on it have a contrast of 2.55:1 and need 4.50:1, so choose a lighter tint or none"
        );
        assert!(of("#0b4f5c", "pale").unwrap_err().contains("council.tint"));
        assert!(of("#767676", "#000000").unwrap_err().contains("council.tint"), "black can't be told from black words");
    }
}
