//! What people are in the middle of when the server stops: steps that wait for a code, links that were not used yet,
//! and messages that were not sent yet.

use super::{
    fixture::Facts,
    installation::{Installation, confirm, shows},
    residents::{authorize, offered_key},
    seeder::{Person, Seeder},
};
use crate::{
    drafts::support::{save, start},
    identity_provider::provider::Person as Login,
    senders::support::{Provider, by},
    store::RawDatabase,
};
use notifications::MessageQueue;
use store::messages::MessageState;

const NEW_EMAIL: &str = "new.address@example.org";
const NEW_PHONE: &str = "07700 900888";
const NEW_PASSWORD: &str = "seven quiet rivers";

/// Somebody at the identity provider, and somebody who came back from it. Neither login is connected.
fn at_provider() -> Login {
    Login::new("northmere-3001", "at.provider@example.org")
}

fn connecting() -> Login {
    Login::new("northmere-3002", "connecting@example.org")
}

pub async fn seed(seeder: &mut Seeder) {
    registrations(seeder).await;
    sign_in(seeder).await;
    sessions(seeder).await;
    links(seeder).await;
    logins(seeder).await;
    messages(seeder).await;
}

pub async fn check(place: &Installation, facts: impl Fn(&str) -> Facts) {
    check_messages(place, &facts("messages")).await;
    check_registrations(place, &facts("at phone code"), &facts("at app")).await;
    let mut browser = place.browser_of(&facts("at sign-in code"));
    browser.get("/sign-in/confirm").await;
    confirm(&mut browser, &place.code_to(facts("at sign-in code").get("phone")).await).await;
    check_sessions(place, &facts("changing"), &facts("new factors")).await;
    check_links(place, &facts("links")).await;
    check_logins(place, &facts("at provider"), &facts("connecting")).await;
}

async fn registrations(seeder: &mut Seeder) {
    let mut person = seeder.invent();
    seeder.to_second_factor(&mut person).await;
    let phone = person.facts.get("phone").to_owned();
    person.browser.post("/api/account/phone", &[("phone", &phone), ("how", "text")]).await;
    seeder.place.code_to(&phone).await;
    seeder.keep("at phone code", person.and_cookies());

    let mut person = seeder.invent();
    seeder.to_second_factor(&mut person).await;
    let key = offered_key(&person.browser.post("/api/account/use-app", &[]).await.text);
    person.facts = person.facts.with("key", &key);
    seeder.keep("at app", person.and_cookies());
}

async fn check_registrations(place: &Installation, phone: &Facts, app: &Facts) {
    let mut browser = place.browser_of(phone);
    browser.get("/create-account/phone-code").await;
    let code = place.code_to(phone.get("phone")).await;
    browser.post("/api/account/phone-code", &[("code", &code)]).await;
    shows(&mut browser, "/account/details", phone.get("last name")).await;

    let mut browser = place.browser_of(app);
    assert_eq!(offered_key(&browser.get("/create-account/authenticator").await.text), app.get("key"));
    browser.post("/api/account/app-code", &[("code", &place.app_code(app.get("key")))]).await;
    shows(&mut browser, "/account/details", app.get("last name")).await;
}

async fn sign_in(seeder: &mut Seeder) {
    let facts = seeder.resident().await.facts;
    let mut browser = seeder.place.gives_password(&facts).await;
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    seeder.place.code_to(facts.get("phone")).await;
    seeder.keep("at sign-in code", Person { browser, facts }.and_cookies());
}

async fn sessions(seeder: &mut Seeder) {
    let Person { mut browser, facts } = seeder.resident().await;
    browser.get("/account/email").await;
    browser.post("/api/contact/email", &[("email", NEW_EMAIL)]).await;
    // Two codes may be asked for half a minute apart.
    seeder.advance(31);
    browser.get("/account/phone").await;
    browser.post("/api/contact/phone", &[("phone", NEW_PHONE), ("how", "text")]).await;
    seeder.place.code_to(NEW_PHONE).await;
    seeder.keep("changing", Person { browser, facts }.and_cookies());

    let Person { mut browser, facts } = seeder.resident().await;
    browser.get("/account/authenticator").await;
    let key = offered_key(&browser.post("/api/security/offer-app", &[]).await.text);
    browser.get("/account/recovery-codes").await;
    browser.post("/api/security/make-codes", &[]).await;
    // The second notice of this kind waits for ten minutes.
    let code = offered_key(&browser.post("/api/security/make-codes", &[]).await.text);
    let facts = facts.with("key", &key).with("code", &code);
    seeder.keep("new factors", Person { browser, facts }.and_cookies());
}

async fn check_sessions(place: &Installation, changing: &Facts, factors: &Facts) {
    let mut browser = place.browser_of(factors);
    assert_eq!(offered_key(&browser.get("/account/recovery-codes").await.text), factors.get("code"));
    assert_eq!(offered_key(&browser.get("/account/authenticator").await.text), factors.get("key"));
    browser.post("/api/security/take-app", &[("code", &place.app_code(factors.get("key")))]).await;
    shows(&mut browser, "/account/authenticator", "You use an authenticator app to sign in").await;

    let mut browser = place.browser_of(changing);
    browser.get("/account/phone/code").await;
    let code = place.code_to(NEW_PHONE).await;
    browser.post("/api/contact/phone-code", &[("code", &code)]).await;
    shows(&mut browser, "/account/details", "Ending with 888").await;
    browser.get("/account/email/code").await;
    let code = place.code_to(NEW_EMAIL).await;
    browser.post("/api/contact/email-code", &[("code", &code)]).await;
    shows(&mut browser, "/account/details", NEW_EMAIL).await;
}

async fn links(seeder: &mut Seeder) {
    let facts = seeder.resident().await.facts;
    let email = facts.get("email");
    let mut browser = seeder.place.gives_password(&facts).await;
    browser.get("/sign-in/change-phone").await;
    browser.post("/api/phone-change/link", &[]).await;
    let change = seeder.place.link_to(email, "/change-phone/").await;
    let mut browser = seeder.place.app.browser();
    browser.get("/forgot-password").await;
    browser.post("/api/password/forgot", &[("email", email)]).await;
    let reset = seeder.place.link_to(email, "/reset-password/").await;
    seeder.keep("links", facts.with("change", &change).with("reset", &reset));
}

async fn check_links(place: &Installation, facts: &Facts) {
    let mut browser = place.app.browser();
    shows(&mut browser, &format!("/change-phone/{}", facts.get("change")), "name=\"reason\"").await;
    let reset = facts.get("reset");
    browser.get(&format!("/reset-password/{reset}")).await;
    browser.post("/api/password/reset", &[("link", reset), ("password", NEW_PASSWORD)]).await;
    browser.get("/sign-in").await;
    let page = browser.post("/api/sign-in/password", &[("email", facts.get("email")), ("password", NEW_PASSWORD)]).await;
    assert_eq!(page.path, "/sign-in/confirm", "{}", page.text);
}

async fn logins(seeder: &mut Seeder) {
    let mut person = Person { browser: seeder.place.app.browser(), facts: Facts::default() };
    let address = authorize(&mut person.browser).await;
    person.facts = person.facts.with("address", &address);
    seeder.keep("at provider", person.and_cookies());

    let mut person = Person { browser: seeder.place.app.browser(), facts: Facts::default() };
    let address = authorize(&mut person.browser).await;
    person.browser.get(&seeder.place.provider.sign_in(&address, &connecting())).await;
    seeder.keep("connecting", person.and_cookies());
}

async fn check_logins(place: &Installation, at: &Facts, waits: &Facts) {
    let mut browser = place.browser_of(waits);
    shows(&mut browser, "/sign-in/council", "Connect your Northmere account").await;
    let mut browser = place.browser_of(at);
    let page = browser.get(&place.provider.sign_in(at.get("address"), &at_provider())).await;
    assert_eq!((page.path.as_str(), page.heading().as_str()), ("/sign-in/council", "Connect your Northmere account"));
}

/// Messages in every state: sent by a provider, delivered, not accepted, and waiting.
async fn messages(seeder: &mut Seeder) {
    let service = seeder.place.app.web.service.clone();
    let (notify, twilio) = (Provider::start().await, Provider::start().await);
    let mut settings = (*service.settings).clone();
    by(&mut settings, &notify, &twilio);
    let (store, clock) = (service.store.clone(), service.clock.clone());
    let queue = MessageQueue::new(store, service.keyring.clone(), clock, service.random.clone(), &settings).unwrap();

    let mut people = Vec::new();
    for _ in 0..8 {
        people.push(seeder.resident().await);
    }
    let (waiting, sent) = people.split_at_mut(4);
    let mut browser = seeder.place.gives_password(&seeder.facts("landline")).await;
    browser.post("/api/sign-in/send-code", &[("how", "call")]).await;
    save_for_later(&mut sent[1..]).await;
    queue.deliver_due().await;
    notify.answers(400, None, "{}");
    save_for_later(&mut sent[..1]).await;
    queue.deliver_due().await;
    let database = RawDatabase::of(&seeder.place.app).await;
    let email = database.text("message", "id", "channel = 'email' AND state = 'sent'").await;
    queue.settle(&email, MessageState::Delivered).await.unwrap();

    let call = database.text("message", "id", "channel = 'voice' AND state = 'sent'").await;
    save_for_later(waiting).await;
    seeder.keep("messages", waiting[0].facts.clone().with("call", &call));
}

/// Each of them is sent an email with a link to their form.
async fn save_for_later(people: &mut [Person]) {
    for Person { browser, .. } in people {
        let draft = start(browser, "blue-badge").await;
        save(browser, &draft, "your-details", "later", &[]).await;
    }
}

async fn check_messages(place: &Installation, facts: &Facts) {
    let queue = &place.app.web.service.messages;
    assert!(queue.spoken(facts.get("call")).await.unwrap().is_some(), "the call can still be answered");
    let is_sent =
        |sent: &[String]| sent.iter().any(|one| one.contains(facts.get("email")) && one.contains("Your saved form"));
    let outbox = std::fs::read_to_string(place.app.folder.path().join("outbox.jsonl")).unwrap();
    assert!(!is_sent(&outbox.lines().map(str::to_owned).collect::<Vec<_>>()), "it waits");
    assert!(queue.deliver_due().await >= 4);
    assert!(is_sent(&place.app.messages().await));
}
