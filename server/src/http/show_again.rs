//! When a save fails, shows the page that it came from again, with what was typed.

use super::errors::accepts_html;
use app::{
    shell::shell,
    unsaved::{Unsaved, UnsavedSlot},
};
use axum::{
    body::Body,
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderMap, header};
use leptos::{prelude::Owner, reactive::computed::ScopedFuture};
use leptos_axum::render_app_async_with_context;
use std::{pin::Pin, sync::Arc};

/// Renders the page of a URL.
type Renderer = Arc<dyn Fn(Request) -> Pin<Box<dyn Future<Output = Response> + Send>> + Send + Sync>;

pub fn renderer(context: impl Fn() + Clone + Send + Sync + 'static) -> Renderer {
    Arc::new(render_app_async_with_context(context, shell))
}

pub async fn show_again(State(render): State<Renderer>, mut request: Request, next: Next) -> Response {
    if request.uri().path() != app::pages::drafts::page::SAVE_PAGE || !accepts_html(&request) {
        return next.run(request).await;
    }
    let slot = UnsavedSlot::default();
    request.extensions_mut().insert(slot.clone());
    let (headers, extensions) = (request.headers().clone(), request.extensions().clone());
    let response = next.run(request).await;
    let Some(unsaved) = slot.take() else { return response };
    let status = unsaved.status();
    let Some(mut again) = ask(&unsaved, headers) else { return response };
    *again.extensions_mut() = extensions;
    again.extensions_mut().insert(Arc::new(unsaved));
    // With an owner of its own: the context of the request that failed isn't for this page.
    let mut page = Owner::default().with(|| ScopedFuture::new(render(again))).await;
    *page.status_mut() = status;
    page
}

/// A GET request for the page.
fn ask(unsaved: &Unsaved, headers: HeaderMap) -> Option<Request> {
    let address = unsaved.address.clone();
    let address = unsaved.from_check.as_ref().map_or(address.clone(), |from| from.mark(address));
    let mut request = Request::builder().uri(address.as_str()).body(Body::empty()).ok()?;
    *request.headers_mut() = headers;
    request.headers_mut().remove(header::CONTENT_LENGTH);
    request.headers_mut().remove(header::CONTENT_TYPE);
    Some(request)
}
