//! Why a step ends early: refused, which its page explains, or failed, which the log explains. With one type for both,
//! `?` ends a step in either way, and a transaction that wasn't committed leaves nothing behind.

use platform::crypto::SealError;
use ports::{ApiError, StepError};
use store::StoreError;

#[derive(Debug)]
pub enum StepFailure {
    Refused(StepError),
    Failed(ApiError),
}

impl From<StepError> for StepFailure {
    fn from(step_error: StepError) -> Self {
        Self::Refused(step_error)
    }
}

impl From<ApiError> for StepFailure {
    fn from(error: ApiError) -> Self {
        Self::Failed(error)
    }
}

impl From<StoreError> for StepFailure {
    fn from(cause: StoreError) -> Self {
        Self::Failed(cause.into())
    }
}

impl From<SealError> for StepFailure {
    fn from(cause: SealError) -> Self {
        Self::Failed(cause.into())
    }
}

/// Converts to the result of the port: a refusal is an answer, a failure is an error.
pub fn answer<T>(result: Result<T, StepFailure>) -> Result<Result<T, StepError>, ApiError> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(StepFailure::Refused(step_error)) => Ok(Err(step_error)),
        Err(StepFailure::Failed(error)) => Err(error),
    }
}
