//! Shared by the tests: the service with a provider, and somebody who goes there and comes back.

use super::provider::{CLIENT_ID, CLIENT_SECRET, Person, Provider};
use crate::support::{Browser, Page, TestApp, TestClock};
use axum::body::Body;
use http::{StatusCode, header};
use platform::config::{Secret, Settings};
use std::sync::Arc;

pub const NAME: &str = "Northmere account";
pub const EMAIL: &str = "margaret@example.com";

pub struct Council {
    pub app: TestApp,
    pub provider: Provider,
}

impl Council {
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    pub async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let clock = Arc::new(TestClock::default());
        let provider = Provider::start(clock.clone()).await;
        let app = TestApp::at(clock, |settings| {
            settings.oidc.issuer.clone_from(&provider.url);
            settings.oidc.client_id = CLIENT_ID.into();
            settings.oidc.client_secret = Secret::new(CLIENT_SECRET);
            settings.oidc.name = NAME.into();
            change(settings);
        })
        .await;
        Self { app, provider }
    }

    /// Presses the button on the sign-in page. Returns the response without following it.
    pub async fn press(&self, browser: &mut Browser) -> Page {
        let page = browser.get("/sign-in").await;
        assert!(page.text.contains(&format!("Sign in with {NAME}")), "{}", page.text);
        let request = browser
            .request("POST", "/api/sign-in/council")
            .header(header::ORIGIN, "http://127.0.0.1:3000")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(format!("token={}", page.hidden("token"))))
            .unwrap();
        browser.once(request, "/api/sign-in/council").await
    }

    /// Presses the button. Returns where the browser is redirected.
    pub async fn authorize(&self, browser: &mut Browser) -> String {
        let page = self.press(browser).await;
        assert_eq!(page.status, StatusCode::FOUND, "{}", page.text);
        page.headers[header::LOCATION].to_str().unwrap().to_owned()
    }

    /// Goes to the provider, signs in there and comes back.
    pub async fn go(&self, browser: &mut Browser, person: &Person) -> Page {
        let address = self.authorize(browser).await;
        browser.get(&self.provider.sign_in(&address, person)).await
    }

    /// The same with a login connected to an account: the code by text comes next.
    pub async fn sign_in(&self, browser: &mut Browser, person: &Person) -> Page {
        let page = self.go(browser, person).await;
        assert_eq!(page.path, "/sign-in/confirm", "{}", page.text);
        browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
        let code = self.app.code().await;
        browser.post("/api/sign-in/confirm", &[("code", &code)]).await
    }

    /// Somebody whose login is connected to their account, long enough ago that their codes no longer count towards
    /// limits.
    pub async fn connected(&self, person: &Person) -> Browser {
        let mut browser = self.app.browser();
        self.go(&mut browser, person).await;
        let path = self.app.make_account(&mut browser, person.email.unwrap()).await;
        assert_eq!(path, "/account/council");
        self.app.clock.advance_days(1);
        self.app.browser()
    }

    /// Checks that nobody was signed in and the page says why.
    pub fn expect_not(browser: &Browser, page: &Page, why: &str) {
        assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/sign-in/council/callback"), "{}", page.text);
        assert_eq!(page.heading(), format!("You are not signed in with {NAME}"));
        assert!(page.text.contains(why), "“{why}” isn't in: {}", page.text);
        assert!(page.text.contains("href=\"/sign-in\""), "there is no link to sign in");
        assert!(!browser.has_cookie("care-session") && !browser.has_cookie("care-step"));
    }
}

pub fn margaret() -> Person {
    Person::new("margaret-there", EMAIL)
}
