//! What one network may attempt.

use super::support::{AccountsHarness, Answered, EMAIL, HOUR, MINUTE, PASSWORD};
use ports::{Channel, ClientContext, LimitedBy, Network, StepError};

fn from(network: &str) -> ClientContext {
    ClientContext { network: Some(Network(network.to_owned())), ..ClientContext::default() }
}

impl AccountsHarness {
    async fn try_password(&self, email: &str, password: &str, client_context: &ClientContext) -> Result<(), StepError> {
        self.ports().sign_in.check_password(email, password, client_context).await.answered().map(drop)
    }
}

// ASVS V6.3.1 V2.4.1
#[tokio::test]
async fn a_network_that_guesses_passwords_of_many_accounts_is_locked_longer_each_time() {
    let harness = AccountsHarness::with(|settings| settings.limits.wrong_passwords_a_network = 5).await;
    harness.resident().await;
    let known = harness.sign_in().await.device_token;
    let library = from("203.0.113.9");
    for attempt in 1..=5 {
        let email = format!("resident{attempt}@example.com");
        assert_eq!(harness.try_password(&email, "wrong wrong wrong", &library).await, Err(StepError::SignInWrong));
    }
    let locked = harness.try_password(EMAIL, PASSWORD, &library).await.unwrap_err();
    assert!(matches!(locked, StepError::Limited(LimitedBy::NetworkPasswords, _)), "{locked:?}");
    assert_eq!(harness.minutes_of(locked), 5);
    assert_eq!(harness.try_password(EMAIL, PASSWORD, &from("203.0.113.10")).await, Ok(()), "another network isn't locked");
    let here_before = ClientContext { known: Some(known), ..library.clone() };
    assert_eq!(harness.try_password(EMAIL, PASSWORD, &here_before).await, Ok(()), "nor is a known browser locked out");
    harness.advance(5 * MINUTE - 1);
    assert!(harness.try_password(EMAIL, PASSWORD, &library).await.is_err());
    harness.advance(1);
    assert_eq!(harness.try_password(EMAIL, PASSWORD, &library).await, Ok(()));
    for minutes in [10, 20, 40, 60, 60] {
        for attempt in 1..=5 {
            let email = format!("resident{minutes}{attempt}@example.com");
            let _ = harness.try_password(&email, "wrong wrong wrong", &library).await;
        }
        let locked = harness.try_password(EMAIL, PASSWORD, &library).await.unwrap_err();
        assert_eq!(harness.minutes_of(locked), minutes);
        harness.advance(minutes * MINUTE);
    }
}

#[tokio::test]
async fn many_right_passwords_from_one_network_lock_nobody() {
    let harness = AccountsHarness::with(|settings| settings.limits.wrong_passwords_a_network = 5).await;
    harness.resident().await;
    let library = from("203.0.113.9");
    for _ in 0..20 {
        assert_eq!(harness.try_password(EMAIL, PASSWORD, &library).await, Ok(()));
    }
    for _ in 0..4 {
        assert_eq!(
            harness.try_password("nobody@example.com", "wrong wrong wrong", &library).await,
            Err(StepError::SignInWrong)
        );
        assert_eq!(harness.try_password(EMAIL, PASSWORD, &library).await, Ok(()), "and don't reset the count of wrong ones");
    }
    assert_eq!(harness.try_password("nobody@example.com", "wrong wrong wrong", &library).await, Err(StepError::SignInWrong));
    assert!(matches!(
        harness.try_password(EMAIL, PASSWORD, &library).await,
        Err(StepError::Limited(LimitedBy::NetworkPasswords, _))
    ));
    harness.advance(61 * MINUTE);
    assert_eq!(harness.try_password(EMAIL, PASSWORD, &library).await, Ok(()));
}

// ASVS V2.4.1 V2.3.2
#[tokio::test]
async fn registrations_and_links_per_network_are_limited() {
    let harness = AccountsHarness::with(|settings| {
        (settings.limits.registrations_a_network, settings.limits.resets_a_network) = (10, 10);
    })
    .await;
    let library = from("2001:db8:1:2::");
    let ports = harness.ports();
    for number in 0..10 {
        let email = format!("resident{number}@example.com");
        assert!(harness.ports().registration.begin(&email, &library).await.answered().is_ok());
        assert!(ports.passwords.send_reset_link(&email, &library).await.answered().is_ok());
    }
    let accounts = harness.ports().registration.begin("eleventh@example.com", &library).await.answered().unwrap_err();
    let links = ports.passwords.send_reset_link("eleventh@example.com", &library).await.answered().unwrap_err();
    for refused in [accounts, links] {
        assert!(matches!(refused, StepError::Limited(LimitedBy::Network, _)), "{refused:?}");
        assert_eq!(harness.minutes_of(refused), 1, "a pause comes first");
    }
    for number in 0..10 {
        harness.advance(MINUTE);
        let email = format!("later{number}@example.com");
        assert!(harness.ports().registration.begin(&email, &library).await.answered().is_ok());
        assert!(harness.ports().registration.begin("twice@example.com", &library).await.answered().is_err());
    }
    harness.advance(MINUTE);
    let refused = harness.ports().registration.begin("last@example.com", &library).await.answered().unwrap_err();
    assert_eq!(harness.minutes_of(refused), 49, "twice the limit is a refusal until the hour is over");
    assert!(harness.ports().registration.begin("eleventh@example.com", &from("203.0.113.1")).await.answered().is_ok());
    harness.advance(HOUR);
    assert!(harness.ports().registration.begin("eleventh@example.com", &library).await.answered().is_ok());
}

/// A library on the day the council's letters arrive: forty people make accounts in an hour, all at once, and as many
/// begin and give up.
#[tokio::test]
async fn forty_people_of_one_network_make_accounts_in_an_hour() {
    let harness = AccountsHarness::new().await;
    let library = from("203.0.113.9");
    let ports = harness.ports();
    let mut waiting = Vec::new();
    for number in 0..40 {
        let email = format!("resident{number}@example.com");
        let token = ports.registration.begin(&email, &library).await.answered().unwrap().token;
        ports.registration.confirm_email(&token, &harness.code_to(&email).await, &library).await.unwrap();
        ports.registration.set_password(&token, "Ann", "Lee", PASSWORD).await.unwrap();
        ports.registration.begin(&format!("gives-up{number}@example.com"), &library).await.answered().unwrap();
        waiting.push(token);
        harness.advance(30);
    }
    for (number, token) in waiting.iter().enumerate() {
        let (phone, to) = (format!("07700 900{number:03}"), format!("+447700900{number:03}"));
        ports.registration.set_phone(token, &phone, Channel::Text, &library).await.answered().unwrap();
        let code = harness.code_to(&to).await;
        ports.registration.finish(token, &code, &library).await.answered().unwrap();
    }
}

// ASVS V2.4.1
#[tokio::test]
async fn unverified_numbers_per_network_are_limited() {
    let harness = AccountsHarness::with(|settings| settings.limits.new_phones_a_network = 3).await;
    let (library, elsewhere) = (from("203.0.113.9"), from("203.0.113.10"));
    let give = async |token: &str, number: usize, client_context: &ClientContext| {
        let phone = format!("07700 90{number:04}");
        harness.ports().registration.set_phone(token, &phone, Channel::Text, client_context).await.answered()
    };
    // Proven ones don't count, however many there are.
    for number in 0..5 {
        harness.advance(1);
        let token = harness.to_phone(&format!("resident{number}@example.com")).await;
        harness.advance(1);
        assert_eq!(give(&token, number, &library).await, Ok(()));
        harness.ports().registration.finish(&token, &harness.code().await, &library).await.unwrap();
    }
    for number in 5..8 {
        harness.advance(MINUTE);
        let token = harness.to_phone(&format!("resident{number}@example.com")).await;
        assert_eq!(give(&token, number, &library).await, Ok(()));
        harness.advance(MINUTE);
        assert_eq!(give(&token, number, &library).await, Ok(()), "the same number again counts once");
    }
    harness.advance(MINUTE);
    let token = harness.to_phone("fourth@example.com").await;
    assert_eq!(give(&token, 8, &library).await, Ok(()), "one a minute");
    let token = harness.to_phone("fifth@example.com").await;
    let refused = give(&token, 9, &library).await.unwrap_err();
    assert!(matches!(refused, StepError::Limited(..)), "{refused:?}");
    assert_eq!(give(&token, 9, &elsewhere).await, Ok(()));
    harness.advance(HOUR);
    let token = harness.to_phone("later@example.com").await;
    assert_eq!(give(&token, 10, &library).await, Ok(()));
}
