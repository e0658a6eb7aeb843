//! The files generated from the council's settings (see `branding`).

use super::WebState;
use axum::{
    Router,
    extract::RawQuery,
    response::{IntoResponse, Response},
    routing::get,
};
use branding::{File, Identity};
use http::header;

/// For a URL with the content hash: its content never changes.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// For the plain URL, which some browsers request by themselves.
const A_DAY: &str = "public, max-age=86400";

pub fn routes(identity: &Identity) -> Router<WebState> {
    identity.files.iter().fold(Router::new(), |router, file| {
        let (path, file) = (file.path.clone(), file.clone());
        router.route(&path, get(move |RawQuery(query): RawQuery| async move { served(&file, query.as_deref()) }))
    })
}

fn served(file: &File, query: Option<&str>) -> Response {
    let keep = if query == Some(file.hash.as_str()) { FOREVER } else { A_DAY };
    ([(header::CONTENT_TYPE, file.media_type), (header::CACHE_CONTROL, keep)], file.bytes.to_vec()).into_response()
}
