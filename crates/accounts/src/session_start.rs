//! Starting a session: creates a token for the browser, remembers the browser, and moves what was started in it without
//! signing in to the account.

use super::{activity, notices, profile};
use async_trait::async_trait;
use form_engine::language::Language;
use platform::{crypto::digest::Purpose, random};
use ports::{AccountId, ApiError, ClientContext, DraftId, Event, SignedIn, StepFailure, Visitor};
use service::Service;
use store::{Connection, Transaction, UnixMillis, accounts::AccountRow, sessions::SessionRow};

/// How many sessions an account may have. One more ends the one that was used longest ago.
const SESSIONS: u64 = 5;

/// How somebody has signed in.
#[derive(Clone, Copy, Debug)]
pub struct SessionOrigin {
    pub event: Event,
    /// When the password was given during the sign-in. Without it, the session can't change anything that needs the
    /// password.
    pub confirmed_at: Option<UnixMillis>,
    /// Whether another message tells the owner about it.
    pub is_notified: bool,
}

/// Outcome of claiming the forms that a visitor started.
#[derive(Debug, Default)]
pub struct Claimed {
    /// The id of the newest form that now belongs to the account.
    pub newest: Option<DraftId>,
    /// The cookie for the others, if the account had no room for all of them.
    pub remaining_visitor_cookie: Option<String>,
}

/// Moves the forms that a visitor started to the account that they sign in to. The owner gets an email about each but
/// the one they are `sending`.
#[async_trait]
pub trait ClaimDrafts: Send + Sync {
    async fn claim(
        &self,
        transaction: &Transaction,
        visitor: &Visitor,
        account: &AccountId,
        sending: Option<&DraftId>,
        language: Language,
    ) -> Result<Claimed, ApiError>;
}

/// Signs in to an account whose row the caller's transaction has locked or created.
pub async fn start(
    service: &Service,
    drafts: &dyn ClaimDrafts,
    connection: &Transaction,
    account: &AccountId,
    client_context: &ClientContext,
    SessionOrigin { event, confirmed_at, is_notified }: SessionOrigin,
) -> Result<SignedIn, StepFailure> {
    let now = service.now();
    let (session_token, token_hash) = new_session_token(service);
    let row = SessionRow {
        token_hash,
        account_id: account.0.clone(),
        created_at: now,
        seen_at: now,
        id: random::id(&*service.random),
        device: client_context.device.to_text(),
        confirmed_at: confirmed_at.unwrap_or(UnixMillis::EPOCH),
        mac: None,
    };
    connection.end_oldest_sessions(account, SESSIONS - 1).await?;
    connection.insert_session(row).await?;
    let (device_token, is_known) = remember(service, connection, account, client_context).await?;
    if !is_known
        && !is_notified
        && let Some(profile) = profile::load(service, connection, account).await?
    {
        notices::new_device(service, connection, &profile, &client_context.device, client_context.language).await?;
    }
    activity::note(service, connection, account, event, &client_context.device).await?;
    let claimed = match &client_context.visitor {
        Some(visitor) => {
            let sending = client_context.sending.as_ref();
            drafts.claim(connection, visitor, account, sending, client_context.language).await?
        }
        None => Claimed::default(),
    };
    Ok(SignedIn {
        session_token,
        device_token,
        claimed: claimed.newest,
        remaining_visitor_cookie: claimed.remaining_visitor_cookie,
    })
}

/// Remembers the browser by a token that is newly generated each time, whatever the browser sent. Returns the token,
/// and whether the browser had signed in to the account before.
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
    connection.remember_device(device_hash(service, &token), account, service.now()).await?;
    Ok((token, is_known))
}

/// A token for a session, and the hash that it is stored under.
pub fn new_session_token(service: &Service) -> (String, Vec<u8>) {
    let token = service.keyring.token(&*service.random);
    let hash = service.keyring.hash_token(Purpose::Session, &[], &token);
    (token, hash)
}

/// The hash that a known browser is stored under.
pub fn device_hash(service: &Service, token: &str) -> Vec<u8> {
    service.keyring.hash_token(Purpose::Device, &[], token)
}

/// What attempts are counted under for a browser that has signed in to the account before.
pub async fn known_device(
    service: &Service,
    token: Option<&str>,
    account: Option<&AccountRow>,
) -> Result<Option<Vec<u8>>, StepFailure> {
    let Some(token) = token else { return Ok(None) };
    let hash = device_hash(service, token);
    // Looked up even without an account, because that must not take less time.
    let account = account.map(|account| account.id.as_str()).unwrap_or_default();
    let knows = service.store.reader().knows_device(&hash, account).await?;
    Ok(knows.then(|| [hash.as_slice(), account.as_bytes()].concat()))
}
