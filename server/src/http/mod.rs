//! HTTP: the routes, and the layers around them.
//!
//! The layers from the outside in: the client's network; the request context for the log; response headers; language;
//! panics become a page; time limit; authentication and access; CSRF and form limits; pages for errors of server
//! functions.

mod activity;
mod auth;
mod callbacks;
mod csrf;
mod downloads;
mod errors;
mod executor;
mod exit;
mod headers;
mod health;
mod identity;
mod keep_typed;
mod language;
mod markup;
mod request;
mod show_again;

pub use callbacks::receipt;
pub use csrf::read as form_pairs;
pub use health::Readiness;

use app::{
    context::{Ports, RedirectFlag},
    routes::App,
    shell::shell,
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    middleware::{self, Next},
    response::Response,
    routing::{any, get, post},
};
use branding::Identity;
use drafts::Catalogue;
use http::{
    HeaderValue, StatusCode,
    header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY},
};
use leptos::{
    prelude::{LeptosOptions, Owner, provide_context},
    reactive::computed::ScopedFuture,
};
use leptos_axum::{LeptosRoutes, generate_route_list, render_app_async_with_context};
use listener::network;
use platform::turns::FairQueues;
use service::Service;
use std::{ops::Deref, sync::Arc, time::Duration};
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, DefaultPredicate, Predicate, predicate::NotForContentType},
    services::ServeDir,
    set_header::SetResponseHeaderLayer,
    timeout::TimeoutLayer,
};

/// The state of our layers and routes. Each layer of each route has a clone, and every request clones several: so it is a
/// pointer.
#[derive(Clone)]
pub struct WebState(Arc<WebParts>);

impl WebState {
    /// The state with these parts.
    pub fn new(parts: WebParts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for WebState {
    type Target = WebParts;

    fn deref(&self) -> &WebParts {
        &self.0
    }
}

/// What [`WebState`] holds.
#[derive(Clone)]
pub struct WebParts {
    /// What every use case works with.
    pub service: Service,
    /// The published forms.
    pub forms: Arc<Catalogue>,
    /// The use cases, for pages.
    pub ports: Arc<Ports>,
    /// The council's branding.
    pub identity: Arc<Identity>,
    /// The queue of draft changes, by the network they come from.
    pub changes: FairQueues,
    /// Whether the database could be written to a moment ago.
    pub readiness: Arc<Readiness>,
}

impl axum::extract::FromRef<WebState> for LeptosOptions {
    fn from_ref(web: &WebState) -> Self {
        web.ports.leptos.clone()
    }
}

/// All routes with all layers.
pub fn router(web: WebState) -> Router {
    executor::init();
    let options = web.ports.leptos.clone();
    let context = {
        let ports = web.ports.clone();
        move || {
            provide_context(ports.clone());
            provide_context(RedirectFlag::default());
        }
    };
    let pages = Router::new()
        .leptos_routes_with_context(&web, generate_route_list(App), context.clone(), shell)
        .route(app::paths::EXIT, get(exit::leave))
        .route("/language/{tag}", post(keep_typed::choose))
        .route("/submitted/{reference}/pdf", get(downloads::pdf))
        .route("/submitted/{reference}/large-print", get(downloads::large_print))
        .route("/submitted/{reference}/text", get(downloads::plain_text))
        .fallback_service(files_or_not_found(&options, context.clone()))
        .layer(middleware::from_fn_with_state(web.clone(), errors::pages_for_failures))
        .layer(middleware::from_fn_with_state(show_again::renderer(context), show_again::show_again))
        .layer(middleware::from_fn(markup::correct))
        .layer(compression())
        .layer(middleware::from_fn_with_state(web.clone(), csrf::guard))
        .layer(middleware::from_fn_with_state(web.clone(), auth::authenticate))
        .layer(middleware::from_fn(isolate_reactive_owner));
    let all = Router::new()
        .route("/language/{tag}", get(language::choose))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .nest_service("/pkg", built_files(&options))
        .merge(callbacks::routes())
        .merge(identity::routes(&web.identity))
        .merge(pages);
    around(all, web)
}

/// Adds the layers that apply to every response.
pub fn around(routes: Router<WebState>, web: WebState) -> Router {
    let limits = web.service.settings.limits.clone();
    routes
        .layer(DefaultBodyLimit::max(limits.body_bytes))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(limits.request_seconds)))
        .layer(middleware::from_fn_with_state(web.clone(), errors::page_for_timeouts))
        .layer(CatchPanicLayer::custom(errors::panicked(&web)))
        .layer(middleware::from_fn_with_state(web.clone(), language::find))
        .layer(middleware::from_fn_with_state(web.clone(), headers::put))
        .layer(middleware::from_fn_with_state(web.clone(), request::enter))
        .layer(middleware::from_fn_with_state(network::Proxies::new(limits.trusted_proxies), network::find))
        .with_state(web)
}

/// Serves icons and the like, and the "not found" page for every other path.
///
/// Leptos has a handler for this, but it moves the headers of whatever page is being rendered on the same thread to the
/// file: cookies and content security policies got lost. So files are served here.
fn files_or_not_found(options: &LeptosOptions, context: impl Fn() + Clone + Send + Sync + 'static) -> Router {
    let not_found = render_app_async_with_context(context, shell);
    let for_a_day = HeaderValue::from_static("public, max-age=86400");
    let cache = SetResponseHeaderLayer::if_not_present(CACHE_CONTROL, move |response: &Response<_>| {
        let is_page = response.headers().contains_key(CONTENT_SECURITY_POLICY);
        (is_there(response.status()) && !is_page).then(|| for_a_day.clone())
    });
    let files = ServeDir::new(options.site_root.as_ref())
        .append_index_html_on_directories(false)
        .call_fallback_on_method_not_allowed(true)
        .fallback(any(not_found));
    Router::new().fallback_service(files).layer(cache)
}

/// Isolates requests from each other. While a page waits, Leptos leaves its reactive owner on the thread, where another
/// request would find it; so each request runs with an owner of its own that has no parent.
async fn isolate_reactive_owner(request: Request, next: Next) -> Response {
    Owner::default().with(|| ScopedFuture::new(next.run(request))).await
}

/// Compresses pages, for people on a bad signal. Nothing that an attacker can choose is ever shown next to a secret of
/// the page, so the compressed size reveals nothing (BREACH). PDFs are compressed already.
fn compression() -> CompressionLayer<impl Predicate> {
    let what = DefaultPredicate::new().and(NotForContentType::const_new("application/pdf"));
    CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(what)
}

/// Whether a file exists: sent, or not modified. Only these responses may be cached: a file that doesn't exist yet may
/// exist after the next update.
fn is_there(status: StatusCode) -> bool {
    status.is_success() || status == StatusCode::NOT_MODIFIED
}

/// The built files have a hash in their names, so browsers may cache them for ever.
fn built_files(options: &LeptosOptions) -> axum::routing::MethodRouter {
    let folder = format!("{}/{}", options.site_root, options.site_pkg_dir);
    let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
    let cache = SetResponseHeaderLayer::if_not_present(CACHE_CONTROL, move |response: &Response<_>| {
        is_there(response.status()).then(|| forever.clone())
    });
    axum::routing::get_service(ServeDir::new(folder).precompressed_br().precompressed_gzip()).layer(cache)
}
