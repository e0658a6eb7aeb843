//! Checks every request that changes something: it must come from one of our own pages, be readable and not too large,
//! and carry a form token of the session it is sent in.

use super::{WebState, errors, language};
use accounts::seals::{form_tokens, form_tokens_of_renewed};
use app::{
    api::{
        accounts::{council, create, lost_phone, security, sign_in},
        help_me_choose::Answer,
        start::Start,
    },
    cookies::Cookie,
    pages::errors::COOKIES_BLOCKED,
    paths::ACCOUNT,
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, Method, StatusCode, header, request::Parts};
use http_body_util::LengthLimitError;
use leptos::server_fn::ServerFn as _;
use platform::{
    config::{Profile, Settings},
    crypto::digest::same,
    security_events::{About, SecurityEvent},
    turns::Turn,
};
use ports::{ApiError, Caller, Network};

/// What somebody can send without having been here before. Each sets a cookie that the next page needs, and most send a
/// code.
const FIRST_STEPS: [&str; 6] = [
    Start::PATH,
    Answer::PATH,
    create::Begin::PATH,
    sign_in::Password::PATH,
    council::Authorize::PATH,
    security::Forgot::PATH,
];

/// What finishes a sign-in. Somebody who sends one from a page of before, but is signed in, has finished it already.
const LAST_STEPS: [&str; 4] =
    [create::PhoneCode::PATH, create::AppCode::PATH, sign_in::Confirm::PATH, lost_phone::NewPhoneCode::PATH];

/// What gives a session another token. On a slow line the button is pressed again with the old one, by which nobody is
/// signed in any more.
const RENEWING_STEPS: [&str; 2] = [security::ConfirmAgain::PATH, security::ChangePassword::PATH];

pub async fn guard(State(web): State<WebState>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    let language = language::of(&request);
    let refused = |status| errors::page(&web, language, status);
    let unreadable = |what, status| {
        web.service.events.record(SecurityEvent::UnreadableForm, About::nobody().what(what));
        refused(status)
    };
    if !is_from_here(request.headers(), &web.service.settings) {
        web.service.events.record(SecurityEvent::CrossSitePost, About::nobody());
        return refused(StatusCode::FORBIDDEN);
    }
    let limits = &web.service.settings.limits;
    let (parts, body) = request.into_parts();
    let body = match to_bytes(body, limits.body_bytes).await {
        Ok(body) => body,
        Err(error) => return unreadable("too large or cut off", why_unread(&error)),
    };
    // The cost of what follows grows with the size of the body, so the requests of a network queue behind each other.
    let Ok(_turn) = turn(&web, &parts).await else { return refused(StatusCode::SERVICE_UNAVAILABLE) };
    let pairs = match read(&parts.headers, &body) {
        Some(pairs) if pairs.len() <= limits.fields => pairs,
        Some(_) => return unreadable("too many fields", StatusCode::PAYLOAD_TOO_LARGE),
        None => return unreadable("not a form", StatusCode::BAD_REQUEST),
    };
    if !parts.headers.contains_key(header::COOKIE) && FIRST_STEPS.contains(&parts.uri.path()) {
        // Every page with a form sets one, so this browser doesn't keep them: nothing would be found again.
        return refused(COOKIES_BLOCKED);
    }
    let caller = parts.extensions.get::<Caller>().cloned().unwrap_or_default();
    let tokens = match accepted_tokens(&web, &caller, &parts).await {
        Ok(tokens) => tokens,
        Err(error) => return refused(app::error::status(error)),
    };
    let sent = pairs.iter().find(|(name, _)| name == "token").map(|(_, value)| value.as_str()).unwrap_or_default();
    if !tokens.is_empty() && !tokens.iter().any(|token| same(token.as_bytes(), sent.as_bytes())) {
        if caller.resident().is_some() && LAST_STEPS.contains(&parts.uri.path()) {
            return (StatusCode::FOUND, [(header::LOCATION, ACCOUNT)]).into_response();
        }
        let about = caller.resident().map_or_else(About::nobody, |resident| About::account(&resident.account));
        web.service.events.record(SecurityEvent::BadFormToken, about);
        return refused(StatusCode::FORBIDDEN);
    }
    next.run(Request::from_parts(parts, Body::from(body))).await
}

/// The tokens that are accepted in this form: those of the caller, and of the session that a second press comes from.
async fn accepted_tokens(web: &WebState, caller: &Caller, parts: &Parts) -> Result<Vec<String>, ApiError> {
    let mut tokens = form_tokens(&web.service, caller);
    if caller.resident().is_none()
        && RENEWING_STEPS.contains(&parts.uri.path())
        && let Some(session) = web.ports.cookies.read(&parts.headers, Cookie::Session)
    {
        tokens.extend(form_tokens_of_renewed(&web.service, &session).await?);
    }
    Ok(tokens)
}

/// A turn for a change to a draft, held until the response.
async fn turn(web: &WebState, parts: &Parts) -> Result<Option<Turn>, ApiError> {
    let network = parts.extensions.get::<Network>().filter(|_| parts.uri.path().starts_with("/api/drafts/"));
    match network {
        Some(network) => Ok(Some(web.changes.take(network.0.as_bytes()).await?)),
        None => Ok(None),
    }
}

/// Whether a request comes from one of our pages. Browsers send `Sec-Fetch-Site` or `Origin`; a request with cookies
/// and neither of them is refused.
fn is_from_here(headers: &HeaderMap, settings: &Settings) -> bool {
    let site = headers.get("sec-fetch-site");
    if site.is_some_and(|site| site != "same-origin" && site != "none") {
        return false;
    }
    match headers.get(header::ORIGIN) {
        Some(origin) => origin.to_str().is_ok_and(|origin| is_own_origin(origin, headers, settings)),
        None => site.is_some() || !headers.contains_key(header::COOKIE),
    }
}

/// Whether an origin, including the scheme, is that of the public URL. In development, any host that leads to the
/// service will do, over http.
fn is_own_origin(origin: &str, headers: &HeaderMap, settings: &Settings) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let is_tried = settings.profile == Profile::Development
        && host.is_some_and(|host| origin.strip_prefix("http://").is_some_and(|authority| authority == host));
    is_tried || origin_of(&settings.public_url).is_some_and(|own| own == origin)
}

/// The origin of a URL as browsers write it: in lower case, without the default port.
fn origin_of(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split('/').next()?;
    let usual = if scheme == "https" { ":443" } else { ":80" };
    let authority = authority.strip_suffix(usual).unwrap_or(authority);
    Some(format!("{scheme}://{authority}").to_ascii_lowercase())
}

/// The status for a body that couldn't be read: too large, or not received in time.
fn why_unread(error: &axum::Error) -> StatusCode {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if error.is::<LengthLimitError>() {
            return StatusCode::PAYLOAD_TOO_LARGE;
        }
        cause = error.source();
    }
    StatusCode::REQUEST_TIMEOUT
}

/// The pairs of a form body. `None` if the content type isn't a form, or if something in it isn't UTF-8.
pub fn read(headers: &HeaderMap, body: &Bytes) -> Option<Vec<(String, String)>> {
    let content_type = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    if content_type.split(';').next()?.trim() != "application/x-www-form-urlencoded" {
        return None;
    }
    let text = std::str::from_utf8(body).ok()?;
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((decode(name)?, decode(value)?))
        })
        .collect()
}

/// Percent-decoding that refuses invalid UTF-8. Libraries put replacement characters in its place.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let (high, low) = (char::from(rest.next()?).to_digit(16)?, char::from(rest.next()?).to_digit(16)?);
                u8::try_from(high * 16 + low).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (http::HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    fn settings(profile: Profile, public_url: &str) -> Settings {
        Settings { profile, public_url: public_url.into(), ..Settings::default() }
    }

    // ASVS V3.5.1 V3.5.3
    #[test]
    fn only_our_own_pages_may_change_anything() {
        let production = settings(Profile::Production, "https://care.example");
        let from_here = |pairs: &[(&'static str, &str)]| is_from_here(&headers(pairs), &production);
        assert!(from_here(&[("origin", "https://care.example"), ("cookie", "a=1")]));
        assert!(from_here(&[("sec-fetch-site", "same-origin"), ("cookie", "a=1")]));
        assert!(from_here(&[]));
        assert!(!from_here(&[("cookie", "a=1")]));
        assert!(!from_here(&[("origin", "https://evil.example"), ("host", "care.example")]));
        assert!(!from_here(&[("origin", "http://care.example"), ("host", "care.example")]), "another scheme");
        assert!(!from_here(&[("origin", "https://other.example"), ("host", "other.example")]), "another address");
        assert!(!from_here(&[("origin", "http://other.example"), ("host", "other.example")]), "another address");
        assert!(!from_here(&[("origin", "null"), ("host", "care.example"), ("cookie", "a=1")]));
        for site in ["cross-site", "same-site"] {
            assert!(!from_here(&[("sec-fetch-site", site), ("origin", "https://care.example")]));
        }
    }

    #[test]
    fn development_accepts_any_host_that_leads_here() {
        let development = settings(Profile::Development, "http://127.0.0.1:3000");
        let from_here = |pairs: &[(&'static str, &str)]| is_from_here(&headers(pairs), &development);
        assert!(from_here(&[("origin", "http://127.0.0.1:3000"), ("host", "localhost:4000")]));
        assert!(from_here(&[("origin", "http://localhost:4000"), ("host", "localhost:4000"), ("cookie", "a=1")]));
        assert!(!from_here(&[("origin", "https://localhost:4000"), ("host", "localhost:4000")]));
        assert!(!from_here(&[("origin", "http://evil.example"), ("host", "localhost:4000")]));
    }

    #[test]
    fn origins_are_compared_as_browsers_write_them() {
        for (url, origin) in [
            ("https://Care.Example", "https://care.example"),
            ("https://care.example:443", "https://care.example"),
            ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
            ("http://care.example:80/care", "http://care.example"),
        ] {
            assert_eq!(origin_of(url).as_deref(), Some(origin));
        }
    }

    // ASVS V1.1.1
    #[test]
    fn bodies_that_are_not_text_are_refused() {
        let form = headers(&[("content-type", "application/x-www-form-urlencoded; charset=utf-8")]);
        let pairs = |body: &'static str| read(&form, &Bytes::from_static(body.as_bytes()));
        assert_eq!(pairs("a=1+2&b=%C3%A9"), Some(vec![("a".into(), "1 2".into()), ("b".into(), "é".into())]));
        for broken in ["a=%", "a=%C3", "a=%zz", "%ff=1"] {
            assert_eq!(pairs(broken), None, "{broken}");
        }
        assert_eq!(read(&headers(&[("content-type", "multipart/form-data")]), &Bytes::new()), None);
        assert_eq!(read(&HeaderMap::new(), &Bytes::new()), None);
    }
}
