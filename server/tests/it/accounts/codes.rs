//! Security codes: how long they work, how often, and for which flow.

use super::support::{AccountsHarness, Answered, EMAIL, MINUTE, MOBILE, wrong};
use crate::support::ENGLISH;
use ports::{Channel, ClientContext, StepError};

// ASVS V6.5.5
#[tokio::test]
async fn a_code_works_for_ten_minutes() {
    for (seconds, works) in [(10 * MINUTE - 1, true), (10 * MINUTE, false), (10 * MINUTE + 1, false)] {
        let harness = AccountsHarness::new().await;
        let token = harness.to_phone(EMAIL).await;
        harness.ports().registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
        let code = harness.code().await;
        harness.advance(seconds);
        let outcome = harness.ports().registration.finish(&token, &code, &ClientContext::default()).await.answered();
        let expected = if works { None } else { Some(StepError::CodeWrong) };
        assert_eq!(outcome.err(), expected, "after {seconds} seconds");
    }
}

#[tokio::test]
async fn an_earlier_code_of_the_same_sign_in_still_works() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    for which in 0..3 {
        let token = harness.to_code().await;
        let mut codes = vec![harness.code().await];
        for _ in 0..2 {
            harness.advance(31);
            harness.ports().sign_in.send_code(&token, Channel::Text, ENGLISH).await.unwrap();
            codes.push(harness.code().await);
        }
        assert!(harness.confirm(&token, &codes[which]).await.is_ok(), "the code sent as number {which}");
        harness.advance(25 * 60 * MINUTE);
    }
}

// ASVS V6.5.1
#[tokio::test]
async fn using_a_code_invalidates_it_and_the_others() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let token = harness.to_code().await;
    let first = harness.code().await;
    harness.advance(31);
    harness.ports().sign_in.send_code(&token, Channel::Text, ENGLISH).await.unwrap();
    let second = harness.code().await;
    let signed_in = harness.confirm(&token, &first).await.unwrap();
    assert_eq!(harness.confirm(&token, &first).await.as_ref(), Ok(&signed_in), "a second press starts no other session");
    assert_eq!(harness.confirm(&token, &second).await, Err(StepError::Gone));
    harness.advance(MINUTE);
    assert_eq!(harness.confirm(&token, &first).await, Err(StepError::Gone));
    assert_eq!(harness.confirm(&token, &second).await, Err(StepError::Gone));
    let token = harness.password().await;
    for used in [first, second] {
        assert_eq!(harness.confirm(&token, &used).await, Err(StepError::CodeOfEarlier), "in another sign-in");
    }
}

// ASVS V6.6.2
#[tokio::test]
async fn a_code_belongs_to_its_sign_in() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let here = harness.to_code().await;
    let code = harness.code().await;
    let there = harness.to_code().await;
    assert_eq!(harness.confirm(&there, &code).await, Err(StepError::CodeOfEarlier));
    assert!(harness.confirm(&here, &code).await.is_ok());
}

#[tokio::test]
async fn malformed_codes_are_not_counted() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let token = harness.to_code().await;
    for _ in 0..4 {
        for (typed, step_error) in
            [(" ", StepError::CodeMissing), ("12345", StepError::CodeInvalid), ("abcdef", StepError::CodeInvalid)]
        {
            assert_eq!(harness.confirm(&token, typed).await, Err(step_error));
        }
    }
    let code = harness.code().await;
    assert_eq!(harness.confirm(&token, &wrong(&code)).await, Err(StepError::CodeWrong));
    let typed = format!(" {}-{} ", &code[..3], &code[3..]);
    assert!(harness.confirm(&token, &typed).await.is_ok());
}
