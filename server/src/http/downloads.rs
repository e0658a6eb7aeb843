//! Downloads of a copy: PDF, large print PDF, plain text.

use super::{WebState, errors};
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use form_engine::{language::Language, reference::Reference};
use http::{StatusCode, header};
use ports::{Caller, CopyFormat};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct PdfQuery {
    /// If present, the PDF opens in the browser, for printing, rather than being saved.
    print: Option<String>,
}

pub async fn pdf(
    web: State<WebState>,
    caller: Extension<Caller>,
    language: Extension<Language>,
    reference: Path<String>,
    how: Query<PdfQuery>,
) -> Response {
    answer(web, caller, language, reference, CopyRequest { format: CopyFormat::Pdf, is_shown: how.print.is_some() }).await
}

pub async fn large_print(
    web: State<WebState>,
    caller: Extension<Caller>,
    language: Extension<Language>,
    reference: Path<String>,
) -> Response {
    answer(web, caller, language, reference, CopyRequest { format: CopyFormat::LargePrint, is_shown: false }).await
}

pub async fn plain_text(
    web: State<WebState>,
    caller: Extension<Caller>,
    language: Extension<Language>,
    reference: Path<String>,
) -> Response {
    answer(web, caller, language, reference, CopyRequest { format: CopyFormat::PlainText, is_shown: false }).await
}

/// The format of a copy, and whether to show or save it.
struct CopyRequest {
    format: CopyFormat,
    is_shown: bool,
}

async fn answer(
    State(web): State<WebState>,
    Extension(caller): Extension<Caller>,
    Extension(language): Extension<Language>,
    Path(reference): Path<String>,
    CopyRequest { format, is_shown }: CopyRequest,
) -> Response {
    let Some(resident) = caller.resident() else { return errors::page(&web, language, StatusCode::NOT_FOUND) };
    match web.ports.submissions.download(&resident.account, &reference, format, language).await {
        Ok(Some(bytes)) => file(&reference, format, is_shown, bytes),
        Ok(None) => errors::page(&web, language, StatusCode::NOT_FOUND),
        Err(error) => errors::page(&web, language, app::error::status(error)),
    }
}

fn file(reference: &str, format: CopyFormat, is_shown: bool, bytes: Vec<u8>) -> Response {
    let (kind, ending) = match format {
        CopyFormat::Pdf => ("application/pdf", ".pdf"),
        CopyFormat::LargePrint => ("application/pdf", "-large-print.pdf"),
        CopyFormat::PlainText => ("text/plain; charset=utf-8", ".txt"),
    };
    // The file name is the reference and has nothing personal. Parsed, so that no header contains what was in the URL.
    let name = Reference::parse(reference).map(|reference| reference.to_string()).unwrap_or_default();
    let place = if is_shown { "inline" } else { "attachment" };
    let disposition = format!("{place}; filename=\"{name}{ending}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}
