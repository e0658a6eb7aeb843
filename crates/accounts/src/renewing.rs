//! The new token of a session whose owner has confirmed who they are. The old one no longer works, except that its
//! second press of the button is told the new one: on a slow line the browser never sees the response to the first.

use crate::{
    hashing::PasswordHasher,
    limits::{self, AttemptKind},
    repeats::{self, Repeatable},
    session_start::new_session_token,
};
use platform::crypto::digest::Purpose;
use ports::{AccountId, ApiError, Device, Resident, Step, StepError, StepFailure};
use service::Service;
use store::{Connection, sessions::SignedInRow};

const RENEWED: Repeatable = Repeatable("repeat-renewal");

/// A new token for the session of somebody who has just confirmed who they are. The old one no longer works.
pub async fn renew(service: &Service, connection: &Connection, resident: &Resident) -> Result<Step, StepFailure> {
    let (token, hash) = new_session_token(service);
    if !connection.renew_session(&resident.session, hash, service.now()).await? {
        return Err(StepError::Gone.into());
    }
    repeats::keep(service, connection, RENEWED, (&resident.session, &resident.account.0), &token).await?;
    Ok(Step { token })
}

/// The token that has just replaced this one, for who gives the password again in the same kind of browser. A wrong
/// password counts as one.
pub async fn renewed_again(
    service: &Service,
    hasher: &PasswordHasher,
    (token, password): (&str, &str),
    device: Device,
) -> Result<Step, StepFailure> {
    let Renewed { account, token, row } = renewed(service, token).await?.ok_or(StepError::Gone)?;
    if row.session.device != device.to_text() {
        return Err(StepError::Gone.into());
    }
    let turn = hasher.turn().await?;
    let attempt_kind = AttemptKind::Again(&account.0);
    let attempt = limits::count_attempt_now(service, attempt_kind).await?;
    if turn.matching(password, Some(&row.account.password_hash)).await?.is_none() {
        return Err(limits::wrong(service, attempt, attempt_kind, StepError::Gone).into());
    }
    let transaction = service.store.begin().await?;
    limits::clear(service, &transaction, attempt_kind).await?;
    transaction.commit().await?;
    Ok(Step { token })
}

/// The id of the session that had this token until a moment ago.
pub async fn renewed_session_id(service: &Service, token: &str) -> Result<Option<String>, ApiError> {
    Ok(renewed(service, token).await?.map(|renewed| renewed.row.session.id))
}

/// A session whose token was replaced a moment ago.
struct Renewed {
    account: AccountId,
    /// The new token.
    token: String,
    row: SignedInRow,
}

async fn renewed(service: &Service, token: &str) -> Result<Option<Renewed>, ApiError> {
    let found: Option<(AccountId, String)> = repeats::find(service, RENEWED, &session_hash(service, token)).await?;
    let Some((account, token)) = found else { return Ok(None) };
    let row = service.store.reader().signed_in(&session_hash(service, &token), service.now()).await?;
    Ok(row.map(|row| Renewed { account, token, row }))
}

/// The hash that the token of a session is stored under.
pub fn session_hash(service: &Service, token: &str) -> Vec<u8> {
    service.keyring.hash_token(Purpose::Session, &[], token)
}
