//! The service over a data folder, used through its pages.

use super::fixture::Facts;
use crate::{
    identity_provider::provider::{CLIENT_ID, CLIENT_SECRET, Provider},
    support::{Browser, TestApp, TestClock, code_in},
};
use platform::config::Secret;
use std::{sync::Arc, time::Duration};
use tempfile::TempDir;
use tokio::net::TcpListener;

/// The identity provider's address. It is part of what is stored about connected logins, so every fixture needs the
/// same.
const PROVIDER: &str = "127.0.0.1:7113";
pub const PASSWORD: &str = "lake hill otter";

pub struct Installation {
    pub app: TestApp,
    pub provider: Provider,
}

impl Installation {
    /// Opens a data folder. An empty URL is for a new database.
    pub async fn open(folder: TempDir, database: &str, at: &str, seed: u64) -> Self {
        let clock = Arc::new(TestClock::at(at));
        let provider = Provider::on(listener().await, clock.clone());
        let app = TestApp::in_folder(folder, clock, seed, |settings| {
            settings.database_url = Secret::new(database);
            settings.oidc.issuer.clone_from(&provider.url);
            settings.oidc.client_id = CLIENT_ID.into();
            settings.oidc.client_secret = Secret::new(CLIENT_SECRET);
            settings.oidc.name = "Northmere account".into();
        })
        .await;
        Self { app, provider }
    }

    /// A browser with the cookies that are in the manifest.
    pub fn browser_of(&self, facts: &Facts) -> Browser {
        let mut browser = self.app.browser();
        for (name, value) in facts.all("cookie ") {
            browser.put_cookie(name, value);
        }
        browser
    }

    /// What is found in the body of the newest message to somebody in which it is found.
    async fn message<T>(&self, to: &str, find: impl Fn(&str) -> Option<T>) -> T {
        let sent = self.app.messages().await;
        let mut to_them = sent.iter().rev().filter(|message| message.split(" | ").nth(1) == Some(to));
        to_them
            .find_map(|message| find(message.rsplit(" | ").next()?))
            .unwrap_or_else(|| panic!("no such message was sent to {to}"))
    }

    /// The newest security code sent to an email address or a phone number.
    pub async fn code_to(&self, to: &str) -> String {
        let to = if to.contains('@') { to.to_owned() } else { format!("+44{}", to[1..].replace(' ', "")) };
        self.message(&to, code_in).await
    }

    /// The token of the newest link to a page, sent to an email address.
    pub async fn link_to(&self, email: &str, page: &str) -> String {
        let token = |message: &str| message.split_once(page)?.1.split_whitespace().next().map(str::to_owned);
        self.message(email, token).await
    }

    /// The code that an authenticator app with this key shows now.
    pub fn app_code(&self, key: &str) -> String {
        self.app.app_code(key)
    }

    pub async fn gives_password(&self, facts: &Facts) -> Browser {
        let mut browser = self.app.browser();
        browser.get("/sign-in").await;
        let page = browser.post("/api/sign-in/password", &[("email", facts.get("email")), ("password", PASSWORD)]).await;
        assert!(browser.has_cookie("care-step"), "{}", page.text);
        browser
    }

    /// Signs in with a code by text or call.
    pub async fn signs_in(&self, facts: &Facts, how: &str) -> Browser {
        let mut browser = self.gives_password(facts).await;
        browser.post("/api/sign-in/send-code", &[("how", how)]).await;
        let code = self.code_to(facts.get("phone")).await;
        confirm(&mut browser, &code).await;
        browser
    }
}

/// Enters the last code of a sign-in.
pub async fn confirm(browser: &mut Browser, code: &str) {
    let page = browser.post("/api/sign-in/confirm", &[("code", code)]).await;
    assert!(browser.has_cookie("care-session"), "{}: {}", page.path, page.text);
}

/// Opens a page, which must show this.
pub async fn shows(browser: &mut Browser, path: &str, text: &str) {
    let page = browser.get(path).await;
    assert!(page.text.contains(text), "“{text}” isn't on {path}, but {}: {}", page.path, page.text);
}

/// Waits for other test processes that use the address.
async fn listener() -> TcpListener {
    for _ in 0..300 {
        if let Ok(listener) = TcpListener::bind(PROVIDER).await {
            return listener;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{PROVIDER} is in use")
}
