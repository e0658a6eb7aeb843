//! Finding out who asks: from the cookies to a resident, a visitor, or nobody.

use crate::{
    clock::instant,
    crypto::digest::Purpose,
    service::{Service, internal},
    services::accounts::profile::Profile,
};
use app::{
    error::ApiError,
    ports::{AccountId, Caller, Resident, VisitorId},
};
use std::sync::Arc;

/// Activity is noted at most this often, so that reading pages doesn't write at every click.
/// The page shows the time that is kept, so what people read and what is enforced are one.
const NOTED_EVERY_MS: i64 = 10_000;

/// Who asks, by the tokens their browser sent. Being asked counts as activity.
pub async fn identify(service: &Service, session: Option<&str>, visitor: Option<&str>) -> Result<Caller, ApiError> {
    if let Some(token) = session
        && let Some(resident) = resident(service, token).await?
    {
        return Ok(Caller::Resident(Arc::new(resident)));
    }
    Ok(visitor.map_or(Caller::Nobody, |token| Caller::Visitor(visitor_id(service, token))))
}

/// How a visitor's token is known.
pub fn visitor_id(service: &Service, token: &str) -> VisitorId {
    VisitorId(service.keyring.hash(Purpose::Visitor, &[token.as_bytes()]))
}

async fn resident(service: &Service, token: &str) -> Result<Option<Resident>, ApiError> {
    let hash = service.keyring.hash(Purpose::Session, &[token.as_bytes()]);
    let now = service.clock.now_ms();
    let Some(row) = service.store.signed_in(&hash, now).await.map_err(internal)? else { return Ok(None) };
    let limits = &service.settings.session;
    let (idle, absolute) = (limits.idle_seconds * 1000, limits.absolute_seconds * 1000);
    if now >= row.seen_at + idle || now >= row.created_at + absolute {
        service.store.end_session(&hash).await.map_err(internal)?;
        return Ok(None);
    }
    let mut seen = row.seen_at;
    if now - row.seen_at >= NOTED_EVERY_MS {
        service.store.touch_session(&hash, now).await.map_err(internal)?;
        seen = now;
    }
    let profile = Profile::open(&service.keyring, &row.account_id, &row.sealed).map_err(internal)?;
    Ok(Some(Resident {
        name: profile.full_name(),
        phone: profile.phone_shown().to_owned(),
        email: profile.email,
        account: AccountId(row.account_id),
        session: hash,
        session_id: row.id,
        confirmed: instant(row.confirmed_at),
        expires: instant((seen + idle).min(row.created_at + absolute)),
        drafts: u64::try_from(row.drafts).unwrap_or_default(),
    }))
}
