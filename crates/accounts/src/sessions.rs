//! Finding out who the caller is: from the cookies to a resident, a visitor, or nobody.

use crate::{profile::Profile, visitors};
use jiff::Timestamp;
use platform::{
    clock::seconds,
    crypto::digest::Purpose,
    security_events::{About, SecurityEvent},
};
use ports::{AccountId, ApiError, Caller, Resident};
use service::Service;
use std::{sync::Arc, time::Duration};
use store::{StoreError, UnixMillis, sessions::SignedInRow};

/// The use of a session is stored at most this often, so that reading pages doesn't write to the database on every
/// click. Pages show the stored time, so that what people read is what is enforced.
const NOTED_EVERY: Duration = Duration::from_secs(10);

/// A use of a session, to be stored once the request has succeeded.
pub struct SessionUse {
    session: Vec<u8>,
    at: UnixMillis,
    expired: Timestamp,
}

impl SessionUse {
    /// The same caller, with the time when they will be signed out if this use doesn't count.
    pub fn not_counted(&self, caller: Caller) -> Caller {
        match caller {
            Caller::Resident(resident) => {
                Caller::Resident(Arc::new(Resident { expires: self.expired, ..(*resident).clone() }))
            }
            other => other,
        }
    }
}

/// Who the caller is, by the tokens that their browser sent. If the request `counts` as activity, the resident has the
/// time when they will be signed out after it, and the use is returned to be stored.
pub async fn authenticate(
    service: &Service,
    session: Option<&str>,
    visitor: Option<&str>,
    counts: bool,
) -> Result<(Caller, Option<SessionUse>), ApiError> {
    if let Some(token) = session
        && let Some((resident, used)) = resident(service, token, counts).await?
    {
        return Ok((Caller::Resident(Arc::new(resident)), used));
    }
    let visitor = visitor.and_then(|cookie| visitors::read(service, cookie));
    Ok((visitor.map_or(Caller::Nobody, Caller::Visitor), None))
}

/// Stores a use. If this fails, the request has succeeded all the same, and the person is signed out sooner.
pub async fn note(service: &Service, used: &SessionUse) {
    if let Err(cause) = service.store.writer().touch_session(&used.session, used.at).await {
        tracing::error!(%cause, "the use of a session could not be stored");
    }
}

async fn resident(service: &Service, token: &str, counts: bool) -> Result<Option<(Resident, Option<SessionUse>)>, ApiError> {
    let hash = service.keyring.hash_token(Purpose::Session, &[], token);
    let now = service.now();
    let found = match service.store.reader().signed_in(&hash, now).await {
        // Such a row signs nobody in. Its owner may sign in again, and can read pages that need no account until then.
        Err(cause @ StoreError::Tampered(_)) => {
            tracing::error!(%cause, "a session was refused");
            None
        }
        found => found?,
    };
    let Some(SignedInRow { session: row, account, drafts }) = found else { return Ok(None) };
    let limits = &service.settings.session;
    let (idle, absolute) = (seconds(limits.idle_seconds), seconds(limits.absolute_seconds));
    if now >= row.seen_at + idle || now >= row.created_at + absolute {
        service.store.writer().end_session(&hash).await?;
        let what = if now >= row.created_at + absolute { "too old" } else { "idle" };
        service.events.record(SecurityEvent::SessionTimedOut, About::account_id(&row.account_id).what(what));
        return Ok(None);
    }
    let expires = |seen: UnixMillis| Timestamp::from((seen + idle).min(row.created_at + absolute));
    let is_due = counts && now.since(row.seen_at) >= NOTED_EVERY;
    let used = is_due.then(|| SessionUse { session: hash.clone(), at: now, expired: expires(row.seen_at) });
    let seen = if is_due { now } else { row.seen_at };
    let profile = Profile::open(&service.keyring, &account)?;
    let resident = Resident {
        name: profile.full_name(),
        phone: profile.phone_shown().to_owned(),
        email: profile.email,
        account: AccountId(row.account_id),
        session: hash,
        session_id: row.id,
        confirmed: row.confirmed_at.into(),
        expires: expires(seen),
        drafts: u64::try_from(drafts).unwrap_or_default(),
    };
    Ok(Some((resident, used)))
}

/// The hash that the token of a step is stored under.
pub fn step_hash(service: &Service, token: &str) -> Vec<u8> {
    service.keyring.hash_token(Purpose::Step, &[], token)
}
