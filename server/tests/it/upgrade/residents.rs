//! Residents with each kind of second factor, and what they have stored. They registered before pepper and key changed.

use super::{
    fixture::Facts,
    installation::{Installation, confirm, shows},
    seeder::{Person, Seeder},
};
use crate::{
    drafts::support::{fill, save, start},
    identity_provider::provider::Person as Login,
    support::Browser,
};

/// The login of a resident at the council's identity provider.
pub fn council_login() -> Login {
    Login::new("northmere-2041", "council.login@example.org")
}

pub async fn seed(seeder: &mut Seeder) {
    phone(seeder).await;
    landline(seeder).await;
    app(seeder).await;
    recovery_codes(seeder).await;
    council(seeder).await;
}

pub async fn check(place: &Installation, facts: impl Fn(&str) -> Facts) {
    check_phone(place, &facts("phone")).await;
    place.signs_in(&facts("landline"), "call").await;
    check_app(place, &facts("app")).await;
    check_recovery_codes(place, &facts("recovery codes")).await;
    check_council(place, &facts("council")).await;
}

async fn phone(seeder: &mut Seeder) {
    let Person { mut browser, facts } = seeder.resident().await;
    browser.get("/account/address/enter").await;
    let address =
        [("line1", "12 Lake Road"), ("line2", "Flat 3"), ("town", "Northmere"), ("county", ""), ("postcode", "NM1 1AB")];
    browser.post("/api/details/address", &address).await;
    browser.get("/account/contact").await;
    let contact = [("ways[]", "letter"), ("safe", "no"), ("how", "Ring my sister first"), ("language", "en-GB")];
    let saved = browser.post("/api/details/contact", &contact).await;
    assert_eq!(saved.path, "/account/details", "{}", saved.text);
    let draft = start(&mut browser, "care-needs").await;
    save(&mut browser, &draft, "your-details", "later", &[("me_phone", "01632 960 001")]).await;
    let reference = send(seeder, &mut browser, "carers-assessment").await;
    seeder.keep("phone", facts.with("draft", &draft).with("reference", &reference));
}

/// Fills in a form and submits it. Returns the reference.
pub async fn send(seeder: &Seeder, browser: &mut Browser, form: &str) -> String {
    let draft = start(browser, form).await;
    fill(&seeder.place.app, browser, &draft, form).await;
    browser.get(&format!("/drafts/{draft}/check")).await;
    let sent = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    assert!(sent.path.ends_with("/sent"), "{}: {}", sent.path, sent.text);
    sent.path.trim_start_matches("/submitted/").trim_end_matches("/sent").to_owned()
}

async fn check_phone(place: &Installation, facts: &Facts) {
    let mut browser = place.signs_in(facts, "text").await;
    let name = format!("{} {}", facts.get("first name"), facts.get("last name"));
    for text in [&name, facts.get("email"), "12 Lake Road", "Flat 3", "NM1 1AB"] {
        shows(&mut browser, "/account/details", text).await;
    }
    shows(&mut browser, "/account/contact", "Ring my sister first").await;
    shows(&mut browser, "/account/security", "You created your account").await;
    let draft = format!("/drafts/{}/your-details", facts.get("draft"));
    shows(&mut browser, &draft, "01632 960 001").await;
    let copy = format!("/submitted/{}", facts.get("reference"));
    for text in [name.as_str(), "What I say about", "3 March 1947"] {
        shows(&mut browser, &copy, text).await;
    }
    let pdf = browser.get(&format!("{copy}/pdf")).await;
    assert!(pdf.bytes.starts_with(b"%PDF-") && pdf.bytes.len() > 10_000, "{}", pdf.text);
    shows(&mut browser, "/submitted", facts.get("reference")).await;
    shows(&mut browser, "/recover", "Ask for care and support").await;
}

async fn landline(seeder: &mut Seeder) {
    let mut person = seeder.invent();
    person.facts = person.facts.with("phone", "01632 960123");
    seeder.register(&mut person, "call").await;
    seeder.keep("landline", person.facts);
}

async fn app(seeder: &mut Seeder) {
    let mut person = seeder.invent();
    seeder.to_second_factor(&mut person).await;
    let key = offered_key(&person.browser.post("/api/account/use-app", &[]).await.text);
    let code = seeder.place.app_code(&key);
    person.browser.post("/api/account/app-code", &[("code", &code)]).await;
    assert!(person.browser.has_cookie("care-session"));
    seeder.keep("app", person.facts.with("key", &key));
}

/// The key that a page offers for an authenticator app.
pub fn offered_key(page: &str) -> String {
    let rest = page.split_once("class=\"care-key\">").unwrap_or_else(|| panic!("no key is on {page}")).1;
    rest.split('<').next().unwrap().to_owned()
}

async fn check_app(place: &Installation, facts: &Facts) {
    let mut browser = place.gives_password(facts).await;
    confirm(&mut browser, &place.app_code(facts.get("key"))).await;
}

async fn recovery_codes(seeder: &mut Seeder) {
    let Person { mut browser, facts } = seeder.resident().await;
    browser.get("/account/recovery-codes").await;
    let code = offered_key(&browser.post("/api/security/make-codes", &[]).await.text);
    browser.post("/api/security/have-codes", &[]).await;
    seeder.keep("recovery codes", facts.with("code", &code));
}

async fn check_recovery_codes(place: &Installation, facts: &Facts) {
    let mut browser = place.gives_password(facts).await;
    confirm(&mut browser, facts.get("code")).await;
}

async fn council(seeder: &mut Seeder) {
    let mut person = seeder.invent();
    person.facts = person.facts.with("email", council_login().email.unwrap());
    let there = authorize(&mut person.browser).await;
    person.browser.get(&seeder.place.provider.sign_in(&there, &council_login())).await;
    seeder.register(&mut person, "text").await;
    shows(&mut person.browser, "/account/security", "Connected: Northmere account").await;
    seeder.keep("council", person.facts);
}

/// Goes to the identity provider. Returns the address.
pub async fn authorize(browser: &mut Browser) -> String {
    browser.get("/sign-in").await;
    let page = browser.post_once("/api/sign-in/council", &[]).await;
    page.headers["location"].to_str().unwrap().to_owned()
}

async fn check_council(place: &Installation, facts: &Facts) {
    let mut browser = place.app.browser();
    let there = authorize(&mut browser).await;
    let page = browser.get(&place.provider.sign_in(&there, &council_login())).await;
    assert_eq!(page.path, "/sign-in/confirm", "{}", page.text);
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    let code = place.code_to(facts.get("phone")).await;
    confirm(&mut browser, &code).await;
}
