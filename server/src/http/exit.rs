//! "Exit this page": leaves the service at once, with nothing left behind that another person could open.

use super::WebState;
use app::cookies::Cookie;
use axum::{
    Extension,
    extract::State,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use ports::Caller;

/// What the browser deletes. Not `"cookies"`, which would include those of other council services: ours are cleared by
/// name.
const FORGET: HeaderValue = HeaderValue::from_static("\"cache\", \"storage\"");

/// Ends the session and redirects to a page that anybody might be reading.
///
/// It is a link, so that it works without scripts. A link on another site redirects too, but doesn't end the session.
pub async fn leave(State(web): State<WebState>, Extension(caller): Extension<Caller>, headers: HeaderMap) -> Response {
    let to = [(header::LOCATION, web.service.settings.exit_url.clone())];
    let mut response = (StatusCode::SEE_OTHER, to).into_response();
    if !is_ours(&headers) {
        return response;
    }
    if let Some(resident) = caller.resident() {
        // Redirects even if the session can't be ended: its cookie is cleared.
        let _ = web.ports.sign_in.sign_out(resident).await;
    }
    // The device and the language say nothing about what somebody did here.
    let left_behind = Cookie::ALL.into_iter().filter(|cookie| !matches!(cookie, Cookie::Device | Cookie::Language));
    for cookie in left_behind {
        if let Ok(value) = web.ports.cookies.clear(cookie).parse() {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), FORGET);
    response
}

fn is_ours(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none")
}
