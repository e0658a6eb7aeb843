//! Callbacks of message providers: delivery receipts, and what a phone call should say. They have no cookies and come
//! from other origins, so these routes are outside the layers for pages; each is authenticated by its own secret.

use super::WebState;
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, OriginalUri, Path, State as Of},
    response::{IntoResponse, Response},
    routing::post,
};
use http::{HeaderMap, StatusCode, header};
use i18n::Messages;
use notifications::twilio::{call as twiml, call_path, is_call_token, signature};
use platform::{
    crypto::digest::same,
    security_events::{About, SecurityEvent},
};
use serde::Deserialize;
use service::Service;
use store::messages::MessageState;

/// The largest body: what providers send is short.
const BODY_BYTES: usize = 16 * 1024;

pub fn routes() -> Router<WebState> {
    Router::new()
        .route("/callbacks/notify", post(notify))
        .route("/callbacks/twilio/status/{id}", post(twilio_status))
        .route("/callbacks/twilio/call/{id}/{token}", post(call))
        .route("/callbacks/twilio/call/{id}/{token}/code", post(call))
        .layer(DefaultBodyLimit::max(BODY_BYTES))
}

#[derive(Deserialize)]
struct Receipt {
    reference: Option<String>,
    status: String,
}

async fn notify(Of(web): Of<WebState>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let expected = web.service.settings.notify.callback_token.reveal();
    let given = headers.get(header::AUTHORIZATION).map(http::HeaderValue::as_bytes).unwrap_or_default();
    let given = given.strip_prefix(b"Bearer ").unwrap_or_default();
    if expected.is_empty() || !same(expected.as_bytes(), given) {
        return refuse(&web, "Notify");
    }
    match receipt(&body) {
        None => StatusCode::BAD_REQUEST,
        Some((_, None)) => StatusCode::NO_CONTENT,
        Some((reference, Some(state))) => settle(&web, &reference, state).await,
    }
}

/// The reference of the message that a Notify receipt is about, and its final state if it has one. `None` unless the
/// body is a JSON object in UTF-8: serde would read an array as the fields in order.
pub fn receipt(body: &[u8]) -> Option<(String, Option<MessageState>)> {
    let body = std::str::from_utf8(body).ok().filter(|body| body.trim_start().starts_with('{'))?;
    let Receipt { reference, status } = serde_json::from_str(body).ok()?;
    let state = match status.as_str() {
        "delivered" => Some(MessageState::Delivered),
        "permanent-failure" | "temporary-failure" | "technical-failure" => Some(MessageState::Failed),
        _ => None,
    };
    Some((reference.unwrap_or_default(), state))
}

async fn twilio_status(
    Of(web): Of<WebState>,
    OriginalUri(uri): OriginalUri,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let Some(pairs) = signed(&web, &uri, &headers, &body) else { return refuse(&web, "Twilio status") };
    let status = value(&pairs, "MessageStatus").or_else(|| value(&pairs, "CallStatus"));
    let state = match status {
        Some("delivered" | "completed") => MessageState::Delivered,
        Some("undelivered" | "failed" | "busy" | "no-answer" | "canceled") => MessageState::Failed,
        _ => return StatusCode::NO_CONTENT,
    };
    settle(&web, &id, state).await
}

/// Stores the final state of a message. The response is the same whether we know the message or not.
async fn settle(web: &WebState, id: &str, state: MessageState) -> StatusCode {
    match web.service.messages.settle(id, state).await {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(cause) => {
            tracing::error!(%cause, "delivery receipt not stored");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

/// The `TwiML` for a call: first a request to press a key, and after that the security code or the notice.
async fn call(
    Of(web): Of<WebState>,
    OriginalUri(uri): OriginalUri,
    Path((id, token)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Service { keyring, settings, messages, .. } = &web.service;
    let Some(pairs) = signed(&web, &uri, &headers, &body) else { return refuse(&web, "Twilio call").into_response() };
    if !is_call_token(keyring, &id, &token) {
        return refuse(&web, "Twilio call").into_response();
    }
    let spoken = match messages.spoken(&id).await {
        Ok(Some(spoken)) => spoken,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(cause) => {
            tracing::error!(%cause, "a call could not be answered");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let (t, code_at) = (Messages::of(spoken.language), format!("{}{}/code", settings.public_url, call_path(keyring, &id)));
    let is_asked_for = uri.path().ends_with("/code");
    let text = if !spoken.notice.is_empty() {
        if is_asked_for {
            twiml::tell_notice(t, &spoken.notice)
        } else {
            twiml::ask_for_notice(t, &settings.council.name, &code_at)
        }
    } else if is_asked_for {
        twiml::tell(t, &spoken.code, &code_at, value(&pairs, "Digits") == Some("2"))
    } else {
        twiml::ask(t, &settings.council.name, &code_at)
    };
    ([(header::CONTENT_TYPE, "text/xml; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], text).into_response()
}

/// Refuses a callback that isn't authenticated, and records a security event.
fn refuse(web: &WebState, what: &'static str) -> StatusCode {
    web.service.events.record(SecurityEvent::CallbackRefused, About::nobody().what(what));
    StatusCode::FORBIDDEN
}

/// The form pairs of a request, if Twilio's signature is valid.
fn signed(web: &WebState, uri: &http::Uri, headers: &HeaderMap, body: &Bytes) -> Option<Vec<(String, String)>> {
    let settings = &web.service.settings;
    let pairs = super::csrf::read(headers, body)?;
    let signature = headers.get("x-twilio-signature")?.to_str().ok()?;
    let url = format!("{}{uri}", settings.public_url);
    signature::is_right(&settings.twilio.auth_token, &url, &pairs, signature).then_some(pairs)
}

fn value<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}
