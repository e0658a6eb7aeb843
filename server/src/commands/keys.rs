//! `care-online keys`: which records need which key, and rotating keys while the service runs.

use super::{Outcome, open, operator};
use accounts::{
    key_rotation as rotation,
    key_rotation::{Pace, Rotation, RotationError},
};
use clap::{Args, Subcommand};
use platform::{config::Settings, crypto::source::FileKeys, random::SystemRandom, security_events::SecurityEvent};
use service::Service;
use std::{path::PathBuf, time::Duration};

/// `followed` is longer than `follow_keys::RELOAD_INTERVAL`.
const PACE: Pace = Pace { pause: Duration::from_millis(100), followed: Duration::from_secs(12) };

#[derive(Subcommand)]
pub enum KeysCommand {
    /// Counts the records that need each key and pepper, and checks the MAC of every protected row.
    Status,
    /// Creates a key and moves every record to it, or continues an interrupted run.
    Rotate(Rotate),
}

#[derive(Args)]
pub struct Rotate {
    /// Rotates the pepper of the keyed hashes instead of the key.
    #[arg(long)]
    pepper: bool,
    /// Writes the changed keys to a new file instead of where they are kept: for keys that come from an environment
    /// variable. With a new key or pepper, does nothing else.
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// Removes the keys and peppers that nothing needs any more.
    #[arg(long, conflicts_with = "pepper")]
    remove_old: bool,
    /// For a compromised pepper: deletes everything that depends on it. People must sign in again, and choose another
    /// password with a link sent to their mailbox.
    #[arg(long, conflicts_with_all = ["pepper", "remove_old"])]
    give_up_old_peppers: bool,
}

pub async fn run(settings: Settings, command: KeysCommand) -> Outcome {
    let service = open(settings).await?;
    match command {
        KeysCommand::Status => println!("{}", rotation::status(&service.store, &service.keyring).await?),
        KeysCommand::Rotate(options) => rotate(&service, options).await?,
    }
    Ok(())
}

async fn rotate(service: &Service, options: Rotate) -> Outcome {
    let rotation = Rotation::begin(&service.store, &service.keyring, &SystemRandom, PACE)?;
    let to = options.to.clone().map(FileKeys);
    if let Some(file) = options.to.as_ref().filter(|file| file.exists()) {
        return Err(format!("{} is there already: name a file that isn't", file.display()).into());
    }
    // Recorded first: whatever the outcome, somebody has handled these keys.
    let operator = operator::name();
    service.events.record(SecurityEvent::CommandRun, operator::about(&operator).what(options.name()));
    let failed = if options.remove_old {
        rotation.remove_old(to.as_ref()).await?;
        println!("The keys and peppers that nothing needs any more are removed");
        0
    } else if options.give_up_old_peppers {
        let given_up = rotation.remove_old_peppers(to.as_ref()).await?;
        println!("Only the newest pepper is left; {} rows that needed an older one were deleted", given_up.deleted);
        given_up.kept.failed
    } else if let Some(file) = &to {
        rotation.write_to(file, options.pepper)?;
        0
    } else if options.pepper {
        let moved = rotation.pepper().await?;
        println!("{} rows are under the newest pepper; each of the others moves when it is next used", moved.moved);
        moved.failed
    } else {
        let moved = rotation.key().await?;
        println!("{} records are under key {}", moved.moved, service.keyring.current_key());
        println!("`care-online keys rotate --remove-old` removes older keys that nothing needs any more");
        moved.failed
    };
    if let Some(file) = &options.to {
        println!("The changed keys are in {}", file.display());
    }
    if failed > 0 { Err(RotationError::Failed(failed).into()) } else { Ok(()) }
}

impl Rotate {
    const fn name(&self) -> &'static str {
        match (self.pepper, self.remove_old, self.give_up_old_peppers, self.to.is_some()) {
            (_, true, _, false) => "keys rotate --remove-old",
            (_, true, _, true) => "keys rotate --remove-old --to",
            (_, _, true, false) => "keys rotate --give-up-old-peppers",
            (_, _, true, true) => "keys rotate --give-up-old-peppers --to",
            (true, _, _, false) => "keys rotate --pepper",
            (true, _, _, true) => "keys rotate --pepper --to",
            (false, _, _, true) => "keys rotate --to",
            (false, _, _, false) => "keys rotate",
        }
    }
}
