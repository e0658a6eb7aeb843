//! The PDF of a submitted form.

use super::{Web, errors};
use app::ports::Caller;
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use domain::reference::Reference;
use http::{StatusCode, header};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct How {
    /// Shown in the browser, for printing, rather than saved.
    print: Option<String>,
}

pub async fn pdf(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    Path(reference): Path<String>,
    Query(how): Query<How>,
) -> Response {
    let Some(resident) = caller.resident() else { return errors::page(&web, StatusCode::NOT_FOUND) };
    match web.ports.submissions.pdf(&resident.account, &reference).await {
        Ok(Some(pdf)) => {
            let place = if how.print.is_some() { "inline" } else { "attachment" };
            // The name is the reference and nothing personal; parsed again, so that no header holds what was typed.
            let name = Reference::parse(&reference).map(|reference| reference.to_string()).unwrap_or_default();
            let disposition = format!("{place}; filename=\"{name}.pdf\"");
            ([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, disposition)], pdf)
                .into_response()
        }
        Ok(None) => errors::page(&web, StatusCode::NOT_FOUND),
        Err(error) => errors::page(&web, errors::status(error)),
    }
}
