//! Upgrades a database from before rows were authenticated: gives every protected row its MAC, and binds drafts and
//! copies to their rows. It runs once, with the keys at hand; the key file then records that it has run, and from then
//! on a row without a MAC is refused. Changes made to the database before that can't be distinguished from our own writes.

use super::{
    Store, StoreError,
    entity::{draft, submission},
    integrity::{self, EachTable, MacPepper, Protected, replace},
    sealed::{SealedRow, SealedTable},
    walk::Walk,
};
use platform::{
    crypto::{Bound, Keyring, SealContext, sealing::version_of},
    random::Random,
};
use sea_orm::{ColumnTrait, QueryFilter};
use std::time::Duration;

/// How many rows and sealed records were upgraded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Upgraded {
    pub rows: u64,
    pub records: u64,
}

impl Store {
    /// Upgrades every row in the old format. May be interrupted and run again.
    pub async fn upgrade_rows(&self, keyring: &Keyring, random: &dyn Random) -> Result<Upgraded, StoreError> {
        let mut protected = Protect { store: self, rows: 0 };
        integrity::with_each(&mut protected).await?;
        let records = self.adopt_drafts(keyring, random).await? + self.adopt_copies(keyring, random).await?;
        Ok(Upgraded { rows: protected.rows, records })
    }

    async fn adopt_drafts(&self, keyring: &Keyring, random: &dyn Random) -> Result<u64, StoreError> {
        self.reseal::<draft::Entity>(|row| {
            let owner = row.account_id.as_deref().unwrap_or("visitor");
            upgraded(keyring, random, SealContext { table: "draft", row: &row.id, owner }, row)
        })
        .await
    }

    async fn adopt_copies(&self, keyring: &Keyring, random: &dyn Random) -> Result<u64, StoreError> {
        self.reseal::<submission::Entity>(|row| {
            upgraded(keyring, random, SealContext { table: "submission", row: &row.id, owner: &row.account_id }, row)
        })
        .await
    }

    /// Replaces the record of each row for which `seal` returns a new one. Returns how many there were.
    async fn reseal<E: SealedTable>(&self, seal: impl Fn(&E::Model) -> Option<E::Model>) -> Result<u64, StoreError> {
        let mut walk = Walk::over(E::find(), Duration::ZERO).weighing(E::SEALED);
        let mut records = 0;
        while let Some((transaction, rows)) = walk.next(self).await? {
            for row in rows {
                let Some(after) = seal(&row) else { continue };
                E::put(&transaction, row, after.record().to_vec()).await?;
                records += 1;
            }
            transaction.commit().await?;
        }
        Ok(records)
    }
}

/// The row with its version 1 record sealed again, bound to the whole row. `None` if it isn't version 1 or can't be
/// opened: then it stays as it is.
fn upgraded<R: SealedRow + Clone>(keyring: &Keyring, random: &dyn Random, before: SealContext<'_>, row: &R) -> Option<R> {
    if version_of(row.record()) != Some(SealContext::VERSION) {
        return None;
    }
    let mut after = row.clone();
    keyring
        .open(before, row.record())
        .and_then(|text| after.seal(keyring, random, &text))
        .inspect_err(|cause| tracing::error!(%cause, table = before.table, "an old record could not be upgraded"))
        .ok()?;
    Some(after)
}

struct Protect<'a> {
    store: &'a Store,
    rows: u64,
}

impl EachTable for Protect<'_> {
    async fn table<E: Protected>(&mut self) -> Result<(), StoreError> {
        let mut walk = Walk::over(E::find().filter(E::MAC.is_null()), Duration::ZERO);
        while let Some((transaction, rows)) = walk.next(self.store).await? {
            for row in rows {
                let signed = row.clone();
                replace::<E>(&transaction, &row, signed, MacPepper::Newest).await?;
                self.rows += 1;
            }
            transaction.commit().await?;
        }
        Ok(())
    }
}
