//! The service's own texts in a record, as simple as possible: they only need to be the same on both sides.

use form_engine::{charge::ChargeOutcome, record::RecordTexts};
use jiff::civil::Date;

pub struct Plain;

impl RecordTexts for Plain {
    fn yes(&self) -> String {
        "Yes".into()
    }

    fn no(&self) -> String {
        "No".into()
    }

    fn not_provided(&self) -> String {
        "-".into()
    }

    fn this(&self, item: &str) -> String {
        format!("this {item}")
    }

    fn date(&self, date: Date) -> String {
        date.to_string()
    }

    fn length(&self, millimetres: i64) -> String {
        format!("{millimetres} mm")
    }

    fn weight(&self, grams: i64) -> String {
        format!("{grams} g")
    }

    fn charge(&self, outcome: &ChargeOutcome) -> Vec<String> {
        outcome.lines().iter().map(|line| format!("{line:?}")).collect()
    }

    fn papers(&self) -> String {
        "papers".into()
    }
}
