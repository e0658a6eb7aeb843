//! The last step sent twice: two presses on a slow line, of which the browser shows the second response.

use super::support::{AccountsHarness, Answered, EMAIL, MINUTE, MOBILE, PASSWORD, change_by, wrong};
use crate::{
    drafts::support::start,
    support::{ENGLISH, TestApp},
};
use http::StatusCode;
use ports::{Channel, ClientContext, Device, StepError};

const OWNER: &str = "margaret@example.com";

#[tokio::test]
async fn the_last_step_of_a_registration_pressed_twice_signs_in() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    app.register_to_phone(&mut browser, OWNER).await;
    browser.post("/api/account/phone", &[("phone", "07700 900123"), ("how", "text")]).await;
    let code = app.code().await;
    // Both have the cookies of the page; the response to the first is lost.
    let mut lost = browser.tab();
    let first = lost.post("/api/account/phone-code", &[("code", &code)]).await;
    let second = browser.post("/api/account/phone-code", &[("code", &code)]).await;
    assert_eq!((first.path.as_str(), second.path.as_str()), ("/account", "/account"));
    assert!(second.text.contains("Margaret Ashworth"), "{}", second.text);
    assert_eq!(lost.cookie("care-session"), browser.cookie("care-session"));
    let mails = app.messages().await;
    assert_eq!(mails.iter().filter(|mail| mail.contains("Your account is ready")).count(), 1);
}

#[tokio::test]
async fn a_sign_in_pressed_twice_leads_to_the_same_page() {
    let app = TestApp::new().await;
    app.resident(OWNER).await;
    app.clock.advance_days(1);
    let mut browser = app.browser();
    let asked = browser.get("/submitted").await;
    assert_eq!(asked.path, "/sign-in");
    browser.post("/api/sign-in/password", &[("email", OWNER), ("password", "lake hill otter")]).await;
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    let code = app.code().await;
    let mut lost = browser.tab();
    lost.post("/api/sign-in/confirm", &[("code", &code)]).await;
    let second = browser.post("/api/sign-in/confirm", &[("code", &code)]).await;
    assert_eq!(second.path, "/submitted");
}

/// The first response arrived, and then somebody goes back and presses the button again.
#[tokio::test]
async fn the_last_step_pressed_by_somebody_who_is_signed_in_leads_to_their_account() {
    let app = TestApp::new().await;
    app.resident(OWNER).await;
    app.clock.advance_days(1);
    let mut browser = app.browser();
    browser.get("/sign-in").await;
    browser.post("/api/sign-in/password", &[("email", OWNER), ("password", "lake hill otter")]).await;
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    let code = app.code().await;
    let page = browser.tab();
    browser.post("/api/sign-in/confirm", &[("code", &code)]).await;
    let mut back = page;
    for (name, value) in browser.jar() {
        back.put_cookie(name, value);
    }
    for path in ["/api/sign-in/confirm", "/api/account/phone-code", "/api/account/app-code", "/api/new-phone/code"] {
        assert_eq!(back.post(path, &[("code", &code)]).await.path, "/account", "{path}");
        let mut back = browser.tab();
        assert_eq!(back.post(path, &[("code", &code)]).await.path, "/account", "{path} with the token of today");
    }
    for path in ["/sign-in/confirm", "/create-account/phone-code"] {
        assert_eq!(browser.get(path).await.path, "/account", "{path}");
    }
}

// ASVS V6.5.1 V7.2.4
#[tokio::test]
async fn a_stolen_step_opens_nothing_after_it_was_finished() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let (ports, here) = (harness.ports(), ClientContext::default());
    let token = harness.to_code().await;
    let code = harness.code().await;
    let signed_in = ports.sign_in.confirm_code(&token, &code, &here).await.unwrap();
    let again = |code: String, context: ClientContext| {
        let (ports, token) = (harness.ports(), token.clone());
        async move { ports.sign_in.confirm_code(&token, &code, &context).await.answered() }
    };
    assert_eq!(again(wrong(&code), here.clone()).await, Err(StepError::Gone), "without the code");
    let elsewhere = ClientContext { device: Device { browser: "Firefox", system: "Windows" }, ..here.clone() };
    assert_eq!(again(code.clone(), elsewhere).await, Err(StepError::Gone), "in another browser");
    assert_eq!(again(code.clone(), here.clone()).await.as_ref(), Ok(&signed_in));
    harness.advance(11);
    harness.who(&signed_in.session_token).await.unwrap();
    assert_eq!(again(code, here).await, Err(StepError::Gone), "once the session is used");
}

// ASVS V6.6.3
#[tokio::test]
async fn codes_for_a_finished_step_are_counted_as_wrong_ones() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let token = harness.to_code().await;
    let code = harness.code().await;
    harness.confirm(&token, &code).await.unwrap();
    for _ in 0..4 {
        assert_eq!(harness.confirm(&token, &wrong(&code)).await, Err(StepError::Gone));
    }
    assert!(matches!(harness.confirm(&token, &wrong(&code)).await, Err(StepError::Locked(_))));
    assert!(matches!(harness.confirm(&token, &code).await, Err(StepError::Locked(_))));
}

#[tokio::test]
async fn a_session_that_has_ended_is_not_repeated() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let token = harness.to_code().await;
    let code = harness.code().await;
    let signed_in = harness.confirm(&token, &code).await.unwrap();
    let resident = harness.who(&signed_in.session_token).await.unwrap();
    harness.ports().sign_in.sign_out(&resident).await.unwrap();
    assert_eq!(harness.confirm(&token, &code).await, Err(StepError::Gone));
}

#[tokio::test]
async fn a_reset_pressed_twice_says_the_same_and_helps_nobody_guess() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let ports = harness.ports();
    ports.passwords.send_reset_link(EMAIL, &ClientContext::default()).await.unwrap();
    let mail = harness.last().await;
    let link = mail.body.split_once("/reset-password/").unwrap().1.split_whitespace().next().unwrap().to_owned();
    let reset = async |password: &str| {
        harness.ports().passwords.reset_password(&link, password, Device::default(), ENGLISH).await.answered()
    };
    assert_eq!(reset("seven quiet rivers").await, Ok(()));
    assert_eq!(reset("seven quiet rivers").await, Ok(()));
    assert_eq!(reset("another password of mine").await, Err(StepError::LinkExpired));
    for _ in 0..8 {
        assert_eq!(reset("another password of mine").await, Err(StepError::LinkExpired));
    }
    assert!(matches!(reset("another password of mine").await, Err(StepError::Locked(_))), "guesses are counted");
    harness.advance(MINUTE);
    assert_eq!(reset("seven quiet rivers").await, Err(StepError::LinkExpired));
}

/// What gives a session another token: the button, the password typed, and the page that comes next.
const RENEWALS: [(&str, &str, &str); 2] = [
    ("/api/security/confirm", "lake hill otter", "/account/password"),
    ("/api/security/password", "seven quiet rivers", "/account/security"),
];

/// The pages that show somebody's password to be theirs give the session another token.
#[tokio::test]
async fn a_confirmed_and_a_changed_password_pressed_twice_keep_them_signed_in() {
    let app = TestApp::new().await;
    let mut browser = app.resident(OWNER).await;
    app.clock.advance(5 * 60);
    assert_eq!(browser.get("/account/password").await.path, "/account/confirm");
    for (press, password, leads_to) in RENEWALS {
        let mut lost = browser.tab();
        let first = lost.post(press, &[("password", password)]).await;
        let second = browser.post(press, &[("password", password)]).await;
        assert_eq!((first.path.as_str(), second.path.as_str()), (leads_to, leads_to), "{press}");
        assert_eq!(lost.cookie("care-session"), browser.cookie("care-session"), "{press}");
    }
    let mails = app.messages().await;
    assert_eq!(mails.iter().filter(|mail| mail.contains("Your password has been changed")).count(), 1, "{mails:#?}");
}

/// By the cookie of a form begun without signing in they count as a visitor once their session's token is replaced.
// ASVS V3.5.1
#[tokio::test]
async fn a_second_press_beside_the_cookie_of_a_visitor_keeps_them_signed_in() {
    let app = TestApp::new().await;
    let mut browser = app.resident(OWNER).await;
    let mut visitor = app.browser();
    start(&mut visitor, "care-needs").await;
    browser.put_cookie("care-visitor", visitor.cookie("care-visitor").unwrap());
    app.clock.advance(5 * 60);
    assert_eq!(browser.get("/account/password").await.path, "/account/confirm");
    for (press, password, leads_to) in RENEWALS {
        let (mut lost, mut forged) = (browser.tab(), browser.tab());
        assert_eq!(lost.post(press, &[("password", password)]).await.path, leads_to);
        forged.put_token("made up");
        let refused = forged.post(press, &[("password", password)]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{press} with another form token");
        let second = browser.post(press, &[("password", password)]).await;
        assert_eq!(second.path, leads_to, "{press}: {}", second.text);
        assert_eq!(lost.cookie("care-session"), browser.cookie("care-session"), "{press}");
    }
    let mut old = browser.tab();
    browser.post("/api/security/password", &[("password", "eight quiet rivers")]).await;
    app.clock.advance(60);
    let late = old.post("/api/security/password", &[("password", "eight quiet rivers")]).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN, "after a minute the session of before is nobody's");
}

// ASVS V7.2.4 V6.3.1
#[tokio::test]
async fn a_replaced_session_token_opens_nothing_without_the_password() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let old = harness.sign_in().await.session_token;
    let resident = harness.who(&old).await.unwrap();
    let ports = harness.ports();
    let renewed = ports.passwords.confirm_password(&resident, PASSWORD).await.unwrap();
    let again = async |password: &str, device: Device| {
        harness.ports().passwords.repeat_confirmation(&old, password, device).await.answered()
    };
    assert!(harness.who(&old).await.is_none());
    assert_eq!(again(PASSWORD, Device::default()).await.as_ref(), Ok(&renewed));
    assert_eq!(again("not my password", Device::default()).await, Err(StepError::Gone));
    let elsewhere = Device { browser: "Firefox", system: "Windows" };
    assert_eq!(again(PASSWORD, elsewhere).await, Err(StepError::Gone), "in another browser");
    let resident = harness.who(&renewed.token).await.unwrap();
    ports.sign_in.sign_out(&resident).await.unwrap();
    assert_eq!(again(PASSWORD, Device::default()).await, Err(StepError::Gone), "once they have signed out");
}

// ASVS V6.3.1
#[tokio::test]
async fn passwords_for_a_replaced_session_token_are_counted_for_a_minute() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let old = harness.sign_in().await.session_token;
    let resident = harness.who(&old).await.unwrap();
    harness.ports().passwords.confirm_password(&resident, PASSWORD).await.unwrap();
    let again = async |password: &str| {
        harness.ports().passwords.repeat_confirmation(&old, password, Device::default()).await.answered()
    };
    for _ in 0..9 {
        assert_eq!(again("not my password").await, Err(StepError::Gone));
    }
    assert!(matches!(again("not my password").await, Err(StepError::Locked(_))));
    assert!(matches!(again(PASSWORD).await, Err(StepError::Locked(_))));
    harness.advance(MINUTE);
    assert_eq!(again(PASSWORD).await, Err(StepError::Gone));
}

#[tokio::test]
async fn a_changed_address_number_or_app_pressed_twice_says_the_same() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let signed_in = harness.sign_in().await;
    let resident = harness.who(&signed_in.session_token).await.unwrap();
    let (ports, change) = (harness.ports(), change_by(&resident));
    ports.contact.send_to_email(&change, Some("ann.lee@new.example.com")).await.unwrap();
    let email = harness.code_to("ann.lee@new.example.com").await;
    ports.contact.send_to_phone(&change, Some("07700 900777"), Channel::Text).await.unwrap();
    let phone = harness.code_to("+447700900777").await;
    for press in ["first", "second"] {
        assert_eq!(ports.contact.finish_email(&change, &email).await.answered(), Ok(()), "the {press} press");
        assert_eq!(ports.contact.finish_phone(&change, &phone).await.answered(), Ok(()), "the {press} press");
    }
    harness.advance(MINUTE);
    assert_eq!(ports.contact.finish_email(&change, &email).await.answered(), Err(StepError::Gone));
    assert_eq!(ports.contact.finish_phone(&change, &phone).await.answered(), Err(StepError::Gone));
}

#[tokio::test]
async fn a_registration_of_before_is_gone_after_a_minute() {
    let harness = AccountsHarness::new().await;
    let token = harness.to_phone(EMAIL).await;
    let (ports, here) = (harness.ports(), ClientContext::default());
    ports.registration.set_phone(&token, MOBILE, Channel::Text, &here).await.unwrap();
    let code = harness.code().await;
    let signed_in = ports.registration.finish(&token, &code, &here).await.unwrap();
    assert_eq!(ports.registration.finish(&token, &code, &here).await.answered().as_ref(), Ok(&signed_in));
    harness.advance(MINUTE);
    assert_eq!(ports.registration.finish(&token, &code, &here).await.answered(), Err(StepError::Gone));
    assert!(ports.sign_in.check_password(EMAIL, PASSWORD, &here).await.is_ok());
}
