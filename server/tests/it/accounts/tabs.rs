//! Two tabs and slips: what a page says about a code of another try, a landline, and a code with a wrong digit.

use super::support::{AccountsHarness, MINUTE, wrong};
use crate::support::{ENGLISH, TestApp};
use ports::{Channel, StepError};

const OWNER: &str = "margaret@example.com";

#[tokio::test]
async fn a_code_of_a_sign_in_begun_earlier_says_so() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let earlier = harness.to_code().await;
    let code = harness.code().await;
    let later = harness.password().await;
    assert_eq!(harness.confirm(&later, &code).await, Err(StepError::CodeOfEarlier(false)));
    harness.ports().sign_in.send_code(&later, Channel::Text, ENGLISH).await.unwrap();
    assert_eq!(harness.confirm(&later, &code).await, Err(StepError::CodeOfEarlier(true)));
    assert_eq!(harness.confirm(&later, &wrong(&code)).await, Err(StepError::CodeWrong));
    harness.confirm(&earlier, &code).await.unwrap();
    assert_eq!(harness.confirm(&later, &code).await, Err(StepError::CodeWrong), "it is used up");
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
        assert_eq!(harness.confirm(&later, &code).await, Err(StepError::CodeOfEarlier(false)));
    }
    assert!(matches!(harness.confirm(&later, &code).await, Err(StepError::Locked(_))));
    harness.advance(16 * MINUTE);
}

#[tokio::test]
async fn a_landline_with_text_message_chosen_is_called_and_the_page_says_so() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.get("/create-account").await;
    browser.post("/api/account/begin", &[("email", OWNER)]).await;
    browser.post("/api/account/email-code", &[("code", &app.code().await)]).await;
    let password = [("first_name", "Margaret"), ("last_name", "Ashworth"), ("password", "lake hill otter")];
    browser.post("/api/account/password", &password).await;
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
