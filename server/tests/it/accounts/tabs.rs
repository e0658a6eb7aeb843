//! Two tabs and slips: what a page says about a code of another try, a landline, and a code with a wrong digit.

use super::support::{AccountsHarness, Answered, EMAIL, MINUTE, MOBILE, PASSWORD, change_by, wrong};
use crate::support::{ENGLISH, TestApp};
use ports::{Channel, ClientContext, StepError};

const OWNER: &str = "margaret@example.com";

#[tokio::test]
async fn a_code_of_a_sign_in_begun_earlier_says_so() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let earlier = harness.to_code().await;
    let code = harness.code().await;
    let later = harness.password().await;
    assert_eq!(harness.confirm(&later, &code).await, Err(StepError::CodeOfEarlier));
    harness.ports().sign_in.send_code(&later, Channel::Text, ENGLISH).await.unwrap();
    assert_eq!(harness.confirm(&later, &code).await, Err(StepError::CodeOfEarlier));
    assert_eq!(harness.confirm(&later, &wrong(&code)).await, Err(StepError::CodeWrong));
    harness.confirm(&earlier, &code).await.unwrap();
    assert_eq!(harness.confirm(&later, &code).await, Err(StepError::CodeOfEarlier), "it stays one when it is used");
}

#[tokio::test]
async fn a_code_of_a_registration_begun_earlier_says_so() {
    let harness = AccountsHarness::new().await;
    let (ports, here) = (harness.ports(), ClientContext::default());
    let begin = async || harness.ports().registration.begin(EMAIL, &ClientContext::default()).await.unwrap().token;
    let earlier = begin().await;
    let code = harness.code_to(EMAIL).await;
    harness.advance(MINUTE);
    let later = begin().await;
    let newest = harness.code_to(EMAIL).await;
    let confirm = async |code: &str| {
        harness.ports().registration.confirm_email(&later, code, &ClientContext::default()).await.answered()
    };
    assert_eq!(confirm(&code).await, Err(StepError::CodeOfEarlier));
    assert_eq!(confirm(&wrong(&newest)).await, Err(StepError::CodeWrong));
    assert_eq!(confirm(&newest).await, Ok(()));
    ports.registration.confirm_email(&earlier, &code, &here).await.unwrap();
    // The same with the phone, in both.
    for token in [&earlier, &later] {
        ports.registration.set_password(token, "Ann", "Lee", PASSWORD).await.unwrap();
    }
    ports.registration.set_phone(&earlier, MOBILE, Channel::Text, &here).await.unwrap();
    let code = harness.code().await;
    harness.advance(MINUTE);
    ports.registration.set_phone(&later, MOBILE, Channel::Text, &here).await.unwrap();
    let newest = harness.code().await;
    assert_eq!(ports.registration.finish(&later, &code, &here).await.answered(), Err(StepError::CodeOfEarlier));
    assert!(ports.registration.finish(&later, &newest, &here).await.is_ok());
}

#[tokio::test]
async fn a_code_of_an_earlier_change_of_address_or_number_says_so() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let signed_in = harness.sign_in().await;
    let resident = harness.who(&signed_in.session_token).await.unwrap();
    let (ports, change) = (harness.ports(), change_by(&resident));
    ports.contact.send_to_email(&change, Some("ann.lee@old.example.com")).await.unwrap();
    let email = harness.code_to("ann.lee@old.example.com").await;
    ports.contact.send_to_phone(&change, Some("07700 900777"), Channel::Text).await.unwrap();
    let phone = harness.code_to("+447700900777").await;
    harness.advance(MINUTE);
    ports.contact.send_to_email(&change, Some("ann.lee@new.example.com")).await.unwrap();
    ports.contact.send_to_phone(&change, Some("07700 900778"), Channel::Text).await.unwrap();
    assert_eq!(ports.contact.finish_email(&change, &email).await.answered(), Err(StepError::CodeOfEarlier));
    assert_eq!(ports.contact.finish_phone(&change, &phone).await.answered(), Err(StepError::CodeOfEarlier));
}

/// What says that a code is another one's counts as an attempt of the same kind, so nobody can use it to guess a code.
// ASVS V6.6.3
#[tokio::test]
async fn a_code_to_sign_in_is_not_recognised_in_a_registration_with_the_same_number() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.to_code().await;
    let code = harness.code().await;
    let (ports, here) = (harness.ports(), ClientContext::default());
    let token = harness.to_phone("somebody@example.com").await;
    harness.advance(MINUTE);
    ports.registration.set_phone(&token, MOBILE, Channel::Text, &here).await.unwrap();
    assert_eq!(ports.registration.finish(&token, &code, &here).await.answered(), Err(StepError::CodeWrong));
}

// ASVS V6.6.3
#[tokio::test]
async fn codes_of_another_sign_in_count_as_wrong_ones() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.to_code().await;
    let code = harness.code().await;
    let later = harness.password().await;
    for _ in 0..4 {
        assert_eq!(harness.confirm(&later, &code).await, Err(StepError::CodeOfEarlier));
    }
    assert!(matches!(harness.confirm(&later, &code).await, Err(StepError::Locked(_))));
    harness.advance(16 * MINUTE);
}

#[tokio::test]
async fn a_landline_with_text_message_chosen_is_called_and_the_page_says_so() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    app.register_to_phone(&mut browser, OWNER).await;
    let page = browser.post("/api/account/phone", &[("phone", "01632 960001"), ("how", "text")]).await;
    assert_eq!(page.path, "/create-account/phone-code");
    assert!(page.text.contains("so we are calling it"), "{}", page.text);
    assert!(app.messages().await.last().unwrap().starts_with("voice | +441632960001"));
}

// ASVS V14.2.1
#[tokio::test]
async fn a_wrong_code_stays_in_the_box_and_nowhere_else() {
    let app = TestApp::new().await;
    app.resident(OWNER).await;
    app.clock.advance_days(1);
    let mut browser = app.browser();
    browser.get("/sign-in").await;
    browser.post("/api/sign-in/password", &[("email", OWNER), ("password", "lake hill otter")]).await;
    browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
    let typed = wrong(&app.code().await);
    let sent = browser.tab().post_once("/api/sign-in/confirm", &[("code", &typed)]).await;
    assert_eq!(sent.headers["location"], "/sign-in/confirm");
    assert!(sent.headers.values().all(|value| !value.to_str().unwrap().contains(&typed)), "the cookie is sealed");
    let page = browser.post("/api/sign-in/confirm", &[("code", &typed)]).await;
    assert!(page.text.contains(&format!("value=\"{typed}\"")), "{}", page.text);
    assert!(!browser.get("/sign-in/confirm").await.text.contains(&typed), "it is shown once");
    let short = browser.post("/api/sign-in/confirm", &[("code", "12345")]).await;
    assert!(short.text.contains("value=\"12345\""));
    let paper = browser.post("/api/sign-in/confirm", &[("code", "abcde-fghij")]).await;
    assert!(!paper.text.contains("abcde"), "a recovery code that is nearly right isn't shown");
}
