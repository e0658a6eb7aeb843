//! Starting a form, signed in or not.
//!
//! The HTTP layer checks the form token before the function runs.

use crate::{
    context,
    cookies::Cookie,
    error::WireError,
    flash::{self, Flash},
    paths,
    segment::PathSegment,
};
use leptos::prelude::*;
use ports::{ApiError, NewDraft, Started};

/// Starts a form. Somebody who has begun it before is first asked whether to carry on with that.
#[server(endpoint = "drafts/start")]
pub async fn start(
    form: PathSegment,
    #[server(default)] carry: Option<PathSegment>,
    #[server(default)] again: String,
) -> Result<(), WireError> {
    if again != "yes" && has_begun(&form).await? {
        context::redirect(paths::begun(&form, carry.as_deref()));
        return Ok(());
    }
    Ok(start_form(&form, carry.as_deref()).await?)
}

async fn has_begun(form: &str) -> Result<bool, ApiError> {
    let Some(owner) = context::caller().owner() else { return Ok(false) };
    Ok(!context::ports()?.drafts.unfinished(&owner, Some(form)).await?.is_empty())
}

async fn start_form(form: &str, carry: Option<&str>) -> Result<(), ApiError> {
    let (t, is_resident) = (context::messages(), context::resident().is_ok());
    let network = context::network();
    let start = NewDraft { form, from: carry, network: network.as_ref() };
    let started = context::ports()?.drafts.start(&context::caller(), start).await?;
    let refused = match started.ok_or(ApiError::NotFound)? {
        Started::Draft { id, visitor } => {
            if let Some(cookie) = visitor {
                context::set_cookie(Cookie::Visitor, &cookie);
            }
            context::redirect(paths::draft(&id));
            return Ok(());
        }
        Started::TooMany { most } if is_resident => t.start_too_many(most),
        Started::TooMany { most } => t.start_too_many_visitor(most),
        Started::TooOften if is_resident => t.start_too_often().into(),
        Started::TooOften => t.start_too_often_visitor().into(),
    };
    flash::redirect_with(&Flash { page: paths::form(form), problems: vec![("start".into(), refused)], ..Flash::default() });
    Ok(())
}
