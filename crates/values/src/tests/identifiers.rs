use crate::*;

#[test]
fn national_insurance_numbers_have_their_format() {
    for text in ["jg 10 37 59 a", "JG103759A", "JG 103759 A", "J G 1 0 3 7 5 9 A", "jg-10-37-59-a"] {
        assert_eq!(national_insurance(text), Some("JG103759A".into()), "{text}");
    }
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
    for text in ["943 476 5919", "9434765919", "943-476-5919", " 943 4765 919 "] {
        assert_eq!(nhs_number(text), Some("9434765919".into()), "{text}");
    }
    for text in ["943 476 5918", "94347659", "94347659190", "abcdefghij", ""] {
        assert_eq!(nhs_number(text), None, "{text}");
    }
}

#[test]
fn postcodes_and_emails() {
    for (text, whole) in [("nr1 3dh", "NR1 3DH"), ("sw1a1aa", "SW1A 1AA"), ("M1-1AE", "M1 1AE"), (" b33  8th ", "B33 8TH")] {
        assert_eq!(postcode(text), Some(whole.into()), "{text}");
    }
    for text in ["nowhere", "NR1", "NR1 3D", "1NR 3DH", ""] {
        assert_eq!(postcode(text), None, "{text}");
    }
    for good in ["ann@example.com", "o'neil+care@mail.example.org", "siân@example.cymru"] {
        assert!(is_email(good), "{good}");
    }
    for bad in ["", "ann", "ann@", "@example.com", "a b@example.com", "ann@example", "a@b@c.com", "ann@-x.com", "a..b@x.com"]
    {
        assert!(!is_email(bad), "{bad}");
    }
}

// ASVS V1.3.11 V2.2.1
#[test]
fn an_email_address_has_no_invisible_characters() {
    let marks = "\u{202e}\u{202a}\u{2066}\u{2069}\u{200e}\u{61c}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{3164}\u{fe0f}\u{e0041}\u{0}\u{7f}\u{85}\u{2028}";
    for mark in marks.chars() {
        for at in ["ann|x@example.com", "|ann@example.com", "ann@exam|ple.com", "ann@example.com|x", "ann|@example.com"] {
            let text = at.replace('|', &mark.to_string());
            let is_blank_at_an_end = text.trim() != text;
            assert!(is_blank_at_an_end || !is_email(&text), "{}", text.escape_unicode());
        }
    }
    for good in ["علی@example.com", "नरेन्द्र@example.com", "林@example.com", "sian.â@example.cymru"] {
        assert!(is_email(good), "{good}");
    }
}
