//! What the log never holds.

use super::support::{CALLBACK_TOKEN, NOTIFY_KEY, Provider, TWILIO_TOKEN, by};
use crate::accounts::support::Desk;
use app::ports::Arrival;
use serde_json::Value;
use std::{
    io,
    sync::{Arc, Mutex},
};
use tracing_subscriber::{filter::LevelFilter, fmt::MakeWriter};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn nothing_of_a_message_and_no_secret_is_logged_however_much_is_logged() {
    let log = Log::default();
    let everything = tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_writer(log.clone()).finish();
    let _listening = tracing::subscriber::set_default(everything);
    let (notify, caller) = (Provider::start().await, Provider::start().await);
    let desk = Desk::with(|settings| by(settings, &notify, &caller)).await;
    desk.accounts().begin("ann@example.com", &Arrival::default()).await.unwrap().unwrap();
    for status in [500, 403, 429, 400] {
        notify.answers(status, None, "ann@example.com is no good");
        desk.service().messages.deliver_due().await;
        desk.advance(121);
    }
    let email: Value = serde_json::from_str(&notify.last().body).unwrap();
    let body = email["personalisation"]["body"].as_str().unwrap();
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(text.contains("a message waits for another try") && text.contains("a message was not taken"), "{text}");
    for secret in ["ann@example.com", &body[..6], NOTIFY_KEY, &NOTIFY_KEY[41..], TWILIO_TOKEN, CALLBACK_TOKEN] {
        assert!(!text.contains(secret), "{secret} is in the log");
    }
}
