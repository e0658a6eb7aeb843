//! Tokens that can't be trusted: nobody is signed in with one, and nothing changes.

use super::{
    provider::Signed,
    support::{Council, margaret},
};
use serde_json::{Value, json};

const NOT_YOU: &str = "could not make sure that it is you";

/// Somebody whose login is connected comes back with a changed token.
async fn expect_refused(change: impl Fn(&mut Value) + Send + Sync + 'static) {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    council.provider.says(change);
    let mut browser = council.app.browser();
    let page = council.go(&mut browser, &margaret()).await;
    Council::expect_not(&browser, &page, NOT_YOU);
    // The change was the only reason.
    council.provider.says(|_| {});
    assert_eq!(council.go(&mut browser, &margaret()).await.path, "/sign-in/confirm");
}

/// The same with a token that can't even be read.
async fn expect_unreadable(change: impl Fn(&mut Value) + Send + Sync + 'static) {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    council.provider.says(change);
    let mut browser = council.app.browser();
    let page = council.go(&mut browser, &margaret()).await;
    Council::expect_not(&browser, &page, "Try again in a few minutes");
    council.provider.says(|_| {});
    assert_eq!(council.go(&mut browser, &margaret()).await.path, "/sign-in/confirm");
}

async fn expect_signature_refused(signed: Signed) {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    council.provider.signs(signed);
    let mut browser = council.app.browser();
    let page = council.go(&mut browser, &margaret()).await;
    Council::expect_not(&browser, &page, NOT_YOU);
    council.provider.signs(Signed::Correct);
    assert_eq!(council.go(&mut browser, &margaret()).await.path, "/sign-in/confirm");
}

// ASVS V10.2.2 V9.1.3
#[tokio::test]
async fn a_token_of_another_issuer_is_refused() {
    expect_refused(|claims| claims["iss"] = json!("https://login.evil.example")).await;
}

// ASVS V9.2.3 V9.2.4 V10.5.4
#[tokio::test]
async fn a_token_for_another_audience_is_refused() {
    expect_refused(|claims| claims["aud"] = json!("library")).await;
}

// ASVS V9.2.3 V10.5.4
#[tokio::test]
async fn a_token_for_an_additional_audience_is_refused() {
    expect_refused(|claims| claims["aud"] = json!(["care-online", "library"])).await;
}

// ASVS V9.2.3 V9.2.2
#[tokio::test]
async fn a_token_issued_to_another_client_is_refused() {
    expect_refused(|claims| claims["azp"] = json!("library")).await;
}

// ASVS V10.5.1
#[tokio::test]
async fn a_token_of_another_sign_in_is_refused() {
    expect_refused(|claims| claims["nonce"] = json!("another")).await;
}

// ASVS V10.5.1
#[tokio::test]
async fn a_token_without_a_nonce_is_refused() {
    expect_refused(|claims| drop(claims.as_object_mut().unwrap().remove("nonce"))).await;
}

// ASVS V9.2.1
#[tokio::test]
async fn a_token_expired_by_our_clock_is_refused() {
    expect_refused(|claims| claims["exp"] = claims["iat"].clone()).await;
}

// ASVS V9.2.1
#[tokio::test]
async fn a_token_issued_in_the_future_is_refused() {
    expect_refused(|claims| {
        let now = claims["iat"].as_i64().unwrap();
        (claims["iat"], claims["exp"]) = (json!(now + 61), json!(now + 361));
    })
    .await;
}

#[tokio::test]
async fn a_token_not_yet_valid_is_refused() {
    expect_refused(|claims| claims["nbf"] = json!(claims["iat"].as_i64().unwrap() + 61)).await;
}

#[tokio::test]
async fn a_token_with_an_invalid_start_is_refused() {
    expect_unreadable(|claims| claims["nbf"] = json!("tomorrow")).await;
}

#[tokio::test]
async fn a_token_with_an_invalid_expiry_is_refused() {
    expect_unreadable(|claims| claims["exp"] = json!(1e300)).await;
}

/// Clocks differ by a few seconds.
#[tokio::test]
async fn a_token_issued_moments_in_the_future_is_accepted() {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    council.provider.says(|claims| {
        let soon = json!(claims["iat"].as_i64().unwrap() + 59);
        (claims["iat"], claims["nbf"]) = (soon.clone(), soon);
    });
    assert_eq!(council.go(&mut council.app.browser(), &margaret()).await.path, "/sign-in/confirm");
}

// ASVS V10.5.2
#[tokio::test]
async fn a_token_with_an_empty_subject_is_refused() {
    let council = Council::new().await;
    for subject in ["", " ", "a b", "\u{200b}", "margaret\u{202e}", &"x".repeat(256)] {
        let subject = subject.to_owned();
        council.provider.says(move |claims| claims["sub"] = json!(subject));
        let mut browser = council.app.browser();
        let page = council.go(&mut browser, &margaret()).await;
        Council::expect_not(&browser, &page, NOT_YOU);
    }
    council.provider.says(|claims| claims["sub"] = json!("x".repeat(255)));
    assert_eq!(council.go(&mut council.app.browser(), &margaret()).await.path, "/sign-in/council");
}

#[tokio::test]
async fn a_token_without_a_subject_is_refused() {
    expect_unreadable(|claims| drop(claims.as_object_mut().unwrap().remove("sub"))).await;
}

#[tokio::test]
async fn a_token_for_several_audiences_issued_to_another_client_is_refused() {
    expect_refused(|claims| {
        (claims["aud"], claims["azp"]) = (json!(["care-online", "library"]), json!("library"));
    })
    .await;
}

#[tokio::test]
async fn a_token_with_an_untrusted_audience_is_refused() {
    expect_refused(|claims| {
        (claims["aud"], claims["azp"]) = (json!(["care-online", "library"]), json!("care-online"));
    })
    .await;
}

// ASVS V9.2.2
#[tokio::test]
async fn a_token_for_another_access_token_is_refused() {
    expect_refused(|claims| claims["at_hash"] = json!("AAAAAAAAAAAAAAAAAAAAAA")).await;
}

// ASVS V9.1.1 V9.1.3
#[tokio::test]
async fn a_token_signed_with_another_key_under_a_known_id_is_refused() {
    expect_signature_refused(Signed::WrongKey).await;
}

// ASVS V9.1.3
#[tokio::test]
async fn a_token_signed_with_an_unknown_key_is_refused() {
    expect_signature_refused(Signed::UnknownKey).await;
}

/// The provider lists `none` and `HS256` as supported; the service accepts neither.
// ASVS V9.1.1 V9.1.2
#[tokio::test]
async fn an_unsigned_token_is_refused() {
    expect_signature_refused(Signed::Unsigned).await;
}

// ASVS V9.1.2
#[tokio::test]
async fn a_token_signed_with_our_own_secret_is_refused() {
    expect_signature_refused(Signed::ClientSecret).await;
}

// ASVS V10.5.2
#[tokio::test]
async fn an_address_from_another_subject_opens_no_account() {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    let mut browser = council.app.browser();
    council.provider.says(|claims| claims["sub"] = json!("somebody-else"));
    // The address is Margaret's, but the subject isn't.
    assert_eq!(council.go(&mut browser, &margaret()).await.path, "/sign-in/council");
}
