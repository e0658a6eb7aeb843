//! The keys: what needs which, and changing them while the service runs.

use super::{Outcome, open};
use crate::{
    config::Settings,
    crypto::source::{FileKeys, KeySource},
    random::SystemRandom,
    security_events::{About, SecurityEvent},
    services::key_rotation as rotation,
};
use clap::Subcommand;
use std::{path::PathBuf, time::Duration};

/// Servers look for other keys this often; a rotation waits longer before its last look.
pub const FOLLOWED_EVERY: Duration = Duration::from_secs(5);
const LAST_LOOK_AFTER: Duration = Duration::from_secs(12);

#[derive(Subcommand)]
pub enum KeysCommand {
    /// Says how many records need each key and each pepper, and whether every protected row is as the service wrote it.
    Status,
    /// Makes a new key and moves every record to it, or goes on where an interrupted run stopped.
    Rotate {
        /// Rotates the pepper of the keyed hashes instead.
        #[arg(long)]
        pepper: bool,
        /// Only writes the keys with a new one to a file, for keys that come from a variable.
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
        /// Takes keys and peppers away that nothing needs any more.
        #[arg(long, conflicts_with_all = ["pepper", "to"])]
        remove_old: bool,
        /// For a pepper that others may know: ends everything that only it recognises. People sign in again, and choose
        /// another password by a link to their mailbox.
        #[arg(long, conflicts_with_all = ["to", "remove_old"])]
        give_up_old_peppers: bool,
    },
}

pub async fn run(settings: Settings, command: KeysCommand) -> Outcome {
    let service = open(settings).await?;
    let (store, keyring, random) = (&service.store, &*service.keyring, &SystemRandom);
    let changed = |what| service.events.record(SecurityEvent::CommandRun, About::nobody().what(what));
    match command {
        KeysCommand::Status => println!("{}", rotation::status(store, keyring).await?),
        KeysCommand::Rotate { to: Some(file), pepper, .. } => {
            if file.exists() {
                return Err(format!("{} is there already: name a file that isn't", file.display()).into());
            }
            let keys = (*keyring.keys()).clone();
            let keys = if pepper { keys.with_new_pepper(random) } else { keys.with_new_key(random) };
            FileKeys(file.clone()).store(&keys)?;
            println!("The keys with a new one are in {}", file.display());
        }
        KeysCommand::Rotate { remove_old: true, .. } => {
            rotation::remove_old(store, keyring).await?;
            changed("keys rotate --remove-old");
            println!("Only the newest key and pepper are left");
        }
        KeysCommand::Rotate { give_up_old_peppers: true, .. } => {
            let deleted = rotation::give_up_old_peppers(store, keyring, random).await?;
            changed("keys rotate --give-up-old-peppers");
            println!("Only the newest pepper is left; {deleted} rows that needed an older one were deleted");
        }
        KeysCommand::Rotate { pepper: true, .. } => {
            let moved = rotation::rotate_pepper(store, keyring, random).await?;
            changed("keys rotate --pepper");
            println!("{} rows are under the newest pepper; the rest follows when it is next used", moved.moved);
        }
        KeysCommand::Rotate { .. } => {
            let moved = rotation::rotate_key(store, keyring, random).await?;
            changed("keys rotate");
            // A server that runs has the new key by then, and writes nothing more under an older one.
            tokio::time::sleep(LAST_LOOK_AFTER).await;
            let late = rotation::move_records(store, keyring, random).await?;
            println!("{} records are under key {}", moved.moved + late.moved, keyring.current_key());
            println!("Older keys aren't needed any more: `care-online keys rotate --remove-old` takes them away");
        }
    }
    Ok(())
}
