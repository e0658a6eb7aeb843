//! Moving rows to a newer pepper. What can be made anew from what is sealed, or holds no keyed hash, is moved a batch at a
//! time; the rest follows when its owner next uses it, or ends by itself.

use super::{
    Store, StoreError,
    accounts::AccountRow,
    entity::account,
    integrity::{self, EachTable, Protected},
    rotation::{BATCH, Moved, Uses, add, has_record, in_order, number_of},
};
use crate::crypto::{Keyring, row_mac::head_of};
use sea_orm::{EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QuerySelect, prelude::*};

impl Store {
    /// How many protected rows there are under each pepper: a row is under that of its keyed hashes. Passwords are counted
    /// apart: they move when their owner signs in.
    pub async fn pepper_uses(&self) -> Result<Uses, StoreError> {
        let mut count = CountPeppers { store: self, uses: Uses::new() };
        integrity::with_each(&mut count).await?;
        Ok(count.uses)
    }

    /// How many accounts' password hashes begin so.
    pub async fn passwords_like(&self, pattern: &str) -> Result<u64, StoreError> {
        Ok(account::Entity::find().filter(account::Column::PasswordHash.like(pattern)).count(self.reader()).await?)
    }

    /// Moves the rows that hold no hash but that of the email address to the newest pepper; `index` makes that hash from
    /// what is sealed in an account.
    pub async fn move_to_newest_pepper(
        &self,
        keyring: &Keyring,
        index: &(dyn Fn(&AccountRow) -> Option<Vec<u8>> + Sync),
    ) -> Result<Moved, StoreError> {
        let mut moved = self.move_accounts(keyring, index).await?;
        let mut others = Resign { store: self, pepper: keyring.keys().pepper(), moved: 0 };
        integrity::with_each(&mut others).await?;
        moved.moved += others.moved;
        Ok(moved)
    }

    async fn move_accounts(
        &self,
        keyring: &Keyring,
        index: &(dyn Fn(&AccountRow) -> Option<Vec<u8>> + Sync),
    ) -> Result<Moved, StoreError> {
        let (mut after, mut done) = (String::new(), Moved::default());
        let newest = head_of(keyring.keys().pepper());
        loop {
            let transaction = self.begin().await?;
            let query = account::Entity::find().filter(account::Column::Id.gt(after.as_str())).lock_exclusive();
            let rows = in_order(query).limit(BATCH).all(&transaction).await?;
            let Some(last) = rows.last() else { return Ok(done) };
            after.clone_from(&last.id);
            for row in rows {
                let Ok(before) = integrity::verified::<account::Entity>(&transaction, row) else {
                    tracing::error!(table = "account", "a row that was tampered with was not moved to a newer pepper");
                    done.failed += 1;
                    continue;
                };
                let Some(email_index) = index(&before) else {
                    done.failed += 1;
                    continue;
                };
                let is_new = before.mac.as_ref().is_some_and(|mac| mac.starts_with(&newest));
                if is_new && before.email_index == email_index {
                    continue;
                }
                let after = AccountRow { email_index, ..before.clone() };
                integrity::replace_under_newest::<account::Entity>(&transaction, &before, after).await?;
                done.moved += 1;
            }
            transaction.commit().await?;
        }
    }

    /// Gives up every pepper but the newest. What only an older one could recognise is deleted: sessions, steps, links,
    /// known browsers, connections to the identity provider, recovery codes. Passwords under it can be chosen anew by a
    /// link to the mailbox. For a pepper that somebody else may know.
    pub async fn give_up_old_peppers(&self, keyring: &Keyring) -> Result<u64, StoreError> {
        let mut give_up = GiveUp { store: self, pepper: keyring.keys().pepper(), deleted: 0 };
        integrity::with_each(&mut give_up).await?;
        Ok(give_up.deleted)
    }
}

struct CountPeppers<'a> {
    store: &'a Store,
    uses: Uses,
}

impl EachTable for CountPeppers<'_> {
    async fn table<E: Protected>(&mut self) -> Result<(), StoreError> {
        let counts: Vec<(Vec<u8>, i64)> = E::find()
            .select_only()
            .column_as(number_of(E::MAC), "number")
            .column_as(Expr::cust("COUNT(*)"), "count")
            .filter(has_record(E::MAC))
            .group_by(number_of(E::MAC))
            .into_tuple()
            .all(self.store.reader())
            .await?;
        add(&mut self.uses, E::default().table_name(), counts);
        Ok(())
    }
}

/// Tables without a keyed hash that is looked for: their rows only need another MAC. Accounts are moved before.
const WITHOUT_HASHES: [&str; 2] = ["authenticator", "pending_change"];

struct Resign<'a> {
    store: &'a Store,
    pepper: u32,
    moved: u64,
}

impl EachTable for Resign<'_> {
    async fn table<E: Protected>(&mut self) -> Result<(), StoreError> {
        if WITHOUT_HASHES.contains(&E::default().table_name()) {
            self.moved += sign_anew::<E>(self.store, self.pepper).await?;
        }
        Ok(())
    }
}

/// Signs the rows of a table that are under an older pepper. One that was tampered with stays as it is.
async fn sign_anew<E: Protected>(store: &Store, pepper: u32) -> Result<u64, StoreError> {
    let (mut moved, mut failed) = (0, 0);
    loop {
        let transaction = store.begin().await?;
        let query = E::find().filter(has_record(E::MAC)).filter(number_of(E::MAC).ne(pepper.to_be_bytes().to_vec()));
        let rows = in_order(query).offset(failed).limit(BATCH).lock_exclusive().all(&transaction).await?;
        if rows.is_empty() {
            return Ok(moved);
        }
        for row in rows {
            match integrity::verified::<E>(&transaction, row) {
                Ok(row) => {
                    integrity::replace_under_newest::<E>(&transaction, &row, row.clone()).await?;
                    moved += 1;
                }
                Err(cause @ StoreError::Tampered(_)) => {
                    tracing::error!(%cause, "a row was not moved to a newer pepper");
                    failed += 1;
                }
                Err(cause) => return Err(cause),
            }
        }
        transaction.commit().await?;
    }
}

/// Tables whose rows stay when the pepper of their hashes is given up.
const KEPT: [&str; 5] = ["account", "account_freeze", "authenticator", "pending_change", "phone_change"];

struct GiveUp<'a> {
    store: &'a Store,
    pepper: u32,
    deleted: u64,
}

impl EachTable for GiveUp<'_> {
    async fn table<E: Protected>(&mut self) -> Result<(), StoreError> {
        if KEPT.contains(&E::default().table_name()) {
            sign_anew::<E>(self.store, self.pepper).await?;
            return Ok(());
        }
        let old = E::delete_many().filter(number_of(E::MAC).ne(self.pepper.to_be_bytes().to_vec()));
        self.deleted += old.exec(self.store.writer()).await?.rows_affected;
        Ok(())
    }
}
