//! An account frozen by a link in an email, and how the council releases it.

use super::support::{AccountsHarness, Answered, EMAIL, HOUR, MINUTE, MOBILE, PASSWORD, change_by};
use crate::support::ENGLISH;
use accounts::{
    freezing::releasing::{Release, ReleaseError, ReleaseOutcome, release},
    lost_phone::deciding::{DecideError, Decision, decide},
};
use ports::{Channel, ClientContext, Device, RequestState, StepError, StopEffect, StoppedRequest};
use server::jobs::delete_expired;

const DAY: i64 = 24 * HOUR;
/// The owner's current number.
const OWN: &str = "07700 900555";
const STAFF: [&str; 2] = ["jo@council.example", "sam@council.example"];

impl AccountsHarness {
    /// Follows the newest link for "this was not me".
    async fn freeze(&self) -> StoppedRequest {
        let stop = self.link_after("/phone-change/stop/").await;
        self.ports().lost_phone.stop(&stop, ENGLISH).await.unwrap()
    }

    /// Freezes an account after a new number was approved for it.
    pub(super) async fn frozen(&self) -> StoppedRequest {
        self.resident().await;
        self.granted().await;
        self.freeze().await
    }

    async fn t(&self, by: &str, phone: &str) -> Result<ReleaseOutcome, ReleaseError> {
        let said = Release { email: EMAIL, phone, by, checked: "called back on the number of the care record" };
        release(self.service(), said).await
    }

    pub(super) async fn released(&self) {
        assert_eq!(self.t(STAFF[0], OWN).await.unwrap(), ReleaseOutcome::OneMore);
        assert_eq!(self.t(STAFF[1], OWN).await.unwrap(), ReleaseOutcome::Released);
    }

    async fn try_sign_in(&self) -> Result<(), StepError> {
        self.ports().sign_in.check_password(EMAIL, PASSWORD, &ClientContext::default()).await.answered().map(drop)
    }
}

// ASVS V6.4.3 V6.4.4 V7.4.1
#[tokio::test]
async fn this_was_not_me_after_approval_freezes_the_account_and_changes_no_factor() {
    for registers in [false, true] {
        let harness = AccountsHarness::new().await;
        harness.resident().await;
        harness.granted().await;
        let there = if registers { Some(harness.registered().await) } else { None };
        let half_way = harness.password().await;
        let stop = harness.link_after("/phone-change/stop/").await;
        harness.advance(10 * MINUTE - 1);
        assert_eq!(
            harness.ports().lost_phone.stop_effect(&stop).await.unwrap(),
            Some(StopEffect::FreezesAccount),
            "{registers}"
        );
        let stopped = harness.ports().lost_phone.stop(&stop, ENGLISH).await.unwrap();
        assert_eq!(stopped.effect, StopEffect::FreezesAccount);
        assert_eq!(harness.ports().lost_phone.tracked(&stopped.tracker).await.unwrap().unwrap().state, RequestState::Frozen);
        harness.advance(MINUTE);
        assert_eq!(
            harness.ports().lost_phone.stop(&stop, ENGLISH).await.answered(),
            Err(StepError::LinkExpired),
            "a link works once"
        );

        if let Some(there) = there {
            assert!(harness.who(&there.session_token).await.is_none(), "sessions end");
        }
        assert_eq!(harness.ports().sign_in.progress(&half_way).await.unwrap(), None, "half-way sign-ins end");
        assert_eq!(harness.ports().new_phone.progress(&half_way).await.unwrap(), None, "so does the approval");
        assert_eq!(harness.try_sign_in().await, Err(StepError::Frozen));
        let wrong =
            harness.ports().sign_in.check_password(EMAIL, "wrong wrong wrong", &ClientContext::default()).await.answered();
        assert_eq!(wrong, Err(StepError::SignInWrong), "the freeze isn't revealed before the right password");

        let told: Vec<String> = harness
            .sent()
            .await
            .into_iter()
            .filter(|message| message.channel == "sms" && message.body.contains("on hold"))
            .map(|message| message.to)
            .collect();
        assert!(told.contains(&"+447700900406".to_owned()), "the old number gets a notice: {told:?}");
        assert_eq!(told.contains(&"+447700900777".to_owned()), registers, "so does the new one: {told:?}");
        let mail = harness.sent().await.into_iter().rev().find(|message| message.channel == "email").unwrap();
        assert_eq!((mail.to.as_str(), mail.subject.as_str()), (EMAIL, "Your account is on hold"));
    }
}

// ASVS V6.4.3
#[tokio::test]
async fn the_mailbox_gives_no_way_into_a_frozen_account() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let ports = harness.ports();
    harness.granted().await;
    let stop = harness.link_after("/phone-change/stop/").await;
    ports.passwords.send_reset_link(EMAIL, &ClientContext::default()).await.unwrap();
    let before = harness.link_after("/reset-password/").await;
    harness.ports().lost_phone.stop(&stop, ENGLISH).await.unwrap();
    let used = ports.passwords.reset_password(&before, "seven quiet rivers", Device::default(), ENGLISH).await.answered();
    assert_eq!(used, Err(StepError::LinkExpired), "an earlier link no longer works");
    harness.sent().await;
    ports.passwords.send_reset_link(EMAIL, &ClientContext::default()).await.unwrap();
    let mail = harness.last().await;
    assert_eq!(mail.subject, "Your account is on hold");
    assert!(!mail.body.contains("/reset-password/"), "{}", mail.body);
    assert_eq!(harness.try_sign_in().await, Err(StepError::Frozen), "the password is unchanged");
}

// ASVS V2.3.5
#[tokio::test]
async fn two_staff_who_enter_the_same_number_release_the_account() {
    let harness = AccountsHarness::new().await;
    let tracker = harness.frozen().await.tracker;
    for nobody in ["", "nobody in particular"] {
        assert!(matches!(harness.t(nobody, OWN).await, Err(ReleaseError::Nobody)));
    }
    for owner in [EMAIL, "ann+council@example.com"] {
        assert!(matches!(harness.t(owner, OWN).await, Err(ReleaseError::Owner)), "{owner}");
    }
    assert!(matches!(harness.t(STAFF[0], "070 1234 5678").await, Err(ReleaseError::Phone)));
    let unchecked = Release { email: EMAIL, phone: OWN, by: STAFF[0], checked: " " };
    assert!(matches!(release(harness.service(), unchecked).await, Err(ReleaseError::Unchecked)));
    let stranger = Release { email: "ben@example.com", phone: OWN, by: STAFF[0], checked: "visit" };
    assert!(matches!(release(harness.service(), stranger).await, Err(ReleaseError::Unknown)));

    assert_eq!(harness.t(STAFF[0], OWN).await.unwrap(), ReleaseOutcome::OneMore);
    for alias in ["JO@council.example", "jo+two@council.example"] {
        assert_eq!(harness.t(alias, OWN).await.unwrap(), ReleaseOutcome::OneMore, "{alias} is the same person");
    }
    assert_eq!(harness.t(STAFF[1], "07700 900556").await.unwrap(), ReleaseOutcome::Differs);
    assert_eq!(
        harness.try_sign_in().await,
        Err(StepError::Frozen),
        "a different number doesn't count as the second confirmation"
    );
    assert_eq!(harness.t(STAFF[1], OWN).await.unwrap(), ReleaseOutcome::Released);
    assert!(matches!(harness.t(STAFF[0], OWN).await, Err(ReleaseError::Unknown)), "it is released already");

    assert_eq!(harness.ports().lost_phone.tracked(&tracker).await.unwrap(), None, "the newest mail has the newest link");
    assert_eq!(harness.phone_ending().await.as_deref(), Some("555"));
    harness.sign_in().await;
    let told = harness.sent().await;
    let to = |channel: &str, to: &str, of: &str| {
        told.iter()
            .any(|sent| sent.channel == channel && sent.to == to && (sent.subject.contains(of) || sent.body.contains(of)))
    };
    assert!(to("email", EMAIL, "Your account is open again"));
    for number in ["+447700900406", "+447700900555"] {
        assert!(to("sms", number, "your account is open again"), "{number}");
    }
}

#[tokio::test]
async fn one_staff_members_confirmation_expires_after_a_week() {
    let harness = AccountsHarness::new().await;
    harness.frozen().await;
    assert_eq!(harness.t(STAFF[0], OWN).await.unwrap(), ReleaseOutcome::OneMore);
    harness.advance(7 * DAY);
    assert_eq!(harness.t(STAFF[1], OWN).await.unwrap(), ReleaseOutcome::Differs);
    assert_eq!(harness.t(STAFF[0], OWN).await.unwrap(), ReleaseOutcome::Released);
}

/// The person who got the number approved may have added another address and another factor before the owner noticed.
#[tokio::test]
async fn a_release_removes_what_a_thief_added_to_the_account() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.granted().await;
    let thief = harness.registered().await;
    let stop = harness.link_after("/phone-change/stop/").await;
    let resident = harness.who(&thief.session_token).await.unwrap();
    let ports = harness.ports();
    ports.factors.renew_recovery_codes(&change_by(&resident)).await.unwrap();
    let kept = ports.factors.fresh_recovery_codes(&resident).await.unwrap();
    ports.contact.send_to_email(&change_by(&resident), Some("thief@example.com")).await.unwrap();
    let code = harness.code().await;
    ports.contact.finish_email(&change_by(&resident), &code).await.unwrap();

    harness.ports().lost_phone.stop(&stop, ENGLISH).await.unwrap();
    for to in [EMAIL, "thief@example.com"] {
        let told = harness.sent().await;
        assert!(told.iter().any(|mail| mail.to == to && mail.subject == "Your account is on hold"), "{to}");
    }
    harness.released().await;
    let before =
        harness.ports().sign_in.check_password("thief@example.com", PASSWORD, &ClientContext::default()).await.answered();
    assert_eq!(before, Err(StepError::SignInWrong), "the address is the owner's again");
    let sign_in = harness.password().await;
    assert!(harness.confirm(&sign_in, &kept[0]).await.is_err(), "so are the factors");
    assert_eq!(harness.phone_ending().await.as_deref(), Some("555"));
}

#[tokio::test]
async fn an_approval_can_be_frozen_only_once() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let id = harness.granted().await;
    let stop = harness.link_after("/phone-change/stop/").await;
    harness.ports().lost_phone.stop(&stop, ENGLISH).await.unwrap();
    assert!(decide(harness.service(), &id, STAFF[0], Decision::Agree).await.is_err());
    harness.released().await;
    let links: Vec<String> = harness
        .sent()
        .await
        .iter()
        .flat_map(|mail| mail.body.split("/phone-change/stop/").skip(1).map(str::to_owned).collect::<Vec<_>>())
        .map(|rest| rest.split_whitespace().next().unwrap().to_owned())
        .collect();
    assert!(links.len() >= 2, "{links:?}");
    harness.advance(MINUTE);
    for link in links {
        assert_eq!(harness.ports().lost_phone.stop_effect(&link).await.unwrap(), None);
        assert_eq!(harness.ports().lost_phone.stop(&link, ENGLISH).await.answered(), Err(StepError::LinkExpired));
    }
    harness.sign_in().await;
}

#[tokio::test]
async fn requests_of_frozen_accounts_cannot_be_decided() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.granted().await;
    harness.registered().await;
    let stop = harness.link_after("/phone-change/stop/").await;
    let id = harness.asked().await;
    harness.ports().lost_phone.stop(&stop, ENGLISH).await.unwrap();
    let decided = decide(harness.service(), &id, STAFF[0], Decision::Agree).await;
    assert!(matches!(decided, Err(DecideError::Frozen)), "{decided:?}");
    harness.released().await;
    assert!(decide(harness.service(), &id, STAFF[0], Decision::Agree).await.is_err(), "it ended with the freeze");
}

/// If two people follow the link at the same moment, the account is frozen once; if two members of staff confirm at the
/// same moment, it is released once.
#[tokio::test]
async fn simultaneous_freezes_and_releases_happen_once() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.granted().await;
    let stop = harness.link_after("/phone-change/stop/").await;
    let ports = harness.ports();
    let (one, other) = tokio::join!(ports.lost_phone.stop(&stop, ENGLISH), ports.lost_phone.stop(&stop, ENGLISH));
    assert_eq!(one.answered().unwrap(), other.answered().unwrap(), "both presses say the same");
    let frozen = harness.sent().await.iter().filter(|mail| mail.subject == "Your account is on hold").count();
    assert_eq!(frozen, 1);
    let (one, other) = tokio::join!(harness.t(STAFF[0], OWN), harness.t(STAFF[1], OWN));
    let mut outcomes = [one.unwrap(), other.unwrap()];
    outcomes.sort_by_key(|outcome| *outcome == ReleaseOutcome::Released);
    assert_eq!(outcomes, [ReleaseOutcome::OneMore, ReleaseOutcome::Released]);
    harness.sign_in().await;
}

async fn swept(harness: &AccountsHarness) -> (u64, u64) {
    let service = harness.service();
    let deleted = delete_expired::run(service, service.now(), &[]).await.unwrap();
    (deleted.drafts, deleted.submissions)
}

// ASVS V14.2.7
#[tokio::test]
async fn a_freeze_extends_retention_by_its_duration() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let resident = harness.who(&harness.sign_in().await.session_token).await.unwrap();
    let (drafts, caller) = (harness.ports().drafts.clone(), ports::Caller::Resident(resident.clone()));
    let new = || ports::NewDraft { form: "care-needs", from: None, network: None };
    let ports::Started::Draft { id, .. } = drafts.start(&caller, new()).await.unwrap().unwrap() else { panic!("no draft") };
    let owner = caller.owner().unwrap();
    let until = async || drafts.open(&owner, &id, ENGLISH).await.unwrap().map(|draft| draft.until.unwrap());
    let first = until().await.unwrap();
    // A freeze doesn't hold a visitor's draft.
    drafts.start(&ports::Caller::Nobody, new()).await.unwrap().unwrap();
    harness.granted().await;
    harness.freeze().await;
    harness.advance(100 * DAY);
    assert_eq!(swept(&harness).await, (1, 0), "the visitor's draft is deleted");
    harness.released().await;
    let days = until().await.expect("the draft still exists").since(first).unwrap().get_days();
    assert!((100..=101).contains(&days), "{days} days later");
    harness.advance(88 * DAY);
    assert_eq!(swept(&harness).await, (0, 0));
    assert!(until().await.is_some());
    harness.advance(4 * DAY);
    assert_eq!(until().await, None);
    assert_eq!(swept(&harness).await, (1, 0));
}

#[tokio::test]
async fn signing_in_to_a_frozen_account_shows_whom_to_call() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.granted().await;
    let stop = harness.link_after("/phone-change/stop/").await;
    let mut browser = harness.app.browser();
    let page = browser.get(&format!("/phone-change/stop/{stop}")).await;
    assert!(page.text.contains("Put my account on hold"), "{}", page.text);
    let page = browser.post("/api/phone-change/stop", &[("link", &stop)]).await;
    assert!(
        page.path.starts_with("/phone-change/") && page.text.contains("we have put the account on hold"),
        "{}",
        page.text
    );
    assert!(page.text.contains("01632 960 100"));
    browser.get("/sign-in").await;
    let page = browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", PASSWORD)]).await;
    assert_eq!(page.path, "/sign-in");
    assert!(page.text.contains("Your account is on hold") && page.text.contains("01632 960 100"), "{}", page.text);
    let page = browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", "wrong wrong wrong")]).await;
    assert!(!page.text.contains("on hold"), "{}", page.text);
    // The old number isn't linked to anybody any more.
    let again = harness.register("ben@example.com", MOBILE, Channel::Text).await;
    assert!(harness.who(&again.session_token).await.is_some());
}
