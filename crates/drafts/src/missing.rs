//! What is logged when somebody asks for a draft or a copy that they don't have. The person sees one page, whether it is
//! somebody else's or isn't there; who watches over the service must know which it was.

use platform::{
    internal,
    security_events::{About, SecurityEvent},
};
use ports::{AccountId, Owner};
use service::Service;
use store::StoreError;

/// Records that somebody asked for a draft that isn't theirs.
pub async fn draft(service: &Service, owner: &Owner, id: &str) {
    record(service, About::owner(owner).what("draft"), service.store.reader().anybody_has_draft(id).await);
}

/// Records that somebody asked for a copy that isn't theirs.
pub async fn copy(service: &Service, account: &AccountId, reference: &str) {
    record(service, About::account(account).what("copy"), service.store.reader().anybody_has_submission(reference).await);
}

fn record(service: &Service, about: About<'_>, is_somebodys: Result<bool, StoreError>) {
    let event = match is_somebodys {
        Ok(true) => SecurityEvent::NotYours,
        Ok(false) => SecurityEvent::NotThere,
        Err(cause) => {
            // Logged, and for the person it stays what it is: not there.
            internal(cause);
            SecurityEvent::NotThere
        }
    };
    service.events.record(event, about);
}
