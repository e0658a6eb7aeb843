//! The login phone: a mobile, which gets texts or calls, or a landline, which gets calls. A number that costs the
//! council or the resident more, can't be rung, or needs an extension gets its own error, so that the page can say what
//! to do.

use phonenumber::{Mode, Type, country, metadata::DATABASE};
use platform::config::{Profile, Settings};
use ports::{Channel, PhoneHint, StepError};
use serde::{Deserialize, Serialize};
use values::tidy;

/// The kind of a login phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PhoneKind {
    #[default]
    Mobile,
    Landline,
}

impl PhoneKind {
    pub const fn can_text(self) -> bool {
        matches!(self, Self::Mobile)
    }

    /// How a code comes if somebody asks for this channel: a landline is called, whatever they asked for.
    pub const fn channel(self, asked: Channel) -> Channel {
        if self.can_text() { asked } else { Channel::Call }
    }
}

/// A number that can be a login phone, as E.164: `+447700900406`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginPhone {
    pub number: String,
    pub kind: PhoneKind,
}

/// Which numbers are accepted besides ordinary ones of the United Kingdom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PhonePolicy {
    /// Numbers that Ofcom reserves for drama: useful for trying things out, so accepted in development only.
    pub allow_test_numbers: bool,
    /// Numbers of Jersey, Guernsey and the Isle of Man.
    pub islands: bool,
}

impl PhonePolicy {
    pub fn of(settings: &Settings) -> Self {
        Self { allow_test_numbers: settings.profile == Profile::Development, islands: settings.codes.islands }
    }
}

impl LoginPhone {
    /// What pages show of the number.
    pub fn hint(&self) -> PhoneHint {
        PhoneHint { ending: form_engine::phone::ending(&self.number), can_text: self.kind.can_text() }
    }

    /// Parses a number as people write it: a mobile or a landline of the United Kingdom, or what `also` allows.
    pub fn parse(text: &str, also: PhonePolicy) -> Result<Self, StepError> {
        let text = tidy::plain(text);
        if text.is_empty() {
            return Err(StepError::PhoneMissing);
        }
        if has_extension(&text) {
            return Err(StepError::PhoneExtension);
        }
        let text: String = text.trim_end_matches([',', ';', '.']).chars().map(tidy::as_digit).collect();
        if !text.chars().all(|c| c.is_ascii_digit() || " ()-+./".contains(c)) {
            return Err(StepError::PhoneInvalid);
        }
        let text = text.replace('/', " ");
        let parsed = phonenumber::parse(Some(country::Id::GB), &text).map_err(|_| StepError::PhoneInvalid)?;
        let number = parsed.format().mode(Mode::E164).to_string();
        if let Some(kind) = reserved_for_drama(&number).filter(|_| also.allow_test_numbers) {
            return Ok(Self { number, kind });
        }
        if !parsed.is_valid() {
            return Err(StepError::PhoneInvalid);
        }
        match parsed.country().id() {
            Some(country::Id::GB) => {}
            // They share the country code, but calls and texts cost more or less.
            Some(country::Id::JE | country::Id::GG | country::Id::IM) if also.islands => {}
            _ => return Err(StepError::PhoneKind),
        }
        let kind = match parsed.number_type(&DATABASE) {
            Type::Mobile => PhoneKind::Mobile,
            Type::FixedLine => PhoneKind::Landline,
            _ => return Err(StepError::PhoneKind),
        };
        Ok(Self { number, kind })
    }
}

/// Whether a number is followed by an extension: `x12`, `ext. 12`, `#12`.
fn has_extension(text: &str) -> bool {
    let text = text.to_lowercase();
    let Some(mark) = text.find(['x', '#', ';', ',']).or_else(|| text.find("ext")) else { return false };
    let (number, extension) = text.split_at(mark);
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    digits(number) >= 3 && digits(extension) >= 1
}

/// The kind of a number in the blocks that Ofcom reserves for drama.
fn reserved_for_drama(number: &str) -> Option<PhoneKind> {
    let thousand = |start: &str| number.strip_prefix(start).is_some_and(|rest| rest.len() == 3);
    if thousand("+447700900") {
        return Some(PhoneKind::Mobile);
    }
    thousand("+441632960").then_some(PhoneKind::Landline)
}

/// A number as people in the United Kingdom write it: `07700 900406`, `020 7946 0001`.
pub fn format_national(number: &str) -> String {
    let Some(rest) = number.strip_prefix("+44").filter(|rest| rest.is_ascii() && rest.len() >= 9) else {
        return number.to_owned();
    };
    let cuts: &[usize] = match rest.as_bytes() {
        [b'2', ..] => &[2, 6],
        [b'1', b'1', ..] | [b'1', _, b'1', ..] => &[3, 6],
        _ => &[4],
    };
    let mut out = String::from("0");
    for (index, digit) in rest.chars().enumerate() {
        if cuts.contains(&index) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use PhoneKind::{Landline, Mobile};

    const TEST_NUMBERS: PhonePolicy = PhonePolicy { allow_test_numbers: true, islands: false };

    fn parse(text: &str) -> Result<(String, PhoneKind), StepError> {
        LoginPhone::parse(text, TEST_NUMBERS).map(|phone| (phone.number, phone.kind))
    }

    #[test]
    fn mobiles_and_landlines_are_accepted_in_any_format() {
        for (text, number, kind) in [
            ("07400 123456", "+447400123456", Mobile),
            ("+44 7400 123456", "+447400123456", Mobile),
            ("+44 (0)7400 123456", "+447400123456", Mobile),
            ("0044 7400 123456", "+447400123456", Mobile),
            ("07400\u{a0}123456", "+447400123456", Mobile),
            ("07400\u{2011}123456", "+447400123456", Mobile),
            ("\u{202a}07400 123456\u{202c}", "+447400123456", Mobile),
            ("\u{ad}07400\u{200b}123456\u{fe0f}", "+447400123456", Mobile),
            ("０７４００　１２３４５６", "+447400123456", Mobile),
            ("٠٧٤٠٠ ١٢٣٤٥٦", "+447400123456", Mobile),
            ("07400 12345６", "+447400123456", Mobile),
            ("O7400 l23456", "+447400123456", Mobile),
            ("07400/123456.", "+447400123456", Mobile),
            ("(020) 7219 3000", "+442072193000", Landline),
            ("0121-234-5678", "+441212345678", Landline),
            ("01603.222600", "+441603222600", Landline),
        ] {
            assert_eq!(parse(text), Ok((number.into(), kind)), "{text}");
        }
    }

    #[test]
    fn drama_numbers_are_accepted_in_development_only() {
        for (text, number, kind) in [
            ("07700 900000", "+447700900000", Mobile),
            ("07700 900406", "+447700900406", Mobile),
            ("07700 900999", "+447700900999", Mobile),
            ("01632 960000", "+441632960000", Landline),
            ("01632 960999", "+441632960999", Landline),
        ] {
            assert_eq!(parse(text), Ok((number.into(), kind)), "{text}");
            assert!(LoginPhone::parse(text, PhonePolicy::default()).is_err(), "{text}");
        }
        for text in ["07700 901000", "07700 899999", "01632 961000", "01632 959999"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn unsuitable_login_phones_are_refused_with_the_reason() {
        use StepError::{PhoneExtension, PhoneInvalid, PhoneKind, PhoneMissing};
        for (text, step_error) in [
            ("", PhoneMissing),
            (" \u{200b}", PhoneMissing),
            ("01603 222600 x12", PhoneExtension),
            ("01603 222600 ext. 12", PhoneExtension),
            ("01603 222600 EXTENSION 12", PhoneExtension),
            ("01603 222600 extn12", PhoneExtension),
            ("01603222600#12", PhoneExtension),
            ("01603 222600;ext=12", PhoneExtension),
            ("call me", PhoneInvalid),
            ("x", PhoneInvalid),
            ("222600", PhoneInvalid),
            ("07400 12345", PhoneInvalid),
            ("07400 1234567", PhoneInvalid),
            ("18001 01603 222600", PhoneInvalid), // Relay UK: nobody there reads a code out
            ("0000000000", PhoneInvalid),
            ("+", PhoneInvalid),
            ("0906 123 4567", PhoneKind), // premium rate
            ("0871 234 5678", PhoneKind), // premium rate
            ("070 1234 5678", PhoneKind), // personal number
            ("076 4012 3456", PhoneKind), // pager
            ("056 1234 5678", PhoneKind), // internet telephone
            ("0345 123 4567", PhoneKind), // one number for a company
            ("0800 123 4567", PhoneKind), // free phone
            ("+1 202 555 0123", PhoneKind),
            ("+33 6 12 34 56 78", PhoneKind),
            ("07781 123456", PhoneKind), // Guernsey
            ("07797 123456", PhoneKind), // Jersey
            ("07624 123456", PhoneKind), // Isle of Man
        ] {
            assert_eq!(parse(text), Err(step_error), "{text}");
        }
    }

    #[test]
    fn channel_island_and_manx_numbers_are_accepted_if_configured() {
        let kind = |text: &str, also: PhonePolicy| LoginPhone::parse(text, also).map(|phone| phone.kind);
        let islands = PhonePolicy { islands: true, ..PhonePolicy::default() };
        for (text, taken_for) in [
            ("07797 712345", Mobile),   // Jersey
            ("07781 123456", Mobile),   // Guernsey
            ("07624 412345", Mobile),   // Isle of Man
            ("01534 440000", Landline), // Jersey
        ] {
            assert_eq!(kind(text, islands), Ok(taken_for), "{text}");
            assert_eq!(kind(text, PhonePolicy::default()), Err(StepError::PhoneKind), "{text}");
        }
        assert_eq!(kind("+33 6 12 34 56 78", islands), Err(StepError::PhoneKind));
    }

    #[test]
    fn a_landline_takes_calls_only() {
        for asked in [Channel::Text, Channel::Call] {
            assert_eq!((Landline.channel(asked), Mobile.channel(asked)), (Channel::Call, asked));
        }
    }

    #[test]
    fn numbers_are_formatted_as_people_write_them() {
        for (number, shown) in [
            ("+447700900406", "07700 900406"),
            ("+441632960001", "01632 960001"),
            ("+442072193000", "020 7219 3000"),
            ("+441212345678", "0121 234 5678"),
            ("+441134960000", "0113 496 0000"),
            ("+44", "+44"),
            ("", ""),
        ] {
            assert_eq!(format_national(number), shown);
        }
    }

    // ASVS V1.4.2
    #[test]
    fn no_input_can_panic() {
        for text in [
            ";phone-context=",
            ".;phone-context=",
            "+dwPAA;phone-context=AA",
            "tel:",
            "((((",
            "+++",
            "é",
            "0".repeat(500).as_str(),
        ] {
            let _ = LoginPhone::parse(text, TEST_NUMBERS);
        }
    }
}
