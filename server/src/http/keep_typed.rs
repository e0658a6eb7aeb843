//! Changing the language of a page about an account, or of "Help me choose". What was typed there comes along in the sealed cookie that errors
//! use too, which is read once. Passwords and codes don't: only the inputs named here are kept.

use super::{WebState, csrf, errors, language};
use app::{
    components::form::SWITCH_PAGE, cookies::Cookie, flash, flash::Flash, location::Location, paths, segment::PathSegment,
};
use axum::{
    body::Bytes,
    extract::{Path, State},
    response::{AppendHeaders, IntoResponse, Response},
};
use form_engine::language::Language;
use http::{HeaderMap, StatusCode, header};
use ports::ContactMethod;
use std::collections::BTreeMap;

const KEPT: [&str; 17] = [
    "email",
    "kept",
    "first_name",
    "last_name",
    "phone",
    "postcode",
    "address",
    "line1",
    "line2",
    "town",
    "county",
    "safe",
    "how",
    "language",
    "reason",
    "check",
    "when",
];
/// The checkboxes of the contact methods, which a flash holds by their values.
const WAYS: &str = "ways[]";
/// The most characters of a value that are kept.
const LONGEST: usize = 700;

pub async fn choose(State(web): State<WebState>, Path(tag): Path<String>, headers: HeaderMap, body: Bytes) -> Response {
    let Some(pairs) = csrf::read(&headers, &body) else {
        return errors::page(&web, language::choice(&web, &headers), StatusCode::BAD_REQUEST);
    };
    let page = pairs.iter().find(|(name, _)| name == SWITCH_PAGE).and_then(|(_, page)| Location::parse(page));
    let page = page.unwrap_or_default();
    let values = if paths::is_help_me_choose(page.path()) { choices(pairs) } else { typed(pairs) };
    let kept = Flash { page: page.clone(), values, ..Flash::default() };
    let chosen = Language::from_tag(&tag).filter(|language| web.ports.site.languages.contains(language));
    let cookies = web.ports.cookies;
    let set = [
        chosen.map(|language| cookies.set(Cookie::Language, language.tag())),
        flash::sealed(&web.ports, &kept).map(|sealed| cookies.set(Cookie::Flash, &sealed)),
    ];
    let set = set.into_iter().flatten().map(|cookie| (header::SET_COOKIE, cookie));
    (StatusCode::FOUND, [(header::LOCATION, String::from(page))], AppendHeaders(set)).into_response()
}

/// What a page may show again, by input.
fn typed(pairs: Vec<(String, String)>) -> BTreeMap<String, String> {
    let of = |(name, value): (String, String)| {
        if name == WAYS {
            return ContactMethod::ALL.iter().find(|way| way.name() == value).map(|_| (value, "ticked".to_owned()));
        }
        KEPT.contains(&name.as_str()).then(|| (name, value.chars().take(LONGEST).collect()))
    };
    pairs.into_iter().filter_map(of).collect()
}

/// The answers of "Help me choose".
fn choices(pairs: Vec<(String, String)>) -> BTreeMap<String, String> {
    let of = |(name, value): (String, String)| {
        let key: PathSegment = name.strip_prefix("answers[")?.strip_suffix(']')?.parse().ok()?;
        value.parse::<PathSegment>().ok().map(|value| (key.into(), value.into()))
    };
    pairs.into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answers_of_help_me_choose_are_kept_and_nothing_else() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let pairs = vec![
            pair("token", "t"),
            pair("asked", "who"),
            pair("answers[who]", "me"),
            pair("answers[need]", "a b"),
            pair("who", "x"),
        ];
        assert_eq!(choices(pairs), [pair("who", "me")].into());
    }

    #[test]
    fn passwords_and_codes_are_not_kept() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let pairs = ["password", "code", "token", "link"].map(|name| pair(name, "secret")).to_vec();
        assert_eq!(typed(pairs), BTreeMap::new());
        let kept = typed(vec![pair("email", "ann@example.com"), pair("ways[]", "letter"), pair("ways[]", "nonsense")]);
        assert_eq!(kept, [pair("email", "ann@example.com"), pair("letter", "ticked")].into());
    }
}
