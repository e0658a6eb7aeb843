//! The units people measure in, with all their names.

/// A unit, with all its names.
pub struct Unit {
    pub names: &'static [&'static str],
    pub size: i64,
    /// The unit that may follow it, if there is one.
    pub small: Option<SmallerUnit>,
}

pub struct SmallerUnit {
    pub size: i64,
    /// How many make one of the larger unit.
    pub many: i64,
    /// Whether a bare number after the larger unit is in this one: "5 ft 4". After metres it could be tenths or
    /// hundredths.
    pub is_implied: bool,
}

impl Unit {
    /// Whether people combine it with the smaller unit: "5 ft 4".
    pub const fn has_combined_form(&self) -> bool {
        matches!(self.small, Some(SmallerUnit { is_implied: true, .. }))
    }
}

// In micrometres.
pub const INCH: i64 = 25_400;
const CENTIMETRE: i64 = 10_000;
// In hundredths of a milligram, so that a pound is exact.
pub const POUND: i64 = 45_359_237;
const OUNCE: i64 = 2_834_952;
const KILOGRAM: i64 = 100_000_000;

/// The first is the unit of a bare number.
pub const LENGTHS: [Unit; 5] = [
    Unit {
        names: &["cm", "cms", "centimetre", "centimetres", "centimeter", "centimeters", "centimetr", "centimetrau"],
        size: CENTIMETRE,
        small: Some(SmallerUnit { size: 1000, many: 10, is_implied: false }),
    },
    Unit {
        names: &["mm", "mms", "millimetre", "millimetres", "millimeter", "millimeters", "milimetr", "milimetrau"],
        size: 1000,
        small: None,
    },
    Unit {
        names: &["m", "metre", "metres", "meter", "meters", "metr", "metrau", "fetr"],
        size: 1_000_000,
        small: Some(SmallerUnit { size: CENTIMETRE, many: 100, is_implied: false }),
    },
    Unit {
        names: &["in", "ins", "inch", "inches", "\"", "modfedd", "fodfedd", "modfeddi", "fodfeddi"],
        size: INCH,
        small: None,
    },
    Unit {
        names: &["ft", "foot", "feet", "'", "troedfedd", "droedfedd", "troedfeddi", "droedfeddi"],
        size: 12 * INCH,
        small: Some(SmallerUnit { size: INCH, many: 12, is_implied: true }),
    },
];

/// The first is the unit of a bare number.
pub const WEIGHTS: [Unit; 5] = [
    Unit {
        names: &[
            "kg",
            "kgs",
            "kilo",
            "kilos",
            "kilogram",
            "kilograms",
            "kilogramme",
            "kilogrammes",
            "cilo",
            "cilogram",
            "cilogramau",
            "gilogram",
        ],
        size: KILOGRAM,
        small: Some(SmallerUnit { size: KILOGRAM / 1000, many: 1000, is_implied: false }),
    },
    Unit { names: &["g", "gm", "gms", "gram", "grams", "gramme", "grammes", "gramau"], size: KILOGRAM / 1000, small: None },
    Unit {
        names: &["st", "sts", "stone", "stones", "stôn", "ston"],
        size: 14 * POUND,
        small: Some(SmallerUnit { size: POUND, many: 14, is_implied: true }),
    },
    Unit {
        names: &["lb", "lbs", "pound", "pounds", "pwys", "bwys"],
        size: POUND,
        small: Some(SmallerUnit { size: OUNCE, many: 16, is_implied: false }),
    },
    Unit { names: &["oz", "ozs", "ounce", "ounces", "owns"], size: OUNCE, small: None },
];
