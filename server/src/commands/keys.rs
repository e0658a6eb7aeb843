//! The keys: what needs which, and changing them while the service runs.

use super::{Outcome, open, operator};
use accounts::{
    key_rotation as rotation,
    key_rotation::{Pace, Rotation, RotationError},
};
use clap::{Args, Subcommand};
use platform::{config::Settings, crypto::source::FileKeys, random::SystemRandom, security_events::SecurityEvent};
use service::Service;
use std::{path::PathBuf, time::Duration};

/// Servers look for other keys this often; a rotation waits longer before its last look.
pub const FOLLOWED_EVERY: Duration = Duration::from_secs(5);
const PACE: Pace = Pace { pause: Duration::from_millis(100), followed: Duration::from_secs(12) };

#[derive(Subcommand)]
pub enum KeysCommand {
    /// Says how many records need each key and each pepper, and whether every protected row is as the service wrote it.
    Status,
    /// Makes a new key and moves every record to it, or goes on where an interrupted run stopped.
    Rotate(Rotate),
}

#[derive(Args)]
pub struct Rotate {
    /// Rotates the pepper of the keyed hashes instead.
    #[arg(long)]
    pepper: bool,
    /// Writes the changed keys to a new file instead of where they are kept, for keys that come from a variable. With a new
    /// key or pepper, only that.
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// Takes keys and peppers away that nothing needs any more.
    #[arg(long, conflicts_with = "pepper")]
    remove_old: bool,
    /// For a pepper that others may know: ends everything that only it recognises. People sign in again, and choose
    /// another password by a link to their mailbox.
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
    // Noted first: whatever comes of it, somebody has had these keys in hand.
    let operator = operator::name();
    service.events.record(SecurityEvent::CommandRun, operator::about(&operator).what(options.name()));
    let failed = if options.remove_old {
        rotation.remove_old(to.as_ref()).await?;
        println!("What nothing needs any more is taken away");
        0
    } else if options.give_up_old_peppers {
        let given_up = rotation.give_up_old_peppers(to.as_ref()).await?;
        println!("Only the newest pepper is left; {} rows that needed an older one were deleted", given_up.deleted);
        given_up.kept.failed
    } else if let Some(file) = &to {
        rotation.write_to(file, options.pepper)?;
        0
    } else if options.pepper {
        let moved = rotation.pepper().await?;
        println!("{} rows are under the newest pepper; the rest follows when it is next used", moved.moved);
        moved.failed
    } else {
        let moved = rotation.key().await?;
        println!("{} records are under key {}", moved.moved, service.keyring.current_key());
        println!("`care-online keys rotate --remove-old` takes older keys away that nothing needs any more");
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
