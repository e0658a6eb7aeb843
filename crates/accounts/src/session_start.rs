//! Starting a session: a token for the browser, the browser remembered, and whatever was begun in it without a login put
//! into the account.

use super::{activity, notices, profile, step_failure::StepFailure};
use async_trait::async_trait;
use form_engine::language::Language;
use platform::{crypto::digest::Purpose, random};
use ports::{AccountId, ApiError, ClientContext, Event, SignedIn, Visitor};
use service::Service;
use store::{Connection, Transaction, sessions::SessionRow};

/// Whoever signs in once more ends the session they used longest ago.
const SESSIONS: u64 = 5;

/// How somebody has come to be signed in.
#[derive(Clone, Copy, Debug)]
pub struct SessionOrigin {
    pub event: Event,
    /// When the password was given on the way here. Without it the session can change nothing that asks for the password.
    pub confirmed_at: Option<i64>,
    /// Whether the owner is told of it by another message.
    pub is_told: bool,
}

/// What became of the forms that a browser began without a login.
#[derive(Debug, Default)]
pub struct Claimed {
    /// The newest of those that are the account's now.
    pub newest: Option<String>,
    /// The cookie that opens the others, if the account has as many as it may.
    pub left: Option<String>,
}

/// Hands the forms that a browser began without a login to the account that it signs in to.
#[async_trait]
pub trait ClaimDrafts: Send + Sync {
    async fn claim(
        &self,
        transaction: &Transaction,
        visitor: &Visitor,
        account: &AccountId,
        language: Language,
    ) -> Result<Claimed, ApiError>;
}

/// Signs in to an account whose row the caller's transaction has locked or made.
pub async fn start(
    service: &Service,
    drafts: &dyn ClaimDrafts,
    connection: &Transaction,
    account: &AccountId,
    client_context: &ClientContext,
    SessionOrigin { event, confirmed_at, is_told }: SessionOrigin,
) -> Result<SignedIn, StepFailure> {
    let now = service.clock.now_ms();
    let (session_token, token_hash) = new_session_token(service);
    let row = SessionRow {
        token_hash,
        account_id: account.0.clone(),
        created_at: now,
        seen_at: now,
        id: random::id(&*service.random),
        device: client_context.device.to_text(),
        confirmed_at: confirmed_at.unwrap_or_default(),
        mac: None,
    };
    connection.end_oldest_sessions(account, SESSIONS - 1).await?;
    connection.insert_session(row).await?;
    let (device_token, is_known) = remember(service, connection, account, client_context).await?;
    if !is_known
        && !is_told
        && let Some(profile) = profile::load(service, connection, account).await?
    {
        notices::new_device(service, connection, &profile, &client_context.device, client_context.language).await?;
    }
    activity::note(service, connection, account, event, &client_context.device).await?;
    let claimed = match &client_context.visitor {
        Some(visitor) => drafts.claim(connection, visitor, account, client_context.language).await?,
        None => Claimed::default(),
    };
    Ok(SignedIn { session_token, device_token, claimed: claimed.newest, left: claimed.left })
}

/// Remembers the browser by a token of our own that is new each time, whatever it came with. Returns the token, and
/// whether the account was signed in to from it before.
async fn remember(
    service: &Service,
    connection: &Connection,
    account: &AccountId,
    client_context: &ClientContext,
) -> Result<(String, bool), StepFailure> {
    let token = service.keyring.token(&*service.random);
    let old = client_context.known.as_deref().map(|token| device_hash(service, token));
    let is_known = match &old {
        Some(old) => connection.renew_device(old, account, device_hash(service, &token)).await?,
        None => false,
    };
    connection.remember_device(device_hash(service, &token), account, service.clock.now_ms()).await?;
    Ok((token, is_known))
}

/// A token for a session, and the hash it is known by.
pub fn new_session_token(service: &Service) -> (String, Vec<u8>) {
    let token = service.keyring.token(&*service.random);
    let hash = service.keyring.hash_token(Purpose::Session, &[], &token);
    (token, hash)
}

/// How a browser that signed in before is known.
pub fn device_hash(service: &Service, token: &str) -> Vec<u8> {
    service.keyring.hash_token(Purpose::Device, &[], token)
}
