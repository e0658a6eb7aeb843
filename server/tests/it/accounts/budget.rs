//! The limit on all texts and calls together, so that nobody can earn much by having premium numbers rung.

use super::support::{AccountsHarness, Answered, EMAIL, HOUR, PASSWORD};
use crate::support::ENGLISH;
use ports::{Channel, ClientContext, Device, StepError};

impl AccountsHarness {
    /// Somebody at the step that asks for a phone number. Returns the token of the step.
    async fn stranger(&self, number: u32) -> String {
        self.to_phone(&format!("stranger{number}@example.com")).await
    }

    async fn give(&self, token: &str, phone: &str) -> Result<(), StepError> {
        let channel = if phone.starts_with("07") { Channel::Text } else { Channel::Call };
        self.ports().registration.set_phone(token, phone, channel, &ClientContext::default()).await.answered()
    }

    async fn prove(&self, token: &str) {
        self.ports().registration.finish(token, &self.code().await, &ClientContext::default()).await.unwrap();
    }
}

// ASVS V2.3.2
#[tokio::test]
async fn half_of_all_texts_is_reserved_for_verified_numbers() {
    let harness = AccountsHarness::with(|settings| settings.limits.texts_an_hour = 4).await;
    harness.resident().await;
    let first = harness.stranger(1).await;
    for (number, token) in [(1, first.clone()), (2, harness.stranger(2).await)] {
        assert_eq!(harness.give(&token, &format!("07700 90010{number}")).await, Ok(()));
    }
    let third = harness.stranger(3).await;
    assert_eq!(harness.minutes_of(harness.give(&third, "07700 900103").await.unwrap_err()), 60);
    assert_eq!(harness.give(&third, "01632 960103").await, Ok(()), "calls are counted separately");
    for _ in 0..4 {
        harness.to_code().await;
    }
    harness.advance(HOUR);
    let fourth = harness.stranger(4).await;
    assert_eq!(harness.give(&fourth, "07700 900103").await, Ok(()));
}

#[tokio::test]
async fn verifying_a_number_refunds_its_texts() {
    let harness = AccountsHarness::with(|settings| settings.limits.texts_an_hour = 20).await;
    for number in 0..12 {
        let token = harness.stranger(number).await;
        assert_eq!(harness.give(&token, &format!("07700 9002{number:02}")).await, Ok(()), "{number}");
        harness.prove(&token).await;
    }
}

// ASVS V2.4.1
#[tokio::test]
async fn a_spent_budget_stops_only_new_numbers() {
    let harness = AccountsHarness::with(|settings| settings.limits.texts_an_hour = 2).await;
    harness.resident().await;
    let token = harness.stranger(1).await;
    for _ in 0..2 {
        harness.to_code().await;
    }
    assert!(matches!(harness.give(&token, "07700 900101").await, Err(StepError::Limited(..))));
    harness.to_code().await;
}

#[tokio::test]
async fn a_number_block_is_limited_until_one_number_is_verified() {
    let harness = AccountsHarness::new().await;
    let mut sent = 0;
    let mut last = String::new();
    for stranger in 0..7 {
        last = harness.stranger(stranger).await;
        for _ in 0..3 {
            let refused = harness.give(&last, &format!("07700 9003{sent:02}")).await.is_err();
            assert_eq!(refused, sent == 20, "{sent}");
            sent += i32::from(!refused);
            harness.advance(31);
        }
    }
    assert!(harness.give(&last, "07700 900399").await.is_err());
    let other = harness.stranger(7).await;
    assert_eq!(harness.give(&other, "01632 960300").await, Ok(()), "another block");
    harness.advance(HOUR);
    let token = harness.stranger(8).await;
    assert_eq!(harness.give(&token, "07700 900300").await, Ok(()));
    harness.prove(&token).await;
}

// ASVS V6.3.1
#[tokio::test]
async fn too_many_wrong_passwords_in_a_row_force_a_reset_except_in_known_browsers() {
    let harness = AccountsHarness::with(|settings| {
        (settings.codes.wrong_passwords, settings.codes.wrong_passwords_in_a_row) = (2, 4);
    })
    .await;
    harness.resident().await;
    let known = ClientContext { known: Some(harness.sign_in().await.device_token), ..ClientContext::default() };
    for email in [EMAIL, "nobody@example.com"] {
        let guess = async |password: &str| {
            harness.ports().sign_in.check_password(email, password, &ClientContext::default()).await.answered().map(drop)
        };
        assert_eq!(guess("wrong wrong wrong").await, Err(StepError::SignInWrong));
        assert!(matches!(guess("wrong wrong wrong").await, Err(StepError::Locked(_))));
        harness.advance(HOUR);
        assert_eq!(guess("wrong wrong wrong").await, Err(StepError::SignInWrong));
        assert_eq!(guess("wrong wrong wrong").await, Err(StepError::PasswordDisabled));
        harness.advance(30 * 24 * HOUR);
        assert_eq!(guess(PASSWORD).await, Err(StepError::PasswordDisabled), "waiting doesn't help");
    }
    assert!(harness.ports().sign_in.check_password(EMAIL, PASSWORD, &known).await.answered().is_ok());
    let ports = harness.ports();
    ports.passwords.send_reset_link(EMAIL, &ClientContext::default()).await.unwrap();
    let mail = harness.last().await.body;
    let link = mail.split_once("/reset-password/").unwrap().1.split_whitespace().next().unwrap();
    ports.passwords.reset_password(link, "seven quiet rivers", Device::default(), ENGLISH).await.unwrap();
    let signed_in =
        harness.ports().sign_in.check_password(EMAIL, "seven quiet rivers", &ClientContext::default()).await.answered();
    assert!(signed_in.is_ok());
}
