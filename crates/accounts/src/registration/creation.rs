//! The last step of a registration: the second factor is confirmed and the account is created.

use super::state::{Person, RegistrationState};
use crate::{
    authenticator::{self, AppSecret},
    codes::{self, Subject, TypedCode},
    inputs::{email_index, email_indexes},
    phone::LoginPhone,
    profile::Profile,
    recovery, sending,
};
use i18n::Messages;
use notifications::templates;
use platform::random;
use ports::{AccountId, StepFailure};
use service::Service;
use store::{Connection, accounts::AccountRow};

/// What the last step confirms.
pub enum Proof {
    Phone(LoginPhone),
    App(AppSecret),
}

impl Proof {
    /// Who registers and what they confirm last; `None` before there is a phone or an app.
    pub fn of(state: RegistrationState) -> Option<(Person, Self)> {
        match state {
            RegistrationState::PhoneCode { person, phone, kind } => {
                Some((person, Self::Phone(LoginPhone { number: phone, kind })))
            }
            RegistrationState::App { person, secret } => Some((person, Self::App(secret))),
            RegistrationState::EmailCode { .. } | RegistrationState::Password { .. } | RegistrationState::Phone { .. } => {
                None
            }
        }
    }
}

/// The confirmed second factor of the new account.
pub enum Factor<'a> {
    Phone(&'a LoginPhone),
    /// With the time step of the code that confirmed it, which isn't accepted again.
    App(&'a AppSecret, i64),
}

/// Checks the code that confirms a second factor. `None` if it is wrong.
pub async fn prove<'a>(
    service: &Service,
    connection: &Connection,
    token_hash: &[u8],
    proof: &'a Proof,
    code: &TypedCode,
) -> Result<Option<Factor<'a>>, StepFailure> {
    match proof {
        Proof::Phone(phone) => {
            let subject = Subject::phone(&service.keyring, token_hash, &phone.number);
            let right = codes::redeem(service, connection, &subject, code).await?;
            Ok(right.then_some(Factor::Phone(phone)))
        }
        Proof::App(secret) => Ok(secret.step_of(service, code.as_str())?.map(|step| Factor::App(secret, step))),
    }
}

/// Stores the account and queues the email about it. `None` if the address has an account by now.
pub async fn insert_account(
    service: &Service,
    connection: &Connection,
    person: Person,
    factor: Factor<'_>,
    t: Messages,
) -> Result<Option<AccountId>, StepFailure> {
    let Service { keyring, random, messages, .. } = service;
    let Person { email, first, last, password_hash } = person;
    let (id, now) = (random::id(&**random), service.now());
    let phone = match factor {
        Factor::Phone(phone) => Some(phone.clone()),
        Factor::App(..) => None,
    };
    let profile = Profile::new(email.clone(), first, last, phone);
    let mut row = AccountRow {
        email_index: email_index(keyring, &email),
        sealed: Vec::new(),
        password_hash,
        created_at: now,
        updated_at: now,
        frozen_at: None,
        id: id.clone(),
        mac: None,
    };
    service.seal(&mut row, &profile)?;
    // The insert doesn't fail for an account that is still hashed with an older pepper, so look for one first.
    let is_taken = connection.account_by_email(&email_indexes(keyring, &email)).await?.is_some();
    if is_taken || !connection.insert_account(row).await? {
        return Ok(None);
    }
    let account = AccountId(id);
    if let Factor::App(secret, step) = factor {
        authenticator::put(service, connection, &account, secret, Some(step)).await?;
        recovery::make(service, connection, &account).await?;
    }
    let mail = templates::account_created(t, &service.council(), &sending::sign_in_page(service));
    messages.queue(connection, mail.to(&email)).await?;
    Ok(Some(account))
}
