//! Authenticator apps and recovery codes.

use super::support::{AccountsHarness, Answered, EMAIL, HOUR, MINUTE, MOBILE, PASSWORD, change_by};
use crate::support::ENGLISH;
use ports::{Channel, ClientContext, Event, RegistrationStage, Resident, StepError};
use std::sync::Arc;
use totp_rs::{Builder, Secret, Totp};

/// An authenticator app: it knows the key from the page and the time.
struct App(Totp);

impl App {
    fn with_key(key: &str) -> Self {
        let secret = Secret::try_from_base32(key.replace(' ', "")).unwrap();
        Self(Builder::new().with_secret(secret).build().unwrap())
    }

    /// The code it shows this many seconds from now.
    fn code(&self, harness: &AccountsHarness, seconds: i64) -> String {
        let now = ports::LocalClock::now(&harness.service().clock).as_second() + seconds;
        self.0.generate(u64::try_from(now).unwrap()).to_string()
    }
}

impl AccountsHarness {
    /// A resident who has just signed in.
    async fn fresh_resident(&self) -> Arc<Resident> {
        let signed_in = self.sign_in().await;
        self.who(&signed_in.session_token).await.unwrap()
    }

    async fn take(&self, resident: &Resident, code: &str) -> Result<(), StepError> {
        self.ports().factors.confirm_app(&change_by(resident), code).await.answered()
    }

    /// Sets up an authenticator app for somebody who has a login phone.
    async fn add_app(&self) -> (Arc<Resident>, App) {
        let resident = self.fresh_resident().await;
        self.ports().factors.offer_app(&resident).await.unwrap();
        let offered = self.ports().factors.offered_app(&resident).await.unwrap().unwrap();
        let app = App::with_key(&offered.key);
        self.take(&resident, &app.code(self, 0)).await.unwrap();
        (resident, app)
    }
}

#[tokio::test]
async fn an_app_can_sign_in_after_its_first_code() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let (resident, app) = harness.add_app().await;
    assert_eq!(harness.last().await.subject, "How you sign in has changed");
    assert_eq!(harness.ports().factors.offered_app(&resident).await.unwrap(), None, "the secret isn't shown again");
    harness.advance(MINUTE);
    let token = harness.password().await;
    let shown = harness.ports().sign_in.progress(&token).await.unwrap().unwrap();
    assert!(shown.has_app && shown.has_recovery_codes && shown.phone.is_some());
    assert!(harness.confirm(&token, &app.code(&harness, 0)).await.is_ok());
}

// ASVS V6.5.1
#[tokio::test]
async fn an_app_code_works_once_and_no_earlier_code_works() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let (_, app) = harness.add_app().await;
    let at_set_up = app.code(&harness, 0);
    let token = harness.password().await;
    assert_eq!(
        harness.confirm(&token, &at_set_up).await,
        Err(StepError::CodeWrong),
        "the code from the set-up was used already"
    );
    let next = app.code(&harness, 30);
    assert!(harness.confirm(&token, &next).await.is_ok(), "a clock may be half a minute fast");
    let token = harness.password().await;
    assert_eq!(harness.confirm(&token, &next).await, Err(StepError::CodeWrong));
    harness.advance(30);
    assert_eq!(harness.confirm(&token, &app.code(&harness, -30)).await, Err(StepError::CodeWrong));
    harness.advance(90);
    assert_eq!(harness.confirm(&token, &app.code(&harness, -60)).await, Err(StepError::CodeWrong), "too old");
    assert!(harness.confirm(&token, &app.code(&harness, -30)).await.is_ok(), "a clock may be half a minute slow");
}

#[tokio::test]
async fn an_app_is_no_factor_before_it_is_confirmed() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let resident = harness.fresh_resident().await;
    harness.ports().factors.offer_app(&resident).await.unwrap();
    let offered = harness.ports().factors.offered_app(&resident).await.unwrap().unwrap();
    assert!(offered.picture.size > 20 && offered.address.starts_with("otpauth://totp/"));
    let app = App::with_key(&offered.key);
    let token = harness.password().await;
    assert_eq!(harness.confirm(&token, &app.code(&harness, 0)).await, Err(StepError::CodeWrong));
    assert!(!harness.ports().sign_in.progress(&token).await.unwrap().unwrap().has_app);
    assert_eq!(harness.take(&resident, "000000").await, Err(StepError::CodeWrong));
    assert_eq!(harness.take(&resident, "12").await, Err(StepError::CodeInvalid));
    assert_eq!(harness.take(&resident, &app.code(&harness, 0)).await, Ok(()));
    harness.advance(MINUTE);
    assert_eq!(harness.take(&resident, &app.code(&harness, 30)).await, Err(StepError::Gone));
    assert_eq!(
        harness.ports().factors.offer_app(&resident).await.answered(),
        Err(StepError::Gone),
        "a second one can't be added"
    );
}

// ASVS V7.5.1
#[tokio::test]
async fn every_change_of_factors_needs_a_recent_password() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let (resident, app) = harness.add_app().await;
    harness.advance(5 * MINUTE);
    let ports = harness.ports();
    let refused = Err(StepError::ConfirmFirst);
    assert_eq!(ports.factors.offer_app(&resident).await.answered(), refused);
    assert_eq!(harness.take(&resident, &app.code(&harness, 0)).await, refused);
    assert_eq!(ports.factors.remove_app(&change_by(&resident)).await.answered(), refused);
    assert_eq!(ports.factors.renew_recovery_codes(&change_by(&resident)).await.answered(), refused);
}

// ASVS V6.5.6
#[tokio::test]
async fn codes_of_a_removed_app_are_refused() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let (resident, app) = harness.add_app().await;
    harness.ports().factors.remove_app(&change_by(&resident)).await.unwrap();
    harness.advance(MINUTE);
    let token = harness.password().await;
    assert!(!harness.ports().sign_in.progress(&token).await.unwrap().unwrap().has_app);
    assert_eq!(harness.confirm(&token, &app.code(&harness, 0)).await, Err(StepError::CodeWrong));
}

// ASVS V6.6.3
#[tokio::test]
async fn wrong_app_phone_and_recovery_codes_are_counted_together() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let (_, app) = harness.add_app().await;
    harness.advance(MINUTE);
    let token = harness.password().await;
    for wrong in ["000000", "aaaaa-aaaaa", "000001", "BBBBB BBBBB"] {
        assert_eq!(harness.confirm(&token, wrong).await, Err(StepError::CodeWrong), "{wrong}");
    }
    assert!(matches!(harness.confirm(&token, "000002").await, Err(StepError::Locked(_))));
    assert!(matches!(harness.confirm(&token, &app.code(&harness, 0)).await, Err(StepError::Locked(_))));
}

// ASVS V6.5.1
#[tokio::test]
async fn a_recovery_code_signs_in_once_however_it_is_typed() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let (resident, _) = harness.add_app().await;
    let codes = harness.ports().factors.fresh_recovery_codes(&resident).await.unwrap();
    assert_eq!(codes.len(), 10);
    harness.ports().factors.hide_recovery_codes(&resident).await.unwrap();
    harness.advance(MINUTE);
    assert!(harness.ports().factors.fresh_recovery_codes(&resident).await.unwrap().is_empty(), "they aren't shown again");
    let token = harness.password().await;
    let signed_in = harness.confirm(&token, &format!(" {} ", codes[3].to_uppercase().replace('-', " "))).await.unwrap();
    let resident = harness.who(&signed_in.session_token).await.unwrap();
    assert_eq!(harness.ports().factors.factors(&resident).await.unwrap().recovery_codes, 9);
    assert_eq!(harness.ports().security.activity(&resident).await.unwrap()[0].event, Event::RecoveryCodeUsed);
    assert!(harness.sent().await.iter().any(|mail| mail.subject == "A recovery code was used"), "its owner is told");
    let token = harness.password().await;
    assert_eq!(harness.confirm(&token, &codes[3]).await, Err(StepError::CodeWrong));
    assert!(harness.confirm(&token, &codes[4]).await.is_ok());
}

// ASVS V6.5.6
#[tokio::test]
async fn new_recovery_codes_replace_the_old_ones_and_belong_to_their_account() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let (resident, _) = harness.add_app().await;
    let old = harness.ports().factors.fresh_recovery_codes(&resident).await.unwrap();
    harness.ports().factors.renew_recovery_codes(&change_by(&resident)).await.unwrap();
    let new = harness.ports().factors.fresh_recovery_codes(&resident).await.unwrap();
    harness.register("ben@example.com", "07700 900407", Channel::Text).await;
    let other =
        harness.ports().sign_in.check_password("ben@example.com", PASSWORD, &ClientContext::default()).await.unwrap().token;
    assert_eq!(harness.confirm(&other, &new[0]).await, Err(StepError::CodeWrong));
    let token = harness.password().await;
    assert_eq!(harness.confirm(&token, &old[0]).await, Err(StepError::CodeWrong));
    assert!(harness.confirm(&token, &new[0]).await.is_ok());
}

// ASVS V6.5.1 V15.4.2
#[tokio::test]
async fn an_app_code_used_a_hundred_times_at_once_signs_in_once() {
    let harness = AccountsHarness::with(|settings| settings.codes.wrong_codes = 1000).await;
    harness.resident().await;
    let (_, app) = harness.add_app().await;
    harness.advance(MINUTE);
    let mut tokens = Vec::new();
    for _ in 0..100 {
        tokens.push(harness.password().await);
    }
    let code = app.code(&harness, 0);
    let tries = tokens.into_iter().map(|token| {
        let (ports, code) = (harness.ports(), code.clone());
        tokio::spawn(
            async move { ports.sign_in.confirm_code(&token, &code, &ClientContext::default()).await.answered().is_ok() },
        )
    });
    let mut signed_in = 0;
    for attempt in tries.collect::<Vec<_>>() {
        signed_in += usize::from(attempt.await.unwrap());
    }
    assert_eq!(signed_in, 1);
}

// ASVS V6.6.1
#[tokio::test]
async fn an_account_can_be_created_with_an_app_instead_of_a_phone() {
    let harness = AccountsHarness::new().await;
    let ports = harness.ports();
    let token = harness.to_phone(EMAIL).await;
    ports.registration.use_app(&token).await.unwrap();
    let shown = ports.registration.progress(&token).await.unwrap().unwrap();
    assert_eq!(shown.stage, RegistrationStage::App);
    let key = shown.app.unwrap().key;
    ports.registration.use_app(&token).await.unwrap();
    let again = ports.registration.progress(&token).await.unwrap().unwrap().app.unwrap().key;
    assert_eq!(again, key, "coming back shows the same key");
    let app = App::with_key(&key);
    assert_eq!(
        ports.registration.finish(&token, "000000", &ClientContext::default()).await.answered().err(),
        Some(StepError::CodeWrong)
    );
    let code = app.code(&harness, 0);
    let signed_in = ports.registration.finish(&token, &code, &ClientContext::default()).await.unwrap();
    let resident = harness.who(&signed_in.session_token).await.unwrap();
    assert_eq!((resident.phone.as_str(), harness.ports().factors.factors(&resident).await.unwrap().has_phone), ("", false));
    assert_eq!(harness.ports().factors.fresh_recovery_codes(&resident).await.unwrap().len(), 10);
    let refused = harness.ports().factors.remove_app(&change_by(&resident)).await.answered();
    assert_eq!(refused, Err(StepError::OnlyFactor), "without it nobody could sign in");
    harness.advance(HOUR);
    let step = harness.password().await;
    assert_eq!(ports.sign_in.send_code(&step, Channel::Text, ENGLISH).await.answered(), Err(StepError::Gone));
    assert_eq!(harness.confirm(&step, &code).await, Err(StepError::CodeWrong));
    assert!(harness.confirm(&step, &app.code(&harness, 0)).await.is_ok());
}

#[tokio::test]
async fn people_can_choose_a_phone_after_trying_an_app() {
    let harness = AccountsHarness::new().await;
    let token = harness.to_phone(EMAIL).await;
    harness.ports().registration.use_app(&token).await.unwrap();
    harness.ports().registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
    let code = harness.code().await;
    assert!(harness.ports().registration.finish(&token, &code, &ClientContext::default()).await.answered().is_ok());
}

// ASVS V7.4.3 V6.5.6
#[tokio::test]
async fn every_change_of_factors_ends_every_other_session() {
    let harness = AccountsHarness::with(|settings| settings.codes.sends_an_hour = 20).await;
    harness.resident().await;
    let mut key = String::new();
    for change in ["add", "codes", "drop"] {
        let elsewhere = harness.sign_in().await;
        let resident = harness.fresh_resident().await;
        let half_way = harness.password().await;
        match change {
            "add" => {
                harness.ports().factors.offer_app(&resident).await.unwrap();
                key = harness.ports().factors.offered_app(&resident).await.unwrap().unwrap().key;
                harness.take(&resident, &App::with_key(&key).code(&harness, 0)).await.unwrap();
            }
            "codes" => harness.ports().factors.renew_recovery_codes(&change_by(&resident)).await.unwrap(),
            _ => harness.ports().factors.remove_app(&change_by(&resident)).await.unwrap(),
        }
        assert!(harness.who(&elsewhere.session_token).await.is_none(), "{change}");
        assert_eq!(harness.ports().security.devices(&resident).await.unwrap().len(), 1, "{change}");
        assert_eq!(harness.ports().sign_in.progress(&half_way).await.unwrap(), None, "{change}");
        harness.advance(MINUTE);
    }
    assert!(!key.is_empty());
}
