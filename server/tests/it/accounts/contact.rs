//! Changing the email address or login phone while signed in.

use super::support::{AccountsHarness, EMAIL, HOUR, MINUTE, PASSWORD, hint};
use crate::support::ENGLISH;
use ports::{Channel, ClientContext, ContactChanges, Device, Event, Resident, StepError};
use std::sync::Arc;

const NEW_EMAIL: &str = "Ann.Lee@new.example.com";
const NEW_PHONE: &str = "01632 960123";

impl AccountsHarness {
    fn contact(&self) -> Arc<dyn ContactChanges> {
        self.app.web.ports.contact.clone()
    }

    async fn just_signed_in(&self) -> Arc<Resident> {
        let signed_in = self.sign_in().await;
        self.who(&signed_in.session_token).await.unwrap()
    }

    async fn finish_email(&self, resident: &Resident, code: &str) -> Result<(), StepError> {
        self.contact().finish_email(resident, code, Device::default(), ENGLISH).await.unwrap()
    }

    async fn finish_phone(&self, resident: &Resident, code: &str) -> Result<(), StepError> {
        self.contact().finish_phone(resident, code, Device::default(), ENGLISH).await.unwrap()
    }
}

// ASVS V6.3.7
#[tokio::test]
async fn a_new_address_is_proven_there_and_told_at_the_old_one() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let resident = harness.just_signed_in().await;
    harness.contact().begin_email(&resident, NEW_EMAIL, ENGLISH).await.unwrap().unwrap();
    assert_eq!(harness.contact().pending_email(&resident).await.unwrap().as_deref(), Some(NEW_EMAIL));
    let mail = harness.last().await;
    assert_eq!(mail.to, NEW_EMAIL);
    assert_eq!(harness.finish_email(&resident, "000000").await, Err(StepError::CodeWrong));
    assert!(
        harness.accounts().check_password(NEW_EMAIL, PASSWORD, &ClientContext::default()).await.unwrap().is_err(),
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
            .accounts()
            .check_password("ann.lee@NEW.example.com", PASSWORD, &ClientContext::default())
            .await
            .unwrap()
            .is_ok()
    );
    assert_eq!(
        harness.accounts().check_password(EMAIL, PASSWORD, &ClientContext::default()).await.unwrap(),
        Err(StepError::SignInWrong)
    );
    assert_eq!(harness.contact().pending_email(&resident).await.unwrap(), None);
    let activity = harness.app.web.ports.security.activity(&resident).await.unwrap();
    assert!(activity.iter().any(|entry| entry.event == Event::EmailChanged));
    assert_eq!(harness.finish_email(&resident, &mail.code().unwrap()).await, Err(StepError::Gone));
}

#[tokio::test]
async fn an_address_with_an_account_is_told_apart_by_its_mailbox_only() {
    let harness = AccountsHarness::new().await;
    harness.register("ben@example.com", "07700 900407", Channel::Text).await;
    harness.resident().await;
    let resident = harness.just_signed_in().await;
    harness.contact().begin_email(&resident, "ben@example.com", ENGLISH).await.unwrap().unwrap();
    let mail = harness.last().await;
    assert_eq!((mail.to.as_str(), mail.code()), ("ben@example.com", None));
    assert_eq!(harness.finish_email(&resident, "123456").await, Err(StepError::CodeWrong));
    let same = harness.contact().begin_email(&resident, "ANN@example.com", ENGLISH).await.unwrap();
    assert_eq!(same, Err(StepError::EmailSame));
    let shape = harness.contact().begin_email(&resident, "ann", ENGLISH).await.unwrap();
    assert_eq!(shape, Err(StepError::EmailInvalid));
}

#[tokio::test]
async fn an_old_link_for_the_password_dies_with_the_old_address() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let resident = harness.just_signed_in().await;
    let security = harness.app.web.ports.security.clone();
    security.send_reset_link(EMAIL, &ClientContext::default()).await.unwrap().unwrap();
    let body = harness.last().await.body;
    let link = body.split_once("/reset-password/").unwrap().1.split_whitespace().next().unwrap();
    harness.contact().begin_email(&resident, NEW_EMAIL, ENGLISH).await.unwrap().unwrap();
    harness.finish_email(&resident, &harness.code().await).await.unwrap();
    assert!(!security.is_reset_link_valid(link).await.unwrap());
}

// ASVS V6.6.1
#[tokio::test]
async fn a_new_number_is_proven_before_codes_go_to_it() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let resident = harness.just_signed_in().await;
    let to = |phone: Option<&'static str>, channel: Channel| {
        let (contact, resident) = (harness.contact(), resident.clone());
        async move { contact.send_to_phone(&resident, phone, channel, ENGLISH).await.unwrap() }
    };
    assert_eq!(to(None, Channel::Call).await, Err(StepError::Gone), "there is no number yet");
    assert_eq!(to(Some(NEW_PHONE), Channel::Text).await, Err(StepError::TextToLandline));
    assert_eq!(to(Some("01632 960123 ext 4"), Channel::Call).await, Err(StepError::PhoneExtension));
    to(Some(NEW_PHONE), Channel::Call).await.unwrap();
    assert_eq!(harness.contact().pending_phone(&resident).await.unwrap(), Some(hint("123", false)));
    assert!(matches!(to(None, Channel::Call).await, Err(StepError::TooSoon(_))));
    harness.advance(30);
    to(None, Channel::Call).await.unwrap();
    let call = harness.last().await;
    assert_eq!((call.channel.as_str(), call.to.as_str()), ("voice", "+441632960123"));
    assert_eq!(harness.finish_phone(&resident, &call.code().unwrap()).await, Ok(()));
    assert!(harness.sent().await.iter().any(|mail| mail.subject == "Something about your sign-in changed"));
    let step = harness.password().await;
    assert_eq!(harness.accounts().sign_in(&step).await.unwrap().unwrap().phone, Some(hint("123", false)));
}

// ASVS V7.5.1 V7.5.3
#[tokio::test]
async fn contact_changes_need_a_recent_password_and_stay_pending_for_an_hour() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let resident = harness.just_signed_in().await;
    harness.contact().begin_email(&resident, NEW_EMAIL, ENGLISH).await.unwrap().unwrap();
    harness.advance(5 * MINUTE);
    let refused = harness.contact().begin_email(&resident, NEW_EMAIL, ENGLISH).await.unwrap();
    assert_eq!(refused, Err(StepError::ConfirmFirst));
    let refused = harness.contact().send_to_phone(&resident, Some(NEW_PHONE), Channel::Call, ENGLISH).await.unwrap();
    assert_eq!(refused, Err(StepError::ConfirmFirst));
    harness.advance(HOUR - 5 * MINUTE);
    assert_eq!(harness.contact().pending_email(&resident).await.unwrap(), None);
}

// ASVS V2.3.2
#[tokio::test]
async fn a_login_phone_is_changed_twice_a_day() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    for (number, outcome) in [("07700 900501", true), ("07700 900502", true), ("07700 900503", false)] {
        let resident = harness.just_signed_in().await;
        harness.contact().send_to_phone(&resident, Some(number), Channel::Text, ENGLISH).await.unwrap().unwrap();
        let finished = harness.finish_phone(&resident, &harness.code().await).await;
        assert_eq!(finished.is_ok(), outcome, "{number}: {finished:?}");
        harness.advance(MINUTE);
    }
}

// ASVS V7.4.3 V6.3.7
#[tokio::test]
async fn a_new_number_or_address_ends_every_other_session_and_the_old_one_is_told() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    for change in ["phone", "email"] {
        let (elsewhere, here) = (harness.sign_in().await, harness.sign_in().await);
        let half_way = harness.password().await;
        let resident = harness.who(&here.session_token).await.unwrap();
        if change == "phone" {
            let contact = harness.contact();
            contact.send_to_phone(&resident, Some("07700 900501"), Channel::Text, ENGLISH).await.unwrap().unwrap();
            harness.finish_phone(&resident, &harness.code().await).await.unwrap();
        } else {
            harness.contact().begin_email(&resident, NEW_EMAIL, ENGLISH).await.unwrap().unwrap();
            harness.finish_email(&resident, &harness.code().await).await.unwrap();
        }
        assert!(harness.who(&elsewhere.session_token).await.is_none(), "{change}");
        assert!(harness.who(&here.session_token).await.is_some(), "{change}");
        assert_eq!(harness.accounts().sign_in(&half_way).await.unwrap(), None, "{change}");
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
async fn an_old_landline_is_told_by_a_call() {
    let harness = AccountsHarness::new().await;
    let signed_in = harness.register(EMAIL, "01632 960001", Channel::Call).await;
    let resident = harness.who(&signed_in.session_token).await.unwrap();
    harness.contact().send_to_phone(&resident, Some("07700 900501"), Channel::Text, ENGLISH).await.unwrap().unwrap();
    harness.finish_phone(&resident, &harness.code().await).await.unwrap();
    let sent = harness.sent().await;
    let calls: Vec<_> = sent.iter().filter(|call| call.body.contains("no longer come to this phone")).collect();
    assert!(matches!(calls[..], [call] if call.channel == "voice" && call.to == "+441632960001"), "{calls:?}");
}
