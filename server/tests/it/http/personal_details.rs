//! Home address and contact preferences, through the pages.

use crate::{
    drafts::support::{save, start},
    support::{Browser, TestApp},
};
use axum::{Json, Router, extract::RawQuery, http::HeaderMap, routing::get};
use platform::config::{AddressSource, Secret};
use serde_json::{Value, json};

const EMAIL: &str = "margaret@example.com";

async fn details(browser: &mut Browser) -> String {
    browser.get("/account/details").await.text
}

#[tokio::test]
async fn an_address_is_found_by_its_postcode_and_chosen() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    assert!(details(&mut browser).await.contains("You have not given us your home address"));
    browser.get("/account/address").await;
    let wrong = browser.post("/api/details/find-address", &[("postcode", "everywhere")]).await;
    assert_eq!(wrong.path, "/account/address");
    assert!(
        wrong.text.contains("Enter a full UK postcode") && wrong.text.contains("value=\"everywhere\""),
        "{}",
        wrong.text
    );
    let found = browser.post("/api/details/find-address", &[("postcode", "nm1 1ab")]).await;
    assert_eq!(found.path, "/account/address/choose");
    assert!(found.text.contains("Addresses with the postcode NM1 1AB") && found.text.contains("12 Lake Road"));
    let none = browser.post("/api/details/choose-address", &[("postcode", "NM1 1AB")]).await;
    assert!(none.text.contains("Choose your address, or enter it yourself") && none.text.contains("12 Lake Road"));
    let made_up = [("postcode", "NM1 1AB"), ("address", "1 Palace Gardens, London")];
    assert_eq!(browser.post("/api/details/choose-address", &made_up).await.path, "/account/address/choose");
    let right = [("postcode", "NM1 1AB"), ("address", "12 Lake Road, Northmere, NM1 1AB")];
    let done = browser.post("/api/details/choose-address", &right).await;
    assert_eq!(done.path, "/account/details");
    assert!(done.text.contains("We've saved your home address.") && done.text.contains("12 Lake Road"));
    let mut other = app.resident("somebody@example.com").await;
    assert!(!details(&mut other).await.contains("Lake Road"), "nobody else sees it");
    browser.get("/account/address/enter").await;
    browser.post("/api/details/remove-address", &[]).await;
    assert!(!details(&mut browser).await.contains("Lake Road"));
}

#[tokio::test]
async fn an_address_can_always_be_typed_and_nothing_typed_is_lost() {
    let app = TestApp::with(|settings| settings.addresses.source = AddressSource::Off).await;
    let mut browser = app.resident(EMAIL).await;
    assert_eq!(browser.get("/account/address").await.path, "/account/address/enter");
    let half = [("line1", "The caravan"), ("county", "Mereshire"), ("postcode", "NM9")];
    let wrong = browser.post("/api/details/address", &half).await;
    assert_eq!(wrong.path, "/account/address/enter");
    for kept in ["The caravan", "Mereshire", "NM9"] {
        assert!(wrong.text.contains(&format!("value=\"{kept}\"")), "{kept}: {}", wrong.text);
    }
    let done = browser.post("/api/details/address", &[("line1", "The caravan"), ("town", "Northmere")]).await;
    assert_eq!(done.path, "/account/details");
    assert!(done.text.contains("The caravan"));
    let long = "x".repeat(50_000);
    assert_eq!(browser.post("/api/details/address", &[("line1", &long)]).await.path, "/account/address/enter");
}

#[tokio::test]
async fn no_emails_about_forms_are_sent_where_they_are_unsafe_and_the_page_says_so() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    browser.get("/account/contact").await;
    let wrong = browser.post("/api/details/contact", &[("safe", "yes")]).await;
    assert!(wrong.text.contains("Select how you want us to contact you"), "{}", wrong.text);
    let wrong = browser.post("/api/details/contact", &[("ways[]", "letter"), ("how", "Ring my sister")]).await;
    assert!(wrong.text.contains("Select yes if it is safe") && wrong.text.contains("Ring my sister"), "{}", wrong.text);
    let chosen = [("ways[]", "email"), ("ways[]", "letter"), ("safe", "no"), ("how", "Ring my sister"), ("language", "cy")];
    let done = browser.post("/api/details/contact", &chosen).await;
    assert!(
        done.path == "/account/details" && done.text.contains("it is not safe to contact you this way"),
        "{}",
        done.text
    );
    let again = browser.get("/account/contact").await;
    assert!(again.text.contains("Ring my sister"));
    let before = app.messages().await.len();
    let draft = start(&mut browser, "care-needs").await;
    let saved = save(&mut browser, &draft, "your-details", "later", &[("me_phone", "1")]).await;
    assert!(saved.path == "/recover" && saved.text.contains("We've saved your form."), "{}: {}", saved.path, saved.text);
    assert!(!saved.text.contains("emailed you a link"));
    assert_eq!(app.messages().await.len(), before, "nothing was sent");
}

/// Answers like OS Places: for one postcode, with the right key.
async fn os_places() -> String {
    async fn answer(RawQuery(query): RawQuery, headers: HeaderMap) -> (axum::http::StatusCode, Json<Value>) {
        if headers.get("key").is_none_or(|key| key != "os-hush-key") {
            return (axum::http::StatusCode::UNAUTHORIZED, Json(json!({})));
        }
        let query = query.unwrap_or_default();
        assert!(query.contains("dataset=DPA"), "{query}");
        let found = json!({ "header": { "totalresults": 1 }, "results": [{ "DPA": {
            "UPRN": "1", "ADDRESS": "12A, MILL LANE, NORTHMERE, NM2 4CD", "BUILDING_NUMBER": "12",
            "THOROUGHFARE_NAME": "MILL LANE", "POST_TOWN": "NORTHMERE", "POSTCODE": "NM2 4CD" } }] });
        let none = json!({ "header": { "totalresults": 0 } });
        let status =
            if query.contains("NM9") { axum::http::StatusCode::TOO_MANY_REQUESTS } else { axum::http::StatusCode::OK };
        (status, Json(if query.contains("NM2") { found } else { none }))
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let router = Router::new().route("/search/places/v1/postcode", get(answer));
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

#[tokio::test]
async fn os_places_is_called_correctly_and_optional() {
    let url = os_places().await;
    for (key, postcode, says) in [
        ("os-hush-key", "NM2 4CD", "12 Mill Lane, Northmere, NM2 4CD"),
        ("os-hush-key", "NM3 1AA", "We found no addresses for NM3 1AA"),
        ("os-hush-key", "NM9 1AA", "We cannot look up addresses at the moment"),
        ("another", "NM2 4CD", "We cannot look up addresses at the moment"),
    ] {
        let app = TestApp::with(|settings| {
            settings.addresses.source = AddressSource::OsPlaces;
            settings.addresses.base_url.clone_from(&url);
            settings.addresses.key = Secret::new(key);
        })
        .await;
        let mut browser = app.resident(EMAIL).await;
        browser.get("/account/address").await;
        let page = browser.post("/api/details/find-address", &[("postcode", postcode)]).await;
        assert!(page.text.contains(says), "{says}: {}", page.text);
        assert!(page.text.contains("Enter the address yourself"));
    }
}

/// A page, the path it posts to, what is typed, and the part that is shown again.
type Case<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)], &'a str);

// ASVS V7.5.1
#[tokio::test]
async fn typed_text_survives_the_password_prompt() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    let contact = [("ways[]", "letter"), ("safe", "no"), ("how", "Ring my sister"), ("language", "en-GB")];
    let cases: [Case<'_>; 5] = [
        ("/account/name", "/api/account/rename", &[("first_name", "Siân"), ("last_name", "Mair")], "value=\"Mair\""),
        (
            "/account/address/enter",
            "/api/details/address",
            &[("line1", "The caravan"), ("town", "Northmere")],
            "The caravan",
        ),
        ("/account/contact", "/api/details/contact", &contact, "Ring my sister"),
        ("/account/email", "/api/contact/email", &[("email", "new@example.com")], "new@example.com"),
        ("/account/phone", "/api/contact/phone", &[("phone", "07700 900777"), ("how", "text")], "07700 900777"),
    ];
    for (page, endpoint, typed, shown) in cases {
        browser.get("/account/confirm").await;
        browser.post("/api/security/confirm", &[("password", "lake hill otter")]).await;
        assert_eq!(browser.get(page).await.path, page);
        app.clock.advance(5 * 60);
        let asked = browser.post(endpoint, typed).await;
        assert_eq!(asked.path, "/account/confirm", "{page}");
        assert!(asked.text.contains("We have kept what you typed"), "{}", asked.text);
        assert!(!asked.text.contains(shown));
        let wrong = browser.post("/api/security/confirm", &[("password", "not this one at all")]).await;
        assert_eq!(wrong.path, "/account/confirm");
        let back = browser.post("/api/security/confirm", &[("password", "lake hill otter")]).await;
        assert_eq!(back.path, page);
        assert!(back.text.contains(shown), "{page}: {}", back.text);
        assert!(!browser.has_cookie("care-held"));
        let done = browser.post(endpoint, typed).await;
        assert!(!done.path.starts_with("/account/confirm"), "{page}");
    }
    assert!(details(&mut browser).await.contains("Siân Mair"));
}

#[tokio::test]
async fn the_password_prompt_comes_before_the_form() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    for page in ["/account/name", "/account/address", "/account/address/enter", "/account/contact", "/account/email"] {
        browser.get("/account/confirm").await;
        browser.post("/api/security/confirm", &[("password", "lake hill otter")]).await;
        app.clock.advance(3 * 60 - 1);
        assert_eq!(browser.get(page).await.path, page);
        app.clock.advance(1);
        assert_eq!(browser.get(page).await.path, "/account/confirm", "two minutes are too short to fill it in");
        let back = browser.post("/api/security/confirm", &[("password", "lake hill otter")]).await;
        assert_eq!(back.path, page);
    }
}

#[tokio::test]
async fn held_text_is_not_shown_to_another_account() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    app.clock.advance(5 * 60);
    browser.get("/account/details").await;
    browser.post("/api/account/rename", &[("first_name", "Secret"), ("last_name", "Name")]).await;
    let held = browser.cookie("care-held").unwrap().to_owned();
    assert!(!held.contains("Secret"));
    let mut other = app.resident("somebody@example.com").await;
    app.clock.advance(5 * 60);
    assert_eq!(other.get("/account/name").await.path, "/account/confirm");
    other.put_cookie("care-held", &held);
    let page = other.post("/api/security/confirm", &[("password", "lake hill otter")]).await;
    assert!(page.path == "/account/name" && !page.text.contains("Secret"), "{}: {}", page.path, page.text);
}
