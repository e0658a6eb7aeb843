//! Phone numbers. A login phone is a UK number in E.164, and parses to the same number from its display.

use super::text;
use crate::Target;
use accounts::phone::{LoginPhone, PhoneKind, PhonePolicy, format_national};
use form_engine::phone;
use ports::Channel;

pub const TARGET: Target = Target {
    name: "phone",
    run,
    words: &[
        "07700 900406",
        "+44 (0)7400 123456",
        "0044",
        "+44",
        "(020) 7219 3000",
        " ext. 12",
        "x12",
        ";ext=1",
        "#",
        "\u{202a}",
        "\u{200b}",
        "\u{2011}",
        "６",
        ";phone-context=",
        "tel:",
        "07797 712345",
        "+870",
        "0906",
        "extension",
    ],
};

fn run(data: &[u8]) {
    let text = text(data);
    let _ = values::contact_phone(&text);
    assert!(phone::ending(&text).len() <= 3);
    let strict = LoginPhone::parse(&text, PhonePolicy::default()).ok();
    for also in
        [PhonePolicy { allow_test_numbers: true, islands: false }, PhonePolicy { allow_test_numbers: true, islands: true }]
    {
        let Ok(phone) = LoginPhone::parse(&text, also) else {
            assert!(strict.is_none(), "a laxer policy refuses what the strict one accepts");
            continue;
        };
        let LoginPhone { number, kind } = &phone;
        let digits = number.strip_prefix("+44").unwrap();
        assert!(digits.len() >= 9 && digits.len() <= 10 && digits.bytes().all(|byte| byte.is_ascii_digit()), "{number}");
        assert!(LoginPhone::parse(number, also).ok().as_ref() == Some(&phone), "{number} parses differently");
        let shown = format_national(number);
        assert!(LoginPhone::parse(&shown, also).ok().as_ref() == Some(&phone), "{shown} parses differently");
        assert_eq!(kind.channel(Channel::Text) == Channel::Text, *kind == PhoneKind::Mobile);
        assert!(number.ends_with(&phone::ending(number)));
    }
}
