//! Rows that decide who somebody is carry a MAC over all their other columns, so that rows written by somebody else are
//! detected and refused. MACs are created and checked only here: the tables below are read and written only through
//! these functions.
//!
//! The MAC covers the name of the table and the name and value of every column that isn't null. Therefore a new column
//! must start as null, so that existing rows stay valid. Not detected: a whole row that is deleted, or restored to an
//! earlier state together with its MAC.

use super::{
    StoreError,
    connection::Connection,
    entity,
    walk::{is, key},
};
use platform::crypto::{Keyring, SealError};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, IdenStatic, IntoActiveModel, Iterable, ModelTrait, QueryFilter,
    QuerySelect, Select, Value, sea_query::OnConflict,
};

/// A table whose rows carry a MAC.
pub trait Protected:
    EntityTrait<Model: IntoActiveModel<<Self as EntityTrait>::ActiveModel> + Sync, ActiveModel: Send>
{
    const MAC: Self::Column;
}

macro_rules! protected {
    ($($table:ident),* $(,)?) => {
        $(impl Protected for entity::$table::Entity {
            const MAC: Self::Column = entity::$table::Column::Mac;
        })*

        /// The protected tables. The reason why any other table is not protected is in
        /// `server/tests/it/store/tampering.rs`.
        pub const PROTECTED: &[&str] = &[$(stringify!($table)),*];

        /// Runs `work` on each protected table in turn.
        pub async fn with_each(work: &mut impl EachTable) -> Result<(), StoreError> {
            $(work.table::<entity::$table::Entity>().await?;)*
            Ok(())
        }
    };
}

protected!(
    account,
    account_freeze,
    authenticator,
    email_link,
    identity_attempt,
    identity_link,
    identity_pending,
    known_device,
    pending_change,
    phone_change,
    recovery_code,
    registration,
    security_code,
    session,
    sign_in,
);

/// An operation on every protected table.
pub trait EachTable {
    fn table<E: Protected>(&mut self) -> impl Future<Output = Result<(), StoreError>> + Send;
}

/// A row in canonical form: the table, then name and value of each column that isn't null, sorted by name, each with
/// its length in front.
pub fn canonical<E: EntityTrait>(row: &E::Model, without: &[E::Column]) -> Result<Vec<u8>, StoreError> {
    let is_left_out = |column: &E::Column| without.iter().any(|other| other.as_str() == column.as_str());
    let mut columns: Vec<E::Column> = E::Column::iter().filter(|column| !is_left_out(column)).collect();
    columns.sort_unstable_by_key(IdenStatic::as_str);
    let mut out = Vec::with_capacity(512);
    put(&mut out, E::default().table_name().as_bytes());
    for column in columns {
        let (kind, bytes) = match row.get(column) {
            Value::String(None) | Value::Bytes(None) | Value::BigInt(None) | Value::Bool(None) => continue,
            Value::String(Some(text)) => (b't', text.into_bytes()),
            Value::Bytes(Some(bytes)) => (b'b', bytes),
            Value::BigInt(Some(number)) => (b'i', number.to_be_bytes().to_vec()),
            Value::Bool(Some(yes)) => (b'y', vec![u8::from(yes)]),
            _ => return Err(StoreError::Unsuitable(format!("the type of the column {} has no encoding", column.as_str()))),
        };
        put(&mut out, column.as_str().as_bytes());
        out.push(kind);
        put(&mut out, &bytes);
    }
    Ok(out)
}

fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
    out.extend_from_slice(bytes);
}

pub(super) fn mac_of<E: Protected>(row: &E::Model) -> Option<Vec<u8>> {
    match row.get(E::MAC) {
        Value::Bytes(mac) => mac,
        _ => None,
    }
}

/// The row with a new MAC, under the same pepper as before, because its keyed hashes keep theirs.
fn signed<E: Protected>(keys: &Keyring, mut row: E::Model, before: Option<&[u8]>) -> Result<E::Model, StoreError> {
    let mac = keys.row_mac(before, &canonical::<E>(&row, &[E::MAC])?);
    row.try_set(E::MAC, Value::Bytes(Some(mac)))?;
    Ok(row)
}

/// The row, if this service wrote it; otherwise an error.
pub(super) fn verified<E: Protected>(connection: &Connection, row: E::Model) -> Result<E::Model, StoreError> {
    let (keys, mac) = (connection.keys()?, mac_of::<E>(&row).unwrap_or_default());
    if keys.is_row_mac(&mac, &canonical::<E>(&row, &[E::MAC])?) {
        return Ok(row);
    }
    let error = SealError::Tampered(E::default().table_name().to_owned());
    keys.report(&error);
    Err(StoreError::Tampered(error))
}

pub(super) async fn one<E: Protected>(query: Select<E>, connection: &Connection) -> Result<Option<E::Model>, StoreError> {
    query.one(connection).await?.map(|row| verified::<E>(connection, row)).transpose()
}

pub(super) async fn all<E: Protected>(query: Select<E>, connection: &Connection) -> Result<Vec<E::Model>, StoreError> {
    query.all(connection).await?.into_iter().map(|row| verified::<E>(connection, row)).collect()
}

pub(super) async fn insert<E: Protected>(connection: &Connection, row: E::Model) -> Result<(), StoreError> {
    let row = signed::<E>(connection.keys()?, row, None)?;
    E::insert(row.into_active_model()).exec_without_returning(connection).await?;
    Ok(())
}

/// Inserts a row unless it conflicts with another. Returns whether it was inserted.
pub(super) async fn insert_unless<E: Protected>(
    connection: &Connection,
    row: E::Model,
    in_the_way: OnConflict,
) -> Result<bool, StoreError> {
    let row = signed::<E>(connection.keys()?, row, None)?;
    let inserted = E::insert(row.into_active_model()).on_conflict(in_the_way).exec_without_returning(connection).await?;
    Ok(inserted == 1)
}

/// Inserts a row, or replaces the one with the same key.
pub(super) async fn upsert<E: Protected>(connection: &Connection, row: E::Model) -> Result<(), StoreError> {
    let key = key::<E>();
    let is_key = |column: &E::Column| key.iter().any(|other| other.as_str() == column.as_str());
    let others: Vec<E::Column> = E::Column::iter().filter(|column| !is_key(column)).collect();
    let replace = OnConflict::columns(key.iter().copied()).update_columns(others).to_owned();
    insert_unless::<E>(connection, row, replace).await?;
    Ok(())
}

/// Reads the rows of a query with a lock, edits and updates each. Returns how many were updated.
pub(super) async fn change<E: Protected>(
    query: Select<E>,
    connection: &Connection,
    edit: impl FnMut(&mut E::Model) + Send,
) -> Result<u64, StoreError> {
    edit_each(query, connection, MacPepper::ItsOwn, edit).await
}

/// As [`change`], for an edit that recomputes the keyed hashes of the rows.
pub(super) async fn rekey<E: Protected>(
    query: Select<E>,
    connection: &Connection,
    edit: impl FnMut(&mut E::Model) + Send,
) -> Result<u64, StoreError> {
    edit_each(query, connection, MacPepper::Newest, edit).await
}

async fn edit_each<E: Protected>(
    query: Select<E>,
    connection: &Connection,
    under: MacPepper,
    mut edit: impl FnMut(&mut E::Model) + Send,
) -> Result<u64, StoreError> {
    let mut written = 0;
    for before in all(query.lock_exclusive(), connection).await? {
        let mut after = before.clone();
        edit(&mut after);
        written += u64::from(replace::<E>(connection, &before, after, under).await?);
    }
    Ok(written)
}

/// The pepper for the MAC of a changed row. It must be the same as for the row's keyed hashes.
#[derive(Clone, Copy)]
pub(super) enum MacPepper {
    ItsOwn,
    Newest,
}

/// Replaces the row that was read. Returns whether it was still unchanged.
pub(super) async fn replace<E: Protected>(
    connection: &Connection,
    before: &E::Model,
    after: E::Model,
    under: MacPepper,
) -> Result<bool, StoreError> {
    let mac = match under {
        MacPepper::ItsOwn => mac_of::<E>(before),
        MacPepper::Newest => None,
    };
    let after = signed::<E>(connection.keys()?, after, mac.as_deref())?;
    write::<E>(connection, before, after).await
}

/// Writes back a row that was read with a lock and changed, except for its key.
pub(super) async fn overwrite<E: Protected>(connection: &Connection, row: E::Model) -> Result<(), StoreError> {
    let before = mac_of::<E>(&row);
    let row = signed::<E>(connection.keys()?, row, before.as_deref())?;
    let there = is::<E>(&row);
    let change = row.into_active_model().reset_all();
    let written = E::update_many().set(change).filter(there).filter(E::MAC.eq(before)).exec(connection).await?;
    if written.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict(E::default().table_name().to_owned())) }
}

/// Writes a row with a valid MAC over the one that was read, unless that was changed meanwhile.
async fn write<E: Protected>(connection: &Connection, before: &E::Model, after: E::Model) -> Result<bool, StoreError> {
    let there = is::<E>(before).add(match before.get(E::MAC) {
        Value::Bytes(None) => E::MAC.is_null(),
        value => E::MAC.eq(value),
    });
    let mut change = before.clone().into_active_model();
    for column in E::Column::iter() {
        let value = after.get(column);
        if value != before.get(column) {
            change.try_set(column, value)?;
        }
    }
    let unchanged = E::Column::iter().all(|column| !matches!(change.get(column), ActiveValue::Set(_)));
    if unchanged {
        return Ok(true);
    }
    Ok(E::update_many().set(change).filter(there).exec(connection).await?.rows_affected == 1)
}
