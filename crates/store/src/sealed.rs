//! Every table with a sealed column, and where each of its records is sealed: what a rotation of keys goes through. A test
//! walks the schema, so that none is forgotten.

use super::{
    StoreError,
    connection::Connection,
    drafts, entity,
    integrity::{self, Protected, Under},
    submissions,
    walk::is,
};
use platform::{
    crypto::{Keyring, SealContext, SealError, keyring::hex},
    random::Random,
};
use sea_orm::{EntityTrait, ModelTrait, QueryFilter, Value, prelude::Expr};

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
        connection: &Connection,
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
    connection: &Connection,
    row: E::Model,
    column: E::Column,
    sealed: Vec<u8>,
) -> Result<(), StoreError> {
    let row = integrity::verified::<E>(connection, row)?;
    let mut after = row.clone();
    after.try_set(column, Value::Bytes(Some(sealed)))?;
    integrity::replace::<E>(connection, &row, after, Under::ItsOwn).await?;
    Ok(())
}

/// Of any other table.
async fn put_plain<E: SealedTable>(
    connection: &Connection,
    row: E::Model,
    column: E::Column,
    sealed: Vec<u8>,
) -> Result<(), StoreError> {
    connection.keys()?;
    E::update_many().col_expr(column, Expr::value(sealed)).filter(is::<E>(&row)).exec(connection).await?;
    Ok(())
}

/// `TABLE, ROW => how a record is put there, what it is sealed to;`
macro_rules! sealed {
    ($($table:ident, $row:ident => $put:ident, $place:expr;)*) => {
        $(impl SealedTable for entity::$table::Entity {
            const SEALED: Self::Column = entity::$table::Column::Sealed;

            fn rewrapped(
                keyring: &Keyring,
                random: &dyn Random,
                $row: &Self::Model,
                sealed: &[u8],
            ) -> Result<Option<Vec<u8>>, SealError> {
                keyring.rewrap(random, $place, sealed)
            }

            async fn put(
                connection: &Connection,
                row: Self::Model,
                sealed: Vec<u8>,
            ) -> Result<(), StoreError> {
                $put::<Self>(connection, row, Self::SEALED, sealed).await
            }
        })*

        /// The tables with a sealed column.
        pub const SEALED: &[&str] = &[$(stringify!($table)),*];

        /// Does something with each of them, one after the other.
        pub async fn with_each(work: &mut impl EachSealed) -> Result<(), StoreError> {
            $(work.table::<entity::$table::Entity>().await?;)*
            Ok(())
        }
    };
}

const fn at<'a>(table: &'a str, row: &'a str, owner: &'a str) -> SealContext<'a> {
    SealContext { table, row, owner }
}

fn broken(table: &str) -> SealError {
    SealError::Broken(table.to_owned())
}

sealed!(
    account, row => put_protected, at("account", &row.id, &row.id);
    account_freeze, row => put_protected, at("account_freeze", &row.id, &row.account_id);
    authenticator, row => put_protected, at("authenticator", &row.account_id, &row.account_id);
    email_link, row => put_protected, at("email_link", &hex(&row.token_hash), &row.account_id);
    identity_attempt, row => put_protected, at("identity_attempt", &hex(&row.state_hash), "");
    pending_change, row => put_protected, at("pending_change", &row.what, &row.account_id);
    phone_change, row => put_protected, at("phone_change", &row.id, &row.account_id);
    recovery_code, row => put_protected, at("recovery_code", &row.id, &row.account_id);
    registration, row => put_protected, at("registration", &hex(&row.token_hash), "");
    sign_in, row => put_protected, at("sign_in", &hex(&row.token_hash), &row.account_id);
    draft, row => put_plain, drafts::sealed_to(row).map_err(|_| broken("draft"))?;
    message, row => put_plain, at("message", &row.id, &row.channel);
    submission, row => put_plain, submissions::sealed_to(row).map_err(|_| broken("submission"))?;
);
