//! What holds for any input. The other files test what each parser accepts.

use super::*;
use jiff::civil::Date;
use proptest::prelude::*;

mod dates;
mod extremes;
mod identifiers;
mod measures;
mod money;
mod numbers;
mod phones;

/// Anything, and texts close to an answer.
fn anything() -> impl Strategy<Value = String> {
    let near = "[0-9 .,'\"£$/½kpmstlbcinfhours\u{a0}-]{0,24}";
    prop_oneof!["\\PC{0,40}", near, "(3|03|1947|march|mawrth|o|/|-| |rd){0,8}"]
}

proptest! {
    // ASVS V1.4.2
    #[test]
    fn no_input_can_panic(text in anything(), other in anything()) {
        let _ = (date(&text, &other, &text), date(&text, "", ""), read_money(&text), whole_number(&text));
        let _ = (read_length(&text), read_weight(&text), national_insurance(&text));
        let _ = (nhs_number(&text), postcode(&text), email(&text), contact_phone(&text));
    }

    #[test]
    fn accepted_numbers_have_the_same_value_in_conditions(
        text in prop_oneof![anything(), "-?[0-9,]{1,7}(\\.0)? ?(hours|hrs|awr|days|h|yr|o|%|p\\.w\\.)?( a week)?[.!]?"],
        unit in "(hours|awr|years|%)( a week)?",
    ) {
        if let Ok(number) = read_number(&text, Some(&unit)) {
            prop_assert_eq!(whole_number(&text), Some(number));
        }
    }

    #[test]
    fn every_sum_is_parsed_back(pence in 0..=MOST_PENCE) {
        prop_assert_eq!(money(&format_money(pence)), Some(pence));
    }

    #[test]
    fn every_number_is_parsed_back(number in -LARGEST..=LARGEST) {
        prop_assert_eq!(read_number(&format_number(number), None), Ok(number));
        prop_assert_eq!(read_number(&number.to_string(), None), Ok(number));
    }

    #[test]
    fn every_date_is_parsed_back(days in 0_i64..91_000) {
        let first = jiff::civil::date(1875, 1, 1);
        let day = first.checked_add(jiff::Span::new().days(days)).unwrap();
        let ways = ["%-d %B %Y", "%d/%m/%Y", "%Y-%m-%d", "%b %-d, %Y", "%d%m%Y", "%Y%m%d", "%A %-d %B %Y"];
        for way in ways {
            let text = day.strftime(way).to_string();
            prop_assert_eq!(date(&text, "", ""), Ok::<Date, _>(day), "{}", text);
        }
    }

    #[test]
    fn every_length_is_parsed_back(millimetres in 0_i64..9_999_999) {
        let parts = length_parts(millimetres);
        prop_assert_eq!(read_length(&parts.centimetres), Ok(millimetres));
        let (feet, inches) = parts.feet;
        let back = read_length(&format!("{feet} ft {inches} in")).unwrap();
        prop_assert!((back - millimetres).abs() <= 13);
    }

    #[test]
    fn every_weight_is_parsed_back(grams in 0_i64..9_999_999) {
        let parts = weight_parts(grams);
        let back = read_weight(&parts.kilograms).unwrap();
        prop_assert!((back - grams).abs() <= 50);
        prop_assert_eq!(weight_parts(back).kilograms, parts.kilograms);
        let (stones, pounds) = parts.stones;
        let back = read_weight(&format!("{stones} st {pounds}")).unwrap();
        prop_assert!((back - grams).abs() <= 227);
    }
}

// ASVS V15.2.2
#[test]
fn parsing_long_texts_is_fast() {
    // Every parser goes through a text a few times from end to end: ten times 2,000 characters take no noticeable time.
    for piece in
        ["1", "1 ", "1,", "1,000,", "'", "\"", "½", "a ", "o ", "march ", "3/", "un ar ", "-", "£", "\u{200b}", "é", "１"]
    {
        let text: String = piece.chars().cycle().take(2000).collect();
        let start = std::time::Instant::now();
        for _ in 0..10 {
            let _ = (date(&text, &text, &text), read_money(&text), read_number(&text, Some(&text)), whole_number(&text));
            let _ = (read_length(&text), read_weight(&text));
        }
        assert!(start.elapsed().as_secs() < 5, "{piece}");
    }
}
