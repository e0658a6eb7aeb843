//! Sessions. One query finds the session, the account and the number of drafts.

use super::{
    Connection, StoreError, UnixMillis,
    entity::{account, session},
    integrity::{change, insert, verified},
};
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, IdenStatic, Iterable, QueryFilter, Statement, prelude::*};
use std::sync::LazyLock;

pub use session::Model as SessionRow;

/// A session with its account, both with verified MACs.
#[derive(Clone, Debug)]
pub struct SignedInRow {
    pub session: session::Model,
    pub account: account::Model,
    pub drafts: i64,
}

/// All columns of both rows, because the MACs cover all of them.
static SIGNED_IN: LazyLock<String> = LazyLock::new(|| {
    let columns = columns::<session::Column>("s").chain(columns::<account::Column>("a")).collect::<Vec<_>>().join(", ");
    format!(
        "SELECT {columns}, \
         (SELECT COUNT(*) FROM draft d WHERE d.account_id = s.account_id AND d.gone_from > $2) AS drafts \
         FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_hash = $1 AND a.frozen_at IS NULL"
    )
});

fn columns<C: Iterable + IdenStatic>(table: &'static str) -> impl Iterator<Item = String> {
    C::iter().map(move |column| format!("{table}.{0} AS {table}_{0}", column.as_str()))
}

impl Connection {
    pub async fn signed_in(&self, token_hash: &[u8], now: UnixMillis) -> Result<Option<SignedInRow>, StoreError> {
        let (pool, values) = (self, [token_hash.to_vec().into(), now.into()]);
        let query = Statement::from_sql_and_values(pool.get_database_backend(), SIGNED_IN.as_str(), values);
        let Some(row) = pool.query_one_raw(query).await? else { return Ok(None) };
        Ok(Some(SignedInRow {
            session: verified::<session::Entity>(pool, session::Model::from_query_result(&row, "s_")?)?,
            account: verified::<account::Entity>(pool, account::Model::from_query_result(&row, "a_")?)?,
            drafts: row.try_get("", "drafts")?,
        }))
    }

    /// Records activity.
    pub async fn touch_session(&self, token_hash: &[u8], now: UnixMillis) -> Result<(), StoreError> {
        let earlier = session::Entity::find_by_id(token_hash.to_vec()).filter(session::Column::SeenAt.lt(now));
        change(earlier, self, |row: &mut SessionRow| row.seen_at = now).await?;
        Ok(())
    }

    pub async fn end_session(&self, token_hash: &[u8]) -> Result<(), StoreError> {
        self.delete::<session::Entity>(session::Column::TokenHash.eq(token_hash.to_vec())).await?;
        Ok(())
    }

    pub async fn insert_session(&self, row: SessionRow) -> Result<(), StoreError> {
        insert::<session::Entity>(self, row).await
    }
}
