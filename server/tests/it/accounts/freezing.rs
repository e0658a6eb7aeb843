//! An account that somebody has frozen by a link in an email, and how the council releases it.

use super::support::{AccountsHarness, EMAIL, HOUR, MINUTE, MOBILE, PASSWORD};
use crate::support::ENGLISH;
use accounts::{
    freezing::releasing::{Release, ReleaseError, ReleaseOutcome, release},
    lost_phone::deciding::{DecideError, Decision, decide},
};
use ports::{Channel, ClientContext, Device, RequestState, StepError, StopEffect, StoppedRequest};
use server::jobs::delete_expired;

const DAY: i64 = 24 * HOUR;
/// The number that the owner has by now.
const OWN: &str = "07700 900555";
const STAFF: [&str; 2] = ["jo@council.example", "sam@council.example"];

impl AccountsHarness {
    /// Follows the newest link for "this was not me".
    async fn freeze(&self) -> StoppedRequest {
        let stop = self.link_after("/phone-change/stop/").await;
        self.lost().stop(&stop, ENGLISH).await.unwrap().unwrap()
    }

    /// Freezes an account whose new number was granted.
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

    async fn try_in(&self) -> Result<(), StepError> {
        self.accounts().check_password(EMAIL, PASSWORD, &ClientContext::default()).await.unwrap().map(drop)
    }
}

// ASVS V6.4.3 V6.4.4 V7.4.1
#[tokio::test]
async fn after_a_grant_this_was_not_me_freezes_the_account_and_changes_no_factor() {
    for registers in [false, true] {
        let desk = AccountsHarness::new().await;
        desk.resident().await;
        desk.granted().await;
        let there = if registers { Some(desk.registered().await) } else { None };
        let half_way = desk.password().await;
        let stop = desk.link_after("/phone-change/stop/").await;
        desk.advance(10 * MINUTE - 1);
        assert_eq!(desk.lost().may_stop(&stop).await.unwrap(), Some(StopEffect::FreezesAccount), "{registers}");
        let stopped = desk.lost().stop(&stop, ENGLISH).await.unwrap().unwrap();
        assert_eq!(stopped.effect, StopEffect::FreezesAccount);
        assert_eq!(desk.lost().tracked(&stopped.tracker).await.unwrap().unwrap().state, RequestState::Frozen);
        assert_eq!(desk.lost().stop(&stop, ENGLISH).await.unwrap(), Err(StepError::LinkGone), "a link works once");

        if let Some(there) = there {
            assert!(desk.who(&there.session_token).await.is_none(), "sessions end");
        }
        assert_eq!(desk.accounts().sign_in(&half_way).await.unwrap(), None, "half-way sign-ins end");
        assert_eq!(desk.lost().new_phone(&half_way).await.unwrap(), None, "so does the grant");
        assert_eq!(desk.try_in().await, Err(StepError::Frozen));
        let wrong = desk.accounts().check_password(EMAIL, "wrong wrong wrong", &ClientContext::default()).await.unwrap();
        assert_eq!(wrong, Err(StepError::SignInWrong), "nothing is said before the password");

        let told: Vec<String> = desk
            .sent()
            .await
            .into_iter()
            .filter(|message| message.channel == "sms" && message.body.contains("on hold"))
            .map(|message| message.to)
            .collect();
        assert!(told.contains(&"+447700900406".to_owned()), "the old number is told: {told:?}");
        assert_eq!(told.contains(&"+447700900777".to_owned()), registers, "so is the new one: {told:?}");
        let mail = desk.sent().await.into_iter().rev().find(|message| message.channel == "email").unwrap();
        assert_eq!((mail.to.as_str(), mail.subject.as_str()), (EMAIL, "Your account is on hold"));
    }
}

// ASVS V6.4.3
#[tokio::test]
async fn the_mailbox_gives_no_way_into_a_frozen_account() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    let security = desk.app.web.ports.security.clone();
    desk.granted().await;
    let stop = desk.link_after("/phone-change/stop/").await;
    security.ask_for_reset(EMAIL, &ClientContext::default()).await.unwrap().unwrap();
    let before = desk.link_after("/reset-password/").await;
    desk.lost().stop(&stop, ENGLISH).await.unwrap().unwrap();
    let used = security.reset_password(&before, "seven quiet rivers", Device::default(), ENGLISH).await.unwrap();
    assert_eq!(used, Err(StepError::LinkGone), "a link from before is dead");
    desk.sent().await;
    security.ask_for_reset(EMAIL, &ClientContext::default()).await.unwrap().unwrap();
    let mail = desk.last().await;
    assert_eq!(mail.subject, "Your account is on hold");
    assert!(!mail.body.contains("/reset-password/"), "{}", mail.body);
    assert_eq!(desk.try_in().await, Err(StepError::Frozen), "the password is the one it was");
}

// ASVS V2.3.5
#[tokio::test]
async fn two_people_who_say_the_same_release_it_with_the_number_they_were_told() {
    let desk = AccountsHarness::new().await;
    let tracker = desk.frozen().await.tracker;
    for nobody in ["", "nobody in particular"] {
        assert!(matches!(desk.t(nobody, OWN).await, Err(ReleaseError::Nobody)));
    }
    for owner in [EMAIL, "ann+council@example.com"] {
        assert!(matches!(desk.t(owner, OWN).await, Err(ReleaseError::Owner)), "{owner}");
    }
    assert!(matches!(desk.t(STAFF[0], "070 1234 5678").await, Err(ReleaseError::Phone)));
    let unchecked = Release { email: EMAIL, phone: OWN, by: STAFF[0], checked: " " };
    assert!(matches!(release(desk.service(), unchecked).await, Err(ReleaseError::Unchecked)));
    let stranger = Release { email: "ben@example.com", phone: OWN, by: STAFF[0], checked: "visit" };
    assert!(matches!(release(desk.service(), stranger).await, Err(ReleaseError::Unknown)));

    assert_eq!(desk.t(STAFF[0], OWN).await.unwrap(), ReleaseOutcome::OneMore);
    for alias in ["JO@council.example", "jo+two@council.example"] {
        assert_eq!(desk.t(alias, OWN).await.unwrap(), ReleaseOutcome::OneMore, "{alias} is the same person");
    }
    assert_eq!(desk.t(STAFF[1], "07700 900556").await.unwrap(), ReleaseOutcome::Differs);
    assert_eq!(desk.try_in().await, Err(StepError::Frozen), "another number is no second word");
    assert_eq!(desk.t(STAFF[1], OWN).await.unwrap(), ReleaseOutcome::Released);
    assert!(matches!(desk.t(STAFF[0], OWN).await, Err(ReleaseError::Unknown)), "it is over");

    assert_eq!(desk.lost().tracked(&tracker).await.unwrap(), None, "the newest mail has the newest link");
    assert_eq!(desk.phone_ending().await.as_deref(), Some("555"));
    desk.sign_in().await;
    let told = desk.sent().await;
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
async fn what_one_person_said_counts_for_a_week() {
    let desk = AccountsHarness::new().await;
    desk.frozen().await;
    assert_eq!(desk.t(STAFF[0], OWN).await.unwrap(), ReleaseOutcome::OneMore);
    desk.advance(7 * DAY);
    assert_eq!(desk.t(STAFF[1], OWN).await.unwrap(), ReleaseOutcome::Differs);
    assert_eq!(desk.t(STAFF[0], OWN).await.unwrap(), ReleaseOutcome::Released);
}

/// Whoever had the number granted may have given the account another address and another factor before the owner looked.
#[tokio::test]
async fn whatever_a_thief_gave_the_account_is_gone_after_the_release() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    desk.granted().await;
    let thief = desk.registered().await;
    let stop = desk.link_after("/phone-change/stop/").await;
    let resident = desk.who(&thief.session_token).await.unwrap();
    let (security, contact) = (desk.app.web.ports.security.clone(), desk.app.web.ports.contact.clone());
    security.renew_recovery_codes(&resident, Device::default(), ENGLISH).await.unwrap().unwrap();
    let kept = security.fresh_recovery_codes(&resident).await.unwrap();
    contact.begin_email(&resident, "thief@example.com", ENGLISH).await.unwrap().unwrap();
    let code = desk.code().await;
    contact.finish_email(&resident, &code, Device::default(), ENGLISH).await.unwrap().unwrap();

    desk.lost().stop(&stop, ENGLISH).await.unwrap().unwrap();
    for to in [EMAIL, "thief@example.com"] {
        let told = desk.sent().await;
        assert!(told.iter().any(|mail| mail.to == to && mail.subject == "Your account is on hold"), "{to}");
    }
    desk.released().await;
    let before = desk.accounts().check_password("thief@example.com", PASSWORD, &ClientContext::default()).await.unwrap();
    assert_eq!(before, Err(StepError::SignInWrong), "the address is the owner's again");
    let sign_in = desk.password().await;
    assert!(desk.confirm(&sign_in, &kept[0]).await.is_err(), "so are the factors");
    assert_eq!(desk.phone_ending().await.as_deref(), Some("555"));
}

#[tokio::test]
async fn the_same_grant_freezes_once() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    let id = desk.granted().await;
    let stop = desk.link_after("/phone-change/stop/").await;
    desk.lost().stop(&stop, ENGLISH).await.unwrap().unwrap();
    assert!(decide(desk.service(), &id, STAFF[0], Decision::Agree).await.is_err());
    desk.released().await;
    let links: Vec<String> = desk
        .sent()
        .await
        .iter()
        .flat_map(|mail| mail.body.split("/phone-change/stop/").skip(1).map(str::to_owned).collect::<Vec<_>>())
        .map(|rest| rest.split_whitespace().next().unwrap().to_owned())
        .collect();
    assert!(links.len() >= 2, "{links:?}");
    for link in links {
        assert_eq!(desk.lost().may_stop(&link).await.unwrap(), None);
        assert_eq!(desk.lost().stop(&link, ENGLISH).await.unwrap(), Err(StepError::LinkGone));
    }
    desk.sign_in().await;
}

#[tokio::test]
async fn a_request_of_a_frozen_account_is_not_decided() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    desk.granted().await;
    desk.registered().await;
    let stop = desk.link_after("/phone-change/stop/").await;
    let id = desk.asked().await;
    desk.lost().stop(&stop, ENGLISH).await.unwrap().unwrap();
    let decided = decide(desk.service(), &id, STAFF[0], Decision::Agree).await;
    assert!(matches!(decided, Err(DecideError::Frozen)), "{decided:?}");
    desk.released().await;
    assert!(decide(desk.service(), &id, STAFF[0], Decision::Agree).await.is_err(), "it ended with the freeze");
}

/// Of two presses at the same moment one freezes, and of two people at the same moment who say the same one releases.
#[tokio::test]
async fn at_the_same_moment_it_happens_once() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    desk.granted().await;
    let stop = desk.link_after("/phone-change/stop/").await;
    let lost = desk.lost();
    let (one, other) = tokio::join!(lost.stop(&stop, ENGLISH), lost.stop(&stop, ENGLISH));
    assert_eq!(usize::from(one.unwrap().is_ok()) + usize::from(other.unwrap().is_ok()), 1);
    let (one, other) = tokio::join!(desk.t(STAFF[0], OWN), desk.t(STAFF[1], OWN));
    let mut outcomes = [one.unwrap(), other.unwrap()];
    outcomes.sort_by_key(|outcome| *outcome == ReleaseOutcome::Released);
    assert_eq!(outcomes, [ReleaseOutcome::OneMore, ReleaseOutcome::Released]);
    desk.sign_in().await;
}

async fn swept(desk: &AccountsHarness) -> (u64, u64) {
    let service = desk.service();
    let deleted = delete_expired::run(service, service.clock.now_ms(), &[]).await.unwrap();
    (deleted.drafts, deleted.submissions)
}

// ASVS V14.2.7
#[tokio::test]
async fn nothing_expires_while_an_account_is_frozen_and_everything_ends_later_by_that_time() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    let resident = desk.who(&desk.sign_in().await.session_token).await.unwrap();
    let (drafts, caller) = (desk.app.web.ports.drafts.clone(), ports::Caller::Resident(resident.clone()));
    let new = || ports::NewDraft { form: "care-needs", from: None, network: None };
    let ports::Started::Draft { id, .. } = drafts.start(&caller, new()).await.unwrap().unwrap() else { panic!("no draft") };
    let owner = caller.owner().unwrap();
    let until = async || drafts.open(&owner, &id, ENGLISH).await.unwrap().map(|draft| draft.until.unwrap());
    let first = until().await.unwrap();
    // A draft of a visitor isn't held by anybody's freeze.
    drafts.start(&ports::Caller::Nobody, new()).await.unwrap().unwrap();
    desk.granted().await;
    desk.freeze().await;
    desk.advance(100 * DAY);
    assert_eq!(swept(&desk).await, (1, 0), "the visitor's goes");
    desk.released().await;
    let days = until().await.expect("the draft is there").since(first).unwrap().get_days();
    assert!((100..=101).contains(&days), "{days} days later");
    desk.advance(88 * DAY);
    assert_eq!(swept(&desk).await, (0, 0));
    assert!(until().await.is_some());
    desk.advance(4 * DAY);
    assert_eq!(until().await, None);
    assert_eq!(swept(&desk).await, (1, 0));
}

#[tokio::test]
async fn somebody_who_signs_in_to_a_frozen_account_is_told_whom_to_call() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    desk.granted().await;
    let stop = desk.link_after("/phone-change/stop/").await;
    let mut browser = desk.app.browser();
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
    // The number of before is nobody's that we know of.
    let again = desk.register("ben@example.com", MOBILE, Channel::Text).await;
    assert!(desk.who(&again.session_token).await.is_some());
}
