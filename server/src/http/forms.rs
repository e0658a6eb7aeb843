//! What a request that changes something must be: from one of our own pages, readable, not too large, and bound to the
//! session it is sent in.

use super::{Web, errors, language};
use app::ports::Caller;
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderMap, Method, StatusCode, header};
use subtle::ConstantTimeEq;

pub async fn guard(State(web): State<Web>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    let language = language::of(&request);
    let refused = |status| errors::page(&web, language, status);
    if !is_from_here(request.headers(), &web.service.settings.public_url) {
        return refused(StatusCode::FORBIDDEN);
    }
    let limits = &web.service.settings.limits;
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, limits.body_bytes).await else {
        return refused(StatusCode::PAYLOAD_TOO_LARGE);
    };
    let pairs = match read(&parts.headers, &body) {
        Some(pairs) if pairs.len() <= limits.fields => pairs,
        Some(_) => return refused(StatusCode::PAYLOAD_TOO_LARGE),
        None => return refused(StatusCode::BAD_REQUEST),
    };
    let caller = parts.extensions.get::<Caller>().cloned().unwrap_or_default();
    let token = web.ports.seals.form_token(&caller);
    let sent = pairs.iter().find(|(name, _)| name == "token").map(|(_, value)| value.as_str()).unwrap_or_default();
    if !token.is_empty() && !bool::from(token.as_bytes().ct_eq(sent.as_bytes())) {
        return refused(StatusCode::FORBIDDEN);
    }
    next.run(Request::from_parts(parts, Body::from(body))).await
}

/// Browsers say where a request comes from. One that sends cookies and says nothing isn't a browser we can trust.
fn is_from_here(headers: &HeaderMap, public_url: &str) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let site = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok());
    if site.is_some_and(|site| site != "same-origin" && site != "none") {
        return false;
    }
    match text(header::ORIGIN) {
        Some(origin) => {
            let authority = origin.split_once("://").map_or("", |(_, rest)| rest);
            origin == public_url || text(header::HOST).is_some_and(|host| host == authority)
        }
        None => site.is_some() || !headers.contains_key(header::COOKIE),
    }
}

/// The pairs of a form, if it is one and every part of it is text.
pub(super) fn read(headers: &HeaderMap, body: &Bytes) -> Option<Vec<(String, String)>> {
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

/// Percent-decoding that refuses what isn't text, instead of putting marks in its place.
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

    #[test]
    fn only_our_own_pages_may_change_anything() {
        let from_here = |pairs: &[(&'static str, &str)]| is_from_here(&headers(pairs), "https://care.example");
        assert!(from_here(&[("origin", "https://care.example"), ("cookie", "a=1")]));
        assert!(from_here(&[("origin", "http://localhost:3000"), ("host", "localhost:3000"), ("cookie", "a=1")]));
        assert!(from_here(&[("sec-fetch-site", "same-origin"), ("cookie", "a=1")]));
        assert!(from_here(&[]));
        assert!(!from_here(&[("cookie", "a=1")]));
        assert!(!from_here(&[("origin", "https://evil.example"), ("host", "care.example")]));
        assert!(!from_here(&[("origin", "null"), ("host", "care.example"), ("cookie", "a=1")]));
        for site in ["cross-site", "same-site"] {
            assert!(!from_here(&[("sec-fetch-site", site), ("origin", "https://care.example")]));
        }
    }

    #[test]
    fn a_form_is_text_or_it_is_refused() {
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
