//! What is never logged.

use super::{
    journey::until_the_phone,
    support::{CALLBACK_TOKEN, NOTIFY_KEY, Provider, TWILIO_TOKEN, by},
};
use crate::{
    accounts::support::{AccountsHarness, EMAIL, PASSWORD},
    support::{Log, code_in},
};
use ports::{Channel, ClientContext};

// ASVS V16.2.5
#[tokio::test]
async fn no_message_or_secret_is_logged_at_any_level() {
    let (log, _listening) = Log::listen();
    let (notify, twilio) = (Provider::start().await, Provider::start().await);
    let harness = AccountsHarness::with(|settings| by(settings, &notify, &twilio)).await;
    let (step, email) = until_the_phone(&harness, &notify).await;
    harness.ports().registration.set_phone(&step, "07700 900406", Channel::Call, &ClientContext::default()).await.unwrap();
    harness.ports().registration.begin("bob@example.com", &ClientContext::default()).await.unwrap();
    for status in [500, 403, 429, 400] {
        for provider in [&notify, &twilio] {
            provider.answers(status, None, "bob@example.com and +447700900406 are no good");
        }
        harness.service().messages.deliver_due().await;
        harness.advance(121);
    }
    let text = log.text();
    assert_eq!(text.matches("a message waits for another try").count(), 6);
    assert_eq!(text.matches("a message was not taken").count(), 2);
    let (key, secret) = (NOTIFY_KEY, &NOTIFY_KEY[41..]);
    let code = code_in(email["personalisation"]["body"].as_str().unwrap()).unwrap();
    let typed = [EMAIL, "bob@example.com", PASSWORD, "07700 900406", "447700900406", &code];
    for secret in typed.into_iter().chain([key, secret, TWILIO_TOKEN, CALLBACK_TOKEN, &step]) {
        assert!(!text.contains(secret), "{secret} is in the log");
    }
}
