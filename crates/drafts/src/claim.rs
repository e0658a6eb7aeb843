//! Moving a visitor's drafts to the account they have signed in to, and the email with the link back to a draft.

use super::{kept_until, limits};
use accounts::Claimed;
use accounts::{self, profile, visitors};
use i18n::Messages;
use notifications::{EmailText, templates};
use platform::internal;
use ports::{AccountId, ApiError, DraftId, Owner, ReturnEmail, Visitor};
use service::Service;
use store::{Connection, SealedRow, UnixMillis, drafts::DraftRow};

/// Moves a visitor's drafts to an account, newest first, as many as the account has room for. The others get a new
/// token, so that a cookie from before the sign-in no longer opens anything. The owner gets an email with the link back
/// to each, but not to the one they are about to send.
pub async fn claim(
    service: &Service,
    connection: &Connection,
    visitor: &Visitor,
    (account, sending): (&AccountId, Option<&DraftId>),
    t: Messages,
) -> Result<Claimed, ApiError> {
    let mut found = connection.lock_visitor_drafts(visitor, service.now()).await?;
    if found.is_empty() {
        return Ok(Claimed::default());
    }
    let most = limits::drafts_left(service, connection, &Owner::Account(account.clone())).await?;
    let left = found.split_off(most.min(found.len()));
    let newest = found.first().map(|row| DraftId(row.id.clone()));
    for before in found {
        let until = service.last_day(hand_over(service, connection, before.clone(), account).await?);
        if sending.is_some_and(|sending| **sending == *before.id) {
            continue;
        }
        let link = format!("{}/drafts/{}", service.settings.public_url, before.id);
        let mail = templates::saved(t, &service.council(), &link, until);
        send_return_email(service, connection, (account, &before.id), mail).await?;
    }
    Ok(Claimed { newest, remaining_visitor_cookie: leave(service, connection, left).await? })
}

/// Moves a draft to an account. Returns when it expires.
async fn hand_over(
    service: &Service,
    connection: &Connection,
    before: DraftRow,
    account: &AccountId,
) -> Result<UnixMillis, ApiError> {
    let mut row = before.clone();
    row.visitor = None;
    row.account_id = Some(account.0.clone());
    row.expires_at = kept_until(service, row.saved_at, service.settings.retention.draft_days);
    let expires_at = row.expires_at;
    replace(service, connection, before, row).await?;
    Ok(expires_at)
}

/// Gives the drafts that the account has no room for a new token. Returns the cookie with it.
async fn leave(service: &Service, connection: &Connection, left: Vec<DraftRow>) -> Result<Option<String>, ApiError> {
    if left.is_empty() {
        return Ok(None);
    }
    let (visitor, id) = visitors::with_token(service, None, |_| false);
    for before in left {
        let row = DraftRow { visitor: Some(id.0.clone()), ..before.clone() };
        replace(service, connection, before, row).await?;
    }
    Ok(Some(visitor.cookie))
}

/// Writes a draft with its new owner. The content is sealed to the owner, so it has to be sealed again.
async fn replace(service: &Service, connection: &Connection, before: DraftRow, mut row: DraftRow) -> Result<(), ApiError> {
    let text = before.open(&service.keyring)?;
    row.seal(&service.keyring, &*service.random, &text)?;
    if connection.update_draft(before, row).await? {
        return Ok(());
    }
    Err(internal("a draft changed while it was moved, although it was locked"))
}

/// Queues the email with the link back to a saved draft, unless one was sent recently or the owner doesn't want emails.
pub async fn send_return_email(
    service: &Service,
    connection: &Connection,
    (account, draft): (&AccountId, &str),
    mail: EmailText,
) -> Result<ReturnEmail, ApiError> {
    let Some(profile) = profile::load(service, connection, account).await? else { return Ok(ReturnEmail::NotSent) };
    if !profile.wants_emails() {
        return Ok(ReturnEmail::NotSent);
    }
    let return_email = accounts::limits::way_back(service, connection, account, draft).await?;
    if return_email == ReturnEmail::Sent {
        service.messages.queue(connection, mail.to(&profile.email)).await?;
    }
    Ok(return_email)
}
