use crate::*;

#[test]
fn whole_numbers_are_parsed_as_people_write_them() {
    let numbers = [
        ("12", 12),
        ("1,200", 1200),
        ("1 200", 1200),
        ("12.0", 12),
        ("12.", 12),
        ("-3", -3),
        ("minus 3", -3),
        ("+3", 3),
        ("007", 7),
        ("twelve", 12),
        ("Twelve.", 12),
        ("none", 0),
        ("un ar ddeg", 11),
        ("un deg un", 11),
        ("un", 1),
        ("Ugain", 20),
        ("999,999,999", LARGEST),
    ];
    for (text, number) in numbers {
        assert_eq!(read_number(text, None), Ok(number), "{text}");
        assert_eq!(whole_number(text), Some(number), "{text}");
    }
    let problems = [
        (NumberProblem::NotWhole, &["12.5", "12,5", "12,00", "12,0", "1.200", "12½", "2 and a half"][..]),
        (NumberProblem::Several, &["2-3", "2 to 3", "2 or 3", "10 – 12"][..]),
        (NumberProblem::TooLarge, &["1000000000", "-99999999999999999999"][..]),
        (NumberProblem::NotNumber, &["", "lots", "about 12", "12 hours", "12 34", "1.2.3", "3/3", "twelfth", "."][..]),
    ];
    for (problem, texts) in problems {
        for text in texts {
            assert_eq!(read_number(text, None), Err(problem), "{text}");
        }
    }
}

#[test]
fn the_unit_may_follow_the_number() {
    let taken = [
        ("12 hours", "hours a week"),
        ("12 hours a week", "hours a week"),
        ("12 hrs per week", "hours a week"),
        ("12hrs pw", "hours a week"),
        ("1 hour", "hours"),
        ("twelve hours", "hours"),
        ("pedwar ar ddeg awr", "awr yr wythnos"),
        ("12 awr", "hours a week"),
        ("12 hours", "awr yr wythnos"),
        ("3 yr", "years"),
        ("3 mlynedd", "years"),
        ("50%", "%"),
        ("50 per cent", "%"),
        ("2 cups", "cups a day"),
    ];
    for (text, unit) in taken {
        assert!(read_number(text, Some(unit)).is_ok(), "{text}");
        assert!(whole_number(text).is_some(), "{text}");
    }
    for (text, unit) in [("12 days", "hours"), ("12 hours a day", "hours a week"), ("12 or so", "hours"), ("12 a", "hours")]
    {
        assert_eq!(read_number(text, Some(unit)), Err(NumberProblem::NotNumber), "{text}");
    }
}
