//! Lengths and weights, in metric and imperial units.

use crate::{Messages, args};
use fluent_bundle::FluentValue;
use values::{length_parts, weight_parts};

/// In millimetres. From three feet, people give lengths in feet.
const THREE_FEET: i64 = 914;

impl Messages {
    /// "45 cm (17.7 inches)", or "175.3 cm (5 feet 9 inches)".
    pub fn length(self, millimetres: i64) -> String {
        let parts = length_parts(millimetres);
        let cm = &parts.centimetres;
        if millimetres < THREE_FEET {
            return self.length_in_inches(args::LengthInInches { cm, inches: FluentValue::try_number(&parts.inches) });
        }
        let (feet, inches) = parts.feet;
        self.length_in_feet(args::LengthInFeet { cm, feet: feet.into(), inches: inches.into() })
    }

    /// "65.3 kg (10 stone 4 pounds)", or "3.2 kg (7 pounds)".
    pub fn weight(self, grams: i64) -> String {
        let parts = weight_parts(grams);
        let ((stones, pounds), kg) = (parts.stones, &parts.kilograms);
        if stones == 0 {
            return self.weight_in_pounds(args::WeightInPounds { kg, pounds: pounds.into() });
        }
        self.weight_in_stones(args::WeightInStones { kg, pounds: pounds.into(), stones: &stones.to_string() })
    }
}
