use crate::*;

fn read_date(day: &str, month: &str, year: &str) -> Result<String, DateProblem> {
    date(day, month, year).map(|date| date.to_string())
}

#[test]
fn dates_are_parsed_as_people_write_them() {
    let months =
        ["3", "03", "march", "March", " mar ", "MAR.", "Mawrth", "maw", "fis Mawrth", "o Fawrth", "marhc", "marsh", "３"];
    for month in months {
        assert_eq!(read_date("3", month, "1947"), Ok("1947-03-03".into()), "{month}");
    }
    for day in ["3", "03", "3rd", "the 3rd", "3ydd", " 3.", "٣", "3,", "\u{200b}3"] {
        assert_eq!(read_date(day, "3", "1947"), Ok("1947-03-03".into()), "{day}");
    }
    for (month, number) in [("febuary", "02"), ("Feburary", "02"), ("janurary", "01"), ("sept", "09"), ("Awst", "08")] {
        assert_eq!(read_date("1af", month, "1947"), Ok(format!("1947-{number}-01")), "{month}");
    }
    assert_eq!(read_date("3", "3", "19 47"), Ok("1947-03-03".into()));
    assert_eq!(read_date("march", "3", "1947"), Ok("1947-03-03".into()));
    assert!(date("29", "2", "2024").is_ok());
}

#[test]
fn a_whole_date_may_be_typed_into_one_input() {
    let whole = [
        "3 march 1947",
        "03/03/1947",
        "3.3.1947",
        "3-3-1947",
        "3 3 1947",
        "1947-03-03",
        "1947/3/3",
        "March 3 1947",
        "March 3rd, 1947",
        "3rd of March, 1947",
        "the 3rd of March 1947",
        "Monday 3 March 1947",
        "Dydd Mawrth, 3 Mawrth 1947",
        "3ydd o Fawrth 1947",
        "Llun 3 Mawrth 1947",
        "llun, 3ydd o Fawrth 1947",
        "Mawrth 3 Mawrth 1947",
        "Maw 3 Maw 1947",
        "Mawrth 03/03/1947",
        "Sul 3 Mawrth 1947",
        "Iau 3/3/1947",
        "3march1947",
        "03031947",
        "19470303",
        "3 – 3 – 1947",
    ];
    for text in whole {
        assert_eq!(read_date(text, "", ""), Ok("1947-03-03".into()), "{text}");
    }
    assert_eq!(read_date("", "", "3 march 1947"), Ok("1947-03-03".into()));
    assert_eq!(read_date("", "3/3/1947", ""), Ok("1947-03-03".into()));
    assert_eq!(read_date("3 march", "", "1947"), Ok("1947-03-03".into()));
    assert_eq!(read_date("4/3/1947", "", ""), Ok("1947-03-04".into()), "the day comes first");
}

#[test]
fn welsh_days_of_the_week_are_ignored() {
    let days = ["Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul"];
    let short = ["Llu", "Maw", "Mer", "Iau", "Gwe", "Sad", "Sul"];
    for day in days.into_iter().chain(short) {
        for (date, iso) in [("3 Mawrth 1947", "1947-03-03"), ("4ydd o Fai 1947", "1947-05-04"), ("5/6/1947", "1947-06-05")] {
            for text in [format!("{day} {date}"), format!("Dydd {day}, {date}")] {
                assert_eq!(read_date(&text, "", ""), Ok(iso.into()), "{text}");
            }
        }
    }
    assert_eq!(read_date("Mawrth 3 1947", "", ""), Ok("1947-03-03".into()), "a month, if the date has no other");
}

#[test]
fn dates_say_what_is_missing_before_what_is_wrong() {
    for empty in ["", " ", "-", "/", ".", "st"] {
        assert_eq!(date(empty, empty, empty), Err(DateProblem::Empty), "{empty}");
    }
    let missing = [
        (("3", "", "1947"), vec!["month"]),
        (("3", "-", "1947"), vec!["month"]),
        (("", "", "1947"), vec!["day", "month"]),
        (("x", "", "47"), vec!["month"]),
        (("3 march", "", ""), vec!["year"]),
        (("3/3", "", ""), vec!["year"]),
        (("March 1947", "", ""), vec!["day"]),
        (("", "march 1947", ""), vec!["day"]),
        (("1947-03", "", ""), vec!["day"]),
        (("march", "", ""), vec!["day", "year"]),
        (("hello", "", ""), vec!["month", "year"]),
    ];
    for ((day, month, year), parts) in missing {
        assert_eq!(date(day, month, year), Err(DateProblem::Missing(parts)), "{day} {month} {year}");
    }
    for (day, month, year) in [
        ("3", "3", "47"),
        ("3", "3", "19477"),
        ("31", "2", "47"),
        ("3/3/47", "", ""),
        ("030347", "", ""),
        ("1 mar '47", "", ""),
    ] {
        assert_eq!(date(day, month, year), Err(DateProblem::YearShort), "{day} {month} {year}");
    }
    let not_real = [
        ("31", "2", "2024"),
        ("3", "13", "1947"),
        ("x", "3", "1947"),
        ("1", "m", "2000"),
        ("1", "mei", "2000"),
        ("0", "3", "1947"),
        ("003", "3", "1947"),
        ("3", "3", "1874"),
        ("3", "3", "2126"),
        ("3", "3", "year"),
        ("3/13/1947", "", ""),
        ("3 march 1947", "3", "1947"),
        ("3 march april 1947", "", ""),
        ("april 3 march 1947", "", ""),
        ("soon or never", "", ""),
        ("1947", "3", "1947"),
    ];
    for (day, month, year) in not_real {
        assert_eq!(date(day, month, year), Err(DateProblem::NotReal), "{day} {month} {year}");
    }
}
