//! "Exit this page".

use crate::support::TestApp;
use axum::body::Body;
use http::{StatusCode, header};

// ASVS V14.3.1
#[tokio::test]
async fn exit_this_page_ends_the_session_and_clears_the_browser() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let mut kept = browser.tab();
    let request = browser.request("GET", "/exit").header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap();
    let page = browser.once(request, "/exit").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(page.headers[header::LOCATION], "https://www.bbc.co.uk/weather");
    assert_eq!(page.headers["clear-site-data"], "\"cache\", \"storage\"");
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    assert!(!browser.has_cookie("care-session"));
    assert_eq!(kept.get("/account").await.path, "/timed-out", "a copy of the cookie opens nothing");
}

// ASVS V3.5.1
#[tokio::test]
async fn a_link_on_another_site_signs_nobody_out() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let request = browser.request("GET", "/exit").header("sec-fetch-site", "cross-site").body(Body::empty()).unwrap();
    browser.once(request, "/exit").await;
    assert_eq!(browser.get("/account").await.heading(), "My Account");
}
