//! What council staff do with requests for another login phone.

use super::{
    super::{notices::phone_changed, profile::Profile},
    case::{Case, CaseError, CaseState, state_of},
    notices::{Notice, notify, own_language},
};
use jiff::Timestamp;
use platform::security_events::{About, SecurityEvent};
use ports::{AccountId, PhoneRequest, StepFailure};
use service::Service;
use std::time::Duration;
use thiserror::Error;

/// How long a granted request may wait for the next sign-in.
const GRANTED: Duration = Duration::from_hours(7 * 24);

/// A request as the staff who decide see it.
pub struct PendingRequest {
    pub id: String,
    pub name: String,
    pub email: String,
    pub request: PhoneRequest,
    pub asked: Timestamp,
    /// Who has agreed so far, by email address.
    pub agreed: Vec<String>,
}

/// A decision about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Agree,
    Refuse,
}

/// Outcome of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionOutcome {
    /// Another person must agree.
    OneMore,
    Granted,
    Refused,
}

#[derive(Debug, Error)]
pub enum DecideError {
    #[error("there is no request with this number")]
    Unknown,
    #[error("the account is frozen: two people must release it first (care-online account release)")]
    Frozen,
    #[error("{0}")]
    NotNow(#[from] CaseError),
    #[error("the person who decides must be given by email address")]
    Nobody,
    #[error("the request could not be changed: see the log")]
    Failed,
}

impl<E: Into<StepFailure>> From<E> for DecideError {
    fn from(cause: E) -> Self {
        // The conversion logs it.
        let _: StepFailure = cause.into();
        Self::Failed
    }
}

/// The requests that wait for a decision, oldest first.
pub async fn waiting(service: &Service) -> Result<Vec<PendingRequest>, DecideError> {
    let mut found = Vec::new();
    for row in service.store.reader().waiting_phone_changes(service.now()).await? {
        let case = service.open::<Case>(&row)?;
        let Some(account) = service.store.reader().account(&AccountId(row.account_id)).await? else { continue };
        let profile = Profile::open(&service.keyring, &account)?;
        found.push(PendingRequest {
            id: row.id,
            name: profile.full_name(),
            email: profile.email,
            request: case.request,
            asked: row.created_at.into(),
            agreed: case.agreed,
        });
    }
    Ok(found)
}

/// Decides a request. When the second person grants it, the old number is removed and everybody is signed out, in one
/// transaction.
pub async fn decide(service: &Service, id: &str, by: &str, decision: Decision) -> Result<DecisionOutcome, DecideError> {
    if !values::is_email(by.trim()) {
        return Err(DecideError::Nobody);
    }
    let now = service.now();
    let transaction = service.store.begin().await?;
    let mut change = transaction.lock_phone_change(id).await?.ok_or(DecideError::Unknown)?;
    let state = state_of(&change, now).ok_or(CaseError::Over)?;
    let account = AccountId(change.account_id.clone());
    let row = transaction.lock_account(&account).await?.ok_or(DecideError::Unknown)?;
    if row.frozen_at.is_some() {
        return Err(DecideError::Frozen);
    }
    let profile = Profile::open(&service.keyring, &row)?;
    let t = own_language(service, &profile);
    let mut case = service.open::<Case>(&change)?;
    let next = match decision {
        Decision::Agree => case.agree(state, by, &profile.email)?,
        Decision::Refuse if matches!(state, CaseState::Requested | CaseState::IdentityChecked) => CaseState::Refused,
        Decision::Refuse => return Err(CaseError::Over.into()),
    };
    next.name().clone_into(&mut change.state);
    case.notified.clone_from(&profile.email);
    service.seal(&mut change, &case)?;
    change.updated_at = now;
    let outcome = match next {
        CaseState::Approved => {
            change.expires_at = now + GRANTED;
            notify(service, &transaction, &mut change, (Notice::Approved, &[&profile.email]), t).await?;
            // If the owner has the phone after all, this is how they learn of a thief's request.
            phone_changed(service, &transaction, case.former().as_ref(), t).await?;
            let sealed = profile.with_phone(None).sealed(service, &row)?;
            transaction.update_profile(&account, sealed, now).await?;
            transaction.end_sessions(&account, None).await?;
            transaction.delete_sign_ins(&account).await?;
            DecisionOutcome::Granted
        }
        CaseState::Refused => {
            notify(service, &transaction, &mut change, (Notice::Refused, &[&profile.email]), t).await?;
            DecisionOutcome::Refused
        }
        CaseState::Requested
        | CaseState::IdentityChecked
        | CaseState::Stopped
        | CaseState::Done
        | CaseState::Frozen
        | CaseState::Released => DecisionOutcome::OneMore,
    };
    transaction.update_phone_change(change).await?;
    transaction.commit().await?;
    service.messages.wake();
    let event = match outcome {
        DecisionOutcome::OneMore => SecurityEvent::LostPhoneAgreed,
        DecisionOutcome::Granted => SecurityEvent::LostPhoneGranted,
        DecisionOutcome::Refused => SecurityEvent::LostPhoneRefused,
    };
    service.events.record(event, About::account(&account).by(by));
    Ok(outcome)
}
