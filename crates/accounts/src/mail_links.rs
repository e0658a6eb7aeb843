//! Links that go out by email: a token for the mail, and its hash in the database. Of a kind the newest works.

use super::step_failure::StepFailure;
use platform::crypto::digest::Purpose;
use service::Service;
use store::{Connection, links::LinkRow};

/// A sort of link, by its name in the database, and how long it works.
#[derive(Clone, Copy, Debug)]
pub struct LinkKind {
    pub name: &'static str,
    pub ms: i64,
}

/// Makes a link for an account and gives its token. An empty account is nobody: the same work, and no page opens for it.
pub async fn make(service: &Service, connection: &Connection, account: &str, kind: LinkKind) -> Result<String, StepFailure> {
    let (token, now) = (service.keyring.token(&*service.random), service.clock.now_ms());
    let row = LinkRow {
        token_hash: hash(service, &token),
        account_id: account.to_owned(),
        purpose: kind.name.to_owned(),
        sealed: Vec::new(),
        created_at: now,
        expires_at: now + kind.ms,
        mac: None,
    };
    connection.put_email_link(row).await?;
    Ok(token)
}

/// How a token is known.
pub fn hash(service: &Service, token: &str) -> Vec<u8> {
    service.keyring.hash_token(Purpose::Link, &[], token)
}
