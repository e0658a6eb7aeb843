//! What the log never holds.

use super::{
    provider::{CLIENT_SECRET, Signed, query},
    support::{Council, EMAIL, margaret},
};
use http::StatusCode;
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
async fn nothing_that_the_provider_says_and_no_secret_is_logged_however_much_is_logged() {
    let log = Log::default();
    let everything = tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_writer(log.clone()).finish();
    let _listening = tracing::subscriber::set_default(everything);
    let council = Council::new().await;
    council.connected(&margaret()).await;
    let mut secrets = vec![CLIENT_SECRET.to_owned(), EMAIL.to_owned(), "margaret-there".to_owned()];
    for (signed, status) in [
        (Signed::Rightly, StatusCode::OK),
        (Signed::ByAnother, StatusCode::OK),
        (Signed::Rightly, StatusCode::INTERNAL_SERVER_ERROR),
    ] {
        let mut browser = council.app.browser();
        let address = council.depart(&mut browser).await;
        let asked = query(&address);
        secrets.extend(["state", "nonce", "code_challenge"].map(|name| asked[name].clone()));
        council.provider.signs(signed);
        council.provider.answers(status);
        let back = council.provider.sign_in(&address, &margaret());
        secrets.push(query(&format!("http://127.0.0.1{back}"))["code"].clone());
        browser.get(&back).await;
        council.provider.answers(StatusCode::OK);
    }
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    for said in ["a token of the identity provider isn't believed", "the identity provider can't be used"] {
        assert!(text.contains(said), "“{said}” isn't in: {text}");
    }
    for secret in secrets {
        let line = text.lines().find(|line| line.contains(&secret));
        assert_eq!(line, None, "{secret} is in the log");
    }
}
