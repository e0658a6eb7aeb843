//! Limits on saving and submitting forms while signed in, both of which send email.

use super::{DAY, HOUR, Limit, count, rules::SendRule};
use jiff::Timestamp;
use platform::internal;
use ports::{AccountId, ApiError, ReturnEmail, StepError, StepFailure};
use service::Service;
use std::time::Duration;
use store::Connection;

/// Somebody who saves again this soon needs no other email: the link in the last one still works.
const SAVED_ONCE_IN: Duration = Duration::from_mins(15);
/// Enough for somebody who goes through all of their forms.
const SAVED_AN_HOUR: i64 = 30;

/// Counts the email with the link back to a draft. Saving is never refused; only the email may be left out.
pub async fn way_back(
    service: &Service,
    connection: &Connection,
    account: &AccountId,
    draft: &str,
) -> Result<ReturnEmail, ApiError> {
    let once = SendRule { most: 1, window: SAVED_ONCE_IN };
    let lately = count(service, connection, (Limit::SavedMailsOfDraft, draft.as_bytes()), &once).await;
    if wait_of(lately)?.is_err() {
        return Ok(ReturnEmail::SentRecently);
    }
    let hour = SendRule { most: SAVED_AN_HOUR, window: HOUR };
    let all = count(service, connection, (Limit::SavedMails, account.0.as_bytes()), &hour).await;
    let over = wait_of(all)?.is_err();
    Ok(if over { ReturnEmail::NotSent } else { ReturnEmail::Sent })
}

/// Counts a submission by an account, or returns when the next one is allowed.
pub async fn submission(
    service: &Service,
    connection: &Connection,
    account: &AccountId,
) -> Result<Result<(), Timestamp>, ApiError> {
    let day = SendRule { most: service.settings.limits.submissions_a_day, window: DAY };
    wait_of(count(service, connection, (Limit::Submissions, account.0.as_bytes()), &day).await)
}

/// Turns a refusal into the time until which it lasts.
fn wait_of(counted: Result<(), StepFailure>) -> Result<Result<(), Timestamp>, ApiError> {
    match counted {
        Ok(()) => Ok(Ok(())),
        Err(StepFailure::Refused(StepError::TooSoon(from))) => Ok(Err(from)),
        Err(StepFailure::Refused(step_error)) => Err(internal(format!("a count was refused: {step_error:?}"))),
        Err(StepFailure::Failed(error)) => Err(error),
    }
}
