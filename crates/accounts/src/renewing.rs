//! The new token of a session whose owner has confirmed who they are. The old one no longer works, except that its
//! second press of the button is told the new one: on a slow line the browser never sees the response to the first.

use crate::{
    hashing::PasswordHasher,
    limits::{self, AttemptKind},
    repeats::{self, Repeatable},
    session_start::new_session_token,
};
use platform::crypto::digest::Purpose;
use ports::{AccountId, Device, Resident, Step, StepError, StepFailure};
use service::Service;
use store::Connection;

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
    let found: Option<(AccountId, String)> = repeats::find(service, RENEWED, &session_hash(service, token)).await?;
    let (account, token) = found.ok_or(StepError::Gone)?;
    let row = service.store.reader().signed_in(&session_hash(service, &token), service.now()).await?;
    let row = row.filter(|row| row.session.device == device.to_text()).ok_or(StepError::Gone)?;
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

/// The hash that the token of a session is stored under.
pub fn session_hash(service: &Service, token: &str) -> Vec<u8> {
    service.keyring.hash_token(Purpose::Session, &[], token)
}
