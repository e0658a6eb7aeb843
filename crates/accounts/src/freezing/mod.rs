//! Freezing an account: nobody can sign in to it until two members of council staff, who have spoken to its owner,
//! release it.
//!
//! A link in an email is enough to freeze, because that only takes something away, and only until the council has made
//! sure who is who. It is never enough to release an account, or to change or restore a second factor. [`releasing`]:
//! what the council does.

mod record;
pub mod releasing;

pub(super) use record::Record;

use super::{activity, inputs::email_index, lost_phone::Granted, phone::LoginPhone, profile::Profile};
use i18n::Messages;
use notifications::{Message, MessageKind, templates};
use platform::{crypto::Keyring, random};
use ports::{AccountId, Device, Event, StepError, StepFailure};
use service::Service;
use store::{Connection, SealedRow, accounts::AccountRow, freezes::FreezeRow};

/// Refuses a frozen account. Only somebody who entered the right password may learn that.
pub fn refuse_frozen(account: &AccountRow) -> Result<(), StepError> {
    if account.frozen_at.is_some() { Err(StepError::Frozen) } else { Ok(()) }
}

/// A freeze with a new hash of the address that was notified. `None` if its record can't be opened.
pub fn rehashed(keyring: &Keyring, row: &FreezeRow) -> Option<FreezeRow> {
    let told_index = email_index(keyring, &row.open_json::<Record>(keyring).ok()?.notified);
    Some(FreezeRow { told_index, ..row.clone() })
}

/// Freezes an account whose row is locked, and ends everything through which somebody could have access to it.
pub(super) async fn freeze(
    service: &Service,
    connection: &Connection,
    account: &AccountRow,
    profile: &Profile,
    granted: Granted,
) -> Result<(), StepFailure> {
    let (id, now) = (AccountId(account.id.clone()), service.now());
    let told_index = email_index(&service.keyring, &granted.notified);
    let record = Record::new(granted.notified, [granted.former, profile.login_phone()]);
    let mut row = FreezeRow {
        id: random::id(&*service.random),
        sealed: Vec::new(),
        account_id: id.0.clone(),
        phone_change_id: granted.request,
        told_index,
        frozen_at: now,
        released_at: None,
        mac: None,
    };
    service.seal(&mut row, &record)?;
    connection.insert_freeze(row).await?;
    connection.set_frozen(&id, Some(now)).await?;
    revoke_all_access(connection, &id).await?;
    activity::note(service, connection, &id, Event::Frozen, &Device::default()).await
}

/// Ends sessions, known browsers, unfinished sign-ins, changes that wait for a code, links, and requests for another
/// phone.
async fn revoke_all_access(connection: &Connection, id: &AccountId) -> Result<(), StepFailure> {
    connection.end_sessions(id, None).await?;
    connection.forget_devices(id, None).await?;
    connection.delete_sign_ins(id).await?;
    connection.delete_all_pending_changes(id).await?;
    connection.delete_all_email_links(&id.0).await?;
    connection.stop_open_phone_changes(&id.0).await?;
    Ok(())
}

/// Texts an account's former and current numbers, once each. Landlines can't be texted; their owners are notified by email.
async fn send_texts(
    service: &Service,
    connection: &Connection,
    phones: &[LoginPhone],
    (kind, body): (MessageKind, &str),
) -> Result<(), StepFailure> {
    let mut notified: Vec<&str> = Vec::new();
    for phone in phones.iter().filter(|phone| phone.kind.can_text()) {
        if !notified.contains(&phone.number.as_str()) {
            notified.push(&phone.number);
            service.messages.queue(connection, Message::text(kind, &phone.number, body.to_owned())).await?;
        }
    }
    Ok(())
}

/// Texts an account's numbers that it is frozen.
pub(super) async fn text_frozen(
    service: &Service,
    connection: &Connection,
    phones: &[LoginPhone],
    t: Messages,
) -> Result<(), StepFailure> {
    send_texts(service, connection, phones, (MessageKind::FrozenText, &templates::frozen_by_text(t, &service.council())))
        .await
}
