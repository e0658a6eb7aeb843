//! Which requests count as activity and extend a session: navigating to a page, and sending a form. What browsers fetch
//! by themselves doesn't count, nor does anything that was refused.

use axum::{extract::Request, response::Response};
use http::{HeaderMap, Method, StatusCode, header};

/// The headers in which browsers mark a prefetch.
const EARLY: [&str; 4] = ["sec-purpose", "purpose", "x-purpose", "x-moz"];

/// Whether a request may be a person's activity, judged before it is answered.
pub fn may_be(request: &Request) -> bool {
    match *request.method() {
        Method::GET => is_visit(request.headers()),
        // The CSRF guard checks later that it comes from one of our pages, before anything else happens with it.
        Method::POST => true,
        _ => false,
    }
}

/// Whether a browser navigates to a page rather than fetching a resource. Old browsers don't send these headers.
fn is_visit(headers: &HeaderMap) -> bool {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let is_early = EARLY.into_iter().filter_map(said).any(|purpose| {
        let purpose = purpose.to_ascii_lowercase();
        ["prefetch", "prerender", "preview"].iter().any(|early| purpose.contains(early))
    });
    let goes = said("sec-fetch-mode").is_none_or(|mode| mode == "navigate");
    let to_a_page = said("sec-fetch-dest").is_none_or(|destination| destination == "document");
    // Another site's page can redirect a browser here again and again without anybody having clicked.
    let is_sent = said("sec-fetch-site") == Some("cross-site") && said("sec-fetch-user").is_none();
    !is_early && goes && to_a_page && !is_sent
}

/// Whether the response shows that it was activity: the page or file exists, or the form wasn't refused.
pub fn was(method: &Method, response: &Response) -> bool {
    let status = response.status();
    if *method == Method::GET {
        // A server error doesn't mean that they have left.
        is_page(response) && !status.is_client_error() || status.is_success() && is_kept(response)
    } else {
        !status.is_client_error()
    }
}

/// Whether the response is an error page: not found, or not allowed.
pub fn is_refusing_page(response: &Response) -> bool {
    is_page(response) && response.status().is_client_error()
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    response.status() != StatusCode::NOT_MODIFIED && kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// A download of a copy.
fn is_kept(response: &Response) -> bool {
    response.headers().contains_key(header::CONTENT_DISPOSITION)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn visit(headers: &[(&str, &str)]) -> bool {
        let request =
            headers.iter().fold(http::Request::get("/account"), |request, (name, value)| request.header(*name, *value));
        may_be(&request.body(Body::empty()).unwrap())
    }

    // ASVS V7.3.1
    #[test]
    fn automatic_requests_are_not_activity() {
        assert!(visit(&[]), "an old browser");
        assert!(visit(&[("sec-fetch-site", "none"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")]));
        assert!(visit(&[("sec-fetch-site", "cross-site"), ("sec-fetch-user", "?1"), ("sec-fetch-mode", "navigate")]));
        for refused in [
            [("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "image")],
            [("sec-fetch-mode", "cors"), ("sec-fetch-dest", "empty")],
            [("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")],
            [("sec-fetch-mode", "navigate"), ("sec-purpose", "prefetch;prerender")],
            [("accept", "text/html"), ("purpose", "prefetch")],
            [("accept", "text/html"), ("x-moz", "Prefetch")],
            [("sec-fetch-mode", "navigate"), ("sec-fetch-site", "cross-site")],
        ] {
            assert!(!visit(&refused), "{refused:?}");
        }
        for (method, expected) in [("POST", true), ("HEAD", false), ("OPTIONS", false), ("DELETE", false)] {
            let request = http::Request::builder().method(method).body(Body::empty()).unwrap();
            assert_eq!(may_be(&request), expected, "{method}");
        }
    }
}
