//! Changing the email address or login phone while signed in: a code goes to the new one, and once it is entered, the
//! old one is no longer used. All other sessions end, and the old address or number is notified.

use super::{
    activity,
    changing_password::refuse_unconfirmed,
    codes::{self, Subject, TypedCode},
    ending,
    inputs::{Email, email_index, email_indexes},
    limits::{self, AttemptKind, SendTrust},
    notices,
    phone::{LoginPhone, PhonePolicy},
    profile::Profile,
    sending::{self, CodeRecipient, CodeStep, NewCode},
};
use async_trait::async_trait;
use i18n::Messages;
use notifications::{MessageKind, templates};
use ports::{
    AccountChange, AccountId, ApiError, Channel, ContactChanges, Event, PhoneHint, Resident, StepError, StepFailure,
};
use serde::{Serialize, de::DeserializeOwned};
use service::Service;
use std::time::Duration;
use store::{Transaction, accounts::AccountRow, pending::PendingRow};
use tracing::instrument;

const EMAIL: &str = "email";
const PHONE: &str = "phone";
const WAITS: Duration = Duration::from_hours(1);

pub struct ContactChangesService {
    pub service: Service,
}

#[async_trait]
impl ContactChanges for ContactChangesService {
    #[instrument(level = "debug", skip_all)]
    async fn send_to_email(&self, change: &AccountChange, email: Option<&str>) -> Result<(), StepFailure> {
        let (service, resident, t) = (&self.service, &change.resident, Messages::of(change.language));
        refuse_unconfirmed(service, resident)?;
        let given = email.map(|text| Email::parse_new(&service.keyring, text)).transpose()?;
        let (transaction, account, before) = self.lock_with_pending(resident, EMAIL).await?;
        let (email, sends) = match (given, before) {
            (Some(email), _) => (email, 0),
            (None, Some(row)) => {
                let address: String = self.service.open(&row)?;
                (Email::of(&service.keyring, address), row.sends)
            }
            (None, None) => return Err(StepError::Gone.into()),
        };
        if email.indexes.contains(&account.email_index) {
            return Err(StepError::EmailSame.into());
        }
        let subject = Subject::contact(&service.keyring, &account.id, &email.address);
        let step = email_step(&account.id);
        let asked = CodeStep { sends, pause_key: &step };
        let (trust, attempt) = (SendTrust::NewContact(&account.id), AttemptKind::OwnEmailCode(&account.id));
        let code = NewCode { subject: &subject, to: CodeRecipient::NewEmail(&email), trust, attempt, t };
        sending::send_code(service, &transaction, asked, code).await?;
        self.put_pending(transaction, &account, (EMAIL, &email.address), sends + 1).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn pending_email(&self, resident: &Resident) -> Result<Option<String>, ApiError> {
        self.waiting(resident, EMAIL).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn is_email_refused(&self, resident: &Resident) -> Result<bool, ApiError> {
        Ok(self.service.messages.is_refused(&email_step(&resident.account.0)).await?)
    }

    #[instrument(level = "debug", skip_all)]
    async fn finish_email(&self, change: &AccountChange, code: &str) -> Result<(), StepFailure> {
        let (service, resident, t) = (&self.service, &change.resident, Messages::of(change.language));
        let code = TypedCode::parse(code)?;
        let (transaction, account, before) = self.lock_with_pending(resident, EMAIL).await?;
        let Some(before) = before else { return self.repeated(&transaction, resident, Event::EmailChanged).await };
        let address: String = self.service.open(&before)?;
        let index = email_index(&service.keyring, &address);
        let subject = Subject::contact(&service.keyring, &account.id, &address);
        let transaction =
            codes::prove(service, transaction, (&subject, &code), AttemptKind::OwnEmailCode(&account.id)).await?;
        if transaction.account_by_email(&email_indexes(&service.keyring, &address)).await?.is_some() {
            // Somebody has created an account with it in the meantime.
            return Err(StepError::Gone.into());
        }
        let profile = Profile::open(&service.keyring, &account)?;
        let old = profile.email.clone();
        let sealed = profile.with_email(address.clone()).sealed(service, &account)?;
        transaction.delete_all_email_links(&account.id).await?;
        transaction.update_email(&resident.account, index, service.now()).await?;
        for to in [old, address] {
            let mail = templates::plain(
                MessageKind::EmailChanged,
                t,
                &service.council(),
                t.mail_email_changed(),
                t.mail_email_changed_text().to_owned(),
            );
            service.messages.queue(&transaction, mail.to(&to)).await?;
        }
        self.commit(transaction, change, (EMAIL, sealed), Event::EmailChanged).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn send_to_phone(&self, change: &AccountChange, phone: Option<&str>, channel: Channel) -> Result<(), StepFailure> {
        let (service, resident, t) = (&self.service, &change.resident, Messages::of(change.language));
        refuse_unconfirmed(service, resident)?;
        let also = PhonePolicy::of(&service.settings);
        let given = phone.map(|text| LoginPhone::parse(text, also)).transpose()?;
        let (transaction, account, before) = self.lock_with_pending(resident, PHONE).await?;
        let (phone, sends) = match (given, before) {
            (Some(phone), before) => (phone, before.map_or(0, |row| row.sends)),
            (None, Some(row)) => (self.service.open(&row)?, row.sends),
            (None, None) => return Err(StepError::Gone.into()),
        };
        let channel = phone.kind.channel(channel);
        let subject = Subject::contact(&service.keyring, &account.id, &phone.number);
        let step = phone_step(&account.id);
        let asked = CodeStep { sends, pause_key: &step };
        let (to, trust) = (CodeRecipient::Phone { number: &phone.number, channel }, SendTrust::NewContact(&account.id));
        let attempt = AttemptKind::OwnPhoneCode(&account.id);
        let code = NewCode { subject: &subject, to, trust, attempt, t };
        sending::send_code(service, &transaction, asked, code).await?;
        self.put_pending(transaction, &account, (PHONE, &phone), sends + 1).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn pending_phone(&self, resident: &Resident) -> Result<Option<PhoneHint>, ApiError> {
        Ok(self.waiting::<LoginPhone>(resident, PHONE).await?.map(|phone| phone.hint()))
    }

    #[instrument(level = "debug", skip_all)]
    async fn is_phone_refused(&self, resident: &Resident) -> Result<bool, ApiError> {
        Ok(self.service.messages.is_refused(&phone_step(&resident.account.0)).await?)
    }

    #[instrument(level = "debug", skip_all)]
    async fn finish_phone(&self, change: &AccountChange, code: &str) -> Result<(), StepFailure> {
        let (service, resident, t) = (&self.service, &change.resident, Messages::of(change.language));
        let code = TypedCode::parse(code)?;
        let (transaction, account, before) = self.lock_with_pending(resident, PHONE).await?;
        let Some(before) = before else { return self.repeated(&transaction, resident, Event::PhoneChanged).await };
        let phone: LoginPhone = self.service.open(&before)?;
        let subject = Subject::contact(&service.keyring, &account.id, &phone.number);
        let transaction =
            codes::prove(service, transaction, (&subject, &code), AttemptKind::OwnPhoneCode(&account.id)).await?;
        limits::change_phone(service, &transaction, &account.id).await?;
        limits::number_confirmed(service, &transaction, &phone.number, SendTrust::NewContact(&account.id)).await?;
        let profile = Profile::open(&service.keyring, &account)?;
        let (email, old) = (profile.email.clone(), profile.login_phone());
        let sealed = profile.with_phone(Some(phone)).sealed(service, &account)?;
        let mail = templates::security_changed(t, &service.council(), &sending::forgot_page(service));
        service.messages.queue(&transaction, mail.to(&email)).await?;
        notices::phone_changed(service, &transaction, old.as_ref(), t).await?;
        self.commit(transaction, change, (PHONE, sealed), Event::PhoneChanged).await
    }
}

fn email_step(account: &str) -> Vec<u8> {
    [b"new email", account.as_bytes()].concat()
}

fn phone_step(account: &str) -> Vec<u8> {
    [b"new phone", account.as_bytes()].concat()
}

impl ContactChangesService {
    /// The change that waits for a code, if there is one.
    async fn waiting<T: DeserializeOwned>(&self, resident: &Resident, what: &str) -> Result<Option<T>, ApiError> {
        let row = self.service.store.reader().pending_change(&resident.account, what, self.service.now()).await;
        Ok(row?.map(|row| self.service.open(&row)).transpose()?)
    }

    /// The account and the change that waits for a code, both locked.
    async fn lock_with_pending(
        &self,
        resident: &Resident,
        what: &str,
    ) -> Result<(Transaction, AccountRow, Option<PendingRow>), StepFailure> {
        let service = &self.service;
        let transaction = service.store.begin().await?;
        let account = transaction.lock_account(&resident.account).await?.ok_or(StepError::Gone)?;
        let now = service.now();
        let before = transaction.lock_pending_change(&resident.account, what, now).await?;
        Ok((transaction, account, before))
    }

    async fn put_pending<T: Serialize + Sync>(
        &self,
        transaction: Transaction,
        account: &AccountRow,
        (what, value): (&str, &T),
        sends: i64,
    ) -> Result<(), StepFailure> {
        let service = &self.service;
        let mut row = PendingRow {
            account_id: account.id.clone(),
            what: what.to_owned(),
            sealed: Vec::new(),
            sends,
            expires_at: service.now() + WAITS,
            mac: None,
        };
        service.seal(&mut row, value)?;
        transaction.put_pending_change(row).await?;
        transaction.commit().await?;
        service.messages.wake();
        Ok(())
    }

    /// The answer if no change waits for a code: it was made a moment ago, or it expired.
    async fn repeated(&self, transaction: &Transaction, resident: &Resident, event: Event) -> Result<(), StepFailure> {
        let is_done = activity::is_repeated(&self.service, transaction, &resident.account, event).await?;
        if is_done { Ok(()) } else { Err(StepError::Gone.into()) }
    }

    /// Stores the changed details, ends every other session, notes the event and commits.
    async fn commit(
        &self,
        transaction: Transaction,
        AccountChange { resident, device, .. }: &AccountChange,
        (what, sealed): (&str, Vec<u8>),
        event: Event,
    ) -> Result<(), StepFailure> {
        let service = &self.service;
        let account: &AccountId = &resident.account;
        transaction.update_profile(account, sealed, service.now()).await?;
        ending::others(&transaction, account, Some(&resident.session)).await?;
        transaction.delete_pending_change(account, what).await?;
        activity::note(service, &transaction, account, event, device).await?;
        transaction.commit().await?;
        service.messages.wake();
        activity::record(service, account, event);
        Ok(())
    }
}
