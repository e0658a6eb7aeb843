//! Security events for requests for a draft or copy that the person doesn't have. They see the same page whether it
//! belongs to somebody else or doesn't exist, but monitoring has to know which.

use platform::{
    internal,
    security_events::{About, SecurityEvent},
};
use ports::{AccountId, DraftId, Owner};
use service::Service;
use store::StoreError;

/// Records that somebody asked for a draft that isn't theirs.
pub async fn draft(service: &Service, owner: &Owner, id: &DraftId) {
    record(service, About::owner(owner).what("draft"), service.store.reader().draft_exists(id).await);
}

/// Records that somebody asked for a copy that isn't theirs.
pub async fn copy(service: &Service, account: &AccountId, reference: &str) {
    record(service, About::account(account).what("copy"), service.store.reader().submission_exists(reference).await);
}

fn record(service: &Service, about: About<'_>, is_somebodys: Result<bool, StoreError>) {
    let event = match is_somebodys {
        Ok(true) => SecurityEvent::NotYours,
        Ok(false) => SecurityEvent::NotThere,
        Err(cause) => {
            // This logs the error. For the person it makes no difference: not found.
            internal(cause);
            SecurityEvent::NotThere
        }
    };
    service.events.record(event, about);
}
