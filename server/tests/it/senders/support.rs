//! Fake providers, over real HTTP on this machine.

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
    response::IntoResponse,
    routing::post,
};
use platform::config::{Secret, Sender, Settings};
use std::sync::{Arc, Mutex};

pub const NOTIFY_KEY: &str = "care-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
pub const TWILIO_TOKEN: &str = "twilio-hush-token";
pub const CALLBACK_TOKEN: &str = "notify-hush-token";

/// A request that was received.
#[derive(Clone, Debug)]
pub struct ReceivedRequest {
    pub path: String,
    pub authorization: String,
    pub body: String,
}

/// What a fake provider answers, and every request it received.
#[derive(Clone)]
pub struct Provider {
    pub url: String,
    pub asked: Arc<Mutex<Vec<ReceivedRequest>>>,
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

    pub fn all(&self) -> Vec<ReceivedRequest> {
        self.asked.lock().unwrap().clone()
    }

    pub fn last(&self) -> ReceivedRequest {
        self.all().pop().expect("the provider was called")
    }
}

async fn take(State(provider): State<Provider>, uri: Uri, headers: HeaderMap, body: String) -> impl IntoResponse {
    let authorization = headers["authorization"].to_str().unwrap().to_owned();
    provider.asked.lock().unwrap().push(ReceivedRequest { path: uri.path().into(), authorization, body });
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
