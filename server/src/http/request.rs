//! What the log may contain about a request: a random id, the method and the route. A path may contain the id of
//! somebody's draft, so paths are never logged.

use super::WebState;
use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::Response,
};
use http::Method;
use platform::request_context::{self, RequestContext};
use ports::Network;

/// What axum calls the rest of a path under a nested service.
const NESTED: &str = "{*__private__axum_nest_tail_param}";

/// Creates the context of a request. An id that a client sends is never used.
pub async fn enter(State(web): State<WebState>, mut request: Request, next: Next) -> Response {
    let context = RequestContext {
        id: request_context::new_id(&*web.service.random),
        method: name(request.method()),
        route: request.extensions().get::<MatchedPath>().map_or_else(|| "none".to_owned(), route),
        network: request.extensions().get::<Network>().cloned(),
    };
    request.extensions_mut().insert(context.id.clone());
    request_context::scope(context, serve(request, next)).await
}

/// Every reference that an error page shows is in the log, even if the error has no cause to log.
async fn serve(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if response.status().is_server_error() {
        tracing::warn!(status = response.status().as_u16(), "the response was an error");
    }
    response
}

fn route(matched: &MatchedPath) -> String {
    matched.as_str().replace(NESTED, "{file}")
}

/// The method for the log. A client may send any word as a method, so others are `other`.
fn name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::PATCH => "PATCH",
        _ => "other",
    }
}
