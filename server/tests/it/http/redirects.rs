//! Where browsers are redirected: only to paths of the service that are valid in a header, whatever is requested.

use crate::support::{Browser, Page, TestApp};
use axum::body::Body;
use http::{StatusCode, header};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, TestRunner},
};

/// Texts that break headers, addresses or databases, and random ones.
fn texts(count: usize) -> Vec<String> {
    let bad = [
        "\n",
        "\r\nset-cookie: a=b",
        "\0",
        "\u{7f}",
        "é\n",
        "//evil.example",
        "https://evil.example",
        "../..",
        "",
        "a/b?c#d",
        "\u{2028}",
    ];
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let random = proptest::string::string_regex("(?s).{0,40}").unwrap();
    let random = std::iter::repeat_with(|| random.new_tree(&mut runner).unwrap().current()).take(count).collect::<Vec<_>>();
    bad.into_iter().map(str::to_owned).chain(random).collect()
}

fn encode(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat()
}

async fn get(browser: &mut Browser, path: &str) -> Page {
    let request = browser.request("GET", path).body(Body::empty()).unwrap();
    browser.once(request, path).await
}

async fn post(browser: &mut Browser, path: &str, accept: &str, body: String) -> Page {
    let mut request = browser
        .request("POST", path)
        .header(header::ORIGIN, "http://127.0.0.1:3000")
        .header(header::REFERER, "https://evil.example/")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    request.headers_mut().insert(header::ACCEPT, accept.parse().unwrap());
    browser.once(request, path).await
}

/// Checks that there was no server error, and that a redirect leads to a page of the service.
fn check(what: &str, page: &Page) {
    assert!(!page.status.is_server_error(), "{what}: {}", page.status);
    if let Some(to) = page.headers.get(header::LOCATION) {
        let to = to.to_str().unwrap_or_else(|_| panic!("{what}: {to:?}"));
        let is_ours = to.starts_with('/') && !to.starts_with("//") && to.bytes().all(|byte| byte.is_ascii_graphic());
        assert!(is_ours, "{what}: {to}");
    }
}

// ASVS V1.2.2 V2.2.1
#[tokio::test]
async fn redirects_lead_only_to_pages() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.get("/forms/care-needs").await;
    let draft = browser.post("/api/drafts/start", &[("form", "care-needs")]).await;
    assert_eq!(draft.status, StatusCode::OK);
    let id = draft.path.trim_start_matches("/drafts/").to_owned();
    let page = browser.get(&format!("/drafts/{id}/what-is-happening")).await;
    let token = page.hidden("token");
    for text in texts(3) {
        let text = encode(&text);
        for path in [
            format!("/language/cy?page={text}"),
            format!("/language/{text}?page=/"),
            format!("/drafts/{text}"),
            format!("/drafts/{id}/{text}"),
            format!("/drafts/{id}/what-is-happening/{text}"),
            format!("/drafts/{id}/medicines/{text}/{text}"),
            format!("/drafts/{id}/medicines/{text}/{text}/{text}"),
            format!("/drafts/{id}/medicines/{text}/remove"),
            format!("/forms/{text}"),
            format!("/forms/care-needs?from={text}"),
            format!("/submitted/{text}"),
            format!("/submitted/{text}/pdf"),
            format!("/reset-password/{text}"),
            format!("/change-phone/{text}"),
            format!("/phone-change/{text}"),
            format!("/phone-change/stop/{text}"),
            format!("/sign-in/council/callback?state={text}&code={text}"),
            format!("/{text}"),
        ] {
            check(&path, &get(&mut browser.tab(), &path).await);
        }
        let place = format!("token={token}&draft={id}&revision=1");
        for (path, body) in [
            ("/api/drafts/start", format!("token={token}&form={text}")),
            ("/api/drafts/start", format!("token={token}&form=care-needs&carry={text}")),
            ("/api/drafts/save-page", format!("{place}&page={text}")),
            ("/api/drafts/save-page", format!("{place}&page=what-is-happening&item={text}")),
            ("/api/drafts/save-page", format!("{place}&page=what-is-happening&item={text}&list={text}")),
            ("/api/drafts/save-page", format!("{place}&page=medicines&item={text}&list=a&inner={text}&go=language:cy")),
            ("/api/drafts/save-page", format!("{place}&page=what-is-happening&go={text}")),
            ("/api/drafts/save-page", format!("{place}&page=what-is-happening&go=form:{text}")),
            ("/api/drafts/save-page", format!("{place}&page=what-is-happening&from={text}&go=later")),
            ("/api/drafts/save-page", format!("{place}&page=what-is-happening&go=aside")),
            ("/api/drafts/save-page", format!("token={token}&draft={text}&page=what-is-happening&revision=1")),
            ("/api/drafts/remove-item", format!("{place}&page={text}&item={text}")),
            ("/api/drafts/remove-item", format!("{place}&page=medicines&item={text}&list={text}&inner={text}")),
            ("/api/drafts/keep-saved", format!("token={token}&draft={id}&page={text}")),
            ("/api/drafts/keep-saved", format!("token={token}&draft={text}&page={text}")),
            ("/api/drafts/use-new", format!("token={token}&draft={text}")),
            ("/api/drafts/keep-old", format!("token={token}&draft={text}")),
            ("/api/drafts/submit", format!("token={token}&draft={text}")),
            ("/api/drafts/delete", format!("token={token}&draft={text}")),
            ("/api/password/reset", format!("token={token}&link={text}&password=seven quiet rivers")),
            ("/api/phone-change/ask", format!("token={token}&link={text}&reason={text}")),
            ("/api/phone-change/stop", format!("token={token}&link={text}")),
            ("/api/security/end-device", format!("token={token}&id={text}")),
        ] {
            let accepts: &[&str] = if path.ends_with("save-page") { &["text/html", "*/*"] } else { &["text/html"] };
            for accept in accepts {
                check(&format!("{path} {body}"), &post(&mut browser.tab(), path, accept, body.clone()).await);
            }
        }
    }
}

/// A list whose item identifier the client has invented.
#[tokio::test]
async fn item_identifiers_that_are_invalid_in_a_path_are_refused() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.get("/forms/care-needs").await;
    let start = browser.post("/api/drafts/start", &[("form", "care-needs")]).await;
    let id = start.path.trim_start_matches("/drafts/").to_owned();
    let list = app.web.ports.forms.get("care-needs", crate::support::ENGLISH).unwrap();
    let page = list.pages().find(|page| page.list().is_some()).expect("the form has a list").slug.clone();
    // A page with a form, whose token the browser sends next.
    let form = format!("/drafts/{id}/your-details");
    for item in ["a\nb", "a/b", "é"] {
        browser.get(&form).await;
        let save = [("draft", id.as_str()), ("page", &page), ("item", item), ("revision", "1")];
        assert_eq!(browser.post("/api/drafts/save-page", &save).await.status, StatusCode::BAD_REQUEST, "{item:?}");
    }
    browser.get(&form).await;
    let save = [("draft", id.as_str()), ("page", &page), ("item", "thing1"), ("revision", "1")];
    assert_eq!(browser.post("/api/drafts/save-page", &save).await.status, StatusCode::OK);
}

/// Browsers can change their cookies.
// ASVS V1.2.2
#[tokio::test]
async fn return_paths_are_our_own_or_ignored() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let token = browser.get("/account/security").await.hidden("token");
    for next in ["//evil.example", "https://evil.example", "/\\evil", "/help", "/account?x=%0A", "/account"] {
        let mut request = browser
            .request("POST", "/api/security/have-codes")
            .header(header::ORIGIN, "http://127.0.0.1:3000")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(format!("token={token}")))
            .unwrap();
        let cookies = request.headers()[header::COOKIE].to_str().unwrap().to_owned();
        request.headers_mut().insert(header::COOKIE, format!("{cookies}; care-next={next}").parse().unwrap());
        let page = browser.tab().once(request, "/").await;
        let expected = if next == "/account" { "/account" } else { "/account/security" };
        assert_eq!(page.headers[header::LOCATION], expected, "{next}");
    }
}
