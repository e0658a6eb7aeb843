//! Changing the password: by a link in an email, or while signed in.

use super::support::{AccountsHarness, Answered, EMAIL, HOUR, MINUTE, PASSWORD, Sent};
use crate::support::ENGLISH;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version, password_hash::phc::PasswordHash};
use platform::crypto::digest::Purpose;
use ports::{ClientContext, Device, StepError};
use std::sync::Arc;

const OTHER: &str = "seven quiet rivers";

impl AccountsHarness {
    /// Asks for a link and returns it from the email.
    async fn link(&self) -> String {
        self.ports().passwords.send_reset_link(EMAIL, &ClientContext::default()).await.unwrap();
        link_in(&self.last().await)
    }

    async fn reset(&self, link: &str, password: &str) -> Result<(), StepError> {
        self.ports().passwords.reset_password(link, password, Device::default(), ENGLISH).await.answered()
    }
}

/// A browser that may already have a device token.
fn in_browser(known: Option<&str>) -> ClientContext {
    ClientContext { known: known.map(str::to_owned), ..ClientContext::default() }
}

fn link_in(mail: &Sent) -> String {
    let start = mail.body.split_once("/reset-password/").expect("a link").1;
    start.split_whitespace().next().unwrap().to_owned()
}

// ASVS V6.4.3 V6.3.7
#[tokio::test]
async fn a_link_in_an_email_changes_the_password_once() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let elsewhere = harness.sign_in().await;
    let half_way = harness.password().await;
    let link = harness.link().await;
    for _ in 0..3 {
        assert!(harness.ports().passwords.is_reset_link_valid(&link).await.unwrap(), "opening the link doesn't use it up");
    }
    assert_eq!(harness.reset(&link, OTHER).await, Ok(()));
    assert_eq!(harness.last().await.subject, "Your password has been changed");
    assert_eq!(harness.reset(&link, "third password of mine").await, Err(StepError::LinkExpired));
    assert!(!harness.ports().passwords.is_reset_link_valid(&link).await.unwrap());
    assert!(harness.who(&elsewhere.session_token).await.is_none(), "everybody is signed out");
    assert_eq!(harness.ports().sign_in.progress(&half_way).await.unwrap(), None, "an unfinished sign-in has ended too");
    assert_eq!(
        harness.ports().sign_in.check_password(EMAIL, PASSWORD, &ClientContext::default()).await.answered(),
        Err(StepError::SignInWrong)
    );
    let step = harness.ports().sign_in.check_password(EMAIL, OTHER, &ClientContext::default()).await.unwrap();
    assert!(
        harness.ports().sign_in.progress(&step.token).await.unwrap().unwrap().sent.is_none(),
        "a code is asked for as always"
    );
}

#[tokio::test]
async fn a_link_works_for_half_an_hour_and_until_the_next() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let first = harness.link().await;
    harness.advance(30 * MINUTE - 1);
    assert!(harness.ports().passwords.is_reset_link_valid(&first).await.unwrap());
    harness.advance(1);
    assert!(!harness.ports().passwords.is_reset_link_valid(&first).await.unwrap());
    assert_eq!(harness.reset(&first, OTHER).await, Err(StepError::LinkExpired));
    let second = harness.link().await;
    let third = harness.link().await;
    assert_eq!(harness.reset(&second, OTHER).await, Err(StepError::LinkExpired), "only the newest works");
    assert_eq!(harness.reset(&third, OTHER).await, Ok(()));
    for never in ["", "x", "0", &"a".repeat(50_000)] {
        assert_eq!(harness.reset(never, OTHER).await, Err(StepError::LinkExpired));
    }
}

// ASVS V6.2.12 V6.2.4
#[tokio::test]
async fn a_refused_password_does_not_use_up_the_link() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let link = harness.link().await;
    for (password, step_error) in [
        ("", StepError::PasswordMissing),
        ("short", StepError::PasswordShort),
        ("passwordpassword", StepError::PasswordCommon),
        ("ann@example.com1", StepError::PasswordCommon),
    ] {
        assert_eq!(harness.reset(&link, password).await, Err(step_error), "{password}");
    }
    assert_eq!(harness.reset(&link, OTHER).await, Ok(()));
}

// ASVS V6.3.8
#[tokio::test]
async fn only_the_mailbox_learns_whether_there_is_an_account() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let mut seen = Vec::new();
    for email in [EMAIL, "nobody@example.com"] {
        let mut answers = Vec::new();
        for _ in 0..4 {
            answers.push(harness.ports().passwords.send_reset_link(email, &ClientContext::default()).await.answered());
        }
        assert!(answers[..3].iter().all(Result::is_ok), "{answers:?}");
        assert_eq!(harness.minutes_of(answers[3].unwrap_err()), 60);
        let mail = harness.last().await;
        assert_eq!((mail.to.as_str(), mail.body.contains("/reset-password/")), (email, email == EMAIL));
        seen.push(answers);
    }
    assert_eq!(seen[0], seen[1]);
    harness.advance(HOUR);
    assert!(harness.ports().passwords.send_reset_link(EMAIL, &ClientContext::default()).await.answered().is_ok());
}

// ASVS V6.4.3
#[tokio::test]
async fn a_reset_clears_wrong_passwords_but_not_wrong_codes() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let token = harness.to_code().await;
    for _ in 0..5 {
        let _ = harness.confirm(&token, "000000").await;
    }
    for _ in 0..10 {
        let _ =
            harness.ports().sign_in.check_password(EMAIL, "wrong wrong wrong", &ClientContext::default()).await.answered();
    }
    let link = harness.link().await;
    harness.reset(&link, OTHER).await.unwrap();
    let step = harness.ports().sign_in.check_password(EMAIL, OTHER, &ClientContext::default()).await.unwrap();
    let sent = harness.ports().sign_in.send_code(&step.token, ports::Channel::Text, ENGLISH).await.answered();
    assert_eq!(harness.minutes_of(sent.unwrap_err()), 15);
}

// ASVS V6.2.2 V6.2.3 V7.5.1
#[tokio::test]
async fn a_password_change_needs_a_recent_password() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let signed_in = harness.sign_in().await;
    let other = harness.sign_in().await;
    let change = |resident: Arc<ports::Resident>| {
        let ports = harness.ports();
        async move { ports.passwords.change_password(&resident, OTHER, &ClientContext::default()).await.answered() }
    };
    harness.advance(5 * MINUTE);
    let resident = harness.who(&signed_in.session_token).await.unwrap();
    assert_eq!(change(resident.clone()).await, Err(StepError::ConfirmFirst));
    let wrong = harness.ports().passwords.confirm_password(&resident, "wrong wrong wrong").await.answered();
    assert_eq!(wrong, Err(StepError::PasswordWrong));
    let token = harness.ports().passwords.confirm_password(&resident, PASSWORD).await.unwrap().token;
    assert!(harness.who(&signed_in.session_token).await.is_none(), "the earlier token no longer works");
    harness.advance(5 * MINUTE - 1);
    let resident = harness.who(&token).await.unwrap();
    let token = change(resident).await.unwrap().token;
    assert!(harness.who(&token).await.is_some());
    assert!(harness.who(&other.session_token).await.is_none(), "every other device is signed out");
    assert_eq!(harness.last().await.subject, "Your password has been changed");
    assert!(harness.ports().sign_in.check_password(EMAIL, OTHER, &ClientContext::default()).await.answered().is_ok());
}

// ASVS V6.3.1
#[tokio::test]
async fn an_open_session_allows_ten_password_guesses() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let signed_in = harness.sign_in().await;
    let resident = harness.who(&signed_in.session_token).await.unwrap();
    for attempt in 1..=10 {
        let step_error =
            harness.ports().passwords.confirm_password(&resident, "wrong wrong wrong").await.answered().unwrap_err();
        assert_eq!(step_error == StepError::PasswordWrong, attempt < 10, "{attempt}");
    }
    let right = harness.ports().passwords.confirm_password(&resident, PASSWORD).await.answered().unwrap_err();
    assert_eq!(harness.minutes_of(right), 15);
}

// ASVS V6.3.1
#[tokio::test]
async fn wrong_passwords_elsewhere_do_not_lock_out_a_known_browser() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let known = harness.sign_in().await.device_token;
    for _ in 0..10 {
        let _ =
            harness.ports().sign_in.check_password(EMAIL, "wrong wrong wrong", &ClientContext::default()).await.answered();
    }
    let from = |known: Option<&str>| {
        let (ports, client_context) = (harness.ports(), in_browser(known));
        async move { ports.sign_in.check_password(EMAIL, PASSWORD, &client_context).await.answered() }
    };
    assert!(matches!(from(None).await, Err(StepError::Locked(_))));
    assert!(matches!(from(Some("a token nobody gave")).await, Err(StepError::Locked(_))));
    assert!(from(Some(&known)).await.is_ok());
    for attempt in 1..=10 {
        let wrong =
            harness.ports().sign_in.check_password(EMAIL, "wrong wrong wrong", &in_browser(Some(&known))).await.answered();
        assert_eq!(wrong.unwrap_err() == StepError::SignInWrong, attempt < 10, "it has its own count");
    }
    // This doesn't apply to another account in the same browser.
    harness.register("ben@example.com", "07700 900407", ports::Channel::Text).await;
    let other =
        harness.ports().sign_in.check_password("ben@example.com", PASSWORD, &in_browser(Some(&known))).await.answered();
    assert!(other.is_ok());
}

#[tokio::test]
async fn changing_the_password_forgets_every_other_browser() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let (elsewhere, here) = (harness.sign_in().await, harness.sign_in().await);
    let resident = harness.who(&here.session_token).await.unwrap();
    harness.ports().passwords.change_password(&resident, OTHER, &in_browser(Some(&here.device_token))).await.unwrap();
    for _ in 0..10 {
        let _ =
            harness.ports().sign_in.check_password(EMAIL, "wrong wrong wrong", &ClientContext::default()).await.answered();
    }
    let from =
        async |known: &str| harness.ports().sign_in.check_password(EMAIL, OTHER, &in_browser(Some(known))).await.answered();
    assert!(from(&here.device_token).await.is_ok());
    assert!(from(&elsewhere.device_token).await.is_err());
}

/// A hash of the password as an earlier version would have made it, cheaper than today's.
fn old_hash(harness: &AccountsHarness, password: &str) -> String {
    let peppered = harness.service().keyring.hash(Purpose::Password, &[password.as_bytes()]);
    let cheap = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8, 1, 1, None).unwrap());
    let hash: PasswordHash = cheap.hash_password_with_salt(&peppered, &[7; 16]).unwrap();
    hash.to_string()
}

// ASVS V11.4.2
#[tokio::test]
async fn a_hash_with_older_parameters_is_renewed_by_the_right_password() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let signed_in = harness.sign_in().await;
    let resident = harness.who(&signed_in.session_token).await.unwrap();
    let store = &harness.service().store;
    let account = async || store.reader().account(&resident.account).await.unwrap().unwrap();
    let put_old = async || {
        let old = old_hash(&harness, PASSWORD);
        assert!(store.writer().replace_password_hash(&account().await, old).await.unwrap());
    };
    let is_old = async || account().await.password_hash.starts_with("$argon2id$v=19$m=8,");
    put_old().await;
    let wrong = harness.ports().sign_in.check_password(EMAIL, OTHER, &ClientContext::default()).await.answered();
    assert_eq!(wrong, Err(StepError::SignInWrong));
    assert!(is_old().await, "a wrong password changes nothing");
    harness.password().await;
    assert!(!is_old().await, "at sign-in");
    harness.password().await;
    put_old().await;
    harness.ports().passwords.confirm_password(&resident, PASSWORD).await.unwrap();
    assert!(!is_old().await, "when it is entered again");
    // If somebody changed the password in the meantime, the new one stays.
    let before = account().await;
    put_old().await;
    assert!(!store.writer().replace_password_hash(&before, "late".to_owned()).await.unwrap());
}
