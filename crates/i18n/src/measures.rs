//! Lengths and weights, in metric and imperial units.

use crate::Messages;
use fluent_bundle::FluentValue;
use values::{length_parts, weight_parts};

/// In millimetres. From three feet, people give lengths in feet.
const THREE_FEET: i64 = 914;

impl Messages {
    /// "45 cm (17.7 inches)", or "175.3 cm (5 feet 9 inches)".
    pub fn length(self, millimetres: i64) -> String {
        let parts = length_parts(millimetres);
        if millimetres < THREE_FEET {
            return self.length_in_inches(parts.centimetres, FluentValue::try_number(&parts.inches));
        }
        let (feet, inches) = parts.feet;
        self.length_in_feet(parts.centimetres, feet, inches)
    }

    /// "65.3 kg (10 stone 4 pounds)", or "3.2 kg (7 pounds)".
    pub fn weight(self, grams: i64) -> String {
        let parts = weight_parts(grams);
        match parts.stones {
            (0, pounds) => self.weight_in_pounds(parts.kilograms, pounds),
            (stones, pounds) => self.weight_in_stones(parts.kilograms, pounds, stones),
        }
    }
}
