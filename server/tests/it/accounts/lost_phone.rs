//! Replacing the login phone when the old one can't be used.

use super::support::{AccountsHarness, Answered, EMAIL, HOUR, MINUTE, Sent, hint};
use crate::support::ENGLISH;
use accounts::lost_phone::deciding::{Decision, DecisionOutcome, decide, waiting};
use ports::{
    CallTime, Channel, ClientContext, Device, IdentityCheck, NewPhoneStep, PhoneRequest, Reason, RequestState, SignedIn,
    StepError, StopEffect,
};

const DAY: i64 = 24 * HOUR;
const NEW: &str = "07700 900777";
const REQUEST: PhoneRequest =
    PhoneRequest { reason: Reason::Stolen, check: IdentityCheck::CallBack, when: CallTime::Morning };

impl AccountsHarness {
    /// The token of the link after `path`, in the newest email that has one.
    pub(super) async fn link_after(&self, path: &str) -> String {
        let sent = self.sent().await;
        let rest = sent.iter().rev().find_map(|mail| Some(mail.body.split_once(path)?.1));
        rest.unwrap_or_else(|| panic!("no {path} was sent")).split_whitespace().next().unwrap().to_owned()
    }

    /// Asks for a link, using the password.
    async fn request_link(&self) -> String {
        let step = self.password().await;
        self.ports().lost_phone.send_request_link(&step, ENGLISH).await.unwrap();
        self.link_after("/change-phone/").await
    }

    /// Makes a request and returns its ID.
    pub(super) async fn asked(&self) -> String {
        let link = self.request_link().await;
        self.ports().lost_phone.ask(&link, REQUEST, ENGLISH).await.unwrap();
        waiting(self.service()).await.unwrap().pop().unwrap().id
    }

    pub(super) async fn granted(&self) -> String {
        let id = self.asked().await;
        decide(self.service(), &id, "jo@council.example", Decision::Agree).await.unwrap();
        assert_eq!(
            decide(self.service(), &id, "sam@council.example", Decision::Agree).await.unwrap(),
            DecisionOutcome::Granted
        );
        id
    }

    /// Continues an approved request until a code was sent to the new number.
    pub(super) async fn to_new_code(&self) -> String {
        let step = self.password().await;
        self.ports().new_phone.send_email_code(&step, ENGLISH).await.unwrap();
        self.ports().new_phone.confirm_email_code(&step, &self.code().await).await.unwrap();
        self.ports().new_phone.send_phone_code(&step, Some(NEW), Channel::Text, ENGLISH).await.unwrap();
        step
    }

    pub(super) async fn registered(&self) -> SignedIn {
        let step = self.to_new_code().await;
        let code = self.code().await;
        self.ports().new_phone.finish(&step, &code, &ClientContext::default()).await.unwrap()
    }

    pub(super) async fn phone_ending(&self) -> Option<String> {
        let step = self.password().await;
        self.ports().sign_in.progress(&step).await.unwrap().unwrap().phone.map(|phone| phone.ending)
    }
}

// ASVS V2.3.5 V6.4.4
#[tokio::test]
async fn a_lost_phone_is_replaced_from_request_to_new_number() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let before = harness.sign_in().await;
    let link = harness.request_link().await;
    assert!(
        harness.ports().lost_phone.is_link_valid(&link).await.unwrap()
            && harness.ports().lost_phone.is_link_valid(&link).await.unwrap()
    );
    let token = harness.ports().lost_phone.ask(&link, REQUEST, ENGLISH).await.unwrap().token;
    assert_eq!(harness.ports().lost_phone.tracked(&token).await.unwrap().unwrap().state, RequestState::Requested);
    let again = harness.ports().lost_phone.ask(&link, REQUEST, ENGLISH).await.answered();
    assert_eq!(again.unwrap().token, token, "a second press leads to the same request");
    harness.advance(MINUTE);
    assert_eq!(
        harness.ports().lost_phone.ask(&link, REQUEST, ENGLISH).await.answered(),
        Err(StepError::LinkExpired),
        "a link works once"
    );

    let listed = waiting(harness.service()).await.unwrap();
    assert_eq!((listed[0].name.as_str(), listed[0].email.as_str(), listed[0].request), ("Ann Lee", EMAIL, REQUEST));
    let id = listed[0].id.clone();
    let agree = |by: &'static str| decide(harness.service(), &id, by, Decision::Agree);
    assert_eq!(agree("jo@council.example").await.unwrap(), DecisionOutcome::OneMore);
    assert_eq!(harness.ports().lost_phone.tracked(&token).await.unwrap().unwrap().state, RequestState::IdentityChecked);
    assert!(harness.who(&before.session_token).await.is_some(), "one approval alone changes nothing");
    assert_eq!(harness.phone_ending().await.as_deref(), Some("406"));
    for alias in ["JO@council.example", "jo+two@council.example", "ann@example.com", "Ann+council@EXAMPLE.com"] {
        assert!(agree(alias).await.is_err(), "the second must differ from the first and from the owner: {alias}");
    }
    assert_eq!(agree("sam@council.example").await.unwrap(), DecisionOutcome::Granted);
    assert!(agree("kim@council.example").await.is_err(), "it is decided already");
    let sent = harness.sent().await;
    assert!(sent.iter().any(|sent| sent.to == EMAIL && sent.subject == "Your login phone can be changed"));
    let old_is_told = |sent: &Sent| sent.to == "+447700900406" && sent.body.contains("no longer come to this phone");
    assert!(sent.iter().any(old_is_told));
    assert!(harness.who(&before.session_token).await.is_none(), "everybody is signed out");

    let step = harness.password().await;
    let shown = harness.ports().sign_in.progress(&step).await.unwrap().unwrap();
    assert_eq!((shown.phone, shown.may_register_phone), (None, true), "the old number no longer works");
    let refused = harness.ports().sign_in.send_code(&step, Channel::Text, ENGLISH).await.answered();
    assert_eq!(refused, Err(StepError::Gone));
    let ports = harness.ports();
    assert_eq!(ports.new_phone.progress(&step).await.unwrap(), Some(NewPhoneStep::Email { sent: false }));
    let early = ports.new_phone.send_phone_code(&step, Some(NEW), Channel::Text, ENGLISH).await.answered();
    assert_eq!(early, Err(StepError::Gone), "no number before the mailbox is proven");
    ports.new_phone.send_email_code(&step, ENGLISH).await.unwrap();
    assert_eq!(ports.new_phone.confirm_email_code(&step, "000000").await.answered(), Err(StepError::CodeWrong));
    ports.new_phone.confirm_email_code(&step, &harness.code().await).await.unwrap();
    assert_eq!(ports.new_phone.progress(&step).await.unwrap(), Some(NewPhoneStep::Number));
    let refused = ports.new_phone.send_phone_code(&step, Some("070 1234 5678"), Channel::Call, ENGLISH).await.answered();
    assert_eq!(refused, Err(StepError::PhoneKind));
    ports.new_phone.send_phone_code(&step, Some(NEW), Channel::Text, ENGLISH).await.unwrap();
    assert_eq!(ports.new_phone.progress(&step).await.unwrap(), Some(NewPhoneStep::Code(hint("777", true))));
    let code = harness.code().await;
    let signed_in = ports.new_phone.finish(&step, &code, &ClientContext::default()).await.unwrap();
    assert_eq!(harness.who(&signed_in.session_token).await.unwrap().phone, "07700 900777");
    assert_eq!(harness.sent().await.last().unwrap().subject, "Your login phone was changed");
    assert_eq!(harness.phone_ending().await.as_deref(), Some("777"));
    assert_eq!(ports.new_phone.progress(&step).await.unwrap(), None);
}

// ASVS V6.4.4
#[tokio::test]
async fn a_request_link_needs_the_password_and_lasts_a_day() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    assert_eq!(harness.ports().lost_phone.send_request_link("no such step", ENGLISH).await.answered(), Err(StepError::Gone));
    let first = harness.request_link().await;
    let second = harness.request_link().await;
    assert!(!harness.ports().lost_phone.is_link_valid(&first).await.unwrap(), "only the newest works");
    harness.advance(DAY - 1);
    assert!(harness.ports().lost_phone.is_link_valid(&second).await.unwrap());
    harness.advance(1);
    assert!(!harness.ports().lost_phone.is_link_valid(&second).await.unwrap());
    assert_eq!(harness.ports().lost_phone.ask(&second, REQUEST, ENGLISH).await.answered(), Err(StepError::LinkExpired));
    for never in ["", "x", &"a".repeat(50_000)] {
        assert!(!harness.ports().lost_phone.is_link_valid(never).await.unwrap());
        assert_eq!(harness.ports().lost_phone.tracked(never).await.unwrap(), None);
        assert_eq!(harness.ports().lost_phone.stop_effect(never).await.unwrap(), None);
    }
}

#[tokio::test]
async fn only_one_request_is_open_at_a_time() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.asked().await;
    let link = harness.request_link().await;
    assert_eq!(harness.ports().lost_phone.ask(&link, REQUEST, ENGLISH).await.answered(), Err(StepError::AlreadyRequested));
    assert_eq!(waiting(harness.service()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn this_was_not_me_before_approval_ends_only_the_request() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let here = harness.sign_in().await;
    harness.asked().await;
    let stop = harness.link_after("/phone-change/stop/").await;
    harness.advance(10 * MINUTE);
    assert_eq!(harness.ports().lost_phone.stop_effect(&stop).await.unwrap(), Some(StopEffect::EndsRequest));
    let stopped = harness.ports().lost_phone.stop(&stop, ENGLISH).await.unwrap();
    assert_eq!(stopped.effect, StopEffect::EndsRequest);
    assert_eq!(harness.ports().lost_phone.tracked(&stopped.tracker).await.unwrap().unwrap().state, RequestState::Stopped);
    assert_eq!(harness.last().await.subject, "Your login phone stays as it was");
    assert!(harness.who(&here.session_token).await.is_some(), "nobody is signed out");
    assert_eq!(harness.phone_ending().await.as_deref(), Some("406"));
    assert_eq!(harness.ports().lost_phone.stop(&stop, ENGLISH).await.answered(), Ok(stopped), "a second press");
    harness.advance(MINUTE);
    assert_eq!(harness.ports().lost_phone.stop(&stop, ENGLISH).await.answered(), Err(StepError::LinkExpired));
    assert!(waiting(harness.service()).await.unwrap().is_empty());
}

#[tokio::test]
async fn after_a_day_it_cannot_be_stopped_any_more() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.granted().await;
    let stop = harness.link_after("/phone-change/stop/").await;
    harness.advance(DAY);
    assert_eq!(harness.ports().lost_phone.stop_effect(&stop).await.unwrap(), None);
    assert_eq!(harness.ports().lost_phone.stop(&stop, ENGLISH).await.answered(), Err(StepError::LinkExpired));
    assert_eq!(harness.phone_ending().await, None);
}

/// After approval, registering a phone takes the password and the mailbox; and the mailbox alone is enough to reset the
/// password. So a reset ends the approval.
// ASVS V6.4.3
#[tokio::test]
async fn the_mailbox_alone_cannot_use_an_approval() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.granted().await;
    let ports = harness.ports();
    ports.passwords.send_reset_link(EMAIL, &ClientContext::default()).await.unwrap();
    let link = harness.link_after("/reset-password/").await;
    let password = "seven quiet rivers";
    ports.passwords.reset_password(&link, password, Device::default(), ENGLISH).await.unwrap();
    let step = harness.ports().sign_in.check_password(EMAIL, password, &ClientContext::default()).await.unwrap().token;
    assert_eq!(harness.ports().new_phone.progress(&step).await.unwrap(), None);
    assert_eq!(harness.ports().new_phone.send_email_code(&step, ENGLISH).await.answered(), Err(StepError::Gone));
}

#[tokio::test]
async fn an_approval_lasts_seven_days_and_can_be_requested_again() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.granted().await;
    harness.advance(7 * DAY - 1);
    let step = harness.password().await;
    assert!(harness.ports().new_phone.progress(&step).await.unwrap().is_some());
    harness.advance(1);
    assert_eq!(harness.ports().new_phone.progress(&step).await.unwrap(), None);
    assert_eq!(harness.ports().new_phone.send_email_code(&step, ENGLISH).await.answered(), Err(StepError::Gone));
    harness.granted().await;
    harness.registered().await;
    assert_eq!(harness.phone_ending().await.as_deref(), Some("777"));
}

// ASVS V6.4.4
#[tokio::test]
async fn a_refusal_changes_nothing_and_is_notified() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let id = harness.asked().await;
    assert!(decide(harness.service(), &id, "nobody in particular", Decision::Refuse).await.is_err());
    let outcome = decide(harness.service(), &id, "jo@council.example", Decision::Refuse).await.unwrap();
    assert_eq!(
        (outcome, harness.last().await.subject.as_str()),
        (DecisionOutcome::Refused, "Your login phone was not changed")
    );
    assert!(decide(harness.service(), &id, "sam@council.example", Decision::Agree).await.is_err());
    assert!(decide(harness.service(), "no such number", "jo@council.example", Decision::Agree).await.is_err());
    assert_eq!(harness.phone_ending().await.as_deref(), Some("406"));
}

// ASVS V6.6.3
#[tokio::test]
async fn wrong_email_and_phone_codes_lock() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.granted().await;
    let step = harness.password().await;
    harness.ports().new_phone.send_email_code(&step, ENGLISH).await.unwrap();
    for attempt in 1..=5 {
        let step_error = harness.ports().new_phone.confirm_email_code(&step, "000000").await.answered().unwrap_err();
        assert_eq!(step_error == StepError::CodeWrong, attempt < 5, "{attempt}");
    }
    let right = harness.ports().new_phone.confirm_email_code(&step, &harness.code().await).await.answered().unwrap_err();
    assert_eq!(harness.minutes_of(right), 15);
    harness.advance(16 * MINUTE);
    let step = harness.to_new_code().await;
    for attempt in 1..=5 {
        let outcome = harness.ports().new_phone.finish(&step, "000000", &ClientContext::default()).await.answered();
        assert_eq!(outcome.unwrap_err() == StepError::CodeWrong, attempt < 5, "{attempt}");
    }
}

#[tokio::test]
async fn too_many_wrong_codes_in_a_row_disable_a_phone_until_it_is_replaced() {
    let harness = AccountsHarness::with(|settings| {
        (settings.codes.wrong_codes, settings.codes.wrong_codes_in_a_row) = (2, 4);
        (settings.codes.sends_an_hour, settings.codes.sends_a_day) = (100, 100);
    })
    .await;
    harness.resident().await;
    for end in [StepError::CodeWrong, StepError::PhoneDisabled] {
        let step = harness.to_code().await;
        let wrong = harness.wrong_code().await;
        assert_eq!(harness.confirm(&step, &wrong).await.map(drop), Err(StepError::CodeWrong));
        let second = harness.confirm(&step, &wrong).await.map(drop).unwrap_err();
        assert_eq!(second == StepError::PhoneDisabled, end == StepError::PhoneDisabled, "{second:?}");
        harness.advance(3 * HOUR);
    }
    harness.advance(30 * DAY);
    let step = harness.password().await;
    let sent = harness.ports().sign_in.send_code(&step, Channel::Text, ENGLISH).await.answered();
    assert_eq!(sent, Err(StepError::PhoneDisabled), "waiting doesn't help");
    harness.granted().await;
    harness.registered().await;
    harness.advance(HOUR);
    assert_eq!(harness.phone_ending().await.as_deref(), Some("777"));
    harness.sign_in().await;
}
