//! A draft that was sent: its address leads to the copy, and so does what an old tab posts to it.

use crate::{context, flash::redirect_with_notice, paths};
use i18n::{Messages, args};
use ports::{ApiError, DraftId, SentDraft};

/// Redirects the owner of a draft that was sent to its copy, with a notice that says so. Returns whether it was sent.
pub async fn redirect_to_copy(draft: &DraftId) -> Result<bool, ApiError> {
    lead_to_copy(draft, None, context::messages()).await
}

/// The same for a page that was saved in an old tab: what was typed there isn't part of the copy. Says so in the language
/// that the copy will be in.
pub async fn redirect_unsaved_to_copy(draft: &DraftId, t: Messages) -> Result<bool, ApiError> {
    let not_in_it = t.copy_typed_later(context::site().council.phone.as_str());
    lead_to_copy(draft, Some(not_in_it), t).await
}

async fn lead_to_copy(draft: &DraftId, more: Option<String>, t: Messages) -> Result<bool, ApiError> {
    let (ports, caller) = (context::ports()?, context::caller());
    let Some(resident) = caller.resident() else { return Ok(false) };
    let Some(SentDraft { reference, sent }) = ports.submissions.of_draft(&resident.account, draft).await? else {
        return Ok(false);
    };
    let clock = &ports.clock;
    let (date, time) = (&t.day(clock.day(sent)), &t.time(clock.time(sent)));
    let notice = t.copy_already_sent(args::CopyAlreadySent { date, time });
    let notice = more.map_or(notice.clone(), |more| format!("{notice} {more}"));
    redirect_with_notice(paths::copy(&reference), &notice);
    Ok(true)
}
