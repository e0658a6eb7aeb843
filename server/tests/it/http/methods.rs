//! Methods, and paths to files that must not be served.

use crate::support::TestApp;
use axum::body::Body;
use http::{StatusCode, header};

// ASVS V13.4.4
#[tokio::test]
async fn no_method_echoes_the_request() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    for method in ["TRACE", "TRACK", "DEBUG", "CONNECT", "PROPFIND", "PUT", "PATCH", "DELETE"] {
        for path in ["/", "/account", "/health/live", "/pkg/care-online.js", "/api/sign-in/password"] {
            let request = browser.request(method, path).header("x-canary", "canary-7381").body(Body::empty()).unwrap();
            let page = browser.once(request, path).await;
            assert!(page.status.is_client_error(), "{method} {path}: {}", page.status);
            assert!(!page.text.contains("canary-7381"), "{method} {path} echoes");
        }
    }
}

#[tokio::test]
async fn head_is_answered_like_get() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    for path in ["/", "/help", "/account", "/recover", "/drafts/abc", "/nothing", "/api/drafts/start", "/health/ready"] {
        let [get, head] = ["GET", "HEAD"].map(|method| browser.request(method, path).body(Body::empty()).unwrap());
        let (get, head) = (browser.once(get, path).await, browser.once(head, path).await);
        assert_eq!(head.status, get.status, "{path}");
        assert_eq!(head.headers.get(header::LOCATION), get.headers.get(header::LOCATION), "{path}");
        assert!(head.bytes.is_empty(), "{path}");
    }
}

#[tokio::test]
async fn the_address_of_a_button_says_where_to_go() {
    let app = TestApp::new().await;
    let page = app.browser().get("/api/drafts/save-page").await;
    assert_eq!(
        (page.status, page.heading().as_str()),
        (StatusCode::METHOD_NOT_ALLOWED, "You cannot open this page by its address")
    );
    assert!(page.text.contains("href=\"/recover\""), "{}", page.text);
}

// ASVS V3.5.3 V3.5.2
#[tokio::test]
async fn every_server_function_accepts_only_posted_forms() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let token = browser.get("/account").await.hidden("token");
    let mut functions = 0;
    for (path, method) in leptos::server_fn::axum::server_fn_paths() {
        assert_eq!(method, http::Method::POST, "{path}");
        for method in ["GET", "HEAD"] {
            let address = format!("{path}?token={token}&go=later&code=000000");
            let request = browser.request(method, &address).body(Body::empty()).unwrap();
            let page = browser.once(request, path).await;
            assert!(page.status.is_client_error(), "{method} {path}: {}", page.status);
            assert!(!page.headers.contains_key(header::SET_COOKIE), "{method} {path} sets a cookie");
        }
        for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x", "application/cbor"] {
            let page = browser.post_raw(path, kind, format!("token={token}")).await;
            assert_eq!(page.status, StatusCode::BAD_REQUEST, "{path} by {kind}");
        }
        functions += 1;
    }
    assert!(functions > 50, "{functions} functions");
    assert_eq!(browser.get("/account").await.path, "/account", "still signed in, and nothing has changed");
}

// ASVS V5.3.2 V13.4.1 V13.4.3 V13.4.5
#[tokio::test]
async fn no_path_leads_outside_the_pages_and_built_files() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    for path in [
        "/.git/config",
        "/.git/HEAD",
        "/.env",
        "/.svn/entries",
        "/keys.toml",
        "/data/keys.toml",
        "/care-online.toml",
        "/care-online.sqlite",
        "/Cargo.toml",
        "/target/",
        "/pkg/",
        "/pkg",
        "/pkg/../../Cargo.toml",
        "/pkg/..%2f..%2fCargo.toml",
        "/pkg/%2e%2e/%2e%2e/Cargo.toml",
        "/..%5c..%5cCargo.toml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/pkg//etc/passwd",
        "/pkg/%00",
        "/static/../../../etc/passwd",
        "/forms/..%2f..%2fCargo",
        "/submitted/..%2f..%2fetc%2fpasswd/pdf",
        "/metrics",
        "/debug",
        "/actuator/health",
        "/openapi.json",
        "/swagger",
        "/server-status",
    ] {
        let page = browser.get(path).await;
        let is_folder = path == "/pkg" && page.status.is_redirection() && page.bytes.is_empty();
        let is_away = page.status.is_client_error() || page.path.starts_with("/sign-in") || is_folder;
        assert!(is_away, "{path}: {} {}", page.status, page.path);
        for inside in ["[workspace]", "root:x:", "pepper", "Index of", "<pre>"] {
            assert!(!page.text.contains(inside), "{path} holds {inside}");
        }
    }
}
