//! All tables with a sealed column, and what each record is bound to: key rotation walks this list. A test compares it
//! with the schema, so that none is forgotten.

use super::{
    StoreError,
    connection::Connection,
    entity::{self, draft, submission},
    integrity::{self, MacPepper, Protected, canonical},
    walk::is,
};
use platform::{
    crypto::{Keyring, RowState, SealContext, SealError, bytes::hex},
    random::Random,
};
use sea_orm::{EntityTrait, ModelTrait, QueryFilter, Value, prelude::Expr};
use serde::{Serialize, de::DeserializeOwned};

/// A row with a sealed column. What its record is bound to is defined in the list below and nowhere else.
pub trait SealedRow: Sized {
    /// The sealed record; empty if there is none.
    fn record(&self) -> &[u8];

    /// Seals a text for this row, whose other columns must already be as they will be written.
    fn seal(&mut self, keyring: &Keyring, random: &dyn Random, text: &[u8]) -> Result<(), SealError>;

    /// Opens the record.
    fn open(&self, keyring: &Keyring) -> Result<Vec<u8>, SealError>;

    /// The record with its data key wrapped again; `None` if it is already under the newest key.
    fn rewrapped(&self, keyring: &Keyring, random: &dyn Random) -> Result<Option<Vec<u8>>, SealError>;

    /// Seals a value for this row: see [`SealedRow::seal`].
    fn seal_json(&mut self, keyring: &Keyring, random: &dyn Random, value: &impl Serialize) -> Result<(), SealError>;

    /// Opens the record and deserializes the value in it.
    fn open_json<T: DeserializeOwned>(&self, keyring: &Keyring) -> Result<T, SealError>;
}

/// A table with a sealed column.
pub trait SealedTable: EntityTrait<Model: SealedRow + Sync + Send> {
    const SEALED: Self::Column;

    /// Stores a record in a row that was read with a lock.
    fn put(
        connection: &Connection,
        row: Self::Model,
        sealed: Vec<u8>,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;
}

/// An operation on every table with a sealed column.
pub trait EachSealed {
    fn table<E: SealedTable>(&mut self) -> impl Future<Output = Result<(), StoreError>> + Send;
}

/// The type of a sealed column.
trait Record {
    fn bytes(&self) -> &[u8];
}

impl Record for Vec<u8> {
    fn bytes(&self) -> &[u8] {
        self
    }
}

impl Record for Option<Vec<u8>> {
    fn bytes(&self) -> &[u8] {
        self.as_deref().unwrap_or_default()
    }
}

/// For tables whose rows have MACs: these cover the sealed column, too.
async fn put_protected<E: Protected>(
    connection: &Connection,
    row: E::Model,
    column: E::Column,
    sealed: Vec<u8>,
) -> Result<(), StoreError> {
    let row = integrity::verified::<E>(connection, row)?;
    let mut after = row.clone();
    after.try_set(column, Value::Bytes(Some(sealed)))?;
    integrity::replace::<E>(connection, &row, after, MacPepper::ItsOwn).await?;
    Ok(())
}

/// For all other tables.
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

/// `TABLE, ROW => how a record is stored there, what it is bound to;`
macro_rules! sealed {
    ($($table:ident, $row:ident => $put:ident, $place:expr;)*) => {
        $(impl SealedRow for entity::$table::Model {
            fn record(&self) -> &[u8] {
                self.sealed.bytes()
            }

            fn seal(&mut self, keyring: &Keyring, random: &dyn Random, text: &[u8]) -> Result<(), SealError> {
                let $row = &*self;
                self.sealed = keyring.seal(random, $place, text)?.into();
                Ok(())
            }

            fn open(&self, keyring: &Keyring) -> Result<Vec<u8>, SealError> {
                let $row = self;
                keyring.open($place, self.record())
            }

            fn rewrapped(&self, keyring: &Keyring, random: &dyn Random) -> Result<Option<Vec<u8>>, SealError> {
                let $row = self;
                keyring.rewrap(random, $place, self.record())
            }

            fn seal_json(
                &mut self,
                keyring: &Keyring,
                random: &dyn Random,
                value: &impl Serialize,
            ) -> Result<(), SealError> {
                let text = serde_json::to_vec(value).map_err(|_| broken(stringify!($table)))?;
                self.seal(keyring, random, &text)
            }

            fn open_json<T: DeserializeOwned>(&self, keyring: &Keyring) -> Result<T, SealError> {
                serde_json::from_slice(&self.open(keyring)?).map_err(|_| broken(stringify!($table)))
            }
        }

        impl SealedTable for entity::$table::Entity {
            const SEALED: Self::Column = entity::$table::Column::Sealed;

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

        /// Runs `work` on each of them in turn.
        pub async fn with_each(work: &mut impl EachSealed) -> Result<(), StoreError> {
            $(work.table::<entity::$table::Entity>().await?;)*
            Ok(())
        }
    };
}

const fn at<'a>(table: &'a str, row: &'a str, owner: &'a str) -> SealContext<'a> {
    SealContext { table, row, owner }
}

/// All columns of a row except its record and its day of deletion: neither an older record of this row nor one of
/// another row fits.
fn state<E: EntityTrait>(table: &'static str, row: &E::Model, without: [E::Column; 2]) -> Result<RowState, SealError> {
    let columns = canonical::<E>(row, &without).map_err(|_| broken(table))?;
    Ok(RowState { table, columns })
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
    draft, row => put_plain, state::<draft::Entity>("draft", row, [draft::Column::Sealed, draft::Column::ExpiresAt])?;
    message, row => put_plain, at("message", &row.id, &row.channel);
    submission, row => put_plain, state::<submission::Entity>("submission", row, [submission::Column::Sealed, submission::Column::ExpiresAt])?;
);
