//! Requests for another login phone, and accounts that were frozen after one.

use super::{
    fixture::Facts,
    installation::{Installation, PASSWORD, shows},
    seeder::{Person, Seeder},
};
use crate::drafts::support::start;
use accounts::{
    freezing::releasing::{Release, ReleaseOutcome, release},
    lost_phone::deciding::{Decision, DecisionOutcome, decide, waiting},
};

const STAFF: [&str; 2] = ["jo@council.example", "sam@council.example"];
/// The numbers that owners of frozen accounts have now, and somebody who was granted another.
const OWN: &str = "07700 900555";
const NEW: &str = "07700 900777";

/// Before the last day.
pub async fn seed(seeder: &mut Seeder) {
    for role in ["asked", "granted", "frozen", "half released"] {
        let Person { mut browser, facts } = seeder.resident().await;
        let draft = start(&mut browser, "care-needs").await;
        let id = seeder.place.asks_for_phone(&facts).await;
        let facts = facts.with("draft", &draft).with("request", &id);
        agrees(&seeder.place, &facts, STAFF[0], DecisionOutcome::OneMore).await;
        if role != "asked" {
            agrees(&seeder.place, &facts, STAFF[1], DecisionOutcome::Granted).await;
        }
        if role == "frozen" || role == "half released" {
            seeder.place.says_it_was_not_them(&facts).await;
        }
        if role == "half released" {
            releases(&seeder.place, &facts, STAFF[0], ReleaseOutcome::OneMore).await;
        }
        seeder.keep(role, facts);
    }
}

/// In the last minutes: somebody has given their new number and is sent a code.
pub async fn seed_unfinished(seeder: &mut Seeder) {
    let facts = seeder.facts("granted");
    let email = facts.get("email");
    let mut browser = seeder.place.gives_password(&facts).await;
    browser.post("/api/new-phone/email", &[]).await;
    let code = seeder.place.code_to(email).await;
    browser.post("/api/new-phone/email-code", &[("code", &code)]).await;
    browser.post("/api/new-phone/number", &[("phone", NEW), ("how", "text")]).await;
    seeder.place.code_to(NEW).await;
    let facts = facts.clone().with("phone", NEW);
    seeder.keep("at new phone", Person { browser, facts }.and_cookies());
}

pub async fn check(place: &Installation, facts: impl Fn(&str) -> Facts) {
    let facts_of_new = facts("at new phone");
    let mut browser = place.browser_of(&facts_of_new);
    browser.get("/sign-in/new-phone").await;
    let code = place.code_to(NEW).await;
    browser.post("/api/new-phone/code", &[("code", &code)]).await;
    shows(&mut browser, "/account/details", "Ending with 777").await;

    let asked = facts("asked");
    let requests = waiting(&place.app.web.service).await.unwrap();
    assert_eq!(requests.len(), 1);
    assert_eq!(
        (requests[0].email.as_str(), requests[0].agreed.as_slice()),
        (asked.get("email"), &[STAFF[0].to_owned()][..])
    );
    agrees(place, &asked, STAFF[1], DecisionOutcome::Granted).await;

    stays_frozen(place, &facts("frozen")).await;
    let released = facts("half released");
    stays_frozen(place, &released).await;
    releases(place, &released, STAFF[1], ReleaseOutcome::Released).await;
    let mut browser = place.signs_in(&released.clone().with("phone", OWN), "text").await;
    shows(&mut browser, &format!("/drafts/{}", released.get("draft")), "Ask for care and support").await;
}

pub async fn stays_frozen(place: &Installation, facts: &Facts) {
    let mut browser = place.app.browser();
    browser.get("/sign-in").await;
    let page = browser.post("/api/sign-in/password", &[("email", facts.get("email")), ("password", PASSWORD)]).await;
    assert!(page.path == "/sign-in" && page.text.contains("Your account is on hold"), "{}: {}", page.path, page.text);
}

async fn agrees(place: &Installation, facts: &Facts, by: &str, outcome: DecisionOutcome) {
    assert_eq!(decide(&place.app.web.service, facts.get("request"), by, Decision::Agree).await.unwrap(), outcome);
}

async fn releases(place: &Installation, facts: &Facts, by: &str, outcome: ReleaseOutcome) {
    let checked = "called back on the number of the care record";
    let release_of = Release { email: facts.get("email"), phone: OWN, by, checked };
    assert_eq!(release(&place.app.web.service, release_of).await.unwrap(), outcome);
}

impl Installation {
    /// Asks for another login phone. Returns the ID of the request.
    async fn asks_for_phone(&self, facts: &Facts) -> String {
        let mut browser = self.gives_password(facts).await;
        browser.get("/sign-in/change-phone").await;
        browser.post("/api/phone-change/link", &[]).await;
        let link = self.link_to(facts.get("email"), "/change-phone/").await;
        browser.get(&format!("/change-phone/{link}")).await;
        let request = [("link", link.as_str()), ("reason", "lost"), ("check", "call-back"), ("when", "morning")];
        browser.post("/api/phone-change/ask", &request).await;
        let requests = waiting(&self.app.web.service).await.unwrap();
        requests.into_iter().find(|request| request.email == facts.get("email")).expect("a request").id
    }

    /// Follows the link "this was not me" in the newest email.
    async fn says_it_was_not_them(&self, facts: &Facts) {
        let link = self.link_to(facts.get("email"), "/phone-change/stop/").await;
        let mut browser = self.app.browser();
        browser.get(&format!("/phone-change/stop/{link}")).await;
        browser.post("/api/phone-change/stop", &[("link", &link)]).await;
    }
}
