//! Providers that the tests stand in for, over real HTTP on this machine.

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
    response::IntoResponse,
    routing::post,
};
use server::config::{Encryption, Secret, Sender, Settings};
use std::sync::{Arc, Mutex};

pub const NOTIFY_KEY: &str = "care-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
pub const TWILIO_TOKEN: &str = "twilio-hush-token";
pub const CALLBACK_TOKEN: &str = "notify-hush-token";

/// What came in.
#[derive(Clone, Debug)]
pub struct Asked {
    pub path: String,
    pub authorization: String,
    pub body: String,
}

/// What a fake provider answers, and everything it was asked.
#[derive(Clone)]
pub struct Provider {
    pub url: String,
    pub asked: Arc<Mutex<Vec<Asked>>>,
    answer: Arc<Mutex<(u16, Option<&'static str>, &'static str)>>,
}

impl Provider {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let answer = Arc::new(Mutex::new((201, None, r#"{"id":"provider-1","sid":"SM1"}"#)));
        let provider = Self { url, asked: Arc::default(), answer };
        let router = Router::new().route("/{*path}", post(take)).with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    pub fn answers(&self, status: u16, retry_after: Option<&'static str>, body: &'static str) {
        *self.answer.lock().unwrap() = (status, retry_after, body);
    }

    pub fn all(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    pub fn last(&self) -> Asked {
        self.all().pop().expect("the provider was asked")
    }
}

async fn take(State(provider): State<Provider>, uri: Uri, headers: HeaderMap, body: String) -> impl IntoResponse {
    let authorization = headers["authorization"].to_str().unwrap().to_owned();
    provider.asked.lock().unwrap().push(Asked { path: uri.path().into(), authorization, body });
    let (status, retry_after, text) = *provider.answer.lock().unwrap();
    let mut headers = HeaderMap::new();
    if let Some(seconds) = retry_after {
        headers.insert("retry-after", seconds.parse().unwrap());
    }
    (StatusCode::from_u16(status).unwrap(), headers, text)
}

/// Settings with texts and emails by Notify and calls by Twilio.
pub fn by(settings: &mut Settings, notify: &Provider, twilio: &Provider) {
    (settings.sms, settings.email, settings.voice) = (Sender::Notify, Sender::Notify, Sender::Twilio);
    settings.notify.api_key = Secret::new(NOTIFY_KEY);
    settings.notify.base_url.clone_from(&notify.url);
    settings.notify.callback_token = Secret::new(CALLBACK_TOKEN);
    (settings.notify.sms_template, settings.notify.email_template) = ("template-s".into(), "template-e".into());
    settings.twilio.account_sid = "AC123".into();
    settings.twilio.auth_token = Secret::new(TWILIO_TOKEN);
    settings.twilio.base_url.clone_from(&twilio.url);
    (settings.twilio.from_sms, settings.twilio.from_voice) = ("Northmere".into(), "+441632960100".into());
}

/// Settings with emails by a mail server on this machine.
pub fn by_mail(settings: &mut Settings, port: u16) {
    settings.email = Sender::Smtp;
    settings.smtp.host = "127.0.0.1".into();
    settings.smtp.port = port;
    settings.smtp.encryption = Encryption::None;
    settings.smtp.from = "Care Online <care@northmere.example>".into();
}

/// A mail server that takes one email and gives back everything it was told.
pub async fn mail_server() -> (u16, tokio::task::JoinHandle<String>) {
    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let told = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let (read, mut write) = stream.into_split();
        let (mut lines, mut told, mut in_data) = (BufReader::new(read).lines(), String::new(), false);
        write.write_all(b"220 mail.example\r\n").await.unwrap();
        while let Ok(Some(line)) = lines.next_line().await {
            told.push_str(&line);
            told.push('\n');
            let answer = match line.split(' ').next().unwrap_or_default() {
                "." if in_data => {
                    in_data = false;
                    "250 taken\r\n"
                }
                _ if in_data => continue,
                "DATA" => {
                    in_data = true;
                    "354 go on\r\n"
                }
                "QUIT" => break,
                _ => "250 mail.example\r\n",
            };
            write.write_all(answer.as_bytes()).await.unwrap();
        }
        told
    });
    (port, told)
}
