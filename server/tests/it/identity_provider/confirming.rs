//! Signing in at the provider doesn't count as confirming the password: pages that need that ask again. It can be
//! confirmed at the provider by signing in there once more for that purpose.

use super::{
    provider::{Person, query},
    support::{Council, EMAIL, NAME, margaret},
};
use crate::support::{Browser, Page};
use form_engine::clock::Clock;
use http::{StatusCode, header};
use platform::config::SecondFactor;
use serde_json::{Value, json};

const CONFIRM: &str = "/account/confirm";
const BEHIND: [&str; 7] = [
    "/account/password",
    "/account/email",
    "/account/phone",
    "/account/name",
    "/account/address",
    "/account/contact",
    "/account/delete",
];

impl Council {
    /// Signed in by the provider, long after the account was created.
    async fn signed_in(&self) -> Browser {
        self.connected(&margaret()).await;
        let mut browser = self.app.browser();
        assert_eq!(self.sign_in(&mut browser, &margaret()).await.path, "/account");
        browser
    }

    /// Presses the button on the page that asks for the password. Returns where the browser is redirected.
    async fn go_to_confirm(&self, browser: &mut Browser) -> String {
        let page = browser.get(CONFIRM).await;
        assert!(page.text.contains(&format!("Confirm with {NAME}")), "{}", page.text);
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains(&format!("form-action 'self' {};", self.provider.url)), "{policy}");
        let page = browser.post_once("/api/security/confirm-council", &[]).await;
        assert_eq!(page.status, StatusCode::FOUND, "{}", page.text);
        page.headers[header::LOCATION].to_str().unwrap().to_owned()
    }

    /// From now on the provider says that people signed in this many seconds before they came back.
    fn says_signed_in(&self, seconds_ago: i64) {
        self.provider.says(move |claims| claims["auth_time"] = json!(claims["iat"].as_i64().unwrap() - seconds_ago));
    }

    /// Goes to the provider to confirm, signs in there as `person`, and comes back.
    async fn confirm_as(&self, browser: &mut Browser, person: &Person) -> Page {
        let address = self.go_to_confirm(browser).await;
        browser.get(&self.provider.sign_in(&address, person)).await
    }

    fn expect_unconfirmed(page: &Page) {
        assert_eq!(page.path, CONFIRM, "{}", page.text);
        assert!(page.text.contains("We could not make sure with"), "{}", page.text);
    }
}

// ASVS V6.3.4 V7.5.1 V7.5.3
#[tokio::test]
async fn signing_in_at_the_provider_does_not_count_as_entering_the_password() {
    let council = Council::with(|settings| settings.oidc.second_factor = SecondFactor::Trusted).await;
    let mut by_code = council.signed_in().await;
    let mut trusted = council.app.browser();
    let person = Person { more: json!({ "amr": ["mfa"], "auth_time": council.app.clock.now().as_second() }), ..margaret() };
    assert_eq!(council.go(&mut trusted, &person).await.path, "/account");
    for browser in [&mut by_code, &mut trusted] {
        for path in BEHIND {
            assert_eq!(browser.get(path).await.path, CONFIRM, "{path}");
        }
        let posts: [(&str, &[(&str, &str)]); 7] = [
            ("/api/security/password", &[("password", "seven quiet rivers")]),
            ("/api/contact/phone", &[("phone", "07700 900501"), ("how", "text")]),
            ("/api/contact/email", &[("email", "thief@example.com")]),
            ("/api/account/rename", &[("first_name", "A"), ("last_name", "B")]),
            ("/api/security/end-others", &[]),
            ("/api/account/disconnect-council", &[]),
            ("/api/security/delete-account", &[]),
        ];
        for (path, pairs) in posts {
            let page = browser.post(path, pairs).await;
            assert_eq!(page.path, CONFIRM, "{path}: {}", page.text);
        }
        // The password works as always.
        let page = browser.post("/api/security/confirm", &[("password", "lake hill otter")]).await;
        assert_eq!(page.path, "/account/delete");
        assert_eq!(browser.get("/account/password").await.path, "/account/password");
    }
    assert!(by_code.get("/account/security").await.text.contains("Connected:"), "nothing has changed");
}

// ASVS V7.5.1 V7.5.3 V7.2.4
#[tokio::test]
async fn a_fresh_sign_in_at_the_provider_replaces_the_password_once() {
    let council = Council::new().await;
    let mut browser = council.signed_in().await;
    let copied = browser.tab();
    council.says_signed_in(0);
    assert_eq!(browser.get("/account/password").await.path, CONFIRM);
    let address = council.go_to_confirm(&mut browser).await;
    let asked = query(&address);
    assert_eq!((asked["prompt"].as_str(), asked["max_age"].as_str()), ("login", "0"));
    let back = council.provider.sign_in(&address, &margaret());
    let mut again = browser.tab();
    assert_eq!(browser.get(&back).await.path, "/account/password");
    let changed = browser.post("/api/security/password", &[("password", "seven quiet rivers")]).await;
    assert!(changed.text.contains("Your password has been changed"), "{}", changed.text);
    // The session has a new token, and the state can't be used again.
    let mut copied = copied;
    assert_eq!(copied.get("/account").await.path, "/timed-out");
    let page = again.get(&back).await;
    assert_ne!(page.path, "/account/password");
    council.app.clock.advance(5 * 60);
    assert_eq!(browser.get("/account/password").await.path, CONFIRM, "it lasts five minutes");
}

// ASVS V7.5.1
#[tokio::test]
async fn an_earlier_sign_in_at_the_provider_confirms_nothing() {
    let council = Council::new().await;
    let mut browser = council.signed_in().await;
    browser.get("/account/phone").await;
    // Nobody has typed anything if the provider's session is from this morning.
    for seconds in [300, 61, -3600] {
        council.says_signed_in(seconds);
        Council::expect_unconfirmed(&council.confirm_as(&mut browser, &margaret()).await);
        assert_eq!(browser.get("/account/phone").await.path, CONFIRM, "{seconds}");
    }
    council.provider.says(|claims| drop(claims.as_object_mut().unwrap().remove("auth_time")));
    Council::expect_unconfirmed(&council.confirm_as(&mut browser, &margaret()).await);
    council.provider.says(|claims| claims["auth_time"] = Value::Null);
    Council::expect_unconfirmed(&council.confirm_as(&mut browser, &margaret()).await);
    // Clocks that differ by a few seconds are tolerated.
    council.says_signed_in(20);
    assert_eq!(council.confirm_as(&mut browser, &margaret()).await.path, "/account/phone");
}

// ASVS V7.5.1 V10.5.1
#[tokio::test]
async fn a_confirmation_is_bound_to_login_session_and_purpose() {
    let council = Council::new().await;
    let mut browser = council.signed_in().await;
    council.says_signed_in(0);
    // Another login, whether or not it is connected to somebody else's account.
    let other = Person::new("ruth-there", "ruth@example.com");
    Council::expect_unconfirmed(&council.confirm_as(&mut browser, &other).await);
    council.connected(&other).await;
    let mut browser = council.app.browser();
    council.sign_in(&mut browser, &margaret()).await;
    council.says_signed_in(0);
    Council::expect_unconfirmed(&council.confirm_as(&mut browser, &other).await);
    // A request that was started for sign-in confirms nothing: it starts a sign-in as always.
    let mut stranger = council.app.browser();
    let address = council.authorize(&mut stranger).await;
    let back = council.provider.sign_in(&address, &margaret());
    stranger.put_cookie("care-session", browser.cookie("care-session").unwrap());
    assert_eq!(stranger.get(&back).await.path, "/sign-in/confirm");
    assert_eq!(browser.get("/account/password").await.path, CONFIRM);
    // Nor does one from another of her sessions, and it doesn't sign in anybody without a session.
    let mut elsewhere = council.app.browser();
    council.sign_in(&mut elsewhere, &margaret()).await;
    let address = council.go_to_confirm(&mut elsewhere).await;
    let back = council.provider.sign_in(&address, &margaret());
    browser.put_cookie("care-council", elsewhere.cookie("care-council").unwrap());
    Council::expect_unconfirmed(&browser.get(&back).await);
    let address = council.go_to_confirm(&mut elsewhere).await;
    let back = council.provider.sign_in(&address, &margaret());
    let mut nobody = council.app.browser();
    nobody.put_cookie("care-council", elsewhere.cookie("care-council").unwrap());
    let page = nobody.get(&back).await;
    Council::expect_not(&nobody, &page, "start again");
}

// ASVS V7.5.2 V7.4.3
#[tokio::test]
async fn disconnecting_ends_other_sessions_and_is_notified() {
    let council = Council::new().await;
    let mut thief = council.signed_in().await;
    let mut hers = council.app.browser();
    assert_eq!(council.app.sign_in(&mut hers, EMAIL).await, "/account");
    hers.get("/account/security").await;
    let page = hers.post("/api/account/disconnect-council", &[]).await;
    assert!(page.text.contains("is no longer connected"), "{}", page.text);
    assert_eq!(thief.get("/account").await.path, "/timed-out");
    let told = council.app.messages().await;
    assert!(told.iter().any(|message| message.contains("How you sign in has changed")), "{told:?}");
    assert!(!hers.get(CONFIRM).await.text.contains(&format!("Confirm with {NAME}")), "nothing is connected any more");
}
