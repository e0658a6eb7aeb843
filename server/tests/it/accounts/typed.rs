//! What people type in other ways than a machine would: invisible marks, other spaces, dashes and digits, slips.

use super::support::{AccountsHarness, Answered, EMAIL, MOBILE, PASSWORD, change_by};
use crate::support::{ENGLISH, TestApp};
use ports::{Channel, ClientContext, StepError};
use service::Service;
use store::messages::MessageState;

// ASVS V2.2.1
#[tokio::test]
async fn codes_and_phones_are_read_however_they_are_written() {
    let harness = AccountsHarness::new().await;
    let ports = harness.ports();
    let token = ports.registration.begin("tam\u{200b}sin@example.com", &ClientContext::default()).await.unwrap().token;
    let mail = harness.last().await;
    assert_eq!(mail.to, "tamsin@example.com");
    let code = mail.code().unwrap();
    let (first, last) = code.split_at(3);
    ports.registration.confirm_email(&token, &format!("{first}–{last}."), &ClientContext::default()).await.unwrap();
    ports.registration.set_password(&token, "Tam\u{200b}sin", "Lee", PASSWORD).await.unwrap();
    let phone = "\u{202a}07700\u{a0}900\u{2011}406\u{202c}";
    ports.registration.set_phone(&token, phone, Channel::Text, &ClientContext::default()).await.unwrap();
    let text = harness.last().await;
    assert_eq!(text.to, "+447700900406");
    let full_width: String =
        text.code().unwrap().bytes().map(|byte| char::from_u32(0xff10 + u32::from(byte - b'0')).unwrap()).collect();
    let signed_in = ports.registration.finish(&token, &full_width, &ClientContext::default()).await.unwrap();
    assert_eq!(harness.who(&signed_in.session_token).await.unwrap().name, "Tamsin Lee");
}

// ASVS V6.3.1
#[tokio::test]
async fn a_password_with_a_space_at_its_end_signs_in_and_is_one_try() {
    let harness = AccountsHarness::with(|settings| settings.codes.wrong_passwords = 3).await;
    harness.resident().await;
    let ports = harness.ports();
    let check = async |password: &str| {
        ports.sign_in.check_password(EMAIL, password, &ClientContext::default()).await.answered().map(drop)
    };
    for typed in [format!("{PASSWORD} "), format!(" {PASSWORD}\u{a0}\n")] {
        assert_eq!(check(&typed).await, Ok(()));
    }
    for _ in 0..2 {
        assert_eq!(check("wrong wrong wrong ").await, Err(StepError::SignInWrong));
    }
    assert!(matches!(check("wrong wrong wrong ").await, Err(StepError::Locked(_))), "the third try locks");
    assert!(matches!(check(PASSWORD).await, Err(StepError::Locked(_))));
}

// ASVS V2.2.1
#[tokio::test]
async fn one_name_makes_an_account() {
    for (first, last) in [("Suharto", ""), ("", "Suharto")] {
        let harness = AccountsHarness::new().await;
        let ports = harness.ports();
        let token = harness.prove_email(EMAIL).await;
        ports.registration.set_password(&token, first, last, PASSWORD).await.unwrap();
        ports.registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
        let signed_in = ports.registration.finish(&token, &harness.code().await, &ClientContext::default()).await.unwrap();
        let resident = harness.who(&signed_in.session_token).await.unwrap();
        assert_eq!(resident.name, "Suharto");
        ports.details.rename(&change_by(&resident), "", "Sukarno").await.unwrap();
        assert_eq!(harness.who(&signed_in.session_token).await.unwrap().name, "Sukarno");
    }
}

// ASVS V2.2.1
#[tokio::test]
async fn an_address_that_no_provider_delivers_to_is_refused_at_once() {
    let harness = AccountsHarness::new().await;
    let begin =
        async |email: &str| harness.ports().registration.begin(email, &ClientContext::default()).await.answered().map(drop);
    assert_eq!(begin("siân@example.com").await, Err(StepError::EmailLetters));
    assert_eq!(begin("ann@example.c").await, Err(StepError::EmailInvalid));
    assert!(harness.sent().await.is_empty());
    begin("o’brien@example.com").await.unwrap();
    assert_eq!(harness.last().await.to, "o'brien@example.com");
    begin("tam@exämple.com").await.unwrap();
    assert_eq!(harness.last().await.to, "tam@exämple.com", "the outbox shows it as typed");
}

#[tokio::test]
async fn a_slip_in_an_email_address_is_asked_about_once_and_can_be_kept() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.get("/create-account").await;
    let asked = browser.post("/api/account/begin", &[("email", "tam@gmial.com")]).await;
    assert_eq!(asked.path, "/create-account");
    assert!(asked.text.contains("Did you mean tam@gmail.com?"), "{}", asked.text);
    assert!(asked.text.contains("value=\"tam@gmial.com\""), "what was typed is still there");
    assert!(app.messages().await.is_empty());
    let kept = asked.hidden("kept");
    let other = browser.post("/api/account/begin", &[("email", "tam@hotmial.co.uk"), ("kept", &kept)]).await;
    assert!(other.text.contains("Did you mean tam@hotmail.co.uk?"), "another slip is asked about again");
    let kept = other.hidden("kept");
    let page = browser.post("/api/account/begin", &[("email", "tam@hotmial.co.uk"), ("kept", &kept)]).await;
    assert_eq!(page.heading(), "Check your email");
    assert_eq!(app.messages().await.len(), 1);
}

#[tokio::test]
async fn the_page_that_waits_for_a_code_says_if_the_provider_refuses_it() {
    let app = TestApp::new().await;
    let service = &app.web.service;
    let mut browser = app.browser();
    browser.get("/create-account").await;
    let page = browser.post("/api/account/begin", &[("email", EMAIL)]).await;
    let told = "We could not get an email to this address";
    assert!(page.heading() == "Check your email" && !page.text.contains(told));
    let waiting = service.store.reader().due_messages(service.now(), 10).await.unwrap();
    service.messages.settle(&waiting[0].id, MessageState::Failed).await.unwrap();
    assert!(browser.get("/create-account/email-code").await.text.contains(told));
    app.clock.advance(31);
    let again = browser.post("/api/account/resend-email-code", &[]).await;
    assert!(!again.text.contains(told), "another code is on its way");
    service.messages.deliver_due().await;
    assert!(!browser.get("/create-account/email-code").await.text.contains(told));
}

/// What the provider refuses for good, as if it had said so.
async fn refuse_waiting(service: &Service) {
    for message in service.store.reader().due_messages(service.now(), 10).await.unwrap() {
        service.messages.settle(&message.id, MessageState::Failed).await.unwrap();
    }
}

#[tokio::test]
async fn the_code_page_of_a_sign_in_says_if_the_provider_refuses_it() {
    let app = TestApp::new().await;
    app.resident(EMAIL).await;
    app.messages().await;
    app.clock.advance_days(1);
    let mut browser = app.browser();
    browser.get("/sign-in").await;
    browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", "lake hill otter")]).await;
    let told = "We could not get a code to your phone";
    assert!(!browser.post("/api/sign-in/send-code", &[("how", "text")]).await.text.contains(told));
    refuse_waiting(&app.web.service).await;
    assert!(browser.get("/sign-in/confirm").await.text.contains(told));
    app.clock.advance(31);
    assert!(!browser.post("/api/sign-in/send-code", &[("how", "call")]).await.text.contains(told));
}

#[tokio::test]
async fn registering_a_new_number_says_if_the_provider_refuses_a_code() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.granted().await;
    harness.sent().await;
    let (step, new_phone) = (harness.password().await, harness.ports().new_phone.clone());
    new_phone.send_email_code(&step, ENGLISH).await.unwrap();
    let mut browser = harness.app.browser();
    browser.put_cookie("care-step", &step);
    refuse_waiting(harness.service()).await;
    let page = browser.get("/sign-in/new-phone").await;
    assert!(page.text.contains("We could not get an email to your address"), "{}", page.text);
    harness.advance(31);
    new_phone.send_email_code(&step, ENGLISH).await.unwrap();
    new_phone.confirm_email_code(&step, &harness.code().await).await.unwrap();
    new_phone.send_phone_code(&step, Some("07700 900777"), Channel::Text, ENGLISH).await.unwrap();
    assert!(!browser.get("/sign-in/new-phone").await.text.contains("We could not get a code"));
    refuse_waiting(harness.service()).await;
    let page = browser.get("/sign-in/new-phone").await;
    assert!(page.text.contains("We could not get a code to this number"), "{}", page.text);
    assert!(page.text.contains("name=\"phone\""), "another number can be given");
}

#[tokio::test]
async fn changing_the_email_address_says_if_the_provider_refuses_it() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let session = harness.sign_in().await.session_token;
    harness.sent().await;
    let resident = harness.who(&session).await.unwrap();
    let contact = harness.ports().contact.clone();
    assert!(!contact.is_email_refused(&resident).await.unwrap());
    contact.send_to_email(&change_by(&resident), Some("new@example.com")).await.unwrap();
    let service = harness.service();
    let waiting = service.store.reader().due_messages(service.now(), 10).await.unwrap();
    assert_eq!(waiting.len(), 1);
    service.messages.settle(&waiting[0].id, MessageState::Failed).await.unwrap();
    assert!(contact.is_email_refused(&resident).await.unwrap());
    assert!(!contact.is_phone_refused(&resident).await.unwrap());
    assert_eq!(
        contact.send_to_email(&change_by(&resident), Some("siân@example.com")).await.answered(),
        Err(StepError::EmailLetters)
    );
}

// ASVS V6.4.3
#[tokio::test]
async fn a_reset_link_goes_to_the_address_of_the_account() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.ports().passwords.send_reset_link(" ANN@example.com\u{200b}", &ClientContext::default()).await.unwrap();
    let mail = harness.last().await;
    assert_eq!(mail.to, EMAIL);
    assert!(mail.body.contains("/reset-password/"));
}
