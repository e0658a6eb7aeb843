//! The headers that every response has, whatever it contains and wherever it is made.

use crate::support::{Page, TestApp};
use axum::{
    Router,
    body::{Body, Bytes},
    routing::{any, post},
};
use http::{Method, Request, StatusCode};
use hyper::body::Frame;
use platform::config::Settings;
use server::http as service;
use std::{
    collections::BTreeSet,
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

/// The body of a form that never ends.
struct Endless;

impl hyper::body::Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

/// Checks the headers every response must have, and returns the nonce of its policy if there is one.
fn check(what: &str, page: &Page, is_secure: bool) -> Option<String> {
    let header = |name: &str| page.headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-permitted-cross-domain-policies", "none"),
        ("strict-transport-security", if is_secure { "max-age=63072000; includeSubDomains" } else { "" }),
        ("access-control-allow-origin", ""),
        ("server", ""),
        ("x-care-error", ""),
    ] {
        assert_eq!(header(name), value, "{what}: {name}");
    }
    assert!(header("permissions-policy").contains("camera=()"), "{what}");
    let (policy, kept) = (header("content-security-policy"), header("cache-control"));
    if page.status.is_redirection() {
        assert_eq!((policy.as_str(), kept.as_str()), ("", "no-store"), "{what}");
        return None;
    }
    for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action "] {
        assert!(policy.contains(part), "{what}: {policy}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("nonce-none") && !policy.contains("nonce-'"), "{policy}");
    let is_page = header("content-type").starts_with("text/html");
    if is_page || !page.status.is_success() {
        assert_eq!(kept, "no-store", "{what}");
    }
    if !page.bytes.is_empty() {
        let kind = header("content-type");
        assert!(!kind.starts_with("text/") || kind.contains("charset=utf-8"), "{what}: {kind}");
        assert!(!kind.is_empty(), "{what}: a body without a content type");
    }
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).map(str::to_owned);
    if is_page && nonce.is_none() {
        assert!(!page.text.contains("<script") && !page.text.contains("<style") && !page.text.contains(" style="), "{what}");
    }
    nonce
}

fn change(settings: &mut Settings) {
    settings.public_url = "https://care.example".into();
    settings.limits.request_seconds = 1;
    settings.limits.body_bytes = 1000;
    settings.site = concat!(env!("CARGO_MANIFEST_DIR"), "/../public").into();
}

// ASVS V3.4.1 V3.4.2 V3.4.3 V3.4.4 V3.4.5 V3.4.6 V4.1.1 V14.3.2
#[tokio::test]
async fn every_response_has_security_headers_whatever_its_status() {
    let app = TestApp::with(change).await;
    let form = "application/x-www-form-urlencoded";
    let own = "https://care.example";
    let (mut seen, mut nonces) = (BTreeSet::new(), BTreeSet::new());
    for accept in ["text/html", "*/*"] {
        let mut requests: Vec<(Method, &str, &str, Body)> = [
            "/",
            "/help",
            "/sign-in",
            "/sign-in",
            "/nothing/here",
            "/account",
            "/drafts/nothing",
            "/drafts/%00/%0A",
            "/forms/nothing",
            "/health/live",
            "/health/ready",
            "/pkg/nothing.css",
            "/mark.svg",
            "/robots.txt",
            "/manifest.webmanifest",
            "/language/cy?page=/help",
            "/language/cy?page=%2F%0Aa",
            "/exit",
            "/submitted/nothing/pdf",
            "/callbacks/notify",
            "/outbox",
            "/%ff",
        ]
        .map(|path| (Method::GET, path, "", Body::empty()))
        .into();
        requests.extend([
            (Method::HEAD, "/help", "", Body::empty()),
            (Method::OPTIONS, "/help", "", Body::empty()),
            (Method::DELETE, "/", own, Body::empty()),
            (Method::PUT, "/api/drafts/start", own, Body::empty()),
            (Method::POST, "/health/live", own, Body::empty()),
            (Method::POST, "/pkg/nothing.css", own, Body::empty()),
            (Method::POST, "/callbacks/notify", "", Body::from("{}")),
            (Method::POST, "/api/drafts/start", own, Body::from("form=nothing")),
            (Method::POST, "/api/drafts/start", own, Body::from("form=%0A")),
            (Method::POST, "/api/drafts/start", own, Body::from("form=%")),
            (Method::POST, "/api/drafts/start", "https://evil.example", Body::from("form=care-needs")),
            (Method::POST, "/api/drafts/start", own, Body::from("a".repeat(2000))),
            (Method::POST, "/api/drafts/start", own, Body::new(Endless)),
            (Method::POST, "/api/drafts/save-page", own, Body::from("draft=a&page=b&revision=1")),
            (Method::POST, "/api/nothing", own, Body::from("a=1")),
        ]);
        for (method, path, origin, body) in requests {
            let mut request = Request::builder().method(method.clone()).uri(path).header("accept", accept);
            request = request.header("host", "care.example").header("content-type", form);
            if !origin.is_empty() {
                request = request.header("origin", origin).header("cookie", "care-check=yes");
            }
            let page = app.browser().once(request.body(body).unwrap(), path).await;
            let what = format!("{method} {path} ({accept}): {}", page.status);
            assert_ne!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{what}");
            seen.insert(page.status.as_u16());
            if let Some(nonce) = check(&what, &page, true) {
                assert!(nonces.insert(nonce), "{what}: the nonce of another response");
            }
        }
    }
    assert_eq!(seen, BTreeSet::from([200, 302, 303, 400, 401, 403, 404, 405, 413, 503]), "every status was tried");
}

/// A panic and an endless wait, in routes of their own: the headers are there whatever goes wrong in a handler.
// ASVS V3.4.1 V3.4.3 V3.4.4 V3.4.6 V16.5.1 V16.5.4
#[tokio::test]
async fn panics_and_time_outs_have_security_headers() {
    let app = TestApp::with(change).await;
    let routes = Router::new()
        .route("/panic", any(|| async { std::hint::black_box(None::<StatusCode>).expect("words that nobody may read") }))
        .route("/late", post(|| async { std::future::pending::<StatusCode>().await }));
    let guarded = service::around(routes, app.web.clone());
    for (method, path, accept, status) in [
        (Method::GET, "/panic", "text/html", StatusCode::INTERNAL_SERVER_ERROR),
        (Method::POST, "/panic", "*/*", StatusCode::INTERNAL_SERVER_ERROR),
        (Method::POST, "/late", "text/html", StatusCode::SERVICE_UNAVAILABLE),
        (Method::POST, "/late", "*/*", StatusCode::SERVICE_UNAVAILABLE),
        (Method::GET, "/late", "*/*", StatusCode::METHOD_NOT_ALLOWED),
        (Method::GET, "/nothing", "*/*", StatusCode::NOT_FOUND),
    ] {
        let request =
            Request::builder().method(method.clone()).uri(path).header("accept", accept).body(Body::empty()).unwrap();
        let page = crate::support::Browser::new(guarded.clone()).once(request, path).await;
        let what = format!("{method} {path} ({accept})");
        assert_eq!(page.status, status, "{what}");
        assert_eq!(check(&what, &page, true), None, "{what}");
        assert!(!page.text.contains("nobody may read"), "{what}");
        if accept == "text/html" {
            assert!(page.text.contains("<h1"), "{what}");
        }
    }
}

#[tokio::test]
async fn only_existing_built_files_are_cached_for_ever() {
    let site = tempfile::tempdir().unwrap();
    std::fs::create_dir(site.path().join("pkg")).unwrap();
    std::fs::write(site.path().join("pkg/care-online.css"), "a{}").unwrap();
    let app = TestApp::with(|settings| settings.site = site.path().to_owned()).await;
    let kept = async |method: &str, path: &str, header: (&'static str, &str)| {
        let mut browser = app.browser();
        let request = browser.request(method, path).header(header.0, header.1).body(Body::empty()).unwrap();
        let page = browser.once(request, path).await;
        (page.status.as_u16(), page.headers["cache-control"].to_str().unwrap().to_owned())
    };
    let (forever, never) = ("public, max-age=31536000, immutable".to_owned(), "no-store".to_owned());
    let none = ("accept", "*/*");
    let later = ("if-modified-since", "Fri, 31 Dec 2100 23:59:59 GMT");
    assert_eq!(kept("GET", "/pkg/care-online.css", none).await, (200, forever.clone()));
    assert_eq!(kept("GET", "/pkg/care-online.css", ("range", "bytes=0-1")).await, (206, forever.clone()));
    assert_eq!(kept("GET", "/pkg/care-online.css", later).await, (304, forever));
    assert_eq!(kept("GET", "/pkg/care-online.0123.css", none).await, (404, never.clone()));
    assert_eq!(kept("GET", "/pkg/", none).await, (404, never.clone()));
    assert_eq!(kept("POST", "/pkg/care-online.css", none).await, (405, never.clone()));
    assert_eq!(kept("GET", "/pkg/care-online.css", ("range", "bytes=90-99")).await, (416, never.clone()));
    assert_eq!(kept("GET", "/nothing.svg", none).await, (404, never));
}
