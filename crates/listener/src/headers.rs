//! The headers of every response, errors included.

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

/// For responses that aren't pages: they may load nothing. Pages set a policy of their own.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const ALWAYS: [(&str, &str); 7] = [
    // Browsers must use the stated type and not guess.
    ("x-content-type-options", "nosniff"),
    // URLs contain draft ids: other sites mustn't see them.
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("x-permitted-cross-domain-policies", "none"),
];

/// Adds the headers that a response lacks.
pub fn fill(headers: &mut HeaderMap, status: StatusCode, secure: bool) {
    for (name, value) in ALWAYS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    // Answers must not stay in the cache of a browser or a library computer. Static files set their own header.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if status.is_redirection() {
        // The body of a redirect isn't shown, and a browser was seen to apply its policy to the page it leads to.
        headers.remove(header::CONTENT_SECURITY_POLICY);
    } else {
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(NOTHING));
    }
    if let Some(kind) = headers.get(header::CONTENT_TYPE).and_then(with_charset) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    if secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
}

/// Text is UTF-8, static files included.
fn with_charset(kind: &HeaderValue) -> Option<HeaderValue> {
    let kind = kind.to_str().ok().filter(|kind| kind.starts_with("text/") && !kind.contains("charset"))?;
    HeaderValue::from_str(&format!("{kind}; charset=utf-8")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    // ASVS V3.4.1
    #[test]
    fn a_response_keeps_its_own_policy_and_caching_and_gets_the_other_headers() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public"));
        fill(&mut headers, StatusCode::OK, true);
        assert_eq!(headers[header::CACHE_CONTROL], "public");
        assert_eq!(headers[header::CONTENT_SECURITY_POLICY], NOTHING);
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
    }
}
