//! The command line: arguments, and the dispatch to each command.

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
use store::{Store, UnixMillis};
use wiring::open_forms;

/// Care Online: a council's adult social care portal.
#[derive(Parser)]
#[command(name = "care-online", version)]
pub struct Cli {
    /// The settings file, which must exist. Default: care-online.toml, if it exists.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Default, Subcommand)]
enum Command {
    /// Migrates the database, serves, and runs the jobs. The default command.
    #[default]
    Serve,
    /// Migrates the database.
    Migrate,
    /// Lists the migrations that haven't run yet.
    Status,
    /// Checks the settings, the forms, the fonts and the data folder, and reports every problem.
    Check,
    /// Describes the settings file.
    Settings {
        #[command(subcommand)]
        command: SettingsCommand,
    },
    /// Checks, previews and publishes forms.
    Forms {
        #[command(subcommand)]
        command: FormsCommand,
    },
    /// Shows and rotates the keys that encrypt personal data.
    Keys {
        #[command(subcommand)]
        command: KeysCommand,
    },
    /// Decides requests for another login phone.
    PhoneChange {
        #[command(subcommand)]
        command: PhoneChangeCommand,
    },
    /// Ends sessions.
    Sessions {
        #[command(subcommand)]
        command: SessionsCommand,
    },
    /// Releases a frozen account.
    Account {
        #[command(subcommand)]
        command: AccountCommand,
    },
    /// Deletes expired data.
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
    /// Runs the hourly job now.
    Run {
        /// Only counts what would be deleted.
        #[arg(long)]
        dry_run: bool,
        /// Runs as if it were this time (2027-01-31T12:00:00Z). In production, only with --dry-run.
        #[arg(long)]
        as_of: Option<Timestamp>,
    },
}

/// The default settings file, in the working directory.
const SETTINGS_FILE: &str = "care-online.toml";

type Outcome = Result<(), Box<dyn Error>>;

/// Runs a command. The error is a message for the operator.
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
        // Boxed, like the preview below: the server's future is large.
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
    println!("{} migrations run; the database is up to date", pending.len());
    Ok(())
}

async fn status(settings: &Settings) -> Outcome {
    files::check_data_folder(&settings.data)?;
    let pending = Store::open(&settings.database()).await?.pending().await?;
    if pending.is_empty() {
        println!("The database is up to date");
    } else {
        println!("Migrations that haven't run yet:\n{}", pending.join("\n"));
    }
    Ok(())
}

async fn retention(settings: Settings, dry_run: bool, as_of: Option<Timestamp>) -> Outcome {
    if as_of.is_some() && !dry_run && settings.profile == Profile::Production {
        return Err("--as-of deletes only in development: add --dry-run to see the counts".into());
    }
    let service = open(settings).await?;
    let now = as_of.map_or_else(|| service.now(), UnixMillis::from);
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
