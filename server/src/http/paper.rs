//! A submitted form to take away: as PDF, in large print, as plain text.

use super::{Web, errors};
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use form_engine::{language::Language, reference::Reference};
use http::{StatusCode, header};
use ports::{Caller, Paper};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct How {
    /// Shown in the browser, for printing, rather than saved.
    print: Option<String>,
}

pub async fn pdf(
    web: State<Web>,
    caller: Extension<Caller>,
    language: Extension<Language>,
    reference: Path<String>,
    how: Query<How>,
) -> Response {
    answer(web, caller, language, reference, Asked { paper: Paper::Pdf, is_shown: how.print.is_some() }).await
}

pub async fn large_print(
    web: State<Web>,
    caller: Extension<Caller>,
    language: Extension<Language>,
    reference: Path<String>,
) -> Response {
    answer(web, caller, language, reference, Asked { paper: Paper::LargePrint, is_shown: false }).await
}

pub async fn plain_text(
    web: State<Web>,
    caller: Extension<Caller>,
    language: Extension<Language>,
    reference: Path<String>,
) -> Response {
    answer(web, caller, language, reference, Asked { paper: Paper::PlainText, is_shown: false }).await
}

/// What is wanted, and whether to look at it or to keep it.
struct Asked {
    paper: Paper,
    is_shown: bool,
}

async fn answer(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    Extension(language): Extension<Language>,
    Path(reference): Path<String>,
    Asked { paper, is_shown }: Asked,
) -> Response {
    let Some(resident) = caller.resident() else { return errors::page(&web, language, StatusCode::NOT_FOUND) };
    match web.ports.submissions.paper(&resident.account, &reference, paper, language).await {
        Ok(Some(bytes)) => file(&reference, paper, is_shown, bytes),
        Ok(None) => errors::page(&web, language, StatusCode::NOT_FOUND),
        Err(error) => errors::page(&web, language, errors::status(error)),
    }
}

fn file(reference: &str, paper: Paper, is_shown: bool, bytes: Vec<u8>) -> Response {
    let (kind, ending) = match paper {
        Paper::Pdf => ("application/pdf", ".pdf"),
        Paper::LargePrint => ("application/pdf", "-large-print.pdf"),
        Paper::PlainText => ("text/plain; charset=utf-8", ".txt"),
    };
    // The name is the reference and nothing personal; parsed again, so that no header holds what was typed.
    let name = Reference::parse(reference).map(|reference| reference.to_string()).unwrap_or_default();
    let place = if is_shown { "inline" } else { "attachment" };
    let disposition = format!("{place}; filename=\"{name}{ending}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}
