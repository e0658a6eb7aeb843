//! Every kind of caller, each with a browser and with data of their own.

use super::{
    matrix::{Column, Row},
    requests::Ids,
};
use crate::{
    drafts::support::{save, save_from, start},
    support::{Browser, Page, TestApp},
};
use accounts::{
    lost_phone::deciding::{Decision, decide, waiting},
    sessions,
};

const OWNER: &str = "owner.canary@example.com";
const ENROLLING: &str = "enrolling.canary@example.com";
const OTHER: &str = "other@example.com";
const PASSWORD: &str = "lake hill otter";

/// In the answers and names of the owner and of the person enrolling a phone: nobody else may see it.
const CANARY: &str = "canary";

/// Rows that show answers.
const SHOW_ANSWERS: [&str; 3] = ["GET /drafts/{id}/{page}", "GET /submitted/{reference}", "GET /submitted/{reference}/text"];

/// Shows every message sent, to everybody. Only there in development; tests read it.
const OUTBOX: &str = "GET /outbox";

/// Rows that end a session.
const END_SESSIONS: [&str; 2] = ["GET /exit", "POST /api/account/sign-out"];

/// Somebody with an account.
struct TestPerson {
    account: String,
    ids: Ids,
    /// Signed-in browsers; the last is the one in use.
    browsers: Vec<Browser>,
}

pub struct People {
    nobody: Browser,
    visitor: Browser,
    half: Browser,
    enrolling: Browser,
    enrols: TestPerson,
    owner: TestPerson,
    other: TestPerson,
}

impl People {
    pub async fn gather(app: &TestApp) -> Self {
        let owner = TestPerson::with_forms(app, OWNER, 3).await;
        let enrols = TestPerson::with_forms(app, ENROLLING, 1).await;
        let other = TestPerson::new(app, OTHER, 3).await;
        let mut visitor = app.browser();
        start(&mut visitor, "first").await;
        let mut people = Self {
            nobody: app.browser(),
            visitor,
            half: with_password(app, OWNER).await,
            enrolling: enrolling(app).await,
            enrols,
            owner,
            other,
        };
        // Each has seen a page with a form, and so has its token.
        for column in Column::ALL {
            people.browser_mut(column).get("/create-account").await;
        }
        people
    }

    pub fn browser(&self, column: Column) -> &Browser {
        match column {
            Column::Nobody => &self.nobody,
            Column::Visitor => &self.visitor,
            Column::Half => &self.half,
            Column::Enrolling => &self.enrolling,
            Column::Other => self.other.browsers.last().unwrap(),
            Column::Owner => self.owner.browsers.last().unwrap(),
        }
    }

    fn browser_mut(&mut self, column: Column) -> &mut Browser {
        match column {
            Column::Nobody => &mut self.nobody,
            Column::Visitor => &mut self.visitor,
            Column::Half => &mut self.half,
            Column::Enrolling => &mut self.enrolling,
            Column::Other => self.other.browsers.last_mut().unwrap(),
            Column::Owner => self.owner.browsers.last_mut().unwrap(),
        }
    }

    /// Whose identifiers a caller requests: the owner's, except that the person enrolling a phone requests their own
    /// and doesn't get them.
    pub fn ids(&self, column: Column) -> Ids {
        let whose = if column == Column::Enrolling { &self.enrols } else { &self.owner };
        Ids { address: format!("new.{column:?}@example.com"), ..whose.ids.clone() }
    }

    /// The accounts that this caller's requests mustn't change.
    pub fn protected(&self, column: Column) -> Vec<String> {
        let mut accounts = vec![self.owner.account.clone(), self.enrols.account.clone()];
        if column != Column::Other {
            accounts.push(self.other.account.clone());
        }
        accounts
    }

    /// Switches to another session if this row ended the current one.
    pub fn after(&mut self, column: Column, row: &Row) {
        if !END_SESSIONS.contains(&row.name().as_str()) {
            return;
        }
        match column {
            Column::Other if self.other.browsers.len() > 1 => drop(self.other.browsers.pop()),
            Column::Owner if self.owner.browsers.len() > 1 => drop(self.owner.browsers.pop()),
            _ => {}
        }
    }

    /// What a page shows but mustn't, or must show but doesn't.
    pub fn shown(&self, column: Column, row: &Row, page: &Page) -> Option<String> {
        let text = page.text.to_lowercase();
        let at = text.find(CANARY);
        if column == Column::Owner {
            // The owner must see it, otherwise looking for it elsewhere proves nothing.
            let is_missing = SHOW_ANSWERS.contains(&row.name().as_str()) && at.is_none();
            return is_missing.then(|| format!("{} doesn't show the owner's answers", row.name()));
        }
        if row.name() == OUTBOX {
            return None;
        }
        let ids = self.ids(column);
        let names_a_draft = [&ids.complete, &ids.spare].iter().any(|id| page.text.contains(id.as_str()));
        let shown = at.map(|at| text[..at].chars().rev().take(80).collect::<String>());
        let shown = shown.map(|before| before.chars().rev().collect::<String>());
        let what = shown.or_else(|| names_a_draft.then(|| "the identifier of a draft".to_owned()))?;
        Some(format!("{} by {column:?} shows somebody else's data, after: {what}", row.name()))
    }
}

impl TestPerson {
    /// Somebody with an account, signed in with several browsers.
    async fn new(app: &TestApp, email: &str, sessions: usize) -> Self {
        let mut browsers = vec![app.resident(email).await];
        for _ in 1..sessions {
            let mut browser = app.browser();
            app.clock.advance(31);
            app.sign_in(&mut browser, email).await;
            assert!(browser.has_cookie("care-session"));
            browsers.push(browser);
        }
        for browser in &mut browsers {
            browser.get("/help").await;
        }
        let session = browsers[0].cookie("care-session");
        let (caller, _) = sessions::authenticate(&app.web.service, session, None, false).await.unwrap();
        let account = caller.resident().unwrap().account.0.clone();
        Self { account, ids: Ids::default(), browsers }
    }

    /// The same, with drafts and a copy.
    async fn with_forms(app: &TestApp, email: &str, sessions: usize) -> Self {
        let mut somebody = Self::new(app, email, sessions).await;
        let browser = somebody.browsers.last_mut().unwrap();
        let (draft, item, inner) = half_way(browser).await;
        let sent = complete(browser).await;
        browser.get(&format!("/drafts/{sent}/check")).await;
        let page = browser.post("/api/drafts/submit", &[("draft", &sent)]).await;
        let reference = page.path.trim_start_matches("/submitted/").trim_end_matches("/sent").to_owned();
        assert!(reference.starts_with("ASC-"), "{}", page.text);
        let (complete, spare) = (complete(browser).await, start(browser, "second").await);
        somebody.ids = Ids { draft, item, inner, complete, spare, reference, ..Ids::default() };
        somebody
    }
}

/// A draft with answers, a list item, and an item in its nested list.
async fn half_way(browser: &mut Browser) -> (String, String, String) {
    let draft = start(browser, "first").await;
    save(browser, &draft, "you", "continue", &[("p_name", "Canary name"), ("adult", "yes"), ("secret", "canary street")])
        .await;
    let item = new_in(browser, &draft, "conditions").await;
    let open = browser.get(&format!("/drafts/{draft}/conditions/{item}")).await;
    save_from(browser, &open, &draft, "conditions", "continue", &[("cond_name", "Canary condition")]).await;
    let inner = new_in(browser, &draft, &format!("conditions/{item}/med")).await;
    let open = browser.get(&format!("/drafts/{draft}/conditions/{item}/med/{inner}")).await;
    save_from(browser, &open, &draft, "conditions", "continue", &[("med_name", "Canary medicine")]).await;
    (draft, item, inner)
}

/// The identifier that a list's page offers for a new item.
async fn new_in(browser: &mut Browser, draft: &str, list: &str) -> String {
    let page = browser.get(&format!("/drafts/{draft}/{list}")).await;
    let start = format!("/drafts/{draft}/{list}/");
    let id = page.text.split(&start).nth(1).and_then(|rest| rest.split(['"', '?']).next()).unwrap_or_default().to_owned();
    assert!(!id.is_empty(), "{list}: {}", page.text);
    id
}

async fn complete(browser: &mut Browser) -> String {
    let draft = start(browser, "second").await;
    save(browser, &draft, "people", "continue", &[]).await;
    save(browser, &draft, "money", "continue", &[("rent_there", "100"), ("p_name", "Canary copy")]).await;
    draft
}

/// A browser in which the password was entered, but no code.
async fn with_password(app: &TestApp, email: &str) -> Browser {
    let mut browser = app.browser();
    browser.get("/sign-in").await;
    let page = browser.post("/api/sign-in/password", &[("email", email), ("password", PASSWORD)]).await;
    assert!(browser.has_cookie("care-step") && !browser.has_cookie("care-session"), "{}", page.text);
    browser
}

/// A browser of somebody who lost their phone, whose request for another one was approved by two members of staff, and
/// who has entered their password.
async fn enrolling(app: &TestApp) -> Browser {
    let mut browser = with_password(app, ENROLLING).await;
    browser.get("/sign-in/change-phone").await;
    browser.post("/api/phone-change/link", &[]).await;
    let mail = app.messages().await.pop().unwrap();
    let link = mail.split_once("/change-phone/").unwrap().1.split_whitespace().next().unwrap().to_owned();
    browser.get(&format!("/change-phone/{link}")).await;
    let asked = [("link", link.as_str()), ("reason", "lost"), ("check", "call-back"), ("when", "morning")];
    let page = browser.post("/api/phone-change/ask", &asked).await;
    let service = &app.web.service;
    let id = waiting(service).await.unwrap().pop().unwrap_or_else(|| panic!("{}", page.text)).id;
    for officer in ["jo@council.example", "sam@council.example"] {
        decide(service, &id, officer, Decision::Agree).await.unwrap();
    }
    let browser = with_password(app, ENROLLING).await;
    let mut tab = browser.tab();
    assert_eq!(tab.get("/sign-in/new-phone").await.path, "/sign-in/new-phone");
    browser
}
