//! Who asks for the second factor: this service, unless the provider is trusted with it and says that it did.

use super::{
    provider::Person,
    support::{Council, margaret},
};
use platform::config::SecondFactor;
use serde_json::{Value, json};

async fn trusting() -> Council {
    Council::with(|settings| {
        settings.oidc.second_factor = SecondFactor::Trusted;
        settings.oidc.trusted_acr = vec!["urn:northmere:two".into()];
    })
    .await
}

fn with(more: Value) -> Person {
    Person { more, ..margaret() }
}

#[tokio::test]
async fn a_trusted_providers_second_factor_signs_in_at_once() {
    let council = trusting().await;
    council.connected(&margaret()).await;
    for more in [json!({ "amr": ["pwd", "mfa"] }), json!({ "acr": "urn:northmere:two" })] {
        let mut browser = council.app.browser();
        let page = council.go(&mut browser, &with(more)).await;
        assert_eq!(page.path, "/account");
        assert!(page.text.contains("Margaret Ashworth") && browser.has_cookie("care-session"));
        assert!(!browser.has_cookie("care-council"));
    }
}

#[tokio::test]
async fn a_trusted_provider_without_a_second_factor_needs_a_code() {
    let council = trusting().await;
    council.connected(&margaret()).await;
    for more in [json!({}), json!({ "amr": ["pwd"] }), json!({ "acr": "urn:northmere:one" }), json!({ "acr": "mfa" })] {
        let mut browser = council.app.browser();
        assert_eq!(council.go(&mut browser, &with(more.clone())).await.path, "/sign-in/confirm", "{more}");
        assert!(!browser.has_cookie("care-session"));
    }
}

// ASVS V6.3.3 V6.3.4
#[tokio::test]
async fn without_trust_a_code_is_needed_whatever_the_provider_claims() {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    let mut browser = council.app.browser();
    let page = council.go(&mut browser, &with(json!({ "amr": ["mfa"], "acr": "urn:northmere:two" }))).await;
    assert_eq!(page.path, "/sign-in/confirm");
    assert!(!browser.has_cookie("care-session"));
}

#[tokio::test]
async fn trust_does_not_connect_anybody() {
    let council = trusting().await;
    council.app.resident("margaret@example.com").await;
    let mut browser = council.app.browser();
    assert_eq!(council.go(&mut browser, &with(json!({ "amr": ["mfa"] }))).await.path, "/sign-in/council");
    assert!(!browser.has_cookie("care-session"));
}
