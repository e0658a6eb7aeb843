//! Deletes what has been kept long enough, in batches: each is a transaction of its own that checks again before it
//! deletes.

use super::{
    Connection, Store, StoreError, UnixMillis,
    entity::{
        account_freeze, activity, delivery, draft, email_link, form_version, identity_attempt, identity_pending,
        known_device, message, pending_change, phone_change, registration, security_code, session, sign_in, submission,
        throttle,
    },
    messages,
};
use sea_orm::{EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*};
use std::time::Duration;

/// People see the recent activity of their account for as long as they keep drafts.
const ACTIVITY: Duration = Duration::from_hours(90 * 24);
/// Who released an account is kept as long as other records of staff actions.
const FREEZE: Duration = Duration::from_hours(365 * 24);
/// As long as a browser keeps its token.
const KNOWN: Duration = Duration::from_hours(365 * 24);
/// Counters that haven't been used for this long no longer matter.
const COUNTED: Duration = Duration::from_hours(7 * 24);

/// What the retention job sweeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sweep {
    Drafts,
    Submissions,
}

impl Sweep {
    pub const ALL: [Self; 2] = [Self::Drafts, Self::Submissions];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Submissions => "submitted copies",
        }
    }
}

/// Which rows of a table are overdue for deletion. What an account had when it was frozen isn't deleted before its
/// release.
fn overdue<E: EntityTrait>(expires_at: E::Column, now: UnixMillis) -> Expr {
    let table = E::default().table_name();
    let not_held = Expr::cust(format!(
        "NOT EXISTS (SELECT 1 FROM account WHERE account.id = {table}.account_id AND account.frozen_at < {table}.gone_from)"
    ));
    expires_at.lte(now).and(not_held)
}

/// The ids of the first overdue rows.
async fn first_overdue<E: EntityTrait>(
    connection: &Connection,
    (id, expires_at): (E::Column, E::Column),
    now: UnixMillis,
    batch: u64,
) -> Result<Vec<String>, StoreError> {
    let first =
        E::find().select_only().column(id).filter(overdue::<E>(expires_at, now)).order_by_asc(expires_at).limit(batch);
    Ok(first.into_tuple().all(connection).await?)
}

impl Connection {
    /// The number of overdue rows.
    pub async fn overdue(&self, sweep: Sweep, now: UnixMillis) -> Result<u64, StoreError> {
        Ok(match sweep {
            Sweep::Drafts => draft::Entity::find().filter(drafts_overdue(now)).count(self).await?,
            Sweep::Submissions => {
                submission::Entity::find()
                    .filter(overdue::<submission::Entity>(submission::Column::ExpiresAt, now))
                    .count(self)
                    .await?
            }
        })
    }

    /// Deletes expired sessions, codes and steps.
    async fn delete_expired(&self, now: UnixMillis, session_idle: Duration) -> Result<u64, StoreError> {
        let unlocked = throttle::Column::LockedUntil.lte(now);
        // The page of a frozen request must say so for as long as the account is frozen.
        let not_frozen = phone_change::Column::State.ne("frozen");
        Ok(self.delete::<registration::Entity>(registration::Column::ExpiresAt.lte(now)).await?
            + self.delete::<sign_in::Entity>(sign_in::Column::ExpiresAt.lte(now)).await?
            + self.delete::<security_code::Entity>(security_code::Column::ExpiresAt.lte(now)).await?
            + self.delete::<session::Entity>(session::Column::SeenAt.lte(now - session_idle)).await?
            + self.delete::<throttle::Entity>(throttle::Column::WindowFrom.lte(now - COUNTED).and(unlocked)).await?
            + self.delete::<email_link::Entity>(email_link::Column::ExpiresAt.lte(now)).await?
            + self.delete::<activity::Entity>(activity::Column::At.lte(now - ACTIVITY)).await?
            + self.delete::<pending_change::Entity>(pending_change::Column::ExpiresAt.lte(now)).await?
            + self
                .delete::<phone_change::Entity>(phone_change::Column::UpdatedAt.lte(now - ACTIVITY).and(not_frozen))
                .await?
            + self.delete::<account_freeze::Entity>(account_freeze::Column::ReleasedAt.lte(now - FREEZE)).await?
            + self.delete::<known_device::Entity>(known_device::Column::SeenAt.lte(now - KNOWN)).await?
            + self.delete::<identity_attempt::Entity>(identity_attempt::Column::ExpiresAt.lte(now)).await?
            + self.delete::<identity_pending::Entity>(identity_pending::Column::ExpiresAt.lte(now)).await?
            + self.delete::<message::Entity>(messages::over(now)).await?)
    }

    /// Deletes form versions that no draft or copy needs and that aren't in use.
    async fn delete_form_versions(&self, current: &[String]) -> Result<u64, StoreError> {
        let needed = Expr::cust("hash IN (SELECT form_hash FROM draft UNION SELECT form_hash FROM submission)");
        let unused = form_version::Column::Hash.is_not_in(current.to_vec());
        self.delete::<form_version::Entity>(unused.and(needed.not())).await
    }
}

fn drafts_overdue(now: UnixMillis) -> Expr {
    overdue::<draft::Entity>(draft::Column::ExpiresAt, now)
}

impl Store {
    /// Deletes one batch. Returns how many rows it had; zero means that nothing is left.
    pub async fn sweep(&self, sweep: Sweep, now: UnixMillis, batch: u64) -> Result<u64, StoreError> {
        let transaction = self.begin().await?;
        let deleted = match sweep {
            Sweep::Drafts => {
                let columns = (draft::Column::Id, draft::Column::ExpiresAt);
                let ids = first_overdue::<draft::Entity>(&transaction, columns, now, batch).await?;
                transaction.delete::<draft::Entity>(draft::Column::Id.is_in(ids).and(drafts_overdue(now))).await?
            }
            Sweep::Submissions => {
                let columns = (submission::Column::Id, submission::Column::ExpiresAt);
                let ids = first_overdue::<submission::Entity>(&transaction, columns, now, batch).await?;
                transaction.delete::<delivery::Entity>(delivery::Column::SubmissionId.is_in(ids.clone())).await?;
                transaction.delete::<submission::Entity>(submission::Column::Id.is_in(ids)).await?
            }
        };
        transaction.commit().await?;
        Ok(deleted)
    }

    /// Deletes what has expired, and form versions that nobody needs.
    pub async fn sweep_leftovers(
        &self,
        now: UnixMillis,
        session_idle: Duration,
        current_forms: &[String],
    ) -> Result<u64, StoreError> {
        let transaction = self.begin().await?;
        let expired = transaction.delete_expired(now, session_idle).await?;
        let versions = transaction.delete_form_versions(current_forms).await?;
        transaction.commit().await?;
        Ok(expired + versions)
    }
}
