//! Who is signed in. One query finds the session, the account's details and the number of drafts.

use super::{Store, StoreError, entity::session};
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, Statement, prelude::*};

pub use session::Model as SessionRow;

/// A session with what every page shows of its account.
#[derive(Clone, Debug, FromQueryResult)]
pub struct SignedInRow {
    pub account_id: String,
    pub created_at: i64,
    pub seen_at: i64,
    pub confirmed_at: i64,
    pub id: String,
    pub sealed: Vec<u8>,
    pub drafts: i64,
}

const SIGNED_IN: &str = "SELECT s.account_id, s.created_at, s.seen_at, s.confirmed_at, s.id, a.sealed, \
     (SELECT COUNT(*) FROM draft d WHERE d.account_id = s.account_id AND d.gone_from > $2) AS drafts \
     FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_hash = $1 AND a.frozen_at IS NULL";

impl Store {
    pub async fn signed_in(&self, token_hash: &[u8], now: i64) -> Result<Option<SignedInRow>, StoreError> {
        let backend = self.reader().get_database_backend();
        let query = Statement::from_sql_and_values(backend, SIGNED_IN, [token_hash.to_vec().into(), now.into()]);
        Ok(SignedInRow::find_by_statement(query).one(self.reader()).await?)
    }

    /// Notes activity.
    pub async fn touch_session(&self, token_hash: &[u8], now: i64) -> Result<(), StoreError> {
        session::Entity::update_many()
            .col_expr(session::Column::SeenAt, Expr::value(now))
            .filter(session::Column::TokenHash.eq(token_hash.to_vec()))
            .filter(session::Column::SeenAt.lt(now))
            .exec(self.writer())
            .await?;
        Ok(())
    }

    pub async fn end_session(&self, token_hash: &[u8]) -> Result<(), StoreError> {
        session::Entity::delete_many()
            .filter(session::Column::TokenHash.eq(token_hash.to_vec()))
            .exec(self.writer())
            .await?;
        Ok(())
    }
}

pub async fn insert_session_in(connection: &impl ConnectionTrait, row: SessionRow) -> Result<(), StoreError> {
    session::Entity::insert(session::ActiveModel::from(row)).exec_without_returning(connection).await?;
    Ok(())
}
