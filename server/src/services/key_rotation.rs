//! Rotating the keys and the pepper of an installation, and saying what still needs which.

use crate::{
    crypto::{Keyring, KeyringError},
    random::Random,
    services::accounts::{hashing::pattern_of, inputs::email_index, profile::Profile},
    store::{
        Store, StoreError,
        accounts::AccountRow,
        integrity::Checked,
        rotation::{Moved, Uses},
    },
};
use std::fmt::{self, Write as _};
use thiserror::Error;

#[derive(Debug, Error)]
pub enum RotationError {
    #[error("{0}")]
    Store(#[from] StoreError),
    #[error("{0}")]
    Keys(#[from] KeyringError),
    #[error("{0} records or rows could not be moved: the log names their tables. The older keys stay")]
    Failed(u64),
    #[error("key {0} is still needed: run `care-online keys rotate` first")]
    KeyInUse(u32),
    #[error(
        "pepper {0} is still needed by what only its owner's next use can move: `care-online keys status` says by what. \
         It stays; --give-up-old-peppers signs these people out and asks them for another password"
    )]
    PepperInUse(u32),
}

/// What needs which key.
#[derive(Debug, PartialEq, Eq)]
pub struct Status {
    /// The key that new records are sealed under.
    pub key: u32,
    /// Every key, and the records under it by table.
    pub keys: Uses,
    /// The pepper of new hashes.
    pub pepper: u32,
    /// Every pepper, and what was made with it.
    pub peppers: Uses,
    pub rows: Vec<Checked>,
}

/// Counts what needs which key and pepper, and looks at the MAC of every row.
pub async fn status(store: &Store, keyring: &Keyring) -> Result<Status, StoreError> {
    let keys = keyring.keys();
    let mut key_uses = store.key_uses().await?;
    for id in keys.ids() {
        key_uses.entry(id).or_default();
    }
    let mut peppers = store.pepper_uses().await?;
    for version in keys.pepper_versions() {
        let passwords = store.passwords_like(&pattern_of(version)).await?;
        let uses = peppers.entry(version).or_default();
        if passwords > 0 {
            uses.insert("passwords".to_owned(), passwords);
        }
    }
    let rows = store.check_rows().await?;
    Ok(Status { key: keyring.current_key(), keys: key_uses, pepper: keys.pepper(), peppers, rows })
}

/// Moves every record to the newest key, which is made first unless an earlier rotation isn't finished. Whoever serves
/// meanwhile has the old keys and finds the new one where the keys are kept.
pub async fn rotate_key(store: &Store, keyring: &Keyring, random: &dyn Random) -> Result<Moved, RotationError> {
    let current = keyring.current_key();
    let uses = store.key_uses().await?;
    if !uses.keys().any(|key| *key != current) {
        keyring.replace((*keyring.keys()).clone().with_new_key(random))?;
    }
    move_records(store, keyring, random).await
}

/// Moves what is still under an older key.
pub async fn move_records(store: &Store, keyring: &Keyring, random: &dyn Random) -> Result<Moved, RotationError> {
    let mut all = Moved::default();
    loop {
        let moved = store.rewrap_all(keyring, random).await?;
        all.moved += moved.moved;
        if moved.failed > 0 {
            return Err(RotationError::Failed(moved.failed));
        }
        // A server that hadn't seen the new key yet may have written meanwhile.
        if moved.moved == 0 {
            return Ok(all);
        }
    }
}

/// Makes a new pepper, unless an older one is still there, and moves what can be moved without its owner.
pub async fn rotate_pepper(store: &Store, keyring: &Keyring, random: &dyn Random) -> Result<Moved, RotationError> {
    if keyring.keys().pepper_versions().len() == 1 {
        keyring.replace((*keyring.keys()).clone().with_new_pepper(random))?;
    }
    let index = |row: &AccountRow| {
        let profile = Profile::open(keyring, &row.id, &row.sealed);
        let profile = profile.inspect_err(|cause| tracing::error!(%cause, "an account was not moved to a newer pepper"));
        Some(email_index(keyring, &profile.ok()?.email))
    };
    let moved = store.move_to_newest_pepper(keyring, &index).await?;
    if moved.failed > 0 { Err(RotationError::Failed(moved.failed)) } else { Ok(moved) }
}

/// Takes the keys and peppers away that nothing needs any more.
pub async fn remove_old(store: &Store, keyring: &Keyring) -> Result<(), RotationError> {
    let status = status(store, keyring).await?;
    let used = |uses: &Uses, current: u32| {
        uses.iter().find(|(id, tables)| **id != current && !tables.is_empty()).map(|(id, _)| *id)
    };
    if let Some(key) = used(&status.keys, status.key) {
        return Err(RotationError::KeyInUse(key));
    }
    keyring.replace((*keyring.keys()).clone().without_old_keys())?;
    if let Some(pepper) = used(&status.peppers, status.pepper) {
        return Err(RotationError::PepperInUse(pepper));
    }
    Ok(keyring.replace((*keyring.keys()).clone().without_old_peppers())?)
}

/// Gives up every pepper but the newest, at the price of what only they recognise: for a pepper that others may know.
pub async fn give_up_old_peppers(store: &Store, keyring: &Keyring, random: &dyn Random) -> Result<u64, RotationError> {
    rotate_pepper(store, keyring, random).await?;
    let deleted = store.give_up_old_peppers(keyring).await?;
    keyring.replace((*keyring.keys()).clone().without_old_peppers())?;
    Ok(deleted)
}

impl Status {
    fn lines(&self, out: &mut String, what: &str, uses: &Uses, current: u32, newest: &str) -> fmt::Result {
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
        self.lines(&mut out, "Key", &self.keys, self.key, "new records")?;
        self.lines(&mut out, "Pepper", &self.peppers, self.pepper, "new hashes")?;
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
