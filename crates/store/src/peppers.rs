//! Moves rows to a newer pepper. Rows whose hashes can be recomputed from sealed data, or that have none, are moved in
//! batches; the rest moves when its owner next uses it, or expires.

use super::{
    Store, StoreError,
    accounts::AccountRow,
    connection::Transaction,
    entity::{account, account_freeze, authenticator, pending_change, phone_change},
    freezes::FreezeRow,
    integrity::{self, EachTable, MacPepper, Protected},
    phone_changes::{OPEN, PhoneChangeRow},
    rotation::{RotationCount, Uses, count, has_record, number_of},
    walk::{Walk, name_of},
};
use platform::crypto::row_mac::head_of;
use sea_orm::{EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, Select, prelude::*};
use std::time::Duration;

impl Store {
    /// The number of protected rows under each pepper, which is that of their keyed hashes. Passwords are counted
    /// separately: they move when their owner signs in.
    pub async fn pepper_uses(&self) -> Result<Uses, StoreError> {
        let mut count = CountPeppers { store: self, uses: Uses::new() };
        integrity::with_each(&mut count).await?;
        Ok(count.uses)
    }

    /// The number of accounts whose password hash matches a LIKE pattern.
    pub async fn passwords_like(&self, pattern: &str) -> Result<u64, StoreError> {
        Ok(account::Entity::find().filter(account::Column::PasswordHash.like(pattern)).count(self.reader()).await?)
    }

    /// Moves the rows whose only keyed hashes are of email addresses to the newest pepper. May be repeated.
    pub async fn move_to_newest_pepper(&self, anew: &PepperMigration<'_>) -> Result<RotationCount, StoreError> {
        let mut remake =
            RehashTables { store: self, pepper: anew.pepper, pause: anew.pause, done: RotationCount::default() };
        // An account may have a MAC under the newest pepper and a hash under an older one.
        remake.table::<account::Entity>(account::Entity::find(), anew.account).await?;
        remake.table::<account_freeze::Entity>(remake.older(), anew.freeze).await?;
        remake.table::<authenticator::Entity>(remake.older(), &|row| Some(row.clone())).await?;
        remake.table::<pending_change::Entity>(remake.older(), &|row| Some(row.clone())).await?;
        Ok(remake.done)
    }

    /// Removes whatever only an older pepper could recognise: sessions, steps, links, known browsers, connections to
    /// the identity provider and recovery codes are deleted, and requests for another phone stopped, because nobody
    /// could follow or stop them any more. Passwords under an old pepper can be reset by a link to the mailbox. May be
    /// repeated.
    pub async fn remove_old_peppers(&self, anew: &PepperMigration<'_>) -> Result<PepperRemoved, StoreError> {
        let mut remake =
            RehashTables { store: self, pepper: anew.pepper, pause: anew.pause, done: RotationCount::default() };
        remake.table::<phone_change::Entity>(remake.older(), &|row| Some(stopped(row))).await?;
        let mut give_up = PepperRemoval { store: self, pepper: anew.pepper, deleted: 0 };
        integrity::with_each(&mut give_up).await?;
        Ok(PepperRemoved { deleted: give_up.deleted, kept: remake.done })
    }
}

/// How rows are rehashed under the newest pepper.
pub struct PepperMigration<'a> {
    pub pepper: u32,
    /// The pause after each transaction.
    pub pause: Duration,
    /// Recomputes the hash of the email address, which is in the sealed record.
    pub account: &'a RehashedRow<'a, AccountRow>,
    pub freeze: &'a RehashedRow<'a, FreezeRow>,
}

/// Returns a row with new hashes, or `None` if its record can't be opened.
pub type RehashedRow<'a, Row> = dyn Fn(&Row) -> Option<Row> + Sync + 'a;

/// The result of removing older peppers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PepperRemoved {
    pub deleted: u64,
    /// Rows that were kept.
    pub kept: RotationCount,
}

fn stopped(row: &PhoneChangeRow) -> PhoneChangeRow {
    let state = if OPEN.contains(&row.state.as_str()) { "stopped" } else { &row.state };
    PhoneChangeRow { state: state.to_owned(), ..row.clone() }
}

struct CountPeppers<'a> {
    store: &'a Store,
    uses: Uses,
}

impl EachTable for CountPeppers<'_> {
    async fn table<E: Protected>(&mut self) -> Result<(), StoreError> {
        count::<E>(self.store, E::MAC, &mut self.uses).await
    }
}

struct RehashTables<'a> {
    store: &'a Store,
    pepper: u32,
    pause: Duration,
    done: RotationCount,
}

impl RehashTables<'_> {
    fn older<E: Protected>(&self) -> Select<E> {
        E::find().filter(has_record(E::MAC)).filter(number_of(E::MAC).ne(self.pepper.to_be_bytes().to_vec()))
    }

    async fn table<E: Protected>(&mut self, rows: Select<E>, anew: &RehashedRow<'_, E::Model>) -> Result<(), StoreError> {
        let mut walk = Walk::over(rows, self.pause);
        while let Some((transaction, rows)) = walk.next(self.store).await? {
            for row in rows {
                self.one::<E>(&transaction, row, anew).await?;
            }
            transaction.commit().await?;
        }
        Ok(())
    }

    async fn one<E: Protected>(
        &mut self,
        transaction: &Transaction,
        row: E::Model,
        anew: &RehashedRow<'_, E::Model>,
    ) -> Result<(), StoreError> {
        let name = name_of::<E>(&row);
        let before = match integrity::verified::<E>(transaction, row) {
            Ok(row) => row,
            Err(StoreError::Tampered(_)) => {
                self.failed::<E>(&name, "it was tampered with");
                return Ok(());
            }
            Err(cause) => return Err(cause),
        };
        let Some(after) = anew(&before) else {
            self.failed::<E>(&name, "its sealed record can't be opened");
            return Ok(());
        };
        if !self.is_there::<E>(&before, &after)? {
            let written = integrity::replace::<E>(transaction, &before, after, MacPepper::Newest).await?;
            self.done.moved += u64::from(written);
        }
        Ok(())
    }

    fn is_there<E: Protected>(&self, before: &E::Model, after: &E::Model) -> Result<bool, StoreError> {
        let is_newest = integrity::mac_of::<E>(before).is_some_and(|mac| mac.starts_with(&head_of(self.pepper)));
        Ok(is_newest && integrity::canonical::<E>(before, &[])? == integrity::canonical::<E>(after, &[])?)
    }

    fn failed<E: Protected>(&mut self, row: &str, cause: &str) {
        tracing::error!(table = E::default().table_name(), row, cause, "a row was not moved to a newer pepper");
        self.done.failed += 1;
    }
}

/// Tables whose rows are kept when their pepper is removed: each was rehashed before.
const KEPT: [&str; 5] = ["account", "account_freeze", "authenticator", "pending_change", "phone_change"];

struct PepperRemoval<'a> {
    store: &'a Store,
    pepper: u32,
    deleted: u64,
}

impl EachTable for PepperRemoval<'_> {
    async fn table<E: Protected>(&mut self) -> Result<(), StoreError> {
        if KEPT.contains(&E::default().table_name()) {
            return Ok(());
        }
        let old = number_of(E::MAC).ne(self.pepper.to_be_bytes().to_vec());
        self.deleted += self.store.writer().delete::<E>(old).await?;
        Ok(())
    }
}
