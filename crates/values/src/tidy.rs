//! How typed text is tidied before a machine reads it: one way, for every parser.
//!
//! Phones, address books and other programs insert invisible marks, and write spaces, dashes, quotes and digits in many
//! ways. Whatever is only another way of writing a plain sign becomes that sign. Everything else stays, so that the
//! parser can refuse it. What people see is what they typed: [`crate::characters`] tidies texts for readers.

use crate::characters::{is_mark, is_space};

/// One line in plain signs: ASCII digits, quotes, dashes and punctuation, single spaces, and no invisible marks. Letters
/// stay as they are.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars().filter(|sign| !is_mark(*sign)).map(plain_sign) {
        if sign != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(sign);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The letters and digits of an identifier in capitals, whatever is between them.
pub fn identifier(text: &str) -> String {
    plain(text).chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect()
}

/// The digits of a text in which only digits have a meaning, whatever punctuation is between and around them. Empty if
/// nothing was typed, `None` if there is something else.
pub fn digits(text: &str) -> Option<String> {
    let text = plain(text);
    let signs = text.chars().filter(|sign| !(*sign == ' ' || sign.is_ascii_punctuation())).map(as_digit);
    signs.map(|sign| sign.is_ascii_digit().then_some(sign)).collect()
}

/// A letter that looks like a digit, where only a digit can be meant.
pub const fn as_digit(sign: char) -> char {
    match sign {
        'O' | 'o' => '0',
        'I' | 'i' | 'l' => '1',
        _ => sign,
    }
}

/// A digit that looks like a letter, where only a letter can be meant.
pub const fn as_letter(sign: char) -> char {
    match sign {
        '0' => 'O',
        '1' => 'I',
        _ => sign,
    }
}

fn plain_sign(sign: char) -> char {
    match sign {
        '`' | '｀' | '‘'..='‛' | 'ʹ' | 'ʻ'..='ʽ' | 'ˈ' | '′' | '‵' | '´' | '‹' | '›' | '՚' | '׳' | 'ꞌ' => {
            '\''
        }
        _ if is_space(sign) => ' ',
        _ if sign.is_ascii() => sign,
        // Full-width forms, from Chinese and Japanese keyboards.
        '！'..='～' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        '‐'..='―'
        | '−'
        | '⁃'
        | '\u{58a}'
        | '\u{5be}'
        | '\u{1400}'
        | '\u{1806}'
        | '\u{2e17}'
        | '\u{2e1a}'
        | '\u{2e3a}'
        | '\u{2e3b}'
        | '\u{2e40}'
        | '\u{2e5d}'
        | '\u{301c}'
        | '\u{3030}'
        | '\u{30a0}'
        | '\u{fe31}'
        | '\u{fe32}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{10d6e}'
        | '\u{10ead}' => '-',
        '“'..='‟' | '″' | '‶' | '״' | 'ʺ' | 'ˮ' | '«' | '»' | '〃' | '〝'..='〟' => '"',
        '⁄' | '∕' => '/',
        '٫' | '·' | '。' | '｡' | '۔' => '.',
        '٬' | '،' | '、' | '､' => ',',
        '٪' => '%',
        '￡' | '₤' => '£',
        _ => digit(sign).unwrap_or(sign),
    }
}

/// The decimal digit of any script as an ASCII digit.
fn digit(sign: char) -> Option<char> {
    let before = ZEROS.partition_point(|zero| *zero <= sign).checked_sub(1)?;
    let value = u32::from(sign) - u32::from(*ZEROS.get(before)?);
    char::from_digit(value, 10)
}

/// The zeros of all scripts (general category Nd), each followed by its one to nine.
const ZEROS: [char; 77] = [
    '\u{30}',
    '\u{660}',
    '\u{6f0}',
    '\u{7c0}',
    '\u{966}',
    '\u{9e6}',
    '\u{a66}',
    '\u{ae6}',
    '\u{b66}',
    '\u{be6}',
    '\u{c66}',
    '\u{ce6}',
    '\u{d66}',
    '\u{de6}',
    '\u{e50}',
    '\u{ed0}',
    '\u{f20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19d0}',
    '\u{1a80}',
    '\u{1a90}',
    '\u{1b50}',
    '\u{1bb0}',
    '\u{1c40}',
    '\u{1c50}',
    '\u{a620}',
    '\u{a8d0}',
    '\u{a900}',
    '\u{a9d0}',
    '\u{a9f0}',
    '\u{aa50}',
    '\u{abf0}',
    '\u{ff10}',
    '\u{104a0}',
    '\u{10d30}',
    '\u{10d40}',
    '\u{11066}',
    '\u{110f0}',
    '\u{11136}',
    '\u{111d0}',
    '\u{112f0}',
    '\u{11450}',
    '\u{114d0}',
    '\u{11650}',
    '\u{116c0}',
    '\u{116d0}',
    '\u{116da}',
    '\u{11730}',
    '\u{118e0}',
    '\u{11950}',
    '\u{11bf0}',
    '\u{11c50}',
    '\u{11d50}',
    '\u{11da0}',
    '\u{11de0}',
    '\u{11f50}',
    '\u{16130}',
    '\u{16a60}',
    '\u{16ac0}',
    '\u{16b50}',
    '\u{16d70}',
    '\u{1ccf0}',
    '\u{1d7ce}',
    '\u{1d7d8}',
    '\u{1d7e2}',
    '\u{1d7ec}',
    '\u{1d7f6}',
    '\u{1e140}',
    '\u{1e2f0}',
    '\u{1e4f0}',
    '\u{1e5f1}',
    '\u{1e950}',
    '\u{1fbf0}',
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_general_category::{GeneralCategory as Category, get_general_category as category};

    /// Signs of category Cf that are visible, or shape Egyptian hieroglyphs.
    const MEANINGFUL: [std::ops::RangeInclusive<char>; 8] = [
        '\u{600}'..='\u{605}',
        '\u{6dd}'..='\u{6dd}',
        '\u{70f}'..='\u{70f}',
        '\u{890}'..='\u{891}',
        '\u{8e2}'..='\u{8e2}',
        '\u{110bd}'..='\u{110bd}',
        '\u{110cd}'..='\u{110cd}',
        '\u{13430}'..='\u{1343f}',
    ];

    fn all_signs() -> impl Iterator<Item = char> {
        '\0'..=char::MAX
    }

    #[test]
    fn every_sign_of_a_kind_is_tidied() {
        for sign in all_signs() {
            let tidied = plain(&format!("a{sign}b"));
            let name = sign.escape_unicode();
            match category(sign) {
                Category::Format if MEANINGFUL.iter().any(|signs| signs.contains(&sign)) => {}
                Category::Format => assert_eq!(tidied, "ab", "{name}"),
                Category::SpaceSeparator | Category::LineSeparator | Category::ParagraphSeparator => {
                    assert_eq!(tidied, "a b", "{name}");
                }
                Category::DashPunctuation => assert_eq!(tidied, "a-b", "{name}"),
                Category::InitialPunctuation | Category::FinalPunctuation if sign < '\u{2e00}' => {
                    assert!(matches!(tidied.as_str(), "a'b" | "a\"b"), "{name}");
                }
                Category::DecimalNumber => {
                    let digit = tidied.chars().nth(1).unwrap();
                    assert!(digit.is_ascii_digit() && tidied.len() == 3, "{name}: {tidied}");
                }
                Category::UppercaseLetter | Category::LowercaseLetter | Category::NonspacingMark
                    if !(is_mark(sign) || ('Ａ'..='ｚ').contains(&sign) || matches!(sign, 'ꞌ' | 'Ꞌ')) =>
                {
                    assert_eq!(tidied, format!("a{sign}b"), "{name}");
                }
                _ => {}
            }
        }
    }

    #[test]
    fn digits_of_every_script_have_their_value() {
        for zero in ZEROS {
            let run: String = (0..10).filter_map(|more| char::from_u32(u32::from(zero) + more)).collect();
            assert_eq!(plain(&run), "0123456789", "{}", zero.escape_unicode());
        }
        assert!(ZEROS.is_sorted());
    }

    #[test]
    fn texts_are_tidied() {
        for (typed, tidied) in [
            ("07400\u{a0}123456", "07400 123456"),
            ("07400\u{2011}123456", "07400-123456"),
            ("\u{202a}07400 123456\u{202c}", "07400 123456"),
            ("  441 – 049\u{3000}", "441 - 049"),
            ("o’brien＠ｅｘａｍｐｌｅ．ｃｏｍ", "o'brien@example.com"),
            ("£12·50", "£12.50"),
            ("١٬٢٠٠٫٥٠", "1,200.50"),
            ("a\u{2800}\u{2800}b\n", "a b"),
            ("\u{200b}\u{feff}\u{3164}", ""),
        ] {
            assert_eq!(plain(typed), tidied, "{}", typed.escape_unicode());
        }
        assert_eq!(identifier(" asc‑７kq2\u{200b} m9tf."), "ASC7KQ2M9TF");
        assert_eq!(digits("441–049.").as_deref(), Some("441049"));
        assert_eq!(digits("“44l O49”").as_deref(), Some("441049"));
        assert_eq!(digits("\u{200b} -").as_deref(), Some(""));
        assert_eq!(digits("44104a"), None);
    }

    proptest! {
        // ASVS V2.2.1
        #[test]
        fn tidying_is_idempotent_and_marks_make_no_difference(
            text in "\\PC{0,40}",
            at in 0usize..40,
            mark in prop::sample::select("\u{200b}\u{ad}\u{202a}\u{202e}\u{2060}\u{2069}\u{feff}\u{200d}\u{fe0f}".chars().collect::<Vec<_>>()),
        ) {
            let mut marked: Vec<char> = text.chars().collect();
            marked.insert(at.min(marked.len()), mark);
            let tidied = plain(&text);
            prop_assert_eq!(plain(&marked.into_iter().collect::<String>()), tidied.clone());
            prop_assert_eq!(plain(&tidied), tidied.clone());
            prop_assert_eq!(tidied.trim(), tidied.as_str());
        }
    }
}
