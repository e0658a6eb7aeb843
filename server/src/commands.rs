//! The commands of the one binary.

mod account;
mod check;
mod forms;
mod keys;
mod operator;
mod phone_change;
mod sessions;

pub use keys::FOLLOWED_EVERY;

use crate::{
    addresses,
    clock::{PlacedClock, SystemClock},
    config::{self, ConfigError, Profile, Settings},
    crypto::{Keyring, KeyringError, keys::Keys, source::VariableKeys},
    files,
    forms::{Catalogue, CatalogueError},
    http::{self, Web},
    identity::Identity,
    jobs::{delete_expired, follow_keys, follow_publications},
    logging,
    messages::Messages,
    pdf,
    random::{Random, SystemRandom},
    security_events::{About, SecurityEvent},
    service::Service,
    services::{
        accounts::AccountsService, drafts::DraftsService, identity_provider::IdentityProviderService, seals::SealsService,
        submissions::SubmissionsService,
    },
    store::Store,
    turns::{Rule, Turns},
};
use account::AccountCommand;
use app::{
    cookies::Cookies,
    ports::{Assets, IdentityProvider, Ports, Site},
};
use clap::{Parser, Subcommand};
use forms::FormsCommand;
use jiff::Timestamp;
use keys::KeysCommand;
use leptos::prelude::LeptosOptions;
use phone_change::PhoneChangeCommand;
use sessions::SessionsCommand;
use std::{
    error::Error,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// How many changes of forms from one network may wait, and how long.
const CHANGES_WAITING: usize = 100;
const LONGEST_WAIT: Duration = Duration::from_secs(10);

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
        let settings = Settings::load(&file, &environment)?;
        logging::start(&settings, Arc::new(SystemClock));
        Ok::<_, ConfigError>(settings)
    };
    match cli.command.unwrap_or_default() {
        // Boxed, as a preview is below: a server's future is large.
        Command::Serve => Box::pin(serve(settings()?)).await,
        Command::Migrate => migrate(&settings()?).await,
        Command::Status => status(&settings()?).await,
        Command::Check => check::run(&file, &environment).await,
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

/// The data folder with the database and the keys, for a command that may run beside a server.
async fn open(settings: Settings) -> Result<Service, Box<dyn Error>> {
    let service = Box::pin(open_as_it_is(settings)).await?;
    if !service.keyring.keys().rows_authenticated() {
        // A server of the version before may still run, and would be refused what it writes from then on.
        return Err("the database is of an earlier version: start the server of this version first".into());
    }
    Ok(service)
}

/// The same for a server, which takes over a database of an earlier version.
async fn open_as_it_is(settings: Settings) -> Result<Service, Box<dyn Error>> {
    let data = settings.data.clone();
    files::open_data_folder(&data)?;
    let random = Arc::new(SystemRandom);
    let clock = PlacedClock::london(Arc::new(SystemClock))?;
    let store = Store::open(&settings.database()).await?;
    store.migrate().await?;
    let (keyring, events) = Service::watch(open_keys(&data, &store, &*random).await?, &clock);
    let store = store.with_keys(keyring.clone());
    let settings = Arc::new(settings);
    let messages = Messages::new(store.clone(), keyring.clone(), clock.clone(), random.clone(), &settings)?;
    Ok(Service { store, keyring, clock, random, settings, messages, events })
}

/// The keys: from the variable if there is one, or else from the file in the data folder, which is made where there is
/// nothing yet that would need another.
async fn open_keys(data: &Path, store: &Store, random: &dyn Random) -> Result<Keyring, Box<dyn Error>> {
    if let Some(variable) = VariableKeys::from_environment()? {
        return Ok(Keyring::from_source(Box::new(variable), random)?);
    }
    let keys = data.join("keys.toml");
    if !keys.exists() && store.holds_anything().await? {
        // New keys would open nothing that is there, and nobody would notice until it is too late.
        return Err(format!(
            "the key file {} is missing and the database isn't empty: restore it from your backup of the keys",
            keys.display()
        )
        .into());
    }
    Ok(Keyring::load_or_create(&keys, random)?)
}

/// Gives rows from before they were authenticated their MACs, once. The key file says so afterwards.
async fn adopt_rows(store: &Store, keyring: &Keyring, random: &dyn Random) -> Outcome {
    if keyring.keys().rows_authenticated() {
        return Ok(());
    }
    let changing = keyring.lock()?;
    // Another server may have done it meanwhile.
    if keyring.keys().rows_authenticated() {
        return Ok(());
    }
    let adopted = store.adopt_rows(keyring, random).await?;
    // Rows that lose their codes after this would get new ones at every start.
    changing.change(Keys::with_authenticated_rows).map_err(KeyringError::by_hand)?;
    tracing::info!(
        rows = adopted.rows,
        records = adopted.records,
        "rows from before they were authenticated were taken over"
    );
    Ok(())
}

async fn open_forms(service: &Service) -> Result<Arc<Catalogue>, CatalogueError> {
    let Service { store, clock, settings, .. } = service;
    Ok(Arc::new(Catalogue::open(&settings.forms, &settings.languages, store, clock).await?))
}

/// The service with everything behind it.
pub async fn web(service: Service) -> Result<Web, Box<dyn Error>> {
    let forms = open_forms(&service).await?;
    web_with(service, forms)
}

fn web_with(service: Service, forms: Arc<Catalogue>) -> Result<Web, Box<dyn Error>> {
    let settings = service.settings.clone();
    let leptos = leptos_options(&settings);
    let identity = Arc::new(Identity::of(&settings.council, settings.own_words())?);
    let site = Site {
        council: service.council(),
        public_url: settings.public_url.clone(),
        development: settings.is_for_developers(),
        idle_minutes: settings.session.idle_seconds / 60,
        draft_days: settings.retention.draft_days,
        copy_days: settings.retention.copy_days,
        languages: settings.languages.clone(),
        assets: assets(&leptos),
        look: identity.look.clone(),
    };
    let book = addresses::open(&settings.addresses)?;
    let accounts = Arc::new(AccountsService::new(service.clone(), book));
    let paper = Arc::new(pdf::Renderer::new(&settings.paper.fonts)?);
    let identity_provider = IdentityProviderService::new(service.clone())?;
    let ports = Ports {
        site: Arc::new(site),
        forms: forms.clone(),
        drafts: Arc::new(DraftsService::new(service.clone(), forms.clone())),
        submissions: Arc::new(SubmissionsService::new(service.clone(), forms.clone(), paper)),
        accounts: accounts.clone(),
        security: accounts.clone(),
        lost_phone: accounts.clone(),
        contact: accounts.clone(),
        details: accounts,
        identity_provider: identity_provider.map(|provider| Arc::new(provider) as Arc<dyn IdentityProvider>),
        outbox: Arc::new(service.messages.clone()),
        seals: Arc::new(SealsService { service: service.clone() }),
        clock: Arc::new(service.clock.clone()),
        cookies: Cookies { secure: settings.is_secure() },
        leptos,
    };
    let changes = Turns::new(Rule {
        at_once: settings.limits.changes_a_network,
        waiting: CHANGES_WAITING,
        longest_wait: LONGEST_WAIT,
    });
    Ok(Web { service, forms, ports, identity, changes })
}

/// Where the built files are. Their names carry hashes if a list of hashes lies beside the program.
fn leptos_options(settings: &Settings) -> LeptosOptions {
    LeptosOptions::builder()
        .output_name("care-online")
        .site_root(settings.site.display().to_string())
        .site_pkg_dir("pkg")
        .site_addr(settings.addr)
        .hash_files(hash_list().is_some())
        .build()
}

fn hash_list() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    std::fs::read_to_string(program.parent()?.join("hash.txt")).ok()
}

fn assets(options: &LeptosOptions) -> Assets {
    let hashes = hash_list().unwrap_or_default();
    let hash = |kind: &str| {
        let line = hashes.lines().find_map(|line| line.strip_prefix(kind)?.trim().strip_prefix(':').map(str::trim));
        line.map_or_else(String::new, |hash| format!(".{hash}"))
    };
    let file = |kind: &str| format!("/{}/{}{}.{kind}", options.site_pkg_dir, options.output_name, hash(kind));
    Assets { css: file("css"), js: file("js"), wasm: file("wasm"), behaviours: behaviours(options) }
}

/// Where the behaviours are. Their address changes with them, so that no browser keeps old ones.
fn behaviours(options: &LeptosOptions) -> String {
    let content = std::fs::read(Path::new(options.site_root.as_ref()).join("behaviours.js"));
    content.map_or_else(
        |_| String::new(),
        |content| format!("/behaviours.js?{}", crate::crypto::digest::content_hash(&content)),
    )
}

async fn serve(settings: Settings) -> Outcome {
    let service = open_as_it_is(settings).await?;
    adopt_rows(&service.store, &service.keyring, &*service.random).await?;
    let settings = service.settings.clone();
    if let Some(doubt) = settings.doubts() {
        tracing::warn!("{doubt}");
    }
    let forms = open_forms(&service).await?;
    let web = web_with(service.clone(), forms.clone())?;
    let listener = tokio::net::TcpListener::bind(settings.addr)
        .await
        .map_err(|error| format!("the address {} can't be listened on: {error}", settings.addr))?;
    tokio::spawn(delete_expired::every_hour(service.clone(), forms.clone()));
    tokio::spawn(follow_publications::always(service.store.clone(), forms));
    tokio::spawn(follow_keys::always(service.keyring.clone()));
    tokio::spawn(service.messages.clone().run());
    let profile = if settings.profile == Profile::Development { "development" } else { "production" };
    service.events.record(SecurityEvent::Started, About::nobody().what(profile));
    println!("Care Online is ready at {}", settings.public_url);
    if settings.is_for_developers() {
        println!("Security codes and emails appear here and at {}/outbox", settings.public_url);
    }
    http::serve(listener, http::router(web), &settings, told_to_stop()).await?;
    service.events.record(SecurityEvent::Stopped, About::nobody());
    Ok(())
}

/// Done when the process is asked to end.
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
    println!("Ending: requests under way are finished first");
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
