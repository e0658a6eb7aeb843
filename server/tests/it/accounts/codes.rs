//! Security codes: how long they work, how often, and for what.

use super::support::{AccountsHarness, EMAIL, MINUTE, MOBILE, wrong};
use crate::support::ENGLISH;
use ports::{Channel, ClientContext, StepError};

// ASVS V6.5.5
#[tokio::test]
async fn a_code_works_for_ten_minutes() {
    for (seconds, works) in [(10 * MINUTE - 1, true), (10 * MINUTE, false), (10 * MINUTE + 1, false)] {
        let desk = AccountsHarness::new().await;
        let token = desk.to_phone(EMAIL).await;
        desk.accounts().set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap().unwrap();
        let code = desk.code().await;
        desk.advance(seconds);
        let outcome = desk.accounts().finish(&token, &code, &ClientContext::default()).await.unwrap();
        let expected = if works { None } else { Some(StepError::CodeWrong) };
        assert_eq!(outcome.err(), expected, "after {seconds} seconds");
    }
}

#[tokio::test]
async fn an_earlier_code_of_the_same_sign_in_goes_on_working() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    for which in 0..3 {
        let token = desk.to_code().await;
        let mut codes = vec![desk.code().await];
        for _ in 0..2 {
            desk.advance(31);
            desk.accounts().send_code(&token, Channel::Text, ENGLISH).await.unwrap().unwrap();
            codes.push(desk.code().await);
        }
        assert!(desk.confirm(&token, &codes[which]).await.is_ok(), "the code sent as number {which}");
        desk.advance(25 * 60 * MINUTE);
    }
}

// ASVS V6.5.1
#[tokio::test]
async fn a_code_is_used_once_and_takes_the_others_with_it() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    let token = desk.to_code().await;
    let first = desk.code().await;
    desk.advance(31);
    desk.accounts().send_code(&token, Channel::Text, ENGLISH).await.unwrap().unwrap();
    let second = desk.code().await;
    desk.confirm(&token, &first).await.unwrap();
    assert_eq!(desk.confirm(&token, &first).await, Err(StepError::Gone));
    assert_eq!(desk.confirm(&token, &second).await, Err(StepError::Gone));
    let token = desk.password().await;
    for used in [first, second] {
        assert_eq!(desk.confirm(&token, &used).await, Err(StepError::CodeWrong), "in another sign-in");
    }
}

// ASVS V6.6.2
#[tokio::test]
async fn a_code_belongs_to_its_sign_in() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    let here = desk.to_code().await;
    let code = desk.code().await;
    let there = desk.to_code().await;
    assert_eq!(desk.confirm(&there, &code).await, Err(StepError::CodeWrong));
    assert!(desk.confirm(&here, &code).await.is_ok());
}

#[tokio::test]
async fn what_is_not_a_code_is_not_counted_as_a_wrong_one() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    let token = desk.to_code().await;
    for _ in 0..4 {
        for (typed, refusal) in
            [(" ", StepError::CodeMissing), ("12345", StepError::CodeShape), ("abcdef", StepError::CodeShape)]
        {
            assert_eq!(desk.confirm(&token, typed).await, Err(refusal));
        }
    }
    let code = desk.code().await;
    assert_eq!(desk.confirm(&token, &wrong(&code)).await, Err(StepError::CodeWrong));
    let typed = format!(" {}-{} ", &code[..3], &code[3..]);
    assert!(desk.confirm(&token, &typed).await.is_ok());
}
