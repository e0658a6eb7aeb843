//! Dates, in three inputs or in one. A parsed date parses to the same date from its parts and from other notations.

use super::text;
use crate::Target;
use values::{DateProblem, date};

pub const TARGET: Target = Target {
    name: "dates",
    run,
    words: &[
        "3",
        "03",
        "31",
        "29",
        "30",
        "2",
        "02",
        "1947",
        "2024",
        "1900",
        "march",
        "Mawrth",
        "dydd Mawrth",
        "3rd",
        "o",
        "of",
        "/",
        "-",
        ".",
        "03031947",
        "19470303",
        "19 47",
        "47",
        "\n",
        "٣",
        "３",
        "feb",
        "Chwefror",
        "0",
        "2125",
        "1874",
    ],
};

fn run(data: &[u8]) {
    let text = text(data);
    let mut inputs = text.splitn(3, '\n');
    let [day, month, year] = [(); 3].map(|()| inputs.next().unwrap_or_default());
    match date(day, month, year) {
        Ok(read) => {
            let (y, m, d) = (read.year(), read.month(), read.day());
            assert!((1875..=2125).contains(&y), "{read}");
            assert_eq!(date(&d.to_string(), &m.to_string(), &y.to_string()), Ok(read));
            assert_eq!(date(&format!("{d}/{m}/{y}"), "", ""), Ok(read));
            assert_eq!(date(&format!("{y}-{m:02}-{d:02}"), "", ""), Ok(read));
        }
        Err(DateProblem::Missing(parts)) => assert!(!parts.is_empty() && parts.len() < 3),
        Err(_) => {}
    }
}
