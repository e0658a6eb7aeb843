//! Pages for errors outside a page: in a layer, in a server function that a plain form posts to, in a panic.

use super::{WebState, language, markup};
use app::{
    context::{ERROR_HEADER, NO_ERROR},
    cookies::Cookie,
    error::status,
    pages::errors,
    shell::POLICY_WITHOUT_SCRIPTS,
};
use axum::{
    body::Body,
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use form_engine::language::Language;
use http::{StatusCode, header};
use platform::{
    request_context,
    security_events::{About, SecurityEvent},
};
use ports::{ApiError, RequestId};
use std::any::Any;

/// The error page for a status.
pub fn page(web: &WebState, language: Language, status: StatusCode) -> Response {
    html_page(status, errors::document(&web.ports, language, status, request_id()))
}

fn request_id() -> Option<RequestId> {
    request_context::current().map(|request| request.id.clone())
}

fn html_page(status: StatusCode, html: String) -> Response {
    let headers =
        [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_SECURITY_POLICY, POLICY_WITHOUT_SCRIPTS)];
    (status, headers, markup::corrected(&html)).into_response()
}

/// When a server function fails for a plain form, `server_fn` redirects back with the error in the URL. This layer
/// answers with the error page instead, and the URL stays clean.
pub async fn pages_for_failures(State(web): State<WebState>, mut request: Request, next: Next) -> Response {
    let for_people = accepts_html(&request);
    let is_call = request.uri().path().starts_with("/api/");
    let language = language::of(&request);
    // The library would redirect back to the referer. Our own redirects name their target.
    request.headers_mut().remove(header::REFERER);
    let response = next.run(request).await;
    if !is_call {
        return response;
    }
    let said = response.headers().get(ERROR_HEADER).and_then(|code| code.to_str().ok()).map(str::to_owned);
    let sent_on = response.status() == StatusCode::FOUND;
    let status = match said.as_deref() {
        Some(NO_ERROR) => return response,
        Some(code) => status(ApiError::from_code(code).unwrap_or(ApiError::Unreadable)),
        // It failed before it ran, because the arguments could not be read.
        None if sent_on => StatusCode::BAD_REQUEST,
        None if response.status() == StatusCode::INTERNAL_SERVER_ERROR => StatusCode::BAD_REQUEST,
        None if response.status().is_client_error() => response.status(),
        None => return response,
    };
    match (for_people, status) {
        (true, StatusCode::UNAUTHORIZED) => timed_out(&web),
        (true, status) => page(&web, language, status),
        (false, status) => {
            let mut response = response;
            *response.status_mut() = status;
            response.headers_mut().remove(header::LOCATION);
            response
        }
    }
}

/// Redirects to the page that says that the session has timed out, and clears its cookie.
pub fn timed_out(web: &WebState) -> Response {
    let clear = web.ports.cookies.clear(Cookie::Session);
    (StatusCode::FOUND, [(header::LOCATION, "/timed-out".to_owned()), (header::SET_COOKIE, clear)]).into_response()
}

pub fn accepts_html(request: &Request) -> bool {
    request.headers().get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().windows(9).any(|part| part == b"text/html"))
}

/// Stands for the id of the request in a page that is rendered before there is one. Ids don't have a U.
const PLACEHOLDER: &str = "UUUU-UUUU";

/// The last resort. The page is rendered when the service starts, because rendering may be what panicked. The panic
/// message may contain anything, so it is neither shown nor logged.
pub fn panicked(web: &WebState) -> impl Fn(Box<dyn Any + Send + 'static>) -> Response<Body> + Clone + use<> {
    let language = web.ports.site.languages.first().copied().unwrap_or_default();
    let placeholder = Some(RequestId(PLACEHOLDER.into()));
    let html = errors::document(&web.ports, language, StatusCode::INTERNAL_SERVER_ERROR, placeholder);
    let events = web.service.events.clone();
    move |_| {
        events.record(SecurityEvent::Panicked, About::nobody());
        let id = request_id().map(|id| id.0).unwrap_or_default();
        html_page(StatusCode::INTERNAL_SERVER_ERROR, html.replace(PLACEHOLDER, &id))
    }
}

/// The timeout layer answers with an empty body: browsers get the error page instead.
pub async fn page_for_timeouts(State(web): State<WebState>, request: Request, next: Next) -> Response {
    let for_people = accepts_html(&request);
    let language = language::of(&request);
    let response = next.run(request).await;
    let is_bare =
        response.status() == StatusCode::SERVICE_UNAVAILABLE && !response.headers().contains_key(header::CONTENT_TYPE);
    if for_people && is_bare { page(&web, language, StatusCode::SERVICE_UNAVAILABLE) } else { response }
}
