//! The headers of every response, errors included.

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

/// For responses that aren't pages: they may load nothing at all. Pages bring a policy of their own.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const ALWAYS: [(&str, &str); 7] = [
    // A file is what its type says, not what it looks like.
    ("x-content-type-options", "nosniff"),
    // Addresses hold identifiers of drafts: they stay with us.
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("x-permitted-cross-domain-policies", "none"),
];

/// Puts the headers into a response that lacks them.
pub fn fill(headers: &mut HeaderMap, status: StatusCode, secure: bool) {
    for (name, value) in ALWAYS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    // Nobody's answers stay in a browser's or a library's cache. Files say otherwise for themselves.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if status.is_redirection() {
        // Nothing of a redirect is shown. A browser was seen to hold the page it leads to against its policy.
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

/// Text is UTF-8, and files say so too.
fn with_charset(kind: &HeaderValue) -> Option<HeaderValue> {
    let kind = kind.to_str().ok().filter(|kind| kind.starts_with("text/") && !kind.contains("charset"))?;
    HeaderValue::from_str(&format!("{kind}; charset=utf-8")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    // ASVS V3.4.1
    #[test]
    fn a_response_keeps_its_own_policy_and_cache_and_gets_the_rest() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public"));
        fill(&mut headers, StatusCode::OK, true);
        assert_eq!(headers[header::CACHE_CONTROL], "public");
        assert_eq!(headers[header::CONTENT_SECURITY_POLICY], NOTHING);
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
    }
}
