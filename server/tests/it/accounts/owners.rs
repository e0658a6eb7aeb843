//! Entering somebody else's address or number doesn't use up the limits of its owner.

use super::support::{AccountsHarness, Answered, EMAIL, HOUR, MINUTE, MOBILE, change_by, wrong};
use crate::support::ENGLISH;
use ports::{Channel, ClientContext, Network, Resident, StepError};
use std::sync::Arc;

const NEW: &str = "07700 900777";

fn from(network: &str) -> ClientContext {
    ClientContext { network: Some(Network(network.to_owned())), ..ClientContext::default() }
}

impl AccountsHarness {
    /// Registers a new person with a number that isn't theirs. Returns the token of the step, or why it was refused.
    async fn register_with_number(&self, number: usize, phone: &str, channel: Channel) -> Result<String, StepError> {
        let token = self.to_phone(&format!("stranger{number}@example.com")).await;
        let given = self.ports().registration.set_phone(&token, phone, channel, &ClientContext::default()).await.answered();
        given.map(|()| token)
    }

    /// Other people request codes to a number until no more are sent.
    async fn exhaust_number(&self, phone: &str, channel: Channel) {
        for number in 0..5 {
            self.register_with_number(number, phone, channel).await.unwrap();
        }
        assert!(matches!(
            self.register_with_number(5, phone, channel).await,
            Err(StepError::TooSoon(_) | StepError::Limited(..))
        ));
    }

    /// Other people register with an address until no more emails are sent, and type wrong codes until it is locked.
    async fn exhaust_mailbox(&self, email: &str) {
        let mut token = String::new();
        for _ in 0..5 {
            token = self.ports().registration.begin(email, &ClientContext::default()).await.unwrap().token;
        }
        let sixth = self.ports().registration.begin(email, &ClientContext::default()).await.answered();
        assert!(matches!(sixth, Err(StepError::TooSoon(_) | StepError::Limited(..))));
        for _ in 0..5 {
            let _ = self.ports().registration.confirm_email(&token, "000000", &ClientContext::default()).await.answered();
        }
        assert!(matches!(
            self.ports().registration.confirm_email(&token, "000000", &ClientContext::default()).await.answered(),
            Err(StepError::Locked(_))
        ));
    }

    async fn fresh(&self) -> Arc<Resident> {
        let signed_in = self.sign_in().await;
        self.who(&signed_in.session_token).await.unwrap()
    }
}

// ASVS V6.1.1 V6.3.1
#[tokio::test]
async fn codes_requested_by_others_do_not_use_up_the_owners_limit() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.exhaust_number(MOBILE, Channel::Text).await;
    for _ in 0..5 {
        harness.to_code().await;
    }
    let step = harness.password().await;
    let own = harness.ports().sign_in.send_code(&step, Channel::Text, ENGLISH).await.answered().unwrap_err();
    assert_eq!(harness.minutes_of(own), 60, "the owner's own limit applies");
}

#[tokio::test]
async fn calls_requested_by_others_do_not_use_up_the_owners_limit() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.exhaust_number(MOBILE, Channel::Call).await;
    for _ in 0..5 {
        let step = harness.password().await;
        harness.ports().sign_in.send_code(&step, Channel::Call, ENGLISH).await.unwrap();
    }
}

// ASVS V6.3.1
#[tokio::test]
async fn reset_links_requested_by_others_do_not_use_up_the_owners_limit() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let known = harness.sign_in().await.device_token;
    let ports = harness.ports();
    let ask = async |client_context: &ClientContext| ports.passwords.send_reset_link(EMAIL, client_context).await.answered();
    let stranger = from("203.0.113.9");
    for _ in 0..3 {
        ask(&stranger).await.unwrap();
    }
    assert!(matches!(ask(&stranger).await, Err(StepError::TooSoon(_) | StepError::Limited(..))));
    let own = ClientContext { known: Some(known), ..stranger.clone() };
    for _ in 0..3 {
        ask(&own).await.unwrap();
        assert!(harness.last().await.body.contains("/reset-password/"));
    }
    assert_eq!(harness.minutes_of(ask(&own).await.unwrap_err()), 60, "the owner's own limit applies");
    // From an unknown browser: one network only uses up its own limit.
    for _ in 0..3 {
        ask(&from("203.0.113.10")).await.unwrap();
    }
    assert!(
        matches!(ask(&from("203.0.113.11")).await, Err(StepError::TooSoon(_) | StepError::Limited(..))),
        "no mailbox is flooded"
    );
}

#[tokio::test]
async fn a_browser_known_to_one_account_is_unknown_to_another() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let other = harness.register("ben@example.com", "07700 900407", Channel::Text).await.device_token;
    let client_context = ClientContext { known: Some(other), ..from("203.0.113.9") };
    let ports = harness.ports();
    for _ in 0..3 {
        ports.passwords.send_reset_link(EMAIL, &client_context).await.unwrap();
    }
    assert!(ports.passwords.send_reset_link(EMAIL, &client_context).await.answered().is_err());
    assert!(ports.passwords.send_reset_link("ben@example.com", &client_context).await.answered().is_ok());
}

// ASVS V6.3.1
#[tokio::test]
async fn others_do_not_use_up_the_limits_for_a_lost_phone() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.exhaust_mailbox(EMAIL).await;
    harness.granted().await;
    harness.exhaust_number(NEW, Channel::Text).await;
    let token = harness.register_with_number(6, "07700 900778", Channel::Text).await.unwrap();
    let code = wrong(&harness.code().await);
    for _ in 0..5 {
        let _ = harness.ports().registration.finish(&token, &code, &ClientContext::default()).await.answered();
    }
    let step = harness.password().await;
    let ports = harness.ports();
    ports.new_phone.send_email_code(&step, ENGLISH).await.unwrap();
    for _ in 0..4 {
        assert_eq!(ports.new_phone.confirm_email_code(&step, "000000").await.answered(), Err(StepError::CodeWrong));
    }
    ports.new_phone.confirm_email_code(&step, &harness.code().await).await.unwrap();
    ports.new_phone.send_phone_code(&step, Some(NEW), Channel::Text, ENGLISH).await.unwrap();
    let signed_in = ports.new_phone.finish(&step, &harness.code().await, &ClientContext::default()).await.answered();
    assert!(signed_in.is_ok());
}

#[tokio::test]
async fn wrong_codes_for_somebody_elses_number_lock_nobody_else_out() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let token = harness.register_with_number(0, NEW, Channel::Text).await.unwrap();
    let code = wrong(&harness.code().await);
    for _ in 0..5 {
        let _ = harness.ports().registration.finish(&token, &code, &ClientContext::default()).await.answered();
    }
    let resident = harness.fresh().await;
    let ports = harness.ports();
    ports.contact.send_to_phone(&change_by(&resident), Some(NEW), Channel::Text).await.unwrap();
    for _ in 0..5 {
        let _ = ports.contact.finish_phone(&change_by(&resident), &code).await.answered();
    }
    let locked = ports.contact.send_to_phone(&change_by(&resident), Some(NEW), Channel::Text).await.answered().unwrap_err();
    assert_eq!(harness.minutes_of(locked), 15, "the account's own limit applies");
}

#[tokio::test]
async fn sends_of_others_to_a_number_block_do_not_stop_the_owner() {
    let harness = AccountsHarness::with(|settings| settings.limits.texts_an_hour = 10).await;
    harness.resident().await;
    for number in 0..5 {
        harness.register_with_number(number, &format!("07700 90080{number}"), Channel::Text).await.unwrap();
    }
    assert!(harness.register_with_number(5, "07700 900806", Channel::Text).await.is_err(), "half of all is spent");
    let resident = harness.fresh().await;
    let ports = harness.ports();
    ports.contact.send_to_phone(&change_by(&resident), Some(NEW), Channel::Text).await.unwrap();
    let code = harness.code().await;
    ports.contact.finish_phone(&change_by(&resident), &code).await.unwrap();
}

// ASVS V2.4.1
#[tokio::test]
async fn an_account_has_codes_mailed_to_five_addresses_an_hour_and_ten_a_day() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let ports = harness.ports();
    let mut sent = 0;
    for hour in 0..3 {
        let resident = harness.fresh().await;
        for _ in 0..6 {
            let email = format!("somebody{sent}@example.com");
            let asked = ports.contact.send_to_email(&change_by(&resident), Some(&email)).await.answered();
            assert_eq!(asked.is_ok(), sent < 5 * (hour + 1) && sent < 10, "{sent}: {asked:?}");
            sent += i32::from(asked.is_ok());
            harness.advance(31);
        }
        harness.advance(HOUR);
    }
    assert_eq!(sent, 10);
}

#[tokio::test]
async fn an_address_gets_ten_codes_an_hour_from_all_accounts_together() {
    let harness = AccountsHarness::new().await;
    let ports = harness.ports();
    let mut sent = 0;
    for number in 0..3 {
        let email = format!("resident{number}@example.com");
        let signed_in = harness.register(&email, &format!("07700 90060{number}"), Channel::Text).await;
        let resident = harness.who(&signed_in.session_token).await.unwrap();
        for _ in 0..5 {
            let asked = ports.contact.send_to_email(&change_by(&resident), Some("victim@example.com")).await.answered();
            assert_eq!(asked.is_ok(), sent < 10, "{sent}: {asked:?}");
            sent += i32::from(asked.is_ok());
            harness.advance(31);
        }
    }
    harness.advance(MINUTE);
    assert!(
        harness.ports().registration.begin("victim@example.com", &ClientContext::default()).await.answered().is_ok(),
        "strangers have a limit of their own"
    );
}

// ASVS V2.4.1
#[tokio::test]
async fn many_people_can_register_in_a_library() {
    let harness = AccountsHarness::new().await;
    let library = from("203.0.113.9");
    // Twelve at the same time, twice, and then one after the other.
    for round in 0..3 {
        let mut begun = Vec::new();
        for person in 0..12 {
            let email = format!("reader{round}x{person}@example.com");
            let token = harness.ports().registration.begin(&email, &library).await.unwrap().token;
            harness
                .ports()
                .registration
                .confirm_email(&token, &harness.code().await, &ClientContext::default())
                .await
                .unwrap();
            begun.push(token);
        }
        for (person, token) in begun.into_iter().enumerate() {
            if person % 4 == 0 {
                harness.ports().registration.set_password(&token, "Ann", "Lee", super::support::PASSWORD).await.unwrap();
                let phone = format!("07700 90{:04}", 100 * round + person);
                let given = harness.ports().registration.set_phone(&token, &phone, Channel::Text, &library).await.answered();
                assert_eq!(given, Ok(()), "{round} {person}");
                harness.ports().registration.finish(&token, &harness.code().await, &library).await.unwrap();
            }
        }
        harness.advance(20 * MINUTE);
    }
}
