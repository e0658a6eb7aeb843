//! Why a step of signing in or of making an account did not go on: the words for it, and what the page shows of them.

use crate::{
    components::problems::problem_summary,
    context, flash,
    ports::{Flash, LocalClock, Refusal},
};
use jiff::{Timestamp, ToSpan};
use leptos::prelude::*;

/// Why somebody stands at the first step again.
pub const GONE: &str = "It is too long since you began, or you began again in another window. To keep your account safe, start again \
    here. The forms you have filled in are safe.";

/// The input a refusal is about, and what to say there. `asked` is the input for those that are about the whole step.
pub fn problem(refusal: Refusal, asked: &str, clock: &dyn LocalClock) -> (String, String) {
    let (field, words) = match refusal {
        Refusal::EmailMissing => ("email", "Enter an email address".to_owned()),
        Refusal::EmailShape => ("email", "Enter an email address in the correct format, like name@example.com".into()),
        Refusal::PasswordMissing => ("password", "Enter a password".into()),
        Refusal::PasswordShort => ("password", "Password must be 12 characters or more".into()),
        Refusal::PasswordLong => ("password", "Password must be 128 characters or less".into()),
        Refusal::PasswordCommon => ("password", "Password is too easy to guess. Use three random words instead".into()),
        Refusal::FirstNameMissing => ("first_name", "Enter your first name".into()),
        Refusal::LastNameMissing => ("last_name", "Enter your last name".into()),
        Refusal::NameLong => ("first_name", "First name and last name must each be 100 characters or less".into()),
        Refusal::PhoneMissing => ("phone", "Enter a phone number".into()),
        Refusal::PhoneShape => ("phone", "Enter a phone number, like 01632 960 001 or 07700 900 982".into()),
        Refusal::PhoneKind => {
            ("phone", "Enter a UK mobile or landline number. We can't send codes to other kinds of number".into())
        }
        Refusal::PhoneExtension => (
            "phone",
            "Enter a number without an extension. Our codes can't reach an extension, so use a mobile phone instead".into(),
        ),
        Refusal::TextToLandline => ("how", "Select “Phone call”. We can't send a text message to a landline".into()),
        Refusal::CodeMissing => ("code", "Enter a security code".into()),
        Refusal::CodeShape => ("code", "Security code must be 6 numbers".into()),
        Refusal::CodeWrong => ("code", "The security code is wrong or has expired. Check it or ask for a new one".into()),
        Refusal::SignInWrong => ("email", "The email address or the password is wrong. Check both and try again".into()),
        Refusal::Locked(until) => {
            (asked, format!("There were too many wrong tries. You can try again {}", time(until, clock)))
        }
        Refusal::TooSoon(until) if is_near(until, clock) => {
            (asked, "We have just sent you a code. Wait a minute, then ask for another".into())
        }
        Refusal::TooSoon(until) => (asked, format!("You can ask for another code {}", time(until, clock))),
        Refusal::TooManySends => {
            (asked, "We can't send any more codes this time. Use one that you have, or start again".into())
        }
        Refusal::Gone => (asked, "It is too long since you began. Start again".into()),
    };
    (field.to_owned(), words)
}

fn is_near(at: Timestamp, clock: &dyn LocalClock) -> bool {
    at.as_second() - clock.now().as_second() <= 60
}

/// A time from which something may be done: "at 3:42pm", with the day if it isn't today's.
///
/// Rounded up to the minute, so that nobody who comes at the time is told to wait again.
fn time(at: Timestamp, clock: &dyn LocalClock) -> String {
    let at = at.checked_add(59.seconds()).unwrap_or(at);
    let (day, today, time) = (clock.day(at), clock.today(), context::words().time(clock.time(at)));
    if day == today {
        format!("at {time}")
    } else if today.tomorrow().is_ok_and(|tomorrow| day == tomorrow) {
        format!("at {time} tomorrow")
    } else {
        format!("at {time} on {}", context::words().day(day))
    }
}

/// What a page that keeps nothing has to show of the last try: what was typed and what was wrong.
#[derive(Clone, Debug, Default)]
pub struct Shown(Flash);

impl Shown {
    /// What was kept for this page, once.
    pub fn take() -> Self {
        Self(flash::take())
    }

    /// The same with every problem said at one input, for a page that has no other.
    #[must_use]
    pub fn all_at(mut self, field: &str) -> Self {
        for (at, _) in &mut self.0.problems {
            field.clone_into(at);
        }
        self
    }

    pub fn is_wrong(&self) -> bool {
        !self.0.problems.is_empty()
    }

    /// What was typed there, if anything was sent.
    pub fn typed(&self, name: &str) -> Option<String> {
        self.0.values.get(name).cloned()
    }

    pub fn value(&self, name: &str) -> String {
        self.typed(name).unwrap_or_default()
    }

    pub fn error(&self, field: &str) -> Option<String> {
        self.0.problems.iter().find(|(at, _)| at == field).map(|(_, words)| words.clone())
    }

    pub fn notice(&self) -> Option<String> {
        self.0.notice.clone()
    }

    pub fn summary(&self) -> impl IntoView + use<> {
        problem_summary(self.0.problems.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, Time, date};

    /// Noon on the first of May, in UTC.
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

    fn said(refusal: Refusal) -> String {
        let (field, words) = problem(refusal, "code", &Noon);
        assert_eq!(field, "code");
        words
    }

    #[test]
    fn a_time_to_wait_for_is_never_too_early_and_names_its_day() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        for (until, ending) in [
            ("2026-05-01T12:15:00Z", "at 12:15pm"),
            ("2026-05-01T12:15:01Z", "at 12:16pm"),
            ("2026-05-02T09:00:00Z", "at 9:00am tomorrow"),
            ("2026-05-04T09:00:00Z", "at 9:00am on 4 May 2026"),
        ] {
            assert!(said(Refusal::Locked(at(until))).ends_with(&format!("You can try again {ending}")), "{until}");
        }
        assert!(said(Refusal::TooSoon(at("2026-05-01T12:00:30Z"))).contains("Wait a minute"));
        assert!(said(Refusal::TooSoon(at("2026-05-01T13:00:00Z"))).ends_with("at 1:00pm"));
    }

    #[test]
    fn a_page_with_one_input_shows_every_problem_there() {
        let problems = vec![("how".to_owned(), "A".to_owned())];
        let shown = Shown(Flash { problems, ..Flash::default() }).all_at("code");
        assert_eq!((shown.error("code"), shown.error("how")), (Some("A".into()), None));
    }
}
