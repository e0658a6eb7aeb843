//! The last step of something, sent twice: on a slow line people press a button again, and the browser shows the second
//! response only. For a minute, what the first led to is kept under the token that it used up, so that the second says
//! the same.
//!
//! A token alone opens nothing. A sign-in is repeated only with the code that it was finished with, in the same kind of
//! browser, and until its session was used; other codes count as wrong ones.

use crate::{
    limits::{self, AttemptKind},
    sessions::step_hash,
};
use platform::{
    clock::seconds,
    crypto::digest::{Purpose, same},
};
use ports::{AccountId, ApiError, ClientContext, SignedIn, StepError, StepFailure};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use service::Service;
use std::time::Duration;
use store::{Connection, links::LinkRow};

/// How long a step may be repeated.
pub const REPEATABLE: Duration = seconds(60);

/// What is kept, by its name in the database.
#[derive(Clone, Copy, Debug)]
pub struct Repeatable(pub &'static str);

const SIGNED_IN: Repeatable = Repeatable("repeat-sign-in");

/// A sign-in that was finished a moment ago.
#[derive(Serialize, Deserialize)]
pub struct Finished {
    /// The hash of the code that finished it.
    proof: Vec<u8>,
    device: String,
    session_token: String,
    device_token: String,
    claimed: Option<String>,
    remaining_visitor_cookie: Option<String>,
}

/// Keeps what using up a token led to, in the transaction that uses it up.
pub async fn keep(
    service: &Service,
    connection: &Connection,
    what: Repeatable,
    (token_hash, account): (&[u8], &str),
    outcome: &(impl Serialize + Sync),
) -> Result<(), StepFailure> {
    let now = service.now();
    let mut row = LinkRow {
        token_hash: token_hash.to_vec(),
        account_id: account.to_owned(),
        purpose: what.0.to_owned(),
        sealed: Vec::new(),
        created_at: now,
        expires_at: now + REPEATABLE,
        mac: None,
    };
    service.seal(&mut row, outcome)?;
    // A link that was used up has this token.
    connection.delete_email_link(token_hash).await?;
    Ok(connection.insert_email_link(row).await?)
}

/// What using up a token led to a moment ago, and whose it is.
pub async fn find<T: DeserializeOwned>(
    service: &Service,
    what: Repeatable,
    token_hash: &[u8],
) -> Result<Option<(AccountId, T)>, ApiError> {
    let row = service.store.reader().email_link(token_hash, what.0, service.now()).await?;
    let Some(row) = row else { return Ok(None) };
    let outcome = service.open(&row)?;
    Ok(Some((AccountId(row.account_id), outcome)))
}

/// Keeps a sign-in that a code has finished.
pub async fn keep_sign_in(
    service: &Service,
    connection: &Connection,
    (token_hash, account): (&[u8], &AccountId),
    (code, client_context): (&str, &ClientContext),
    signed_in: &SignedIn,
) -> Result<(), StepFailure> {
    let finished = Finished::new(service, (token_hash, code), client_context, signed_in);
    keep(service, connection, SIGNED_IN, (token_hash, &account.0), &finished).await
}

/// The sign-in that this code finished a moment ago.
pub async fn signed_in_again(
    service: &Service,
    token: &str,
    code: &str,
    client_context: &ClientContext,
) -> Result<SignedIn, StepFailure> {
    let token_hash = step_hash(service, token);
    let found: Option<(AccountId, Finished)> = find(service, SIGNED_IN, &token_hash).await?;
    let (account, finished) = found.ok_or(StepError::Gone)?;
    let transaction = service.store.begin().await?;
    let attempt_kind = AttemptKind::Code(&account.0);
    let attempt = limits::count_attempt(service, &transaction, attempt_kind).await?;
    if !finished.is_proven_by(service, &token_hash, code) {
        transaction.commit().await?;
        return Err(limits::wrong(service, attempt, attempt_kind, StepError::Gone).into());
    }
    limits::clear(service, &transaction, attempt_kind).await?;
    transaction.commit().await?;
    finished.signed_in(service, client_context).await?.ok_or_else(|| StepError::Gone.into())
}

impl Finished {
    pub fn new(
        service: &Service,
        (token_hash, code): (&[u8], &str),
        client_context: &ClientContext,
        signed_in: &SignedIn,
    ) -> Self {
        let SignedIn { session_token, device_token, claimed, remaining_visitor_cookie } = signed_in.clone();
        Self {
            proof: service.keyring.hash(Purpose::Code, &[b"finished", token_hash, code.as_bytes()]),
            device: client_context.device.to_text(),
            session_token,
            device_token,
            claimed: claimed.map(String::from),
            remaining_visitor_cookie,
        }
    }

    fn is_proven_by(&self, service: &Service, token_hash: &[u8], code: &str) -> bool {
        let hashes = service.keyring.hashes(Purpose::Code, &[b"finished", token_hash, code.as_bytes()]);
        hashes.iter().fold(false, |right, hash| right | same(&self.proof, hash))
    }

    /// What the browser was given, unless its session was used or has ended since: the browser has it then.
    pub async fn signed_in(self, service: &Service, client_context: &ClientContext) -> Result<Option<SignedIn>, ApiError> {
        let session = service.keyring.hash_token(Purpose::Session, &[], &self.session_token);
        let row = service.store.reader().signed_in(&session, service.now()).await?;
        let is_unused = row.is_some_and(|row| row.session.seen_at == row.session.created_at);
        Ok((is_unused && self.device == client_context.device.to_text()).then(|| SignedIn {
            session_token: self.session_token,
            device_token: self.device_token,
            claimed: self.claimed.map(ports::DraftId),
            remaining_visitor_cookie: self.remaining_visitor_cookie,
        }))
    }
}
