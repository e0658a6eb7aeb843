//! Every table with a sealed column, and where each of its records is sealed: what a rotation of keys goes through. A test
//! walks the schema, so that none is forgotten.

use super::{
    StoreError,
    connection::{Connection, keys_of},
    drafts, entity,
    integrity::{self, Protected},
    submissions,
};
use crate::{
    crypto::{Keyring, Place, SealError, keyring::hex},
    random::Random,
};
use sea_orm::{ColumnTrait, EntityTrait, ModelTrait, QueryFilter, Value, prelude::Expr};

/// A table with a sealed column.
pub trait SealedTable: EntityTrait<Model: Sync + Send> {
    const SEALED: Self::Column;

    /// The record of a row with its data key wrapped anew; nothing if it is under the newest key.
    fn rewrapped(
        keyring: &Keyring,
        random: &dyn Random,
        row: &Self::Model,
        sealed: &[u8],
    ) -> Result<Option<Vec<u8>>, SealError>;

    /// Puts a record into a row that was read with a lock.
    fn put(
        connection: &(impl Connection + Send),
        row: Self::Model,
        sealed: Vec<u8>,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;
}

/// Something to be done with each table that has a sealed column.
pub trait EachSealed {
    fn table<E: SealedTable>(&mut self) -> impl Future<Output = Result<(), StoreError>> + Send;
}

/// The sealed record of a row, if there is one.
pub(super) fn record_of<E: SealedTable>(row: &E::Model) -> Option<Vec<u8>> {
    match row.get(E::SEALED) {
        Value::Bytes(sealed) => sealed.filter(|sealed| !sealed.is_empty()),
        _ => None,
    }
}

/// Of a table whose rows carry MACs: what is sealed is under them too.
async fn put_protected<E: Protected>(
    connection: &impl Connection,
    row: E::Model,
    column: E::Column,
    sealed: Vec<u8>,
) -> Result<(), StoreError> {
    let row = integrity::verified::<E>(connection, row)?;
    let mut after = row.clone();
    after.try_set(column, Value::Bytes(Some(sealed)))?;
    integrity::replace::<E>(connection, &row, after).await?;
    Ok(())
}

macro_rules! sealed {
    (protected: { $($table:ident, $row:ident => $place:expr;)* } plain: { $($other:ident, $other_row:ident => $state:expr;)* }) => {
        $(impl SealedTable for entity::$table::Entity {
            const SEALED: Self::Column = entity::$table::Column::Sealed;

            fn rewrapped(
                keyring: &Keyring,
                random: &dyn Random,
                $row: &Self::Model,
                sealed: &[u8],
            ) -> Result<Option<Vec<u8>>, SealError> {
                let (row, owner) = $place;
                keyring.rewrap(random, Place { table: stringify!($table), row: row.as_ref(), owner: owner.as_ref() }, sealed)
            }

            async fn put(
                connection: &(impl Connection + Send),
                row: Self::Model,
                sealed: Vec<u8>,
            ) -> Result<(), StoreError> {
                put_protected::<Self>(connection, row, Self::SEALED, sealed).await
            }
        })*

        $(impl SealedTable for entity::$other::Entity {
            const SEALED: Self::Column = entity::$other::Column::Sealed;

            fn rewrapped(
                keyring: &Keyring,
                random: &dyn Random,
                $other_row: &Self::Model,
                sealed: &[u8],
            ) -> Result<Option<Vec<u8>>, SealError> {
                keyring.rewrap(random, $state, sealed)
            }

            async fn put(
                connection: &(impl Connection + Send),
                row: Self::Model,
                sealed: Vec<u8>,
            ) -> Result<(), StoreError> {
                keys_of(connection)?;
                Self::update_many()
                    .col_expr(Self::SEALED, Expr::value(sealed))
                    .filter(entity::$other::Column::Id.eq(row.id))
                    .exec(connection)
                    .await?;
                Ok(())
            }
        })*

        /// The tables with a sealed column.
        pub const SEALED: &[&str] = &[$(stringify!($table),)* $(stringify!($other),)*];

        /// Does something with each of them, one after the other.
        pub async fn with_each(work: &mut impl EachSealed) -> Result<(), StoreError> {
            $(work.table::<entity::$table::Entity>().await?;)*
            $(work.table::<entity::$other::Entity>().await?;)*
            Ok(())
        }
    };
}

fn broken(table: &str) -> SealError {
    SealError::Broken(table.to_owned())
}

sealed!(
    protected: {
        account, row => (&row.id, &row.id);
        account_freeze, row => (&row.id, &row.account_id);
        authenticator, row => (&row.account_id, &row.account_id);
        email_link, row => (hex(&row.token_hash), &row.account_id);
        identity_attempt, row => (hex(&row.state_hash), "");
        pending_change, row => (&row.what, &row.account_id);
        phone_change, row => (&row.id, &row.account_id);
        recovery_code, row => (&row.id, &row.account_id);
        registration, row => (hex(&row.token_hash), "");
        sign_in, row => (hex(&row.token_hash), &row.account_id);
    }
    plain: {
        draft, row => drafts::sealed_to(row).map_err(|_| broken("draft"))?;
        message, row => Place { table: "message", row: &row.id, owner: &row.channel };
        submission, row => submissions::sealed_to(row).map_err(|_| broken("submission"))?;
    }
);
