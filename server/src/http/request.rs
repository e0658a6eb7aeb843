//! What the log may contain about a request: a random id, the method and the route. A path may contain the id of
//! somebody's draft, so paths are never logged.

use super::WebState;
use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::Response,
};
use http::Method;
use platform::{
    random,
    request_context::{self, RequestContext},
};
use ports::Network;
use tracing::Instrument;

/// 60 bits.
const ID_LETTERS: usize = 12;
/// What axum calls the rest of a path under a nested service.
const NESTED: &str = "{*__private__axum_nest_tail_param}";

/// Creates the context and the span of a request.
pub async fn enter(State(web): State<WebState>, request: Request, next: Next) -> Response {
    let context = RequestContext {
        id: random::word(&*web.service.random, ID_LETTERS),
        method: name(request.method()),
        route: request.extensions().get::<MatchedPath>().map_or_else(|| "none".to_owned(), route),
        network: request.extensions().get::<Network>().cloned(),
    };
    let span = tracing::info_span!("request", id = %context.id, method = context.method, route = %context.route);
    request_context::scope(context, next.run(request)).instrument(span).await
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
