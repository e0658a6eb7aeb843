//! The headers of every response, errors included.

use super::WebState;
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use listener::headers;

pub async fn put(State(web): State<WebState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let status = response.status();
    headers::fill(response.headers_mut(), status, web.service.settings.is_secure());
    // Server functions set it for the layer of error pages, not for browsers.
    response.headers_mut().remove(app::context::ERROR_HEADER);
    response
}
