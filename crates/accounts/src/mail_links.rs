//! Links that are sent by email: the token is in the email, its hash in the database. Only the newest of each kind
//! works.

use platform::crypto::digest::Purpose;
use ports::StepFailure;
use service::Service;
use std::time::Duration;
use store::{Connection, links::LinkRow};

/// A kind of link: its name in the database, and how long it works.
#[derive(Clone, Copy, Debug)]
pub struct LinkKind {
    pub name: &'static str,
    pub valid_for: Duration,
}

/// Makes a link for an account and returns its token. An empty `account` is nobody: it takes the same work, and the
/// link opens no page.
pub async fn make(service: &Service, connection: &Connection, account: &str, kind: LinkKind) -> Result<String, StepFailure> {
    let (token, now) = (service.keyring.token(&*service.random), service.now());
    let row = LinkRow {
        token_hash: hash(service, &token),
        account_id: account.to_owned(),
        purpose: kind.name.to_owned(),
        sealed: Vec::new(),
        created_at: now,
        expires_at: now + kind.valid_for,
        mac: None,
    };
    connection.put_email_link(row).await?;
    Ok(token)
}

/// The hash that a token is stored under.
pub fn hash(service: &Service, token: &str) -> Vec<u8> {
    service.keyring.hash_token(Purpose::Link, &[], token)
}
