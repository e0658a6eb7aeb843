//! Extreme input: numbers at the limits of every type, in every parser. Overflow checks are on in tests and in the
//! release build, so an overflow would show here as a panic.

use crate::*;

fn extremes() -> Vec<String> {
    let mut numbers: Vec<String> = [i64::MAX, i64::MIN, i64::from(i32::MAX), i64::from(i32::MIN), 999_999_999_999, 0, -1]
        .iter()
        .map(ToString::to_string)
        .collect();
    numbers.extend([u64::MAX.to_string(), i128::MAX.to_string(), i128::MIN.to_string(), "9".repeat(400), "0".repeat(400)]);
    numbers.extend(
        ["1e308", "-0", "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠", "９９９９９９９９９９９９９９９９９９９９", "0.0000000000000000001"]
            .map(str::to_owned),
    );
    let around =
        ["{}", "-{}", "£{}", "-£{}", "{}k", "{} thousand pounds", "{}p", "£{}.99", "{} pounds 99", "{},999", "{}.{}"];
    let units = [
        "{} ft",
        "{} ft {}",
        "{}'{}\"",
        "{} st {} lb",
        "{} kg",
        "{}½",
        "{} {}/64",
        "{} m {} cm",
        "{} hours",
        "{}%",
        "{}/{}/{}",
    ];
    let forms = around.iter().chain(&units);
    forms.flat_map(|form| numbers.iter().map(move |number| form.replace("{}", number))).collect()
}

// ASVS V1.4.2
#[test]
fn numbers_at_the_limits_of_every_type_are_parsed_or_refused() {
    for text in extremes() {
        for amount in [read_money(&text), money(&text).ok_or(MoneyProblem::NotMoney)] {
            assert!(amount.is_err() || amount.is_ok_and(|pence| (0..=MOST_PENCE).contains(&pence)), "{text}");
        }
        for unit in [None, Some("hours a week"), Some("per cent")] {
            assert!(
                read_number(&text, unit).is_err() || read_number(&text, unit).is_ok_and(|n| n.abs() <= LARGEST),
                "{text}"
            );
        }
        assert!(whole_number(&text).is_none_or(|number| number.abs() <= LARGEST), "{text}");
        for measure in [length(&text), weight(&text)] {
            assert!(measure.is_none_or(|measure| measure >= 0), "{text}: {measure:?}");
        }
        for (day, month, year) in [(&text, "1", "2000"), (&"1".into(), &*text, "2000"), (&"1".into(), "1", &*text)] {
            assert!(date(day, month, year).is_err() || text.len() <= 40, "{text}");
        }
        let _ = (national_insurance(&text), nhs_number(&text), postcode(&text), is_email(&text));
    }
}

// ASVS V1.4.2
#[test]
fn numbers_at_the_limits_of_the_type_are_formatted() {
    for number in [i64::MIN, i64::MIN + 1, -1, 0, 1, i64::MAX] {
        let words = [format_number(number), format_money(number)];
        assert!(words.iter().all(|words| words.starts_with('-') == (number < 0)), "{words:?}");
        let _ = (length_parts(number), weight_parts(number));
    }
}
