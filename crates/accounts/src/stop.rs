//! Why a step ends early: refused, which its page explains, or failed, which the log explains. With one type for both,
//! `?` ends a step in either way, and a transaction that wasn't committed leaves nothing behind.

use platform::{crypto::SealError, internal};
use ports::{ApiError, Refusal};
use store::{StoreError, TransactionError};

#[derive(Debug)]
pub enum Stop {
    Refused(Refusal),
    Failed(ApiError),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<ApiError> for Stop {
    fn from(error: ApiError) -> Self {
        Self::Failed(error)
    }
}

impl From<StoreError> for Stop {
    fn from(cause: StoreError) -> Self {
        Self::Failed(internal(cause))
    }
}

impl From<TransactionError> for Stop {
    fn from(cause: TransactionError) -> Self {
        StoreError::from(cause).into()
    }
}

impl From<SealError> for Stop {
    fn from(cause: SealError) -> Self {
        Self::Failed(internal(cause))
    }
}

/// What the port answers: a refusal is an answer, a failure is an error.
pub fn answer<T>(result: Result<T, Stop>) -> Result<Result<T, Refusal>, ApiError> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Stop::Refused(refusal)) => Ok(Err(refusal)),
        Err(Stop::Failed(error)) => Err(error),
    }
}
