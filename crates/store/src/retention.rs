//! Deleting what has been kept long enough: by cursor, in batches, each a transaction of its own that looks again
//! before it deletes.

use super::{
    Connection, Store, StoreError,
    entity::{
        account_freeze, activity, delivery, draft, email_link, form_version, known_device, pending_change, phone_change,
        registration, security_code, session, sign_in, submission, throttle,
    },
};
use sea_orm::{EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*};

const DAY_MS: i64 = 24 * 3_600_000;
/// What people see of what happened to their login goes back as far as their drafts.
const ACTIVITY_MS: i64 = 90 * DAY_MS;
/// Who released an account is kept as long as other records of what officers did.
const FREEZE_MS: i64 = 365 * DAY_MS;
/// As long as a browser keeps its token.
const KNOWN_MS: i64 = 365 * DAY_MS;

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

/// Whether a row may go, as far as its account is concerned. Nothing that was there when an account was frozen goes before
/// that is released.
fn not_held(table: &str) -> sea_orm::sea_query::SimpleExpr {
    Expr::cust(format!(
        "NOT EXISTS (SELECT 1 FROM account WHERE account.id = {table}.account_id AND account.frozen_at < {table}.gone_from)"
    ))
}

impl Connection {
    /// How many rows are past their time.
    pub async fn overdue(&self, sweep: Sweep, now: i64) -> Result<u64, StoreError> {
        Ok(match sweep {
            Sweep::Drafts => {
                let overdue = draft::Entity::find().filter(draft::Column::GoneFrom.lte(now)).filter(not_held("draft"));
                overdue.count(self).await?
            }
            Sweep::Submissions => {
                let overdue = submission::Entity::find().filter(submission::Column::GoneFrom.lte(now));
                overdue.filter(not_held("submission")).count(self).await?
            }
        })
    }
}

impl Store {
    /// Deletes one batch. Returns how many rows went; none means there is nothing left to do.
    pub async fn sweep(&self, sweep: Sweep, now: i64, batch: u64) -> Result<u64, StoreError> {
        let transaction = self.begin().await?;
        let deleted = match sweep {
            Sweep::Drafts => {
                let ids: Vec<String> = draft::Entity::find()
                    .select_only()
                    .column(draft::Column::Id)
                    .filter(draft::Column::GoneFrom.lte(now))
                    .filter(not_held("draft"))
                    .order_by_asc(draft::Column::GoneFrom)
                    .limit(batch)
                    .into_tuple()
                    .all(&*transaction)
                    .await?;
                draft::Entity::delete_many()
                    .filter(draft::Column::Id.is_in(ids))
                    .filter(draft::Column::GoneFrom.lte(now))
                    .filter(not_held("draft"))
                    .exec(&*transaction)
                    .await?
                    .rows_affected
            }
            Sweep::Submissions => {
                let ids: Vec<String> = submission::Entity::find()
                    .select_only()
                    .column(submission::Column::Id)
                    .filter(submission::Column::GoneFrom.lte(now))
                    .filter(not_held("submission"))
                    .order_by_asc(submission::Column::GoneFrom)
                    .limit(batch)
                    .into_tuple()
                    .all(&*transaction)
                    .await?;
                delivery::Entity::delete_many()
                    .filter(delivery::Column::SubmissionId.is_in(ids.clone()))
                    .exec(&*transaction)
                    .await?;
                submission::Entity::delete_many()
                    .filter(submission::Column::Id.is_in(ids))
                    .exec(&*transaction)
                    .await?
                    .rows_affected
            }
        };
        transaction.commit().await?;
        Ok(deleted)
    }

    /// Removes sessions, codes and half-finished steps that can't be used any more, and form versions nobody needs.
    pub async fn sweep_leftovers(
        &self,
        now: i64,
        session_idle_ms: i64,
        current_forms: &[String],
    ) -> Result<u64, StoreError> {
        let transaction = self.begin().await?;
        let mut count = 0;
        let by_expiry = [
            registration::Entity::delete_many().filter(registration::Column::ExpiresAt.lte(now)).exec(&*transaction).await?,
            sign_in::Entity::delete_many().filter(sign_in::Column::ExpiresAt.lte(now)).exec(&*transaction).await?,
            security_code::Entity::delete_many()
                .filter(security_code::Column::ExpiresAt.lte(now))
                .exec(&*transaction)
                .await?,
            session::Entity::delete_many()
                .filter(session::Column::SeenAt.lte(now - session_idle_ms))
                .exec(&*transaction)
                .await?,
            throttle::Entity::delete_many()
                .filter(throttle::Column::LockedUntil.lte(now))
                .filter(throttle::Column::WindowFrom.lte(now - 7 * DAY_MS))
                .exec(&*transaction)
                .await?,
            email_link::Entity::delete_many().filter(email_link::Column::ExpiresAt.lte(now)).exec(&*transaction).await?,
            activity::Entity::delete_many().filter(activity::Column::At.lte(now - ACTIVITY_MS)).exec(&*transaction).await?,
            pending_change::Entity::delete_many()
                .filter(pending_change::Column::ExpiresAt.lte(now))
                .exec(&*transaction)
                .await?,
            phone_change::Entity::delete_many()
                .filter(phone_change::Column::UpdatedAt.lte(now - ACTIVITY_MS))
                // Its page says that the account is frozen, for as long as it is.
                .filter(phone_change::Column::State.ne("frozen"))
                .exec(&*transaction)
                .await?,
            account_freeze::Entity::delete_many()
                .filter(account_freeze::Column::ReleasedAt.lte(now - FREEZE_MS))
                .exec(&*transaction)
                .await?,
            known_device::Entity::delete_many()
                .filter(known_device::Column::SeenAt.lte(now - KNOWN_MS))
                .exec(&*transaction)
                .await?,
        ];
        count += transaction.sweep_identities(now).await?;
        count += transaction.sweep_messages(now).await?;
        count += by_expiry.iter().map(|result| result.rows_affected).sum::<u64>();
        let needed = |table: &str| format!("SELECT form_hash FROM {table}");
        count += form_version::Entity::delete_many()
            .filter(form_version::Column::Hash.is_not_in(current_forms.to_vec()))
            .filter(Expr::cust(format!("hash NOT IN ({} UNION {})", needed("draft"), needed("submission"))))
            .exec(&*transaction)
            .await?
            .rows_affected;
        transaction.commit().await?;
        Ok(count)
    }
}
