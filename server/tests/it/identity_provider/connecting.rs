//! Connecting a login at the provider to an account here.

use super::{
    provider::{Person, query},
    support::{Council, EMAIL, NAME, margaret},
};
use crate::support::TestApp;
use http::StatusCode;
use store::UnixMillis;

// ASVS V6.3.4 V10.5.2
#[tokio::test]
async fn a_login_is_connected_by_signing_in_to_both_and_then_replaces_the_password() {
    let council = Council::new().await;
    council.app.resident(EMAIL).await;
    council.app.clock.advance_days(1);
    let mut browser = council.app.browser();
    let page = council.go(&mut browser, &margaret()).await;
    assert_eq!((page.path.as_str(), page.heading()), ("/sign-in/council", format!("Connect your {NAME}")));
    assert!(!browser.has_cookie("care-session") && !browser.has_cookie("care-step"), "nobody is signed in yet");
    assert_eq!(council.app.sign_in(&mut browser, EMAIL).await, "/account/council");
    let security = browser.get("/account/security").await;
    assert!(security.text.contains(&format!("Connected: {NAME}")), "{}", security.text);

    council.app.clock.advance_days(1);
    let mut browser = council.app.browser();
    let page = council.go(&mut browser, &margaret()).await;
    assert_eq!(page.path, "/sign-in/confirm");
    assert!(!browser.has_cookie("care-session"), "the code comes first");
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    let code = council.app.code().await;
    let page = browser.post("/api/sign-in/confirm", &[("code", &code)]).await;
    assert_eq!(page.path, "/account");
    assert!(page.text.contains("Margaret Ashworth"));
}

/// Two presses at the provider, or on the last button here: the browser shows the second response only.
#[tokio::test]
async fn every_step_of_connecting_may_be_sent_twice() {
    let council = Council::new().await;
    council.app.resident(EMAIL).await;
    council.app.clock.advance_days(1);
    let mut browser = council.app.browser();
    let address = council.authorize(&mut browser).await;
    let back = council.provider.sign_in(&address, &margaret());
    assert_eq!(browser.tab().get(&back).await.path, "/sign-in/council");
    assert_eq!(browser.get(&back).await.path, "/sign-in/council");
    browser.get("/sign-in").await;
    browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", "lake hill otter")]).await;
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    let code = council.app.code().await;
    assert_eq!(browser.tab().post("/api/sign-in/confirm", &[("code", &code)]).await.path, "/account/council");
    let page = browser.post("/api/sign-in/confirm", &[("code", &code)]).await;
    assert_eq!(page.path, "/account/council");
    assert!(page.text.contains("is connected"), "{}", page.text);

    council.app.clock.advance_days(1);
    let mut browser = council.app.browser();
    let address = council.authorize(&mut browser).await;
    let back = council.provider.sign_in(&address, &margaret());
    assert_eq!(browser.tab().get(&back).await.path, "/sign-in/confirm");
    let other = council.app.browser().get(&back).await;
    Council::expect_not(&council.app.browser(), &other, "");
    assert_eq!(browser.get(&back).await.path, "/sign-in/confirm");
}

#[tokio::test]
async fn somebody_new_connects_by_creating_an_account() {
    let council = Council::new().await;
    let mut browser = council.app.browser();
    // Upper case and spaces don't make it another address.
    let person = Person { email: Some("Margaret@Example.com"), ..margaret() };
    assert_eq!(council.go(&mut browser, &person).await.path, "/sign-in/council");
    assert_eq!(council.app.make_account(&mut browser, EMAIL).await, "/account/council");
    council.app.clock.advance_days(1);
    let mut browser = council.app.browser();
    assert_eq!(council.sign_in(&mut browser, &person).await.path, "/account");
}

#[tokio::test]
async fn connecting_sends_one_email_to_the_accounts_address() {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    let sent = council.app.messages().await;
    let about: Vec<_> = sent.iter().filter(|message| message.contains("A new way to sign in")).collect();
    assert!(
        matches!(about[..], [mail] if mail.starts_with(&format!("email | {EMAIL} | ")) && mail.contains(NAME)),
        "{sent:?}"
    );
}

// ASVS V10.5.2
#[tokio::test]
async fn another_address_is_not_connected_and_the_page_says_why() {
    let council = Council::new().await;
    council.app.resident(EMAIL).await;
    council.app.clock.advance_days(1);
    let person = Person::new("somebody", "somebody.else@example.com");
    let mut browser = council.app.browser();
    council.go(&mut browser, &person).await;
    browser.get("/sign-in").await;
    browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", "lake hill otter")]).await;
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    let code = council.app.code().await;
    let page = browser.post("/api/sign-in/confirm", &[("code", &code)]).await;
    assert_eq!(page.heading(), format!("Your {NAME} is not connected"));
    assert!(page.text.contains("a different email address") && !page.text.contains("somebody.else"), "{}", page.text);
    assert!(browser.has_cookie("care-session"), "they are signed in anyway");
    assert!(browser.get("/account/security").await.text.contains("Not connected."));
    assert!(!council.app.messages().await.iter().any(|message| message.contains("A new way to sign in")));
    // It isn't offered to the account with that address again: every new sign-in starts afresh.
    let mut other = council.app.browser();
    assert_eq!(council.go(&mut other, &person).await.path, "/sign-in/council");
}

#[tokio::test]
async fn an_unverified_address_is_not_connected() {
    let council = Council::new().await;
    council.app.resident(EMAIL).await;
    let unchecked = Person { is_verified: false, ..margaret() };
    let nameless = Person { email: None, ..margaret() };
    let odd = Person { email: Some("not an address"), ..margaret() };
    for person in [unchecked, nameless, odd] {
        let mut browser = council.app.browser();
        let page = council.go(&mut browser, &person).await;
        Council::expect_not(&browser, &page, "has not checked your email address");
    }
}

#[tokio::test]
async fn the_address_may_come_from_the_userinfo_endpoint() {
    let council = Council::new().await;
    council.provider.keeps_email_out_of_tokens();
    council.connected(&margaret()).await;
    assert!(council.provider.asked().contains(&"me".to_owned()));
    let mut browser = council.app.browser();
    let unchecked = Person { is_verified: false, ..Person::new("somebody", "somebody@example.com") };
    let page = council.go(&mut browser, &unchecked).await;
    Council::expect_not(&browser, &page, "has not checked your email address");
}

// ASVS V6.3.8
#[tokio::test]
async fn nobody_can_tell_whether_an_address_has_an_account() {
    let council = Council::new().await;
    council.app.resident(EMAIL).await;
    let (mut known, mut unknown) = (council.app.browser(), council.app.browser());
    let with = council.go(&mut known, &margaret()).await;
    let without = council.go(&mut unknown, &Person::new("nobody", "nobody@example.com")).await;
    assert_eq!((with.path, with.status), (without.path, without.status));
    let main = |text: &str| text.split("<main").nth(1).unwrap().split("</main>").next().unwrap().to_owned();
    assert_eq!(main(&with.text), main(&without.text));
}

// ASVS V10.5.2
#[tokio::test]
async fn accounts_and_logins_are_connected_one_to_one() {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    // Another login with the same address.
    let mut browser = council.app.browser();
    assert_eq!(council.go(&mut browser, &Person::new("margaret-twice", EMAIL)).await.path, "/sign-in/council");
    browser.get("/sign-in").await;
    browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", "lake hill otter")]).await;
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    let code = council.app.code().await;
    let page = browser.post("/api/sign-in/confirm", &[("code", &code)]).await;
    assert!(page.text.contains("already connected to another one"), "{}", page.text);
    council.app.clock.advance_days(1);
    let mut browser = council.app.browser();
    assert_eq!(council.sign_in(&mut browser, &margaret()).await.path, "/account", "the first still works");
}

#[tokio::test]
async fn a_pending_login_expires_after_half_an_hour() {
    let council = Council::new().await;
    council.app.resident(EMAIL).await;
    council.app.clock.advance_days(1);
    let mut browser = council.app.browser();
    council.go(&mut browser, &margaret()).await;
    council.app.clock.advance(30 * 60 - 1);
    assert_eq!(browser.get("/sign-in/council").await.path, "/sign-in/council");
    council.app.clock.advance(1);
    let page = browser.get("/sign-in/council").await;
    assert_eq!(page.path, "/sign-in");
    assert!(page.text.contains("You've run out of time"));
    assert_eq!(council.app.sign_in(&mut browser, EMAIL).await, "/account");
    assert!(browser.get("/account/security").await.text.contains("Not connected."));
}

// ASVS V10.1.2
#[tokio::test]
async fn signing_in_with_another_browser_connects_nothing() {
    let council = Council::new().await;
    council.app.resident(EMAIL).await;
    council.app.clock.advance_days(1);
    let (mut here, mut there) = (council.app.browser(), council.app.browser());
    council.go(&mut here, &margaret()).await;
    assert_eq!(council.app.sign_in(&mut there, EMAIL).await, "/account");
    assert!(there.get("/account/security").await.text.contains("Not connected."));
}

#[tokio::test]
async fn a_wrong_code_connects_nothing_yet() {
    let council = Council::new().await;
    council.app.resident(EMAIL).await;
    council.app.clock.advance_days(1);
    let mut browser = council.app.browser();
    council.go(&mut browser, &margaret()).await;
    browser.get("/sign-in").await;
    browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", "lake hill otter")]).await;
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    let code = council.app.code().await;
    let wrong = format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000);
    browser.post("/api/sign-in/confirm", &[("code", &wrong)]).await;
    let mut other = council.app.browser();
    assert_eq!(council.go(&mut other, &margaret()).await.path, "/sign-in/council", "it isn't connected");
    assert_eq!(browser.post("/api/sign-in/confirm", &[("code", &code)]).await.path, "/account/council");
}

#[tokio::test]
async fn people_return_to_their_page() {
    let council = Council::new().await;
    council.app.resident(EMAIL).await;
    council.app.clock.advance_days(1);
    let mut browser = council.app.browser();
    assert_eq!(browser.get("/submitted").await.path, "/sign-in");
    council.go(&mut browser, &margaret()).await;
    browser.get("/sign-in").await;
    browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", "lake hill otter")]).await;
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    let code = council.app.code().await;
    let page = browser.post("/api/sign-in/confirm", &[("code", &code)]).await;
    assert_eq!(page.heading(), format!("Your {NAME} is connected"));
    assert!(page.text.contains("href=\"/submitted\" role=\"button\""), "{}", page.text);
    // This page is shown once: after that, the page about signing in says so.
    assert_eq!(browser.get("/account/council").await.path, "/account/security");

    council.app.clock.advance_days(1);
    let mut browser = council.app.browser();
    browser.get("/submitted").await;
    assert_eq!(council.sign_in(&mut browser, &margaret()).await.path, "/submitted");
}

#[tokio::test]
async fn a_form_started_without_signing_in_moves_to_the_account() {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    let mut browser = council.app.browser();
    browser.get("/forms/care-needs").await;
    let draft = browser.post("/api/drafts/start", &[("form", "care-needs")]).await.path;
    assert!(draft.starts_with("/drafts/"), "{draft}");
    assert_eq!(council.sign_in(&mut browser, &margaret()).await.path, draft);
}

#[tokio::test]
async fn disconnecting_affects_only_its_owner() {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    let other = Person::new("ruth-there", "ruth@example.com");
    council.connected(&other).await;
    let mut ruth = council.app.browser();
    council.sign_in(&mut ruth, &other).await;
    ruth.get("/account/confirm").await;
    ruth.post("/api/security/confirm", &[("password", "lake hill otter")]).await;
    let page = ruth.post("/api/account/disconnect-council", &[("account", "another")]).await;
    assert_eq!(page.path, "/account/security");
    assert!(page.text.contains(&format!("{NAME} is no longer connected")) && page.text.contains("Not connected."));
    let mut browser = council.app.browser();
    assert_eq!(council.go(&mut browser, &other).await.path, "/sign-in/council");
    let mut margarets = council.app.browser();
    assert_eq!(council.sign_in(&mut margarets, &margaret()).await.path, "/account");
    // Without a session there is nothing to disconnect.
    let mut stranger = council.app.browser();
    assert_eq!(stranger.post("/api/account/disconnect-council", &[]).await.path, "/timed-out");
    council.app.clock.advance_days(1);
    assert_eq!(council.sign_in(&mut council.app.browser(), &margaret()).await.path, "/account");
}

// ASVS V14.2.4
#[tokio::test]
async fn the_database_does_not_reveal_the_subject() {
    let council = Council::new().await;
    let mut browser = council.app.browser();
    let address = council.authorize(&mut browser).await;
    council.app.web.service.store.check_writable(UnixMillis::EPOCH).await.unwrap();
    let asked = query(&address);
    council.go(&mut browser, &margaret()).await;
    if council.app.web.service.store.product() != "SQLite" {
        return;
    }
    let mut all = Vec::new();
    for file in ["care-online.sqlite", "care-online.sqlite-wal"] {
        all.extend(std::fs::read(council.app.folder.path().join(file)).unwrap_or_default());
    }
    assert!(all.windows(16).any(|part| part == b"identity_pending"), "it is the right file");
    for secret in ["margaret-there", EMAIL, &asked["nonce"], &asked["state"]] {
        assert!(!all.windows(secret.len()).any(|part| part == secret.as_bytes()), "{secret} is in the database");
    }
}

#[tokio::test]
async fn without_a_provider_nothing_of_it_is_shown() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    let security = browser.get("/account/security").await;
    assert!(!security.text.contains("disconnect-council"));
    let mut stranger = app.browser();
    assert!(!stranger.get("/sign-in").await.text.contains("/api/sign-in/council"));
    assert!(!stranger.get("/cookies").await.text.contains("care-council"));
    for path in ["/sign-in/council", "/sign-in/council/callback", "/sign-in/council/callback?code=a&state=b"] {
        assert_eq!(stranger.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(stranger.post("/api/sign-in/council", &[]).await.status, StatusCode::NOT_FOUND);
}
