//! Handing a visitor's drafts to the account they have signed in to, and the email with the way back.

use super::{content::place, kept_until};
use crate::{
    clock::instant,
    messages::{Mail, words},
    service::{Service, internal},
    services::accounts::profile,
    store::{Connection, drafts as rows},
};
use ::words::Words;
use app::{
    error::ApiError,
    ports::{AccountId, LocalClock, VisitorId},
};

/// Hands a visitor's drafts to an account. Returns the newest of them.
pub async fn claim_in(
    service: &Service,
    connection: &impl Connection,
    visitor: &VisitorId,
    account: &AccountId,
    say: Words,
) -> Result<Option<String>, ApiError> {
    let found = rows::visitor_drafts_in(connection, visitor, service.clock.now_ms()).await.map_err(internal)?;
    let newest = found.first().map(|row| row.id.clone());
    for before in found {
        let text = service.keyring.open(place(&before), &before.sealed).map_err(internal)?;
        let mut row = before.clone();
        row.visitor = None;
        row.account_id = Some(account.0.clone());
        row.gone_from = kept_until(service, row.saved_at, service.settings.retention.draft_days);
        row.sealed = service.keyring.seal(&*service.random, place(&row), &text).map_err(internal)?;
        let until = service.clock.day(instant(row.gone_from - 1));
        let link = format!("{}/drafts/{}", service.settings.public_url, row.id);
        if !rows::update_draft_in(connection, before, row).await.map_err(internal)? {
            return Err(internal("a draft changed while it was handed over, though it was locked"));
        }
        send_way_back(service, connection, account, words::saved(say, &service.council(), &link, until)).await?;
    }
    Ok(newest)
}

/// The email with the way back to a saved draft.
pub async fn send_way_back(
    service: &Service,
    connection: &impl Connection,
    account: &AccountId,
    mail: Mail,
) -> Result<(), ApiError> {
    let Some(profile) = profile::load_in(service, connection, account).await? else { return Ok(()) };
    if !profile.takes_emails() {
        return Ok(());
    }
    service.messages.queue_in(connection, mail.to(&profile.email)).await
}
