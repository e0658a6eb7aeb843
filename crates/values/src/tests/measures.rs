use crate::*;

#[test]
fn lengths_are_parsed_in_everyday_units() {
    let lengths = [
        ("45", 450),
        ("45.5", 455),
        ("45,5 cm", 455),
        ("45 cm", 450),
        ("45cm", 450),
        ("45 CM.", 450),
        ("450 mm", 450),
        ("1,750 mm", 1750),
        ("0.45 m", 450),
        ("1.5m", 1500),
        (".5 m", 500),
        ("5 ft. 4 in.", 1626),
        ("1 m 75 cm", 1750),
        ("18 in", 457),
        ("18 inches", 457),
        ("18\"", 457),
        ("18”", 457),
        ("18''", 457),
        ("18 modfedd", 457),
        ("5 ft", 1524),
        ("5 ft 4", 1626),
        ("5ft4in", 1626),
        ("5'4", 1626),
        ("5' 4\"", 1626),
        ("5’4”", 1626),
        ("5 foot 4 inches", 1626),
        ("5 feet and 4 inches", 1626),
        ("five foot four", 1626),
        ("5 troedfedd 4 modfedd", 1626),
        ("17 1/2 in", 445),
        ("17-1/2 in", 445),
        ("17½ inches", 445),
        ("17½", 175),
        ("½ inch", 13),
        ("5 foot 4 and a half", 1638),
        ("0", 0),
    ];
    for (text, millimetres) in lengths {
        assert_eq!(read_length(text), Ok(millimetres), "{text}");
        assert_eq!(length(text), Some(millimetres), "{text}");
    }
    for text in [
        "",
        "tall",
        "45 kg",
        "5 ft 14",
        "5.5 ft 4",
        "1m 7",
        "-5 cm",
        "5 4",
        "45 cm 3 in",
        "4-5 cm",
        "5'4'3",
        "about 45",
        "1/0 in",
        "3/2 in",
        "\"",
        "cm",
        "45 cm or so",
        "1.2.3 m",
    ] {
        assert_eq!(read_length(text), Err(MeasureProblem::NotMeasure), "{text}");
    }
    assert_eq!(read_length("1000000"), Err(MeasureProblem::TooLarge));
    assert_eq!(read_length("99999999999999999999 m"), Err(MeasureProblem::TooLarge));
}

#[test]
fn weights_are_parsed_in_everyday_units() {
    let weights = [
        ("65", 65_000),
        ("65 kg", 65_000),
        ("65.5kg", 65_500),
        ("65 kilos", 65_000),
        ("65 kg 500 g", 65_500),
        ("800 g", 800),
        ("10 st 4 lb", 65_317),
        ("10st 4lbs", 65_317),
        ("10 stone 4", 65_317),
        ("10 stôn 4 pwys", 65_317),
        ("ten stone four", 65_317),
        ("10st", 63_503),
        ("10½ stone", 66_678),
        ("ten and a half stone", 66_678),
        ("140 lb", 63_503),
        ("140 pounds", 63_503),
        ("7 lb 3 oz", 3260),
    ];
    for (text, grams) in weights {
        assert_eq!(read_weight(text), Ok(grams), "{text}");
        assert_eq!(weight(text), Some(grams), "{text}");
    }
    for text in
        ["", "heavy", "65 cm", "10 st 14", "10.5 stone", "10 stone and a half", "10 4", "7 lb 3", "-65", "10 st 4 kg", "£65"]
    {
        assert_eq!(read_weight(text), Err(MeasureProblem::NotMeasure), "{text}");
    }
    assert_eq!(read_weight("999999999 stone"), Err(MeasureProblem::TooLarge));
}

#[test]
fn measures_are_formatted_in_both_units() {
    let parts = length_parts(450);
    assert_eq!((parts.centimetres.as_str(), parts.inches.as_str(), parts.feet), ("45", "17.7", (1, 6)));
    assert_eq!(length_parts(1753), LengthParts { centimetres: "175.3".into(), inches: "69".into(), feet: (5, 9) });
    assert_eq!(length_parts(1825).feet, (6, 0), "never 5 feet 12");
    assert_eq!(weight_parts(65_317), WeightParts { kilograms: "65.3".into(), stones: (10, 4) });
    assert_eq!(weight_parts(i64::MIN), weight_parts(0));
    let _ = (length_parts(i64::MAX), weight_parts(i64::MAX));
}
