//! Rotating the keys and the pepper of an installation, and showing what still needs each of them.

use crate::{freezing, hashing::pattern_of, inputs::email_index, profile::Profile};
use platform::{
    crypto::{
        Keyring, KeyringError,
        keyring::KeyChange,
        keys::Keys,
        source::{FileKeys, VARIABLE},
    },
    random::Random,
};
use std::{
    fmt::{self, Write as _},
    time::Duration,
};
use store::{
    Store, StoreError,
    accounts::AccountRow,
    check::Checked,
    peppers::{PepperMigration, PepperRemoved},
    rotation::{RotationCount, Uses},
};
use thiserror::Error;

#[derive(Debug, Error)]
pub enum RotationError {
    #[error("{0}")]
    Store(#[from] StoreError),
    #[error("{0}")]
    Keys(#[from] KeyringError),
    #[error(
        "{0} records or rows could not be moved: the log names each. They stay as they are, and --remove-old keeps the \
         keys that they need"
    )]
    Failed(u64),
    #[error("key {0} is still needed: run `care-online keys rotate` first; `care-online keys status` shows by what")]
    KeyInUse(u32),
    #[error(
        "pepper {0} is still needed by data that only moves when its owner next uses it: `care-online keys status` lists \
         it. The pepper stays; --give-up-old-peppers signs these people out, and they must choose a new password with \
         \"I have forgotten my password\""
    )]
    PepperInUse(u32),
    #[error("there is nothing to remove: the newest key and pepper are the only ones")]
    NothingOld,
    #[error(
        "the keys come from the variable {VARIABLE}, which this program can't change: run `care-online keys rotate \
         {0}--to FILE`, and continue with \"Keys from a variable\" in docs/operations.md"
    )]
    NeedsFile(&'static str),
}

/// How long a rotation waits for servers that keep running.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pace {
    /// Between two transactions, so that others can write.
    pub pause: Duration,
    /// Until every server has loaded new keys.
    pub followed: Duration,
}

/// What needs which key and pepper.
#[derive(Debug, PartialEq, Eq)]
pub struct Status {
    /// The key that new records are sealed under.
    pub key: u32,
    /// Every key, with the number of records under it by table.
    pub keys: Uses,
    /// The pepper of new hashes.
    pub pepper: u32,
    /// Every pepper, with the number of hashes made with it by kind.
    pub peppers: Uses,
    pub rows: Vec<Checked>,
}

/// Counts what needs which key and pepper, and checks the MAC of every row.
pub async fn status(store: &Store, keyring: &Keyring) -> Result<Status, StoreError> {
    let keys = keyring.keys();
    let mut key_uses = store.key_uses().await?;
    for id in keys.ids() {
        key_uses.entry(id).or_default();
    }
    let peppers = pepper_uses(store, &keys).await?;
    let rows = store.check_rows().await?;
    Ok(Status { key: keyring.current_key(), keys: key_uses, pepper: keys.pepper(), peppers, rows })
}

async fn pepper_uses(store: &Store, keys: &Keys) -> Result<Uses, StoreError> {
    let mut peppers = store.pepper_uses().await?;
    for version in keys.pepper_versions() {
        let passwords = store.passwords_like(&pattern_of(version)).await?;
        let uses = peppers.entry(version).or_default();
        if passwords > 0 {
            uses.insert("passwords".to_owned(), passwords);
        }
    }
    Ok(peppers)
}

/// A rotation. While it exists, no other process can change the keys.
pub struct Rotation<'a> {
    store: &'a Store,
    keyring: &'a Keyring,
    random: &'a dyn Random,
    changing: KeyChange<'a>,
    pace: Pace,
}

impl<'a> Rotation<'a> {
    pub fn begin(store: &'a Store, keyring: &'a Keyring, random: &'a dyn Random, pace: Pace) -> Result<Self, RotationError> {
        Ok(Self { store, keyring, random, changing: keyring.lock()?, pace })
    }

    /// Moves every record to the newest key. Makes a new key first, unless an earlier rotation is unfinished. Servers
    /// that are running keep the old keys and load the new one from the key source.
    pub async fn key(&self) -> Result<RotationCount, RotationError> {
        let begun = self.finish_earlier().await?;
        if begun.is_none() {
            self.change("", |keys| keys.with_new_key(self.random))?;
        }
        let moved = self.move_records().await?;
        self.wait_for_servers().await;
        let late = self.move_records().await?;
        let before = begun.unwrap_or_default().moved;
        Ok(RotationCount { moved: before + moved.moved + late.moved, failed: late.failed })
    }

    /// Moves what an interrupted rotation left under older keys. `None` if there was none: records that can't be moved,
    /// or whose key was never one of ours, don't make a rotation unfinished.
    async fn finish_earlier(&self) -> Result<Option<RotationCount>, RotationError> {
        let current = self.keyring.current_key();
        let uses = self.store.key_uses().await?;
        let has_older = uses.keys().any(|key| *key != current && self.keyring.knows_key(*key));
        let moved = if has_older { self.move_records().await? } else { RotationCount::default() };
        let is_fresh = self.keyring.keys().ids().len() > 1 && !uses.contains_key(&current);
        Ok((moved.moved > 0 || is_fresh).then_some(moved))
    }

    /// Moves what is still under an older key.
    pub async fn move_records(&self) -> Result<RotationCount, RotationError> {
        let mut all = RotationCount::default();
        loop {
            let moved = self.store.rewrap_all(self.keyring, self.random, self.pace.pause).await?;
            all = RotationCount { moved: all.moved + moved.moved, failed: moved.failed };
            // A server that hadn't seen the new key yet may have written in the meantime.
            if moved.moved == 0 {
                return Ok(all);
            }
        }
    }

    /// Makes a new pepper, unless an older one still exists, and moves everything that can be moved without its owner.
    pub async fn pepper(&self) -> Result<RotationCount, RotationError> {
        self.make_pepper()?;
        self.wait_for_servers().await;
        let mut all = RotationCount::default();
        loop {
            let moved = self.with_anew(async |anew| self.store.move_to_newest_pepper(anew).await).await?;
            all = RotationCount { moved: all.moved + moved.moved, failed: moved.failed };
            if moved.moved == 0 {
                return Ok(all);
            }
        }
    }

    fn make_pepper(&self) -> Result<(), RotationError> {
        if self.keyring.keys().pepper_versions().len() > 1 {
            return Ok(());
        }
        self.change("--pepper ", |keys| keys.with_new_pepper(self.random))
    }

    /// Removes every pepper but the newest, and with them what only they can recognise: for a pepper that others may
    /// know. Rows that were tampered with don't prevent it.
    pub async fn remove_old_peppers(&self, to: Option<&FileKeys>) -> Result<PepperRemoved, RotationError> {
        self.make_pepper()?;
        self.must_be_able_to_store("--give-up-old-peppers ", to)?;
        self.wait_for_servers().await;
        let mut all = PepperRemoved::default();
        loop {
            let (moved, given_up) = self
                .with_anew(async |anew| {
                    let moved = self.store.move_to_newest_pepper(anew).await?;
                    Ok((moved, self.store.remove_old_peppers(anew).await?))
                })
                .await?;
            let changed = moved.moved + given_up.kept.moved;
            all.deleted += given_up.deleted;
            all.kept = RotationCount { moved: all.kept.moved + changed, failed: moved.failed + given_up.kept.failed };
            if changed + given_up.deleted == 0 {
                break;
            }
        }
        let old = self.keyring.keys().pepper_versions();
        self.store_without("--give-up-old-peppers ", to, |keys| keys.without_peppers(&old))?;
        Ok(all)
    }

    /// Removes the keys and peppers that nothing needs any more. If one is still needed, the error names it.
    pub async fn remove_old(&self, to: Option<&FileKeys>) -> Result<(), RotationError> {
        let keys = self.keyring.keys();
        let (key_uses, pepper_uses) = (self.store.key_uses().await?, pepper_uses(self.store, &keys).await?);
        let is_used = |uses: &Uses, number: &u32| uses.get(number).is_some_and(|tables| !tables.is_empty());
        let old_keys = keys.ids().into_iter().filter(|id| *id != keys.current());
        let (used_keys, free_keys): (Vec<u32>, Vec<u32>) = old_keys.partition(|id| is_used(&key_uses, id));
        let old_peppers = keys.pepper_versions().into_iter().filter(|version| *version != keys.pepper());
        let (used_peppers, free_peppers): (Vec<u32>, Vec<u32>) =
            old_peppers.partition(|version| is_used(&pepper_uses, version));
        if !free_keys.is_empty() || !free_peppers.is_empty() {
            let change = |keys: Keys| keys.without_keys(&free_keys).without_peppers(&free_peppers);
            self.store_without("--remove-old ", to, change)?;
        } else if to.is_some() && used_keys.is_empty() && used_peppers.is_empty() {
            return Err(RotationError::NothingOld);
        }
        match (used_keys.first(), used_peppers.first()) {
            (Some(key), _) => Err(RotationError::KeyInUse(*key)),
            (None, Some(pepper)) => Err(RotationError::PepperInUse(*pepper)),
            (None, None) => Ok(()),
        }
    }

    /// Only writes the keys, with a new key or pepper, to a file that doesn't exist yet.
    pub fn write_to(&self, file: &FileKeys, with_pepper: bool) -> Result<(), RotationError> {
        let keys = (*self.keyring.keys()).clone();
        let keys = if with_pepper { keys.with_new_pepper(self.random) } else { keys.with_new_key(self.random) };
        Ok(file.write_new(&keys)?)
    }

    fn change(&self, options: &'static str, change: impl FnOnce(Keys) -> Keys) -> Result<(), RotationError> {
        self.must_be_able_to_store(options, None)?;
        Ok(self.changing.change(change)?)
    }

    fn store_without(
        &self,
        options: &'static str,
        to: Option<&FileKeys>,
        change: impl FnOnce(Keys) -> Keys,
    ) -> Result<(), RotationError> {
        match to {
            Some(file) => Ok(file.write_new(&change((*self.keyring.keys()).clone()))?),
            None => self.change(options, change),
        }
    }

    fn must_be_able_to_store(&self, options: &'static str, to: Option<&FileKeys>) -> Result<(), RotationError> {
        if to.is_some() || self.changing.is_possible() { Ok(()) } else { Err(RotationError::NeedsFile(options)) }
    }

    /// Waits until running servers have the new keys and write nothing more under older ones.
    async fn wait_for_servers(&self) {
        tokio::time::sleep(self.pace.followed).await;
    }

    async fn with_anew<T>(
        &self,
        work: impl AsyncFnOnce(&PepperMigration<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let keyring = self.keyring;
        let account = |row: &AccountRow| {
            let profile = Profile::open(keyring, row).ok()?;
            Some(AccountRow { email_index: email_index(keyring, &profile.email), ..row.clone() })
        };
        let freeze = |row: &_| freezing::rehashed(keyring, row);
        let pepper = keyring.keys().pepper();
        work(&PepperMigration { pepper, pause: self.pace.pause, account: &account, freeze: &freeze }).await
    }
}

impl Status {
    fn lines(out: &mut String, what: &str, uses: &Uses, current: u32, newest: &str) -> fmt::Result {
        for (number, tables) in uses {
            let total: u64 = tables.values().sum();
            let mark = if *number == current { format!(" ({newest})") } else { String::new() };
            let parts: Vec<String> = tables.iter().map(|(table, count)| format!("{table} {count}")).collect();
            let parts = if parts.is_empty() { "nothing".to_owned() } else { format!("{total}: {}", parts.join(", ")) };
            writeln!(out, "{what} {number}{mark}: {parts}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        Self::lines(&mut out, "Key", &self.keys, self.key, "new records")?;
        Self::lines(&mut out, "Pepper", &self.peppers, self.pepper, "new hashes")?;
        let rows: u64 = self.rows.iter().map(|table| table.rows).sum();
        let tampered: Vec<String> = self
            .rows
            .iter()
            .filter(|table| table.tampered > 0)
            .map(|table| format!("{} {}", table.table, table.tampered))
            .collect();
        if tampered.is_empty() {
            write!(f, "{out}All {rows} protected rows are as this service wrote them")
        } else {
            write!(f, "{out}Rows that were TAMPERED WITH: {}", tampered.join(", "))
        }
    }
}
