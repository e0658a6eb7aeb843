//! Signing in.

use super::support::{AccountsHarness, Answered, EMAIL, HOUR, MINUTE, MOBILE, PASSWORD, hint};
use crate::support::ENGLISH;
use ports::{Channel, ClientContext, StepError};

// ASVS V6.3.3
#[tokio::test]
async fn a_password_and_a_code_sign_in() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let ports = harness.ports();
    let token = ports.sign_in.check_password(" ANN@example.com", PASSWORD, &ClientContext::default()).await.unwrap().token;
    let before = ports.sign_in.progress(&token).await.unwrap().unwrap();
    assert_eq!((before.phone, before.has_app, before.sent), (Some(hint("406", true)), false, None));
    ports.sign_in.send_code(&token, Channel::Call, ENGLISH).await.unwrap();
    assert_eq!(ports.sign_in.progress(&token).await.unwrap().unwrap().sent, Some(Channel::Call));
    let call = harness.last().await;
    assert_eq!((call.channel.as_str(), call.to.as_str()), ("voice", "+447700900406"));
    let signed_in = harness.confirm(&token, &call.code().unwrap()).await.unwrap();
    assert_eq!(harness.who(&signed_in.session_token).await.unwrap().name, "Ann Lee");
    assert_eq!(ports.sign_in.progress(&token).await.unwrap(), None, "the step is used up");
    assert_eq!(ports.sign_in.send_code(&token, Channel::Text, ENGLISH).await.answered(), Err(StepError::Gone));
}

// ASVS V6.3.8
#[tokio::test]
async fn a_failed_sign_in_does_not_say_why() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    for (email, password) in [
        (EMAIL, "another password"),
        ("nobody@example.com", PASSWORD),
        (EMAIL, "Purple otter lamp"),
        (EMAIL, "purple  otter lamp"),
    ] {
        assert_eq!(
            harness.ports().sign_in.check_password(email, password, &ClientContext::default()).await.answered(),
            Err(StepError::SignInWrong)
        );
    }
    let long = "x".repeat(100_000);
    for (email, password, step_error) in [
        ("", PASSWORD, StepError::EmailMissing),
        ("ann", PASSWORD, StepError::EmailInvalid),
        (EMAIL, "", StepError::PasswordMissing),
        (EMAIL, long.as_str(), StepError::SignInWrong),
    ] {
        assert_eq!(
            harness.ports().sign_in.check_password(email, password, &ClientContext::default()).await.answered(),
            Err(step_error)
        );
    }
}

#[tokio::test]
async fn a_sign_in_expires_after_ten_minutes() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let token = harness.password().await;
    harness.advance(10 * MINUTE - 1);
    harness.ports().sign_in.send_code(&token, Channel::Text, ENGLISH).await.unwrap();
    let code = harness.code().await;
    harness.advance(1);
    assert_eq!(harness.ports().sign_in.progress(&token).await.unwrap(), None);
    assert_eq!(harness.confirm(&token, &code).await, Err(StepError::Gone));
}

// ASVS V6.3.3 V8.2.1
#[tokio::test]
async fn a_step_gives_access_to_nothing() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let token = harness.to_code().await;
    assert_eq!(harness.who(&token).await, None);
    for nothing in ["", "nothing", &harness.sign_in().await.session_token] {
        assert_eq!(harness.ports().sign_in.progress(nothing).await.unwrap(), None);
        assert_eq!(harness.confirm(nothing, "123456").await, Err(StepError::Gone));
    }
}

#[tokio::test]
async fn a_sixth_session_ends_the_one_used_longest_ago() {
    let harness = AccountsHarness::with(|settings| settings.codes.sends_an_hour = 10).await;
    let mut sessions = vec![harness.register(EMAIL, MOBILE, Channel::Text).await.session_token];
    for _ in 0..4 {
        harness.advance(15);
        sessions.push(harness.sign_in().await.session_token);
    }
    harness.advance(15);
    assert!(harness.who(&sessions[0]).await.is_some(), "the first session is still used");
    harness.advance(15);
    sessions.push(harness.sign_in().await.session_token);
    let mut there = Vec::new();
    for session in &sessions {
        there.push(harness.who(session).await.is_some());
    }
    assert_eq!(there, [true, false, true, true, true, true]);
}

// ASVS V7.4.1
#[tokio::test]
async fn signing_out_ends_only_this_session() {
    let harness = AccountsHarness::new().await;
    let first = harness.resident().await;
    assert_eq!(harness.who(&first.session_token).await, None, "it was idle for a day");
    let (here, there) = (harness.sign_in().await, harness.sign_in().await);
    let resident = harness.who(&here.session_token).await.unwrap();
    harness.ports().sign_in.sign_out(&resident).await.unwrap();
    assert_eq!(harness.who(&here.session_token).await, None);
    assert!(harness.who(&there.session_token).await.is_some());
    harness.ports().sign_in.sign_out(&resident).await.unwrap();
}

// ASVS V6.2.10
#[tokio::test]
async fn an_account_still_works_after_a_year() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.advance(400 * 24 * HOUR);
    let signed_in = harness.sign_in().await;
    assert!(harness.who(&signed_in.session_token).await.is_some());
}
