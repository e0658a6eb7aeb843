//! Messages waiting to be sent. They are put down in the transaction that caused them, and sent afterwards.

use super::{Store, StoreError, entity::message};
use sea_orm::{ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*};

pub use message::Model as MessageRow;

pub async fn insert_message_in(connection: &impl ConnectionTrait, row: MessageRow) -> Result<(), StoreError> {
    message::Entity::insert(message::ActiveModel::from(row)).exec_without_returning(connection).await?;
    Ok(())
}

impl Store {
    /// Messages whose time has come, the oldest first.
    pub async fn due_messages(&self, now: i64, most: u64) -> Result<Vec<MessageRow>, StoreError> {
        let query = message::Entity::find().filter(message::Column::DueAt.lte(now)).order_by_asc(message::Column::CreatedAt);
        Ok(query.limit(most).all(self.reader()).await?)
    }

    /// A message that was sent is needed no more.
    pub async fn forget_message(&self, id: &str) -> Result<(), StoreError> {
        let transaction = self.begin().await?;
        message::Entity::delete_by_id(id).exec(&transaction).await?;
        Ok(transaction.commit().await?)
    }

    /// A message that could not be sent is tried again later.
    pub async fn postpone_message(&self, id: &str, due: i64) -> Result<(), StoreError> {
        let transaction = self.begin().await?;
        message::Entity::update_many()
            .col_expr(message::Column::DueAt, Expr::value(due))
            .col_expr(message::Column::Attempts, Expr::col(message::Column::Attempts).add(1))
            .filter(message::Column::Id.eq(id))
            .exec(&transaction)
            .await?;
        Ok(transaction.commit().await?)
    }
}
