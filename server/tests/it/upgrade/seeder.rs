//! Fills a data folder with invented people, who use the pages over two weeks.

use super::{
    fixture::{Facts, Fixture, Manifest},
    installation::{Installation, PASSWORD},
    opened,
    residents::send,
};
use crate::{
    drafts::support::{save, start},
    store::RawDatabase,
    support::Browser,
};
use jiff::Timestamp;
use ports::LocalClock;
use server::jobs::delete_expired;
use std::collections::BTreeMap;

/// When the first of them registers.
const FIRST_DAY: &str = "2026-11-16T08:00:00Z";
/// The number of rows in all tables together.
const ROWS: u64 = 1000;
const FORMS: [&str; 5] = ["care-needs", "carers-assessment", "blue-badge", "direct-payments", "home-adaptations"];
const FIRST_NAMES: [&str; 8] = ["Margaret", "Siân", "Ade", "Zofia", "Harjit", "Tom", "Nia", "Yusuf"];
const LAST_NAMES: [&str; 7] = ["Ashworth", "O’Neill", "Bello", "Kowalska", "Gill", "Pryce-Jones", "Demir"];

pub struct Seeder {
    pub place: Installation,
    pub people: BTreeMap<String, Facts>,
    invented: usize,
}

/// Somebody who has just registered, in their browser.
pub struct Person {
    pub browser: Browser,
    pub facts: Facts,
}

impl Person {
    /// The facts with the browser's cookies, for somebody who is in the middle of something.
    pub fn and_cookies(self) -> Facts {
        let jar = self.browser.jar().clone();
        jar.iter().fold(self.facts, |facts, (name, value)| facts.with(&format!("cookie {name}"), value))
    }
}

impl Seeder {
    pub async fn new() -> Self {
        let place = Installation::open(tempfile::tempdir().unwrap(), "", FIRST_DAY, 2026).await;
        Self { place, people: BTreeMap::new(), invented: 0 }
    }

    pub fn keep(&mut self, role: &str, facts: Facts) {
        assert!(self.people.insert(role.to_owned(), facts).is_none(), "two are {role}");
    }

    pub fn facts(&self, role: &str) -> Facts {
        self.people[role].clone()
    }

    pub fn advance(&self, seconds: i64) {
        self.place.app.clock.advance(seconds);
    }

    /// Moves the clock on, and deletes what has expired, as the server does every hour.
    pub async fn until(&self, time: &str) {
        let service = &self.place.app.web.service;
        let time: Timestamp = time.parse().unwrap();
        self.advance(time.as_second() - service.clock.now().as_second());
        let forms = self.place.app.web.forms.current_hashes();
        delete_expired::run(service, service.now(), &forms).await.unwrap();
    }

    /// Somebody new.
    pub fn invent(&mut self) -> Person {
        let number = self.invented;
        self.invented += 1;
        let (first, last) = (FIRST_NAMES[number % FIRST_NAMES.len()], LAST_NAMES[number % LAST_NAMES.len()]);
        let facts = Facts::of(&[
            ("first name", first),
            ("last name", last),
            ("email", &format!("resident{number}@example.org")),
            ("phone", &format!("07700 900{number:03}")),
        ]);
        Person { browser: self.place.app.browser(), facts }
    }

    /// Registers up to the second factor.
    pub async fn to_second_factor(&self, person: &mut Person) {
        let Person { browser, facts } = person;
        browser.get("/create-account").await;
        browser.post("/api/account/begin", &[("email", facts.get("email"))]).await;
        let code = self.place.code_to(facts.get("email")).await;
        browser.post("/api/account/email-code", &[("code", &code)]).await;
        let name = [("first_name", facts.get("first name")), ("last_name", facts.get("last name")), ("password", PASSWORD)];
        let page = browser.post("/api/account/password", &name).await;
        assert_eq!(page.path, "/create-account/phone", "{}", page.text);
    }

    /// Registers with the phone, and a code by text or call.
    pub async fn register(&self, person: &mut Person, how: &str) {
        self.to_second_factor(person).await;
        let Person { browser, facts } = person;
        browser.post("/api/account/phone", &[("phone", facts.get("phone")), ("how", how)]).await;
        let code = self.place.code_to(facts.get("phone")).await;
        let page = browser.post("/api/account/phone-code", &[("code", &code)]).await;
        assert!(browser.has_cookie("care-session"), "{}", page.text);
    }

    /// Somebody new with an account.
    pub async fn resident(&mut self) -> Person {
        let mut person = self.invent();
        self.register(&mut person, "text").await;
        person
    }

    /// Residents who fill in a few forms, one of whom in three submits one, and who come back the next day.
    pub async fn ordinary_residents(&mut self, count: usize) {
        let mut all = Vec::new();
        for number in 0..count {
            let Person { mut browser, facts } = self.resident().await;
            for form in FORMS.iter().cycle().skip(number).take(2 + number % 4) {
                let draft = start(&mut browser, form).await;
                save(&mut browser, &draft, "your-details", "later", &[("me_phone", "01632 960 004")]).await;
            }
            if number % 3 == 0 {
                send(self, &mut browser, "carers-assessment").await;
            }
            self.advance(17 * 60);
            all.push(facts);
        }
        self.advance(24 * 3600);
        for facts in all {
            self.place.signs_in(&facts, "text").await;
        }
    }

    /// Visitors begin forms until there are as many rows as there should be.
    pub async fn visitors(&self) {
        let database = RawDatabase::of(&self.place.app).await;
        let mut browser = self.place.app.browser();
        let mut left = ROWS - database.counts().await.values().sum::<u64>();
        while left > 0 {
            for form in FORMS {
                if left > 0 {
                    let draft = start(&mut browser, form).await;
                    let answers = [("me_phone", "01632 960 005")];
                    save(&mut browser, &draft, "your-details", "aside", &answers).await;
                    left = ROWS.checked_sub(database.counts().await.values().sum()).expect("there are too many rows");
                }
            }
            // Each new visitor has two counters.
            if left > 2 {
                browser = self.place.app.browser();
            }
        }
    }

    pub async fn finish(self) -> Fixture {
        let app = &self.place.app;
        let manifest = Manifest {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            at: ports::LocalClock::now(&app.web.service.clock).to_string(),
            rows: RawDatabase::of(app).await.counts().await,
            sealed: opened::sealed(&app.web.service).await,
            people: self.people,
        };
        Fixture::take(app, manifest).await
    }
}
