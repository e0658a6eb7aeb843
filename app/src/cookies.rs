//! The cookies of the service. All are `HttpOnly`, `SameSite=Lax`, for this host only, and hold no readable personal
//! data: only opaque tokens or sealed text.
//!
//! The crate `cookie` isn't used: it would write the same few attributes, split at the same semicolons and add `time`
//! as a dependency.

use http::HeaderMap;
use ports::{PENDING_LOGIN_SECONDS, REGISTRATION_SECONDS, SIGN_IN_SECONDS};

/// The purpose of a cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookie {
    /// A signed-in resident.
    Session,
    /// A browser that has signed in before: wrong attempts elsewhere don't lock it out.
    Device,
    /// Somebody who started a form without signing in.
    Visitor,
    /// A sign-in or registration in progress.
    Step,
    /// A visit to the council's identity provider, or a login there that waits to be connected.
    Council,
    /// What was typed on a page that wasn't accepted, for the next view of that page.
    Flash,
    /// What was typed on a page that needs the password first, until it is given.
    Held,
    /// The page somebody wanted when they were asked to sign in.
    Next,
    /// The chosen language.
    Language,
    /// Nothing: it shows that the browser accepts cookies before somebody sends a form.
    Check,
}

impl Cookie {
    /// Every cookie.
    pub const ALL: [Self; 10] = [
        Self::Session,
        Self::Device,
        Self::Visitor,
        Self::Step,
        Self::Council,
        Self::Flash,
        Self::Held,
        Self::Next,
        Self::Language,
        Self::Check,
    ];

    const fn stem(self) -> &'static str {
        match self {
            Self::Session => "care-session",
            Self::Device => "care-device",
            Self::Visitor => "care-visitor",
            Self::Step => "care-step",
            Self::Council => "care-council",
            Self::Flash => "care-flash",
            Self::Held => "care-held",
            Self::Next => "care-next",
            Self::Language => "care-language",
            Self::Check => "care-check",
        }
    }

    /// The longest lifetime in seconds; `None` for until the browser is closed. Cookies of steps expire with them:
    /// [`Cookies::set_for`] sets a shorter lifetime, and each step sets the cookie again.
    const fn max_age(self) -> Option<i64> {
        match self {
            Self::Session | Self::Check => None,
            Self::Visitor => Some(24 * 3600),
            Self::Step | Self::Next => Some(REGISTRATION_SECONDS),
            Self::Council => Some(PENDING_LOGIN_SECONDS),
            Self::Flash => Some(120),
            Self::Held => Some(SIGN_IN_SECONDS),
            Self::Device | Self::Language => Some(365 * 24 * 3600),
        }
    }
}

/// How cookies are written: with the `__Host-` prefix and `Secure` if the service is reached by HTTPS.
#[derive(Clone, Copy, Debug)]
pub struct Cookies {
    pub secure: bool,
}

impl Cookies {
    fn name(self, cookie: Cookie) -> String {
        format!("{}{}", if self.secure { "__Host-" } else { "" }, cookie.stem())
    }

    /// The `Set-Cookie` value for a cookie with its longest lifetime.
    pub fn set(self, cookie: Cookie, value: &str) -> String {
        let age = cookie.max_age().map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
        self.header(cookie, value, &age)
    }

    /// The `Set-Cookie` value with a lifetime in seconds, at most the longest of its kind.
    pub fn set_for(self, cookie: Cookie, value: &str, seconds: i64) -> String {
        let seconds = cookie.max_age().map_or(seconds, |most| most.min(seconds));
        self.header(cookie, value, &format!("; Max-Age={seconds}"))
    }

    /// The `Set-Cookie` value that deletes a cookie.
    pub fn clear(self, cookie: Cookie) -> String {
        self.header(cookie, "", "; Max-Age=0")
    }

    fn header(self, cookie: Cookie, value: &str, age: &str) -> String {
        let secure = if self.secure { "; Secure" } else { "" };
        format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", self.name(cookie))
    }

    /// The value that the browser sent. `None` if it was sent twice, because one of the two isn't ours.
    pub fn read(self, headers: &HeaderMap, cookie: Cookie) -> Option<String> {
        let name = self.name(cookie);
        let pairs = headers
            .get_all(http::header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|all| all.split(';'));
        let mut values =
            pairs.filter_map(|pair| pair.trim().split_once('=')).filter(|(key, _)| *key == name).map(|(_, value)| value);
        let value = values.next()?;
        (values.next().is_none() && !value.is_empty() && value.len() <= 4096).then(|| value.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // ASVS V3.3.1 V3.3.2 V3.3.3 V3.3.4
    #[test]
    fn cookies_are_for_this_host_only() {
        let safe = Cookies { secure: true };
        assert_eq!(safe.set(Cookie::Session, "t"), "__Host-care-session=t; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(safe.clear(Cookie::Step), "__Host-care-step=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
    }

    #[test]
    fn a_cookie_of_a_step_lives_as_long_as_the_step() {
        let jar = Cookies { secure: false };
        assert!(jar.set_for(Cookie::Step, "t", SIGN_IN_SECONDS).ends_with("; Max-Age=600"));
        assert!(jar.set(Cookie::Step, "t").ends_with("; Max-Age=3600"));
        assert!(jar.set_for(Cookie::Flash, "t", 3600).ends_with("; Max-Age=120"), "never longer than its kind");
    }

    // ASVS V15.3.7
    #[test]
    fn a_cookie_sent_twice_is_ignored() {
        let read = |sent: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(http::header::COOKIE, sent.parse().unwrap());
            Cookies { secure: false }.read(&headers, Cookie::Session)
        };
        assert_eq!(read("a=1; care-session=token"), Some("token".into()));
        assert_eq!(read("care-session=one; care-session=two"), None);
        assert_eq!(read("other=1"), None);
    }
}
