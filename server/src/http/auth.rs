//! Authenticates each request once, and checks that the caller may see the page.

use super::{WebState, activity, errors, language};
use accounts::sessions;
use app::{
    cookies::Cookie,
    paths::{self, Access},
};
use axum::{
    body::Body,
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{Method, StatusCode, header};
use ports::Caller;

pub async fn authenticate(State(web): State<WebState>, mut request: Request, next: Next) -> Response {
    if paths::is_for_everybody(request.uri().path()) {
        return next.run(request).await;
    }
    let language = language::of(&request);
    let cookies = web.ports.cookies;
    let session = cookies.read(request.headers(), Cookie::Session);
    let visitor = cookies.read(request.headers(), Cookie::Visitor);
    let found =
        sessions::authenticate(&web.service, session.as_deref(), visitor.as_deref(), activity::may_be(&request)).await;
    let (caller, used) = match found {
        Ok(found) => found,
        // Never guess who the caller is: show nothing and change nothing.
        Err(error) => return errors::page(&web, language, app::error::status(error)),
    };
    let path = request.uri().path();
    let timed_out = session.is_some() && caller.resident().is_none();
    let may = match paths::access(path) {
        Access::Anybody => true,
        Access::DraftOwner => caller.owner().is_some(),
        Access::Resident => caller.resident().is_some(),
    };
    if !may && matches!(*request.method(), Method::GET | Method::HEAD) {
        return ask_to_sign_in(&web, path, timed_out);
    }
    if !may {
        return errors::page(&web, language, StatusCode::NOT_FOUND);
    }
    let before = caller.clone();
    request.extensions_mut().insert::<Caller>(caller);
    match used {
        Some(used) => run_and_record_use(&web, request, next, used, before).await,
        None => next.run(request).await,
    }
}

/// Records the use of a session, if the response shows that it was activity.
async fn run_and_record_use(
    web: &WebState,
    request: Request,
    next: Next,
    used: sessions::SessionUse,
    caller: Caller,
) -> Response {
    let method = request.method().clone();
    let again = (method == Method::GET).then(|| without_body(&request));
    let response = next.clone().run(request).await;
    if activity::was(&method, &response) {
        sessions::note(&web.service, &used).await;
        return response;
    }
    match again {
        // The page shows when they will be signed out. This request doesn't extend that, so render it again.
        Some(mut again) if activity::is_refusing_page(&response) => {
            again.extensions_mut().insert::<Caller>(used.not_counted(caller));
            next.run(again).await
        }
        _ => response,
    }
}

fn without_body(request: &Request) -> Request {
    let mut copy = Request::new(Body::empty());
    copy.method_mut().clone_from(request.method());
    copy.uri_mut().clone_from(request.uri());
    copy.headers_mut().clone_from(request.headers());
    copy.extensions_mut().clone_from(request.extensions());
    copy
}

/// Redirects to the sign-in, or to the page that says their session has timed out; both lead back here afterwards.
fn ask_to_sign_in(web: &WebState, path: &str, timed_out: bool) -> Response {
    let cookies = web.ports.cookies;
    let to = if timed_out { "/timed-out" } else { "/sign-in" };
    let mut response = (StatusCode::FOUND, [(header::LOCATION, to)]).into_response();
    let mut set = |cookie: String| {
        if let Ok(value) = cookie.parse() {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    };
    if let Some(path) = paths::return_to(path) {
        set(cookies.set(Cookie::Next, path.as_str()));
    }
    if timed_out {
        set(cookies.clear(Cookie::Session));
    }
    response
}
