//! Sums of money and whole numbers. What is accepted is within the limits and parses to the same value from its
//! display.

use super::text;
use crate::Target;
use values::{LARGEST, MOST_PENCE, format_money, format_number, read_money, whole_number};

pub const TARGET: Target = Target {
    name: "money",
    run,
    words: &[
        "£",
        "£1,200.50",
        "1.2k",
        "50p",
        " pounds",
        " pence",
        "and",
        "-",
        "(",
        ")",
        "0.005",
        "1,00",
        "1 200",
        "thousand",
        "99999999999",
        "999999999.99",
        "1e9",
        "½",
        "ten",
        "dwy bunt",
        "nil",
        ",",
        ".",
        "١",
        "\u{a0}",
        "gbp",
        "€",
        "a week",
    ],
};

fn run(data: &[u8]) {
    let text = text(data);
    if let Ok(pence) = read_money(&text) {
        assert!((0..=MOST_PENCE).contains(&pence), "{pence}");
        assert_eq!(read_money(&format_money(pence)), Ok(pence), "{}", format_money(pence));
    }
    if let Some(number) = whole_number(&text) {
        assert!(number.unsigned_abs() <= LARGEST.unsigned_abs(), "{number}");
        assert_eq!(whole_number(&format_number(number)), Some(number), "{}", format_number(number));
    }
}
