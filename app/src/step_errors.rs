//! The messages for step errors.

use crate::context;
use i18n::args;
use jiff::{Timestamp, ToSpan};
use ports::{LimitedBy, LocalClock, MAX_SAFETY_TEXT, StepError};

/// The input that an error is about, and its message. `asked` is the input for errors about the whole step.
pub fn problem(step_error: StepError, asked: &str, clock: &dyn LocalClock) -> (String, String) {
    let t = context::messages();
    let (field, message) = match step_error {
        StepError::EmailMissing => ("email", t.refused_email_missing()),
        StepError::EmailInvalid => ("email", t.fault_email()),
        StepError::EmailLetters => ("email", t.refused_email_letters()),
        StepError::PasswordMissing => ("password", t.refused_password_missing()),
        StepError::PasswordShort => ("password", t.refused_password_short()),
        StepError::PasswordLong => ("password", t.refused_password_long()),
        StepError::PasswordCommon => ("password", t.refused_password_common()),
        StepError::NameMissing => ("first_name", t.refused_first_name()),
        StepError::NameLong => ("first_name", t.refused_name_long()),
        StepError::PhoneMissing => ("phone", t.refused_phone_missing()),
        StepError::PhoneInvalid => ("phone", t.fault_phone()),
        StepError::PhoneKind => ("phone", t.refused_phone_kind()),
        StepError::PhoneExtension => ("phone", t.refused_phone_extension()),
        StepError::CodeMissing => ("code", t.refused_code_missing()),
        StepError::CodeInvalid => ("code", t.refused_code_shape()),
        StepError::CodeWrong => ("code", t.refused_code_wrong()),
        StepError::CodeOfEarlier => ("code", t.refused_code_of_earlier()),
        StepError::SignInWrong => ("email", t.refused_sign_in_wrong()),
        StepError::Locked(until) => return (asked.to_owned(), locked(until, clock)),
        StepError::PasswordDisabled => (asked, t.refused_password_disabled()),
        StepError::PhoneDisabled => (asked, t.refused_phone_disabled()),
        StepError::TooSoon(until) if is_near(until, clock) => (asked, t.refused_just_sent()),
        StepError::TooSoon(until) => return (asked.to_owned(), too_soon(until, clock)),
        StepError::Limited(limited_by, until) => return (asked.to_owned(), limited(limited_by, until, clock)),
        StepError::TooManySends => (asked, t.refused_too_many()),
        StepError::Gone => (asked, t.refused_too_long()),
        StepError::PasswordWrong => ("password", t.refused_password_wrong()),
        StepError::EmailSame => ("email", t.refused_email_same()),
        StepError::AlreadyRequested => (asked, t.phone_already_asked()),
        StepError::OnlyFactor => (asked, t.app_only()),
        StepError::ConfirmFirst => (asked, t.refused_confirm_first()),
        StepError::LinkExpired => (asked, t.refused_link_gone()),
        StepError::Frozen => return (asked.to_owned(), t.refused_frozen(context::site().council.phone.as_str())),
        StepError::PostcodeInvalid => ("postcode", t.fault_postcode()),
        StepError::AddressMissing => ("address", t.refused_address()),
        StepError::ContactMethodMissing => ("way", t.refused_way()),
        StepError::SafetyUnanswered => ("safe", t.refused_safe()),
        StepError::SafetyTextTooLong => return ("how".to_owned(), t.refused_how_long(MAX_SAFETY_TEXT)),
    };
    (field.to_owned(), message.to_owned())
}

fn is_near(at: Timestamp, clock: &dyn LocalClock) -> bool {
    at.as_second() - clock.now().as_second() <= 60
}

fn locked(until: Timestamp, clock: &dyn LocalClock) -> String {
    let t = context::messages();
    match when(until, clock) {
        (DayName::Today, time) => t.refused_locked(time),
        (DayName::Tomorrow, time) => t.refused_locked_tomorrow(time),
        (DayName::Later(date), time) => t.refused_locked_until(args::RefusedLockedUntil { date: &date, time: &time }),
    }
}

fn too_soon(until: Timestamp, clock: &dyn LocalClock) -> String {
    let t = context::messages();
    match when(until, clock) {
        (DayName::Today, time) => t.refused_too_soon(time),
        (DayName::Tomorrow, time) => t.refused_too_soon_tomorrow(time),
        (DayName::Later(date), time) => t.refused_too_soon_until(args::RefusedTooSoonUntil { date: &date, time: &time }),
    }
}

/// What is limited, when to try again, and whom to call meanwhile.
fn limited(limited_by: LimitedBy, until: Timestamp, clock: &dyn LocalClock) -> String {
    let t = context::messages();
    let what = match limited_by {
        LimitedBy::Network => t.refused_limited_network(),
        LimitedBy::NetworkPasswords => t.refused_limited_passwords(),
        LimitedBy::NewNumbers => t.refused_limited_numbers(),
        LimitedBy::Calls => t.refused_limited_calls(),
        LimitedBy::Links => t.refused_limited_links(),
        LimitedBy::PhoneChanges => t.refused_limited_phone_changes(),
        LimitedBy::LookUps => t.refused_limited_look_ups(),
    };
    let again = match when(until, clock) {
        _ if is_near(until, clock) => t.refused_again_soon().to_owned(),
        (DayName::Today, time) => t.refused_again(time),
        (DayName::Tomorrow, time) => t.refused_again_tomorrow(time),
        (DayName::Later(date), time) => t.refused_again_until(args::RefusedAgainUntil { date: &date, time: &time }),
    };
    [what, &again, &t.refused_call_us(context::site().council.phone.as_str())].join(" ")
}

/// How a text refers to a day.
enum DayName {
    Today,
    Tomorrow,
    Later(String),
}

/// The day and time from which something is allowed.
///
/// Rounded up to the minute, so that nobody who tries at that time has to wait again.
fn when(at: Timestamp, clock: &dyn LocalClock) -> (DayName, String) {
    let t = context::messages();
    let at = at.checked_add(59.seconds()).unwrap_or(at);
    let (day, today) = (clock.day(at), clock.today());
    let day = if day == today {
        DayName::Today
    } else if today.tomorrow().is_ok_and(|tomorrow| day == tomorrow) {
        DayName::Tomorrow
    } else {
        DayName::Later(t.day(day))
    };
    (day, t.time(clock.time(at)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, Time, date};

    /// A clock at noon UTC on 1 May.
    struct Noon;

    impl LocalClock for Noon {
        fn now(&self) -> Timestamp {
            "2026-05-01T12:00:00Z".parse().unwrap()
        }

        fn today(&self) -> Date {
            date(2026, 5, 1)
        }

        fn day(&self, at: Timestamp) -> Date {
            at.to_zoned(jiff::tz::TimeZone::UTC).date()
        }

        fn time(&self, at: Timestamp) -> Time {
            at.to_zoned(jiff::tz::TimeZone::UTC).time()
        }
    }

    fn text_of(step_error: StepError) -> String {
        let (field, message) = problem(step_error, "code", &Noon);
        assert_eq!(field, "code");
        message
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_time_of_the_next_attempt_is_never_too_early_and_includes_the_day() {
        for (until, ending) in [
            ("2026-05-01T12:15:00Z", "at 12:15pm"),
            ("2026-05-01T12:15:01Z", "at 12:16pm"),
            ("2026-05-02T09:00:00Z", "at 9:00am tomorrow"),
            ("2026-05-04T09:00:00Z", "at 9:00am on 4 May 2026"),
        ] {
            assert!(text_of(StepError::Locked(at(until))).ends_with(&format!("You can try again {ending}")), "{until}");
        }
        assert!(text_of(StepError::TooSoon(at("2026-05-01T12:00:30Z"))).contains("Wait a minute"));
        assert!(text_of(StepError::TooSoon(at("2026-05-01T13:00:00Z"))).ends_with("at 1:00pm"));
    }

    #[test]
    fn a_limit_says_what_is_limited_and_whom_to_call() {
        let text = text_of(StepError::Limited(LimitedBy::Network, at("2026-05-01T12:01:00Z")));
        assert!(text.starts_with("A lot of people") && text.contains("Wait a minute"), "{text}");
        assert!(text.contains("call us on") && !text.contains("code"), "{text}");
        let text = text_of(StepError::Limited(LimitedBy::NewNumbers, at("2026-05-01T13:00:00Z")));
        assert!(text.contains("new phone numbers") && text.contains("at 1:00pm."), "{text}");
    }
}
