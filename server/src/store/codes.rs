//! Security codes that went out, by their hash. Each is used once: the update that uses it names that it wasn't.

use super::{StoreError, entity::security_code};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*};

pub use security_code::Model as CodeRow;

pub async fn insert_code_in(connection: &impl ConnectionTrait, row: CodeRow) -> Result<(), StoreError> {
    security_code::Entity::insert(security_code::ActiveModel::from(row)).exec_without_returning(connection).await?;
    Ok(())
}

/// The codes of a step that still work, the newest first.
pub async fn live_codes_in(
    connection: &impl ConnectionTrait,
    subject: &[u8],
    now: i64,
    most: u64,
) -> Result<Vec<CodeRow>, StoreError> {
    let query = security_code::Entity::find()
        .filter(security_code::Column::Subject.eq(subject.to_vec()))
        .filter(security_code::Column::UsedAt.is_null())
        .filter(security_code::Column::ExpiresAt.gt(now));
    Ok(query.order_by_desc(security_code::Column::CreatedAt).limit(most).all(connection).await?)
}

/// Uses a code. Returns whether nobody had used it before.
pub async fn use_code_in(connection: &impl ConnectionTrait, id: &str, now: i64) -> Result<bool, StoreError> {
    let used = security_code::Entity::update_many()
        .col_expr(security_code::Column::UsedAt, Expr::value(now))
        .filter(security_code::Column::Id.eq(id))
        .filter(security_code::Column::UsedAt.is_null())
        .exec(connection)
        .await?;
    Ok(used.rows_affected == 1)
}

/// Forgets every code of a step that is over.
pub async fn delete_codes_in(connection: &impl ConnectionTrait, subject: &[u8]) -> Result<(), StoreError> {
    security_code::Entity::delete_many()
        .filter(security_code::Column::Subject.eq(subject.to_vec()))
        .exec(connection)
        .await?;
    Ok(())
}
