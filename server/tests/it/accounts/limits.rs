//! How often something may be attempted or sent.

use super::support::{AccountsHarness, Answered, EMAIL, HOUR, MINUTE, MOBILE, PASSWORD};
use crate::support::ENGLISH;
use ports::{Channel, ClientContext, StepError};

#[tokio::test]
async fn the_fifth_wrong_code_locks_for_15_minutes_then_30_60_and_120() {
    let harness =
        AccountsHarness::with(|settings| (settings.codes.sends_an_hour, settings.codes.sends_a_day) = (100, 100)).await;
    harness.resident().await;
    for minutes in [15, 30, 60, 120, 120] {
        // Wrong codes in one sign-in count in another.
        let mut token = harness.to_code().await;
        for number in 1..5 {
            if number == 3 {
                token = harness.to_code().await;
            }
            let wrong = harness.wrong_code().await;
            assert_eq!(harness.confirm(&token, &wrong).await, Err(StepError::CodeWrong), "wrong code {number}");
        }
        let (right, wrong) = (harness.code().await, harness.wrong_code().await);
        let fifth = harness.confirm(&token, &wrong).await.unwrap_err();
        assert_eq!(harness.minutes_of(fifth), minutes);
        assert_eq!(harness.confirm(&token, &right).await, Err(fifth), "the sixth isn't checked, right or wrong");
        let fresh = harness.password().await;
        let sent = harness.ports().sign_in.send_code(&fresh, Channel::Text, ENGLISH).await.answered();
        assert_eq!(sent, Err(fifth), "nor is a code sent");
        harness.advance(minutes * MINUTE - 1);
        let almost = harness.password().await;
        assert_eq!(harness.confirm(&almost, &right).await, Err(fifth));
        harness.advance(1);
    }
    harness.sign_in().await;
    let token = harness.to_code().await;
    let wrong = harness.wrong_code().await;
    for _ in 0..4 {
        assert_eq!(harness.confirm(&token, &wrong).await, Err(StepError::CodeWrong));
    }
    let fifth = harness.confirm(&token, &wrong).await.unwrap_err();
    assert_eq!(harness.minutes_of(fifth), 15, "a success reset the count");
}

// ASVS V6.3.1 V2.3.2 V6.3.8
#[tokio::test]
async fn the_tenth_wrong_password_locks_whether_or_not_there_is_an_account() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let mut seen = Vec::new();
    for email in [EMAIL, "nobody@example.com"] {
        let mut answers = Vec::new();
        for _ in 0..11 {
            answers.push(
                harness
                    .ports()
                    .sign_in
                    .check_password(email, "wrong wrong wrong", &ClientContext::default())
                    .await
                    .answered()
                    .unwrap_err(),
            );
        }
        assert!(answers[..9].iter().all(|answer| *answer == StepError::SignInWrong), "{answers:?}");
        assert_eq!(answers[9], answers[10]);
        assert_eq!(harness.minutes_of(answers[9]), 15);
        seen.push(answers);
    }
    assert_eq!(seen[0], seen[1]);
    let right = harness.ports().sign_in.check_password(EMAIL, PASSWORD, &ClientContext::default()).await.answered();
    assert_eq!(right, Err(seen[0][9]), "nor is the right one checked");
    harness.advance(15 * MINUTE - 1);
    assert_eq!(
        harness.ports().sign_in.check_password(EMAIL, PASSWORD, &ClientContext::default()).await.answered(),
        Err(seen[0][9])
    );
    harness.advance(1);
    assert!(harness.ports().sign_in.check_password(EMAIL, PASSWORD, &ClientContext::default()).await.answered().is_ok());
}

#[tokio::test]
async fn locks_for_wrong_passwords_double_up_to_two_hours() {
    let harness = AccountsHarness::with(|settings| settings.codes.wrong_passwords = 2).await;
    for minutes in [15, 30, 60, 120, 120] {
        let first =
            harness.ports().sign_in.check_password(EMAIL, "wrong wrong wrong", &ClientContext::default()).await.answered();
        assert_eq!(first, Err(StepError::SignInWrong));
        let second = harness
            .ports()
            .sign_in
            .check_password(EMAIL, "wrong wrong wrong", &ClientContext::default())
            .await
            .answered()
            .unwrap_err();
        assert_eq!(harness.minutes_of(second), minutes);
        harness.advance(minutes * MINUTE);
    }
}

#[tokio::test]
async fn wrong_passwords_are_reset_after_fifteen_minutes_and_by_a_right_one() {
    let harness = AccountsHarness::with(|settings| settings.codes.wrong_passwords = 3).await;
    harness.resident().await;
    let wrong = || async {
        harness.ports().sign_in.check_password(EMAIL, "wrong wrong wrong", &ClientContext::default()).await.answered()
    };
    for _ in 0..3 {
        assert_eq!((wrong().await, wrong().await), (Err(StepError::SignInWrong), Err(StepError::SignInWrong)));
        harness.advance(15 * MINUTE);
    }
    for _ in 0..3 {
        assert_eq!((wrong().await, wrong().await), (Err(StepError::SignInWrong), Err(StepError::SignInWrong)));
        harness.password().await;
    }
}

// ASVS V2.3.2
#[tokio::test]
async fn three_codes_are_sent_half_a_minute_apart() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let sent_before = harness.sent().await.len();
    let token = harness.to_code().await;
    harness.advance(29);
    let early = harness.ports().sign_in.send_code(&token, Channel::Text, ENGLISH).await.answered();
    assert!(matches!(early, Err(StepError::TooSoon(_))), "{early:?}");
    harness.advance(2);
    harness.ports().sign_in.send_code(&token, Channel::Text, ENGLISH).await.unwrap();
    harness.advance(30);
    harness.ports().sign_in.send_code(&token, Channel::Call, ENGLISH).await.unwrap();
    harness.advance(31);
    assert_eq!(
        harness.ports().sign_in.send_code(&token, Channel::Text, ENGLISH).await.answered(),
        Err(StepError::TooManySends)
    );
    assert_eq!(harness.sent().await.len(), sent_before + 3);
}

#[tokio::test]
async fn codes_for_a_new_account_have_the_same_limits() {
    let harness = AccountsHarness::new().await;
    let ports = harness.ports();
    let token = ports.registration.begin(EMAIL, &ClientContext::default()).await.unwrap().token;
    harness.advance(29);
    assert!(matches!(ports.registration.resend_email_code(&token, ENGLISH).await.answered(), Err(StepError::TooSoon(_))));
    for _ in 0..2 {
        harness.advance(31);
        ports.registration.resend_email_code(&token, ENGLISH).await.unwrap();
    }
    harness.advance(31);
    assert_eq!(ports.registration.resend_email_code(&token, ENGLISH).await.answered(), Err(StepError::TooManySends));
    ports.registration.confirm_email(&token, &harness.code().await, &ClientContext::default()).await.unwrap();
    ports.registration.set_password(&token, "Ann", "Lee", PASSWORD).await.unwrap();
    ports.registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
    harness.advance(29);
    assert!(matches!(
        ports.registration.resend_phone_code(&token, Channel::Text, ENGLISH).await.answered(),
        Err(StepError::TooSoon(_))
    ));
    harness.advance(2);
    ports.registration.resend_phone_code(&token, Channel::Call, ENGLISH).await.unwrap();
    harness.advance(31);
    ports.registration.set_phone(&token, "07700 900001", Channel::Text, &ClientContext::default()).await.unwrap();
    harness.advance(31);
    assert_eq!(
        ports.registration.resend_phone_code(&token, Channel::Text, ENGLISH).await.answered(),
        Err(StepError::TooManySends)
    );
    let wrong = harness.wrong_code().await;
    for _ in 0..4 {
        assert_eq!(
            ports.registration.finish(&token, &wrong, &ClientContext::default()).await.answered().err(),
            Some(StepError::CodeWrong)
        );
    }
    let fifth = ports.registration.finish(&token, &wrong, &ClientContext::default()).await.answered().unwrap_err();
    assert_eq!(harness.minutes_of(fifth), 15);
}

// ASVS V2.3.2 V2.4.1
#[tokio::test]
async fn a_number_gets_five_codes_an_hour_and_ten_a_day() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let sends = |count: usize| {
        let harness = &harness;
        async move {
            for number in 0..count {
                let token = harness.password().await;
                harness
                    .ports()
                    .sign_in
                    .send_code(&token, Channel::Text, ENGLISH)
                    .await
                    .answered()
                    .unwrap_or_else(|_| panic!("send {number}"));
            }
            let token = harness.password().await;
            let refused = harness.ports().sign_in.send_code(&token, Channel::Text, ENGLISH).await.answered().unwrap_err();
            harness.minutes_of(refused)
        }
    };
    assert_eq!(sends(5).await, 60);
    harness.advance(HOUR);
    assert_eq!(sends(5).await, 60, "five more, and both limits are reached");
    harness.advance(HOUR);
    assert_eq!(sends(0).await, 22 * 60, "none for the rest of the day");
    harness.advance(22 * HOUR);
    assert_eq!(sends(5).await, 60);
}

#[tokio::test]
async fn a_number_gets_five_calls_a_day_and_more_texts() {
    let harness = AccountsHarness::with(|settings| settings.codes.sends_an_hour = 10).await;
    harness.resident().await;
    for _ in 0..5 {
        let token = harness.password().await;
        harness.ports().sign_in.send_code(&token, Channel::Call, ENGLISH).await.unwrap();
    }
    let token = harness.password().await;
    let refused = harness.ports().sign_in.send_code(&token, Channel::Call, ENGLISH).await.answered().unwrap_err();
    assert_eq!(harness.minutes_of(refused), 24 * 60);
    harness.ports().sign_in.send_code(&token, Channel::Text, ENGLISH).await.unwrap();
}

#[tokio::test]
async fn an_address_gets_five_emails_an_hour_and_a_refused_step_stores_nothing() {
    let harness = AccountsHarness::new().await;
    for _ in 0..5 {
        harness.ports().registration.begin(EMAIL, &ClientContext::default()).await.unwrap();
    }
    let refused =
        harness.ports().registration.begin("ANN@example.com", &ClientContext::default()).await.answered().unwrap_err();
    assert_eq!(harness.minutes_of(refused), 60);
    assert_eq!(harness.sent().await.len(), 5);
    harness.ports().registration.begin("two@example.com", &ClientContext::default()).await.unwrap();
}
