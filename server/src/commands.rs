//! The commands of the one binary.

mod account;
mod check;
mod forms;
mod keys;
mod opening;
mod operator;
mod phone_change;
mod serve;
mod sessions;
mod wiring;

pub use keys::FOLLOWED_EVERY;
pub use wiring::web;

use crate::{jobs::delete_expired, settings::CROSS_CHECKS};
use account::AccountCommand;
use clap::{Parser, Subcommand};
use forms::FormsCommand;
use jiff::Timestamp;
use keys::KeysCommand;
use opening::open;
use phone_change::PhoneChangeCommand;
use platform::{
    clock::SystemClock,
    config::{self, ConfigError, Profile, Settings},
    files, logging,
    security_events::SecurityEvent,
};
use serve::serve;
use sessions::SessionsCommand;
use std::{error::Error, path::PathBuf, sync::Arc};
use store::Store;
use wiring::open_forms;

/// Care Online: the adult social care portal of a council.
#[derive(Parser)]
#[command(name = "care-online", version)]
pub struct Cli {
    /// The settings file. It must be there if it is named; otherwise it is care-online.toml, if there is one.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Default, Subcommand)]
enum Command {
    /// Brings the database up to date, serves, and runs the jobs. What is done without a command, too.
    #[default]
    Serve,
    /// Brings the database up to date.
    Migrate,
    /// Says which steps of the database haven't run yet.
    Status,
    /// Reads the settings and the forms and says everything that is wrong.
    Check,
    /// About the settings.
    Settings {
        #[command(subcommand)]
        command: SettingsCommand,
    },
    /// About forms.
    Forms {
        #[command(subcommand)]
        command: FormsCommand,
    },
    /// About the keys that everything personal is sealed with.
    Keys {
        #[command(subcommand)]
        command: KeysCommand,
    },
    /// About people who can't use their login phone any more.
    PhoneChange {
        #[command(subcommand)]
        command: PhoneChangeCommand,
    },
    /// About where people are signed in.
    Sessions {
        #[command(subcommand)]
        command: SessionsCommand,
    },
    /// About somebody's account.
    Account {
        #[command(subcommand)]
        command: AccountCommand,
    },
    /// About deleting what has been kept long enough.
    Retention {
        #[command(subcommand)]
        command: RetentionCommand,
    },
}

#[derive(Subcommand)]
enum SettingsCommand {
    /// Prints the JSON Schema of the settings file, for editors.
    Schema,
}

#[derive(Subcommand)]
enum RetentionCommand {
    /// Does now what the hourly job does.
    Run {
        /// Only counts.
        #[arg(long)]
        dry_run: bool,
        /// As if it were this time (2027-01-31T12:00:00Z). Deletes only in development.
        #[arg(long)]
        as_of: Option<Timestamp>,
    },
}

/// Where settings are looked for if nobody says where.
const SETTINGS_FILE: &str = "care-online.toml";

type Outcome = Result<(), Box<dyn Error>>;

/// Runs a command. An error is one sentence for the person who typed it.
pub async fn run(cli: Cli) -> Outcome {
    let environment = config::environment()?;
    if let Some(file) = cli.config.as_ref().filter(|file| !file.exists()) {
        return Err(format!("the settings file {} isn't there", file.display()).into());
    }
    let file = cli.config.unwrap_or_else(|| PathBuf::from(SETTINGS_FILE));
    let settings = || {
        let settings = Settings::load(&file, &environment, &CROSS_CHECKS)?;
        logging::start(&settings, Arc::new(SystemClock));
        Ok::<_, ConfigError>(settings)
    };
    match cli.command.unwrap_or_default() {
        // Boxed, as a preview is below: a server's future is large.
        Command::Serve => Box::pin(serve(settings()?)).await,
        Command::Migrate => migrate(&settings()?).await,
        Command::Status => status(&settings()?).await,
        Command::Check => check::run(&file, &environment).await,
        Command::Settings { command: SettingsCommand::Schema } => {
            print!("{}", config::schema());
            Ok(())
        }
        Command::Forms { command } => Box::pin(forms::run(settings()?, command)).await,
        Command::Keys { command } => keys::run(settings()?, command).await,
        Command::PhoneChange { command } => phone_change::run(settings()?, command).await,
        Command::Sessions { command } => sessions::run(settings()?, command).await,
        Command::Account { command } => account::run(settings()?, command).await,
        Command::Retention { command: RetentionCommand::Run { dry_run, as_of } } => {
            retention(settings()?, dry_run, as_of).await
        }
    }
}

async fn migrate(settings: &Settings) -> Outcome {
    files::open_data_folder(&settings.data)?;
    let store = Store::open(&settings.database()).await?;
    let pending = store.pending().await?;
    store.migrate().await?;
    println!("{} steps were run; the database is up to date", pending.len());
    Ok(())
}

async fn status(settings: &Settings) -> Outcome {
    files::check_data_folder(&settings.data)?;
    let pending = Store::open(&settings.database()).await?.pending().await?;
    if pending.is_empty() {
        println!("The database is up to date");
    } else {
        println!("Steps that haven't run yet:\n{}", pending.join("\n"));
    }
    Ok(())
}

async fn retention(settings: Settings, dry_run: bool, as_of: Option<Timestamp>) -> Outcome {
    if as_of.is_some() && !dry_run && settings.profile == Profile::Production {
        return Err("--as-of deletes only in development: add --dry-run to count".into());
    }
    let service = open(settings).await?;
    let now = as_of.map_or_else(|| service.clock.now_ms(), Timestamp::as_millisecond);
    if dry_run {
        let found = delete_expired::count(&service, now).await?;
        println!("Would delete {found}");
        return Ok(());
    }
    let hashes = open_forms(&service).await?.current_hashes();
    let deleted = delete_expired::run(&service, now, &hashes).await?;
    let operator = operator::name();
    service.events.record(SecurityEvent::CommandRun, operator::about(&operator).what("retention run"));
    println!("Deleted {deleted}");
    Ok(())
}
