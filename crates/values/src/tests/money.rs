use crate::*;

#[test]
fn money_is_parsed_to_the_penny() {
    let sums = [
        ("1200", 120_000),
        ("£1,200.50", 120_050),
        ("0.5", 50),
        (".50", 50),
        (" 1 200 ", 120_000),
        ("1\u{a0}200", 120_000),
        ("1\u{2009}200,50", 120_050),
        ("£ 1200", 120_000),
        ("£1200.00", 120_000),
        ("1200.", 120_000),
        ("1,200.5", 120_050),
        ("1'200", 120_000),
        ("1’234’567", 123_456_700),
        ("GBP 1200", 120_000),
        ("1200 pounds", 120_000),
        ("1200 GBP", 120_000),
        ("1200£", 120_000),
        ("1200 o bunnoedd", 120_000),
        ("1 punt", 100),
        ("12,50", 1250),
        ("12,5", 1250),
        ("£12·50", 1250),
        ("1 200,00", 120_000),
        ("0,00", 0),
        ("1,200", 120_000),
        ("１２００", 120_000),
        ("١٢٠٠", 120_000),
        ("50p", 50),
        ("50 ceiniog", 50),
        ("120p", 120),
        ("£5.50p", 550),
        ("5 pounds 50", 550),
        ("5 pounds and 5 pence", 505),
        ("1.2k", 120_000),
        ("£20k", 2_000_000),
        ("20 thousand pounds", 2_000_000),
        ("1.234k", 123_400),
        ("0", 0),
        ("-0", 0),
        ("none", 0),
        ("Dim", 0),
        ("£999,999,999.99", MOST_PENCE),
    ];
    for (text, pence) in sums {
        assert_eq!(read_money(text), Ok(pence), "{text}");
    }
}

#[test]
fn unclear_sums_are_refused_with_the_reason() {
    let problems = [
        (MoneyProblem::Negative, &["-5", "£-5", "-£5", "minus 5", "−5", "£ - 5.00"][..]),
        (MoneyProblem::TooExact, &["1.234", "1.200", "£1.000", "0.001", "12.345 pounds"][..]),
        (MoneyProblem::CommaForPoint, &["12,00", "£12,00", "1,0", "1200,00", "12,00 a week", "12,00 pounds", "1,00k"][..]),
        (MoneyProblem::NotPounds, &["€50", "50 euros", "$20", "20 USD"][..]),
        (MoneyProblem::Several, &["100-150", "£100 to £150", "100 or 150", "100 neu 150"][..]),
        (MoneyProblem::TooLarge, &["99999999999", "1000000000", "999999999999999999999999"][..]),
        (
            MoneyProblem::NotMoney,
            &[
                "",
                "£",
                "abc",
                "1.2.3",
                "1,20,0",
                "12 50",
                "1,2000",
                "0,500",
                "about 50",
                "£50p",
                "5.50p",
                "100 a month",
                "5 pounds 5",
                "ten",
                "1200-",
                "5 pounds 100",
                "10 kg",
                ".",
                "k",
                "p",
            ][..],
        ),
    ];
    for (problem, texts) in problems {
        for text in texts {
            assert_eq!(read_money(text), Err(problem), "{text}");
        }
    }
}

#[test]
fn sums_and_numbers_are_formatted_with_thousands_separators() {
    assert_eq!(format_money(120_050), "£1,200.50");
    assert_eq!(format_money(1_425_000), "£14,250");
    assert_eq!(format_money(-5), "-£0.05");
    assert_eq!(format_money(-120_000), "-£1,200");
    assert_eq!(format_number(-1_234_567), "-1,234,567");
    assert_eq!(format_number(120), "120");
}
