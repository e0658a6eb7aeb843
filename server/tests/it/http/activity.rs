//! What keeps somebody signed in: what they do, and nothing that happens by itself.

use crate::support::{Browser, Page, TestApp};
use axum::body::Body;
use http::StatusCode;

/// Sends one request, as a browser with these headers does.
async fn ask(browser: &mut Browser, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Page {
    let request = headers.iter().fold(browser.request(method, path), |request, (name, value)| request.header(*name, *value));
    browser.once(request.body(Body::from(body.to_owned())).unwrap(), path).await
}

const HERE: (&str, &str) = ("origin", "http://127.0.0.1:3000");
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// Whether somebody is still signed in if `ask` happens after 14 minutes and two more minutes pass.
async fn extends(app: &TestApp, browser: &Browser, ask: impl AsyncFnOnce(&mut Browser)) -> bool {
    let mut tab = browser.tab();
    assert_eq!(tab.get("/account").await.path, "/account");
    app.clock.advance(14 * 60);
    ask(&mut tab).await;
    app.clock.advance(2 * 60);
    tab.get("/account").await.path == "/account"
}

// ASVS V7.3.1 V3.5.3
#[tokio::test]
async fn only_what_a_person_does_keeps_them_signed_in() {
    let app = TestApp::with(|settings| settings.site = concat!(env!("CARGO_MANIFEST_DIR"), "/../public").into()).await;
    let mut browser = app.resident("margaret@example.com").await;
    let token = browser.get("/account/details").await.hidden("token");
    let rename = format!("token={token}&first_name=Margaret&last_name=Ashworth");
    for headers in
        [vec![], vec![("sec-fetch-site", "same-origin"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")]]
    {
        let visit =
            async |tab: &mut Browser| assert_eq!(ask(tab, "GET", "/help", &headers, "").await.status, StatusCode::OK);
        assert!(extends(&app, &browser, visit).await, "a page: {headers:?}");
    }
    let post = async |tab: &mut Browser| {
        let answer = ask(tab, "POST", "/api/account/rename", &[HERE, FORM], &rename).await;
        assert_eq!(answer.status, StatusCode::FOUND);
    };
    assert!(extends(&app, &browser, post).await, "a form");
    // All of these together: none of them counts.
    let by_itself = async |tab: &mut Browser| {
        for (method, path, headers, body, status) in [
            ("HEAD", "/account", vec![], "", StatusCode::OK),
            ("GET", "/nothing", vec![], "", StatusCode::NOT_FOUND),
            ("GET", "/drafts/nothing", vec![], "", StatusCode::NOT_FOUND),
            ("GET", "/mark.svg", vec![], "", StatusCode::OK),
            ("GET", "/account", vec![("sec-purpose", "prefetch")], "", StatusCode::OK),
            ("GET", "/account", vec![("purpose", "prefetch")], "", StatusCode::OK),
            ("GET", "/account", vec![("x-moz", "prefetch")], "", StatusCode::OK),
            ("GET", "/account", vec![("sec-fetch-dest", "empty")], "", StatusCode::OK),
            ("GET", "/account", vec![("sec-fetch-dest", "iframe")], "", StatusCode::OK),
            ("GET", "/account", vec![("sec-fetch-site", "cross-site")], "", StatusCode::OK),
            ("POST", "/api/account/rename", vec![("origin", "https://evil.example"), FORM], &rename, StatusCode::FORBIDDEN),
            (
                "POST",
                "/api/account/rename",
                vec![("origin", "https://127.0.0.1:3000"), FORM],
                &rename,
                StatusCode::FORBIDDEN,
            ),
            ("POST", "/api/account/rename", vec![("sec-fetch-site", "cross-site"), FORM], &rename, StatusCode::FORBIDDEN),
            ("POST", "/api/account/rename", vec![FORM], &rename, StatusCode::FORBIDDEN),
            ("POST", "/api/account/rename", vec![HERE, FORM], "token=wrong", StatusCode::FORBIDDEN),
            ("POST", "/api/account/rename", vec![HERE], "token=wrong", StatusCode::BAD_REQUEST),
            ("POST", "/api/nothing", vec![HERE, FORM], &rename, StatusCode::NOT_FOUND),
        ] {
            assert_eq!(ask(tab, method, path, &headers, body).await.status, status, "{method} {path} {headers:?}");
        }
    };
    assert!(!extends(&app, &browser, by_itself).await, "nobody did this");
}

/// The foot of a page says when somebody will be signed out. A "not found" page doesn't extend the session, so it shows
/// the unchanged time.
#[tokio::test]
async fn a_missing_page_does_not_extend_the_session() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let until = |page: &Page| {
        let (_, rest) = page.text.split_once("sign you out at").expect("the page gives no time");
        rest.chars().take(30).collect::<String>()
    };
    let first = until(&browser.get("/help").await);
    app.clock.advance(5 * 60);
    assert_eq!(until(&browser.get("/nothing").await), first);
    assert_eq!(until(&browser.get("/drafts/nothing").await), first);
    assert_ne!(until(&browser.get("/help").await), first);
}
