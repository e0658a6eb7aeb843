//! Every page, as nobody and as a resident: the headers of each response, and what none may contain.

use crate::{
    drafts::support::start,
    support::{Browser, Page, TestApp},
};
use axum::body::Body;
use http::{StatusCode, header};

const HOSTILE: [&str; 5] =
    ["https://evil.example", "null", "http://127.0.0.1:3000.evil.example", "https://127.0.0.1:3000", "file://"];

/// Every path of the route table, with a draft of this browser and identifiers that don't exist.
fn paths(draft: &str) -> Vec<String> {
    let table = include_str!("../../../../app/src/routes.rs");
    let paths: Vec<String> = table
        .split("path!(\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|path| {
            let part = |part: &str| match part {
                ":form" => "care-needs".to_owned(),
                ":id" => draft.to_owned(),
                ":page" => "your-details".to_owned(),
                ":reference" => "ASC-7KQ2-M9TF".to_owned(),
                part if part.starts_with(':') => "abcdefghijkmnpqrstuvwxyz2".to_owned(),
                part => part.to_owned(),
            };
            path.split('/').map(part).collect::<Vec<_>>().join("/")
        })
        .collect();
    assert!(paths.len() > 50, "{} paths were found", paths.len());
    paths
}

async fn get(browser: &mut Browser, path: &str) -> Page {
    let request = browser.request("GET", path).header(header::ORIGIN, HOSTILE[path.len() % HOSTILE.len()]);
    browser.once(request.body(Body::empty()).unwrap(), path).await
}

fn expect_guarded(page: &Page) {
    let path = &page.path;
    assert!(!page.status.is_server_error(), "{path}: {}", page.status);
    let of = |name: &str| page.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default();
    assert_eq!(of("x-content-type-options"), "nosniff", "{path}");
    assert_eq!(of("cross-origin-opener-policy"), "same-origin", "{path}");
    assert_eq!(of("cross-origin-resource-policy"), "same-origin", "{path}");
    assert_eq!(of("referrer-policy"), "same-origin", "{path}");
    for never in ["access-control-allow-origin", "server", "x-powered-by", "via"] {
        assert!(!page.headers.contains_key(never), "{path} says {never}: {}", of(never));
    }
    if !page.status.is_redirection() {
        let policy = of("content-security-policy");
        for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains("https:"),
            "{path}: {policy}"
        );
    }
    if !page.bytes.is_empty() {
        let kind = of("content-type");
        let is_text = kind.starts_with("text/") || kind.starts_with("application/json");
        assert!(!kind.is_empty() && (!is_text || kind.to_lowercase().contains("charset=utf-8")), "{path}: {kind:?}");
        assert_eq!(page.text.starts_with("<!DOCTYPE html>"), kind.starts_with("text/html"), "{path} isn't {kind}");
    }
    for set in page.headers.get_all(header::SET_COOKIE) {
        let set = set.to_str().unwrap();
        assert!(
            set.contains("; Path=/;") && set.contains("HttpOnly") && set.contains("SameSite=Lax") && !set.contains("Domain"),
            "{set}"
        );
    }
}

// ASVS V3.4.2 V3.4.3 V3.4.4 V3.4.5 V3.4.6 V3.4.8 V3.5.8 V3.2.1 V4.1.1 V13.4.6 V3.3.2 V3.3.3 V3.3.4
#[tokio::test]
async fn every_page_has_its_security_headers() {
    let app = TestApp::new().await;
    let mut nobody = app.browser();
    let draft = start(&mut nobody, "care-needs").await;
    for path in paths(&draft) {
        expect_guarded(&get(&mut nobody, &path).await);
    }
}

// ASVS V3.4.1 V3.3.1 V3.3.3
#[tokio::test]
async fn https_responses_have_hsts_and_host_cookies() {
    let app = TestApp::with(|settings| settings.public_url = "https://care.example".into()).await;
    let mut nobody = app.browser();
    let mut cookies = 0;
    for path in paths("abcdefghijkmnpqrstuvwxyz2")
        .into_iter()
        .chain(["/nothing", "/health/live", "/api/nothing", "/language/cy"].map(str::to_owned))
    {
        let page = get(&mut nobody, &path).await;
        let said = page.headers["strict-transport-security"].to_str().unwrap();
        let age: u64 = said.split(['=', ';']).nth(1).unwrap().parse().unwrap();
        assert!(age >= 31_536_000 && said.contains("includeSubDomains"), "{path}: {said}");
        for set in page.headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().unwrap();
            assert!(set.starts_with("__Host-care-") && set.contains("; Secure"), "{path}: {set}");
            cookies += 1;
        }
    }
    assert!(cookies > 0, "no page sets a cookie");
}

// ASVS V14.3.2 V14.2.2 V7.4.4 V14.2.6 V15.3.1 V14.2.3
#[tokio::test]
async fn a_residents_pages_are_not_cached_and_show_no_more_than_needed() {
    let app = TestApp::new().await;
    let mut resident = app.resident("margaret@example.com").await;
    let number = app
        .messages()
        .await
        .iter()
        .rev()
        .find_map(|sent| sent.strip_prefix("sms | ").map(|rest| rest[..13].to_owned()))
        .unwrap();
    let local = format!("0{}", &number[3..]);
    let draft = start(&mut resident, "care-needs").await;
    let mut own = 0;
    for path in paths(&draft) {
        let page = get(&mut resident, &path).await;
        expect_guarded(&page);
        if path != "/offline" {
            assert_eq!(page.headers[header::CACHE_CONTROL], "no-store", "{path}");
        }
        let spaceless = page.text.replace(' ', "");
        for secret in ["$argon2", "lakehillotter", "token_hash"] {
            assert!(path == "/outbox" || !spaceless.contains(secret), "{path} holds {secret}");
        }
        // A form prefills the account's number; everything else shows only the last three digits.
        for number in [number.as_str(), &local] {
            let may_show = path == "/outbox" || path.starts_with("/drafts/");
            assert!(may_show || !spaceless.contains(number), "{path} contains the whole number");
        }
        if page.status == StatusCode::OK && page.text.contains("Margaret Ashworth") {
            own += 1;
            assert!(page.text.contains("Sign out"), "{path}");
        }
        let elsewhere: Vec<&str> = ["src=\"http", "src=\"//", "<link rel=\"preconnect", "<iframe", "<object"]
            .into_iter()
            .filter(|mark| page.text.contains(mark))
            .collect();
        assert!(elsewhere.is_empty(), "{path} loads from elsewhere: {elsewhere:?}");
    }
    assert!(own > 15, "{own} pages of a resident");
}

// ASVS V6.2.6 V6.2.7
#[tokio::test]
async fn passwords_are_masked_and_allow_password_managers() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let page = browser.get("/sign-in").await;
    let input = page.text.split("<input").find(|input| input.contains("name=\"password\"")).unwrap();
    let input = input.split('>').next().unwrap();
    assert!(input.contains("type=\"password\"") && input.contains("autocomplete=\"current-password\""), "{input}");
    assert!(!page.text.contains("onpaste") && !page.text.contains("autocomplete=\"off\""));
    browser.get("/create-account").await;
    browser.post("/api/account/begin", &[("email", "ann@example.com")]).await;
    let page = browser.post("/api/account/email-code", &[("code", &app.code().await)]).await;
    assert!(page.text.contains("autocomplete=\"new-password\"") && page.text.contains("type=\"password\""), "{}", page.path);
}
