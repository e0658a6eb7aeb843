//! What council staff do with a frozen account. Each identifies the account by the owner's email address and gives the
//! owner's phone number, both as the owner gave them. When a second person gives the same, the account keeps these two
//! and no other factor.
//!
//! So it doesn't matter who froze the account or what was done with it before: a thief with the mailbox and the old
//! phone loses both, and so does a thief whose number was granted.

use super::{Record, record::Agreement, send_texts};
use crate::{
    activity,
    inputs::Email,
    limits::{self, AttemptKind},
    lost_phone::{self, own_language},
    mailbox::is_same_mailbox,
    phone::{LoginPhone, PhonePolicy},
    profile::Profile,
};
use form_engine::retention;
use notifications::{MessageKind, templates};
use platform::security_events::{About, SecurityEvent};
use ports::{AccountId, Device, Event, StepFailure};
use service::Service;
use std::time::Duration;
use store::{Transaction, UnixMillis, accounts::AccountRow, freezes::FreezeRow};
use thiserror::Error;

/// The longest description of how identity was checked, in characters.
const CHECKED_MOST: usize = 500;
const DAY: Duration = Duration::from_hours(24);

/// What a member of council staff states.
pub struct Release<'a> {
    /// The owner's email address.
    pub email: &'a str,
    /// The owner's phone number.
    pub phone: &'a str,
    /// The member of staff, by email address.
    pub by: &'a str,
    /// How they checked that they spoke to the owner.
    pub checked: &'a str,
}

/// Outcome of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReleaseOutcome {
    /// Another person must state the same.
    OneMore,
    /// Others have stated something else; one more must state the same as one of them.
    Differs,
    Released,
}

#[derive(Debug, Error)]
pub enum ReleaseError {
    #[error("no frozen account has this email address")]
    Unknown,
    #[error("the person who releases must be given by email address")]
    Nobody,
    #[error("the owner of the account can't be one of the two who release it")]
    Owner,
    #[error("describe in 1 to {CHECKED_MOST} characters how you checked that you spoke to the owner: --checked \"…\"")]
    Unchecked,
    #[error("the owner's phone number must be a mobile or a landline of the United Kingdom, without an extension")]
    Phone,
    #[error("another account has this email address by now: agree with the owner to keep their account's own")]
    EmailTaken,
    #[error("the account could not be released: see the log")]
    Failed,
}

impl<E: Into<StepFailure>> From<E> for ReleaseError {
    fn from(cause: E) -> Self {
        // The conversion logs it.
        let _: StepFailure = cause.into();
        Self::Failed
    }
}

/// Stores that somebody has spoken to the owner. The second person's statement releases the account, in one
/// transaction.
pub async fn release(service: &Service, said: Release<'_>) -> Result<ReleaseOutcome, ReleaseError> {
    let agreement = agreement_of(service, &said)?;
    let email = Email::parse(&service.keyring, said.email).map_err(|_| ReleaseError::Unknown)?;
    let transaction = service.store.begin().await?;
    let mut freeze = transaction.lock_freeze_of(&email.indexes).await?.ok_or(ReleaseError::Unknown)?;
    let account = AccountId(freeze.account_id.clone());
    let row = transaction.lock_account(&account).await?.ok_or(ReleaseError::Unknown)?;
    let profile = Profile::open(&service.keyring, &row)?;
    let mut record: Record = service.open(&freeze)?;
    if [&profile.email, &record.notified].into_iter().any(|own| is_same_mailbox(own, &agreement.by)) {
        return Err(ReleaseError::Owner);
    }
    let (phone, is_second) = (agreement.phone.clone(), record.agree(agreement));
    if !is_second {
        let outcome = if record.agreed.len() > 1 { ReleaseOutcome::Differs } else { ReleaseOutcome::OneMore };
        service.seal(&mut freeze, &record)?;
        transaction.update_freeze(&freeze.id, freeze.sealed, None).await?;
        transaction.commit().await?;
        return Ok(outcome);
    }
    end_freeze(service, transaction, Frozen { row, profile, freeze, record }, (email, phone)).await?;
    service.events.record(SecurityEvent::AccountReleased, About::account(&account).by(said.by));
    Ok(ReleaseOutcome::Released)
}

/// A frozen account, locked.
struct Frozen {
    row: AccountRow,
    profile: Profile,
    freeze: FreezeRow,
    record: Record,
}

async fn end_freeze(
    service: &Service,
    transaction: Transaction,
    frozen: Frozen,
    (email, phone): (Email, LoginPhone),
) -> Result<(), ReleaseError> {
    let Frozen { row, profile, mut freeze, record } = frozen;
    let (id, now) = (AccountId(row.id.clone()), service.now());
    let (t, before) = (own_language(service, &profile), profile.email.clone());
    let mut phones = record.phones.clone();
    phones.push(phone.clone());
    let mut restored = profile.with_phone(Some(phone));
    if !email.indexes.contains(&row.email_index) {
        if transaction.account_by_email(&email.indexes).await?.is_some() {
            return Err(ReleaseError::EmailTaken);
        }
        transaction.update_email(&id, email.index, now).await?;
        restored = restored.with_email(email.address);
    }
    let sealed = restored.sealed(service, &row)?;
    transaction.update_profile(&id, sealed, now).await?;
    transaction.delete_other_factors(&id).await?;
    transaction.set_frozen(&id, None).await?;
    service.seal(&mut freeze, &record)?;
    transaction.update_freeze(&freeze.id, freeze.sealed, Some(now)).await?;
    let moved = |expires_at| moved_end(service, expires_at, now.since(freeze.frozen_at));
    transaction.move_expiry(&id, freeze.frozen_at, moved).await?;
    // The wrong codes were for factors that are gone.
    limits::clear(service, &transaction, AttemptKind::Code(&id.0)).await?;
    activity::note(service, &transaction, &id, Event::Released, &Device::default()).await?;
    let mut mailboxes = vec![restored.email.as_str()];
    mailboxes.extend([before.as_str(), record.notified.as_str()].into_iter().filter(|other| *other != restored.email));
    lost_phone::notify_released(service, &transaction, &freeze.phone_change_id, &mailboxes, t).await?;
    let text = templates::released_by_text(t, &service.council());
    send_texts(service, &transaction, &phones, (MessageKind::ReleasedText, &text)).await?;
    transaction.commit().await?;
    service.messages.wake();
    Ok(())
}

/// The new expiry of what was kept, later by as many days as nobody could use it. Expiries stay at the end of a day.
fn moved_end(service: &Service, expires_at: UnixMillis, frozen: Duration) -> UnixMillis {
    let days = i32::try_from(frozen.as_secs() / DAY.as_secs() + 1).unwrap_or(i32::MAX);
    let later = service.last_day(expires_at).saturating_add(jiff::Span::new().try_days(days).unwrap_or_default());
    retention::expires_at(later, &service.clock.zone).into()
}

fn agreement_of(service: &Service, said: &Release<'_>) -> Result<Agreement, ReleaseError> {
    let (by, checked) = (said.by.trim(), said.checked.trim());
    if !values::is_email(by) {
        return Err(ReleaseError::Nobody);
    }
    if checked.is_empty() || checked.chars().count() > CHECKED_MOST {
        return Err(ReleaseError::Unchecked);
    }
    let phone = LoginPhone::parse(said.phone, PhonePolicy::of(&service.settings)).map_err(|_| ReleaseError::Phone)?;
    Ok(Agreement {
        by: by.to_owned(),
        checked: checked.to_owned(),
        email: said.email.trim().to_owned(),
        phone,
        at: service.now(),
    })
}
