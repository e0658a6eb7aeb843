//! Starting a session: a token for the browser, and whatever was begun without a login put into the account.

use super::stop::Stop;
use crate::store::Connection;
use crate::{
    crypto::digest::Purpose,
    random,
    service::Service,
    services::drafts,
    store::{
        accounts as rows,
        sessions::{SessionRow, insert_session_in},
    },
};
use app::ports::{AccountId, SignedIn, VisitorId};
use words::Words;

/// Whoever signs in once more ends the session they used longest ago.
const SESSIONS: u64 = 5;

/// Signs in to an account whose row the caller's transaction has locked or made.
pub async fn start_in(
    service: &Service,
    connection: &impl Connection,
    account: &AccountId,
    visitor: Option<&VisitorId>,
    say: Words,
) -> Result<SignedIn, Stop> {
    let (token, now) = (random::token(&*service.random), service.clock.now_ms());
    let token_hash = service.keyring.hash(Purpose::Session, &[token.as_bytes()]);
    let row = SessionRow { token_hash, account_id: account.0.clone(), created_at: now, seen_at: now };
    rows::end_oldest_sessions_in(connection, account, SESSIONS - 1).await?;
    insert_session_in(connection, row).await?;
    let claimed = match visitor {
        Some(visitor) => drafts::claim_in(service, connection, visitor, account, say).await?,
        None => None,
    };
    Ok(SignedIn { session_token: token, claimed })
}
