use crate::*;

#[test]
fn national_insurance_numbers_have_their_format() {
    for text in [
        "jg 10 37 59 a",
        "JG103759A",
        "JG 103759 A",
        "J G 1 0 3 7 5 9 A",
        "jg-10-37-59-a",
        "ＪＧ１０３７５９Ａ",
        "JG\u{a0}10\u{2011}37\u{200b}59 A.",
        "JG IO 37 59 A",
    ] {
        assert_eq!(national_insurance(text), Some("JG103759A".into()), "{text}");
    }
    assert_eq!(national_insurance("0A 12 34 56 C"), Some("OA123456C".into()));
    let never_given =
        ["QQ123456C", "BG123456A", "GB123456A", "KN123456A", "NK123456A", "NT123456A", "ZZ123456A", "AO123456A"];
    let temporary = ["TN123456A", "TN 12 34 56 F"];
    let other_shapes = ["AB12345C", "AB123456E", "AB123456", "AB1234567", "A1123456C", "", "é"];
    for text in never_given.into_iter().chain(temporary).chain(other_shapes) {
        assert_eq!(national_insurance(text), None, "{text}");
    }
}

#[test]
fn nhs_numbers_have_a_valid_check_digit() {
    for text in [
        "943 476 5919",
        "9434765919",
        "943-476-5919",
        " 943 4765 919 ",
        "943–476–5919.",
        "943\u{a0}476\u{202f}5919",
        "９４３４７６５９１９",
        "\u{202a}943 476 5919\u{202c}",
        "943 476 59l9",
    ] {
        assert_eq!(nhs_number(text), Some("9434765919".into()), "{text}");
    }
    for text in ["943 476 5918", "94347659", "94347659190", "abcdefghij", ""] {
        assert_eq!(nhs_number(text), None, "{text}");
    }
}

#[test]
fn postcodes_are_read_however_they_are_written() {
    for (text, whole) in [
        ("nr1 3dh", "NR1 3DH"),
        ("sw1a1aa", "SW1A 1AA"),
        ("M1-1AE", "M1 1AE"),
        (" b33  8th ", "B33 8TH"),
        ("ＮＲ１　３ＤＨ", "NR1 3DH"),
        ("\u{200e}nr1\u{a0}3dh.", "NR1 3DH"),
        ("cr0 2yr", "CR0 2YR"),
        ("IP1 1AA", "IP1 1AA"),
        ("OX1 1AA", "OX1 1AA"),
        ("EC1A 1BB", "EC1A 1BB"),
        ("W1A 0AX", "W1A 0AX"),
    ] {
        assert_eq!(postcode(text), Some(whole.into()), "{text}");
    }
    for text in ["nowhere", "NR1", "NR1 3D", "1NR 3DH", "", "Trinity", "oriole"] {
        assert_eq!(postcode(text), None, "{text}");
    }
}

#[test]
fn letters_and_digits_that_look_alike_are_put_right_in_a_postcode() {
    for (text, whole) in [
        ("W1A OAX", "W1A 0AX"),
        ("NM1 IAA", "NM1 1AA"),
        ("Y062 7TT", "YO62 7TT"),
        ("0X1 1AA", "OX1 1AA"),
        ("1P1 1AA", "IP1 1AA"),
        ("CRO 2YR", "CR0 2YR"),
        ("S06 1AA", "SO6 1AA"),
        ("L0I 1AA", "LO1 1AA"),
        ("E1O 5AA", "E10 5AA"),
        ("WIA 0AX", "W1A 0AX"),
        ("W1I 1AA", "W11 1AA"),
    ] {
        assert_eq!(postcode(text), Some(whole.into()), "{text}");
    }
}

#[test]
fn emails_have_their_format() {
    for good in
        ["ann@example.com", "o'neil+care@mail.example.org", "siân@example.cymru", "علی@example.com", "林@example.com"]
    {
        assert_eq!(email(good).as_deref(), Some(good));
    }
    for bad in ["", "ann", "ann@", "@example.com", "a b@example.com", "ann@example", "a@b@c.com", "ann@-x.com", "a..b@x.com"]
    {
        assert!(!is_email(bad), "{bad}");
    }
}

#[test]
fn an_email_address_is_tidied() {
    for (typed, address) in [
        (" Ann@example.com ", "Ann@example.com"),
        ("tam\u{200b}sin@example.com", "tamsin@example.com"),
        ("o’brien@example.com", "o'brien@example.com"),
        ("ann‑lee@example.com", "ann-lee@example.com"),
        ("ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ann@example.com"),
        ("ann@example.com.", "ann@example.com"),
        ("<ann@example.com>,", "ann@example.com"),
        ("mailto:ann@example.com", "ann@example.com"),
        ("\u{202a}ann@example.com\u{202c}\u{200b}", "ann@example.com"),
    ] {
        assert_eq!(email(typed).as_deref(), Some(address), "{}", typed.escape_unicode());
    }
}

#[test]
fn slips_in_common_domains_are_recognised() {
    for (typed, meant) in [
        ("tam@gmial.com", "tam@gmail.com"),
        ("tam@hotmial.co.uk", "tam@hotmail.co.uk"),
        ("tam@yaho.co.uk", "tam@yahoo.co.uk"),
        ("Tam@Gmail.con", "Tam@gmail.com"),
        ("tam@gmail.co", "tam@gmail.com"),
        ("tam@gmail.co.uk", "tam@gmail.com"),
        ("tam@hotmai.com", "tam@hotmail.com"),
        ("tam@outlok.com", "tam@outlook.com"),
        ("tam@icloud.co", "tam@icloud.com"),
        ("tam@btinternet.con", "tam@btinternet.com"),
        ("tam@northmere.couk", "tam@northmere.co.uk"),
    ] {
        assert_eq!(email_meant(typed).as_deref(), Some(meant), "{typed}");
        assert_eq!(email_meant(meant), None, "{meant}");
    }
    for right in ["tam@ymail.com", "tam@mail.com", "tam@example.com", "tam@me.com", "tam@aol.com", "tam@yahoo.fr", "tam"] {
        assert_eq!(email_meant(right), None, "{right}");
    }
}

// ASVS V1.3.11 V2.2.1
#[test]
fn an_email_address_has_no_invisible_characters() {
    let dropped =
        "\u{202a}\u{2066}\u{2069}\u{200e}\u{61c}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{3164}\u{fe0f}\u{e0041}";
    let refused = "\u{202e}\0\u{7f}\u{85}\u{2028}\u{2800}";
    for at in ["ann|x@example.com", "|ann@example.com", "ann@exam|ple.com", "ann@example.com|x", "ann|@example.com"] {
        for mark in dropped.chars() {
            let text = at.replace('|', &mark.to_string());
            assert_eq!(email(&text), Some(at.replace('|', "")), "{}", text.escape_unicode());
        }
        for mark in refused.chars() {
            let text = at.replace('|', &mark.to_string());
            let is_at_an_end = characters::trimmed(&text) != text;
            assert!(is_at_an_end || !is_email(&text), "{}", text.escape_unicode());
        }
    }
}
