//! The pages of a draft: task list, questions, lists, check, delete.

mod account_details;
pub mod changes;
pub mod check;
mod check_sections;
mod conflict;
pub mod delete;
pub mod inner_list;
pub mod item;
pub mod list;
pub mod page;
pub mod progress;
pub mod task_list;
mod unsent;

use crate::{context, cookies::Cookie, flash, paths, sent_draft::redirect_to_copy};
use form_engine::journey::Journey;
use jiff::civil::Date;
use ports::{ApiError, Caller, Draft, DraftId};

/// The draft in the address, with account details filled into the questions that show them.
async fn open(id: &DraftId) -> Result<Draft, ApiError> {
    let ports = context::ports()?;
    let Some(mut draft) = ports.drafts.open(&context::owner()?, id, context::language()).await? else {
        return Err(not_here(id).await?);
    };
    if let Some(resident) = context::caller().resident() {
        draft.answers.fill_from_account(&draft.form, |fact| resident.fact(fact));
    }
    Ok(draft)
}

/// The error for a draft that isn't the caller's, or isn't there any more. A form that was sent leads to its copy.
/// Visitors may have followed the link to a draft of their account, so they are asked to sign in.
async fn not_here(id: &DraftId) -> Result<ApiError, ApiError> {
    match context::caller() {
        Caller::Resident(_) => {
            redirect_to_copy(id).await?;
        }
        Caller::Visitor(_) => {
            if let Some(path) = paths::return_to(&context::path()) {
                context::set_cookie(Cookie::Next, path.as_str());
            }
            flash::redirect_with_notice("/sign-in", context::messages().sign_in_to_open());
        }
        Caller::Nobody => {}
    }
    Ok(ApiError::NotFound)
}

fn today() -> Result<Date, ApiError> {
    Ok(context::ports()?.clock.today())
}

/// The journey through the draft.
fn journey(draft: &Draft, today: Date) -> Journey<'_> {
    Journey::new(&draft.form, &draft.answers, today)
}
