//! Opening the data folder: the database, which is migrated, and the keys.

use super::Outcome;
use notifications::MessageQueue;
use platform::{
    clock::{SystemClock, ZonedClock},
    config::Settings,
    crypto::{Keyring, KeyringError, keys::Keys, source::VariableKeys},
    files,
    random::{Random, SystemRandom},
};
use service::Service;
use std::{error::Error, path::Path, sync::Arc};
use store::Store;

/// Opens the data folder for a command that may run while a server runs.
pub async fn open(settings: Settings) -> Result<Service, Box<dyn Error>> {
    let service = Box::pin(open_without_row_check(settings)).await?;
    if !service.keyring.keys().rows_authenticated() {
        // A server of the previous version may still be running: the rows it writes without MACs would be refused.
        return Err("the database is from an earlier version: start the server of this version first".into());
    }
    Ok(service)
}

/// The same for a server, which also accepts a database of an earlier version.
pub async fn open_without_row_check(settings: Settings) -> Result<Service, Box<dyn Error>> {
    let data = settings.data.clone();
    files::open_data_folder(&data)?;
    let random = Arc::new(SystemRandom);
    let clock = ZonedClock::london(Arc::new(SystemClock))?;
    let store = Store::open(&settings.database()).await?;
    store.migrate().await?;
    let (keyring, events) = Service::watch(open_keys(&data, &store, &*random).await?, &clock);
    let store = store.with_keys(keyring.clone());
    let settings = Arc::new(settings);
    let messages = MessageQueue::new(store.clone(), keyring.clone(), clock.clone(), random.clone(), &settings)?;
    Ok(Service { store, keyring, clock, random, settings, messages, events })
}

/// The keys: from the environment variable if it is set, else from the key file in the data folder. The file is created
/// only if the database is empty.
async fn open_keys(data: &Path, store: &Store, random: &dyn Random) -> Result<Keyring, Box<dyn Error>> {
    if let Some(variable) = VariableKeys::from_environment()? {
        return Ok(Keyring::from_source(Box::new(variable), random)?);
    }
    let keys = data.join("keys.toml");
    if !keys.exists() && store.holds_anything().await? {
        // New keys couldn't open the existing records, and nobody would notice until it is too late.
        return Err(format!(
            "the key file {} is missing and the database isn't empty: restore it from your backup of the keys",
            keys.display()
        )
        .into());
    }
    Ok(Keyring::load_or_create(&keys, random)?)
}

/// Adds MACs to rows written before rows had them. This runs once: the key file then has `rows_authenticated`.
pub async fn upgrade_rows(store: &Store, keyring: &Keyring, random: &dyn Random) -> Outcome {
    if keyring.keys().rows_authenticated() {
        return Ok(());
    }
    let changing = keyring.lock()?;
    // Another server may have done it in the meantime.
    if keyring.keys().rows_authenticated() {
        return Ok(());
    }
    let adopted = store.upgrade_rows(keyring, random).await?;
    // Without this mark, rows that lose their MACs later would get new ones at every start.
    changing.change(Keys::with_authenticated_rows).map_err(KeyringError::by_hand)?;
    tracing::info!(rows = adopted.rows, records = adopted.records, "MACs were added to rows of an earlier version");
    Ok(())
}
