//! Changing the email address or login phone while signed in.

use super::support::{AccountsHarness, Answered, EMAIL, HOUR, MINUTE, PASSWORD, change_by, hint};
use ports::{Channel, ClientContext, Event, Resident, StepError};
use std::sync::Arc;

const NEW_EMAIL: &str = "Ann.Lee@new.example.com";
const NEW_PHONE: &str = "01632 960123";

impl AccountsHarness {
    async fn just_signed_in(&self) -> Arc<Resident> {
        let signed_in = self.sign_in().await;
        self.who(&signed_in.session_token).await.unwrap()
    }

    async fn finish_email(&self, resident: &Resident, code: &str) -> Result<(), StepError> {
        self.ports().contact.finish_email(&change_by(resident), code).await.answered()
    }

    async fn finish_phone(&self, resident: &Resident, code: &str) -> Result<(), StepError> {
        self.ports().contact.finish_phone(&change_by(resident), code).await.answered()
    }
}

// ASVS V6.3.7
#[tokio::test]
async fn a_new_email_address_is_verified_and_the_old_one_notified() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let resident = harness.just_signed_in().await;
    harness.ports().contact.send_to_email(&change_by(&resident), Some(NEW_EMAIL)).await.unwrap();
    assert_eq!(harness.ports().contact.pending_email(&resident).await.unwrap().as_deref(), Some(NEW_EMAIL));
    let mail = harness.last().await;
    assert_eq!(mail.to, NEW_EMAIL);
    assert_eq!(harness.finish_email(&resident, "000000").await, Err(StepError::CodeWrong));
    assert!(
        harness.ports().sign_in.check_password(NEW_EMAIL, PASSWORD, &ClientContext::default()).await.answered().is_err(),
        "nothing has changed yet"
    );
    assert_eq!(harness.finish_email(&resident, &mail.code().unwrap()).await, Ok(()));
    let told: Vec<(String, String)> =
        harness.sent().await.into_iter().rev().take(2).map(|mail| (mail.to, mail.subject)).collect();
    for to in [EMAIL, NEW_EMAIL] {
        assert!(told.contains(&(to.to_owned(), "Your email address was changed".to_owned())), "{told:?}");
    }
    assert!(
        harness
            .ports()
            .sign_in
            .check_password("ann.lee@NEW.example.com", PASSWORD, &ClientContext::default())
            .await
            .answered()
            .is_ok()
    );
    assert_eq!(
        harness.ports().sign_in.check_password(EMAIL, PASSWORD, &ClientContext::default()).await.answered(),
        Err(StepError::SignInWrong)
    );
    assert_eq!(harness.ports().contact.pending_email(&resident).await.unwrap(), None);
    let activity = harness.ports().security.activity(&resident).await.unwrap();
    assert!(activity.iter().any(|entry| entry.event == Event::EmailChanged));
    harness.advance(MINUTE);
    assert_eq!(harness.finish_email(&resident, &mail.code().unwrap()).await, Err(StepError::Gone));
}

#[tokio::test]
async fn only_the_mailbox_learns_that_an_address_has_an_account() {
    let harness = AccountsHarness::new().await;
    harness.register("ben@example.com", "07700 900407", Channel::Text).await;
    harness.resident().await;
    let resident = harness.just_signed_in().await;
    harness.ports().contact.send_to_email(&change_by(&resident), Some("ben@example.com")).await.unwrap();
    let mail = harness.last().await;
    assert_eq!((mail.to.as_str(), mail.code()), ("ben@example.com", None));
    assert_eq!(harness.finish_email(&resident, "123456").await, Err(StepError::CodeWrong));
    let same = harness.ports().contact.send_to_email(&change_by(&resident), Some("ANN@example.com")).await.answered();
    assert_eq!(same, Err(StepError::EmailSame));
    let shape = harness.ports().contact.send_to_email(&change_by(&resident), Some("ann")).await.answered();
    assert_eq!(shape, Err(StepError::EmailInvalid));
}

#[tokio::test]
async fn a_reset_link_ends_with_the_old_address() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let resident = harness.just_signed_in().await;
    let ports = harness.ports();
    ports.passwords.send_reset_link(EMAIL, &ClientContext::default()).await.unwrap();
    let body = harness.last().await.body;
    let link = body.split_once("/reset-password/").unwrap().1.split_whitespace().next().unwrap();
    harness.ports().contact.send_to_email(&change_by(&resident), Some(NEW_EMAIL)).await.unwrap();
    harness.finish_email(&resident, &harness.code().await).await.unwrap();
    assert!(!ports.passwords.is_reset_link_valid(link).await.unwrap());
}

// ASVS V6.6.1
#[tokio::test]
async fn a_new_number_is_verified_before_codes_are_sent_to_it() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let resident = harness.just_signed_in().await;
    let to = |phone: Option<&'static str>, channel: Channel| {
        let (ports, resident) = (harness.ports(), resident.clone());
        async move { ports.contact.send_to_phone(&change_by(&resident), phone, channel).await.answered() }
    };
    assert_eq!(to(None, Channel::Call).await, Err(StepError::Gone), "there is no number yet");
    assert_eq!(to(Some("01632 960123 ext 4"), Channel::Call).await, Err(StepError::PhoneExtension));
    to(Some(NEW_PHONE), Channel::Text).await.unwrap();
    assert_eq!(harness.last().await.channel, "voice", "a landline is called");
    assert_eq!(harness.ports().contact.pending_phone(&resident).await.unwrap(), Some(hint("123", false)));
    assert!(matches!(to(None, Channel::Call).await, Err(StepError::TooSoon(_))));
    harness.advance(30);
    to(None, Channel::Call).await.unwrap();
    let call = harness.last().await;
    assert_eq!((call.channel.as_str(), call.to.as_str()), ("voice", "+441632960123"));
    assert_eq!(harness.finish_phone(&resident, &call.code().unwrap()).await, Ok(()));
    assert!(harness.sent().await.iter().any(|mail| mail.subject == "How you sign in has changed"));
    let step = harness.password().await;
    assert_eq!(harness.ports().sign_in.progress(&step).await.unwrap().unwrap().phone, Some(hint("123", false)));
}

// ASVS V7.5.1 V7.5.3
#[tokio::test]
async fn contact_changes_need_a_recent_password_and_stay_pending_for_an_hour() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let resident = harness.just_signed_in().await;
    harness.ports().contact.send_to_email(&change_by(&resident), Some(NEW_EMAIL)).await.unwrap();
    harness.advance(5 * MINUTE);
    let refused = harness.ports().contact.send_to_email(&change_by(&resident), Some(NEW_EMAIL)).await.answered();
    assert_eq!(refused, Err(StepError::ConfirmFirst));
    let refused =
        harness.ports().contact.send_to_phone(&change_by(&resident), Some(NEW_PHONE), Channel::Call).await.answered();
    assert_eq!(refused, Err(StepError::ConfirmFirst));
    harness.advance(HOUR - 5 * MINUTE);
    assert_eq!(harness.ports().contact.pending_email(&resident).await.unwrap(), None);
}

// ASVS V2.3.2
#[tokio::test]
async fn a_login_phone_can_be_changed_twice_a_day() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    for (number, outcome) in [("07700 900501", true), ("07700 900502", true), ("07700 900503", false)] {
        let resident = harness.just_signed_in().await;
        harness.ports().contact.send_to_phone(&change_by(&resident), Some(number), Channel::Text).await.unwrap();
        let finished = harness.finish_phone(&resident, &harness.code().await).await;
        assert_eq!(finished.is_ok(), outcome, "{number}: {finished:?}");
        harness.advance(MINUTE);
    }
}

// ASVS V7.4.3 V6.3.7
#[tokio::test]
async fn a_new_number_or_address_ends_other_sessions_and_notifies_the_old_one() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    for change in ["phone", "email"] {
        let (elsewhere, here) = (harness.sign_in().await, harness.sign_in().await);
        let half_way = harness.password().await;
        let resident = harness.who(&here.session_token).await.unwrap();
        if change == "phone" {
            let ports = harness.ports();
            ports.contact.send_to_phone(&change_by(&resident), Some("07700 900501"), Channel::Text).await.unwrap();
            harness.finish_phone(&resident, &harness.code().await).await.unwrap();
        } else {
            harness.ports().contact.send_to_email(&change_by(&resident), Some(NEW_EMAIL)).await.unwrap();
            harness.finish_email(&resident, &harness.code().await).await.unwrap();
        }
        assert!(harness.who(&elsewhere.session_token).await.is_none(), "{change}");
        assert!(harness.who(&here.session_token).await.is_some(), "{change}");
        assert_eq!(harness.ports().sign_in.progress(&half_way).await.unwrap(), None, "{change}");
        harness.advance(HOUR);
    }
    let sent = harness.sent().await;
    let texts: Vec<_> = sent.iter().filter(|text| text.body.contains("codes no longer come to this phone")).collect();
    assert!(matches!(texts[..], [text] if text.channel == "sms" && text.to == "+447700900406"), "{texts:?}");
    assert!(
        texts.iter().all(|text| !text.body.contains("501")),
        "the message to the old number doesn't contain the new one"
    );
}

#[tokio::test]
async fn an_old_landline_is_notified_by_a_call() {
    let harness = AccountsHarness::new().await;
    let signed_in = harness.register(EMAIL, "01632 960001", Channel::Call).await;
    let resident = harness.who(&signed_in.session_token).await.unwrap();
    harness.ports().contact.send_to_phone(&change_by(&resident), Some("07700 900501"), Channel::Text).await.unwrap();
    harness.finish_phone(&resident, &harness.code().await).await.unwrap();
    let sent = harness.sent().await;
    let calls: Vec<_> = sent.iter().filter(|call| call.body.contains("no longer come to this phone")).collect();
    assert!(matches!(calls[..], [call] if call.channel == "voice" && call.to == "+441632960001"), "{calls:?}");
}
