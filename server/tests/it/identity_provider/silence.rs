//! What is never logged.

use super::{
    provider::{CLIENT_SECRET, Signed, query},
    support::{Council, EMAIL, margaret},
};
use crate::support::Log;
use http::StatusCode;

// ASVS V16.2.5 V10.1.1
#[tokio::test]
async fn no_provider_data_or_secret_is_logged_at_any_level() {
    let (log, _listening) = Log::listen();
    let council = Council::new().await;
    council.connected(&margaret()).await;
    let mut secrets = vec![CLIENT_SECRET.to_owned(), EMAIL.to_owned(), "margaret-there".to_owned()];
    for (signed, status) in [
        (Signed::Correct, StatusCode::OK),
        (Signed::WrongKey, StatusCode::OK),
        (Signed::Correct, StatusCode::INTERNAL_SERVER_ERROR),
    ] {
        let mut browser = council.app.browser();
        let address = council.authorize(&mut browser).await;
        let asked = query(&address);
        secrets.extend(["state", "nonce", "code_challenge"].map(|name| asked[name].clone()));
        council.provider.signs(signed);
        council.provider.answers(status);
        let back = council.provider.sign_in(&address, &margaret());
        secrets.push(query(&format!("http://127.0.0.1{back}"))["code"].clone());
        browser.get(&back).await;
        council.provider.answers(StatusCode::OK);
    }
    let text = log.text();
    for said in ["a token of the identity provider isn't believed", "the identity provider can't be used"] {
        assert!(text.contains(said), "“{said}” isn't in: {text}");
    }
    for secret in secrets {
        let line = text.lines().find(|line| line.contains(&secret));
        assert_eq!(line, None, "{secret} is in the log");
    }
}
