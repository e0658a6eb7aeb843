//! `care-online forms`: checking, previewing and publishing forms.

use super::{Outcome, open, operator, serve};
use crate::settings::CROSS_CHECKS;
use clap::Subcommand;
use drafts::Catalogue;
use form_files::{
    self, Version,
    lint::{self, Checked, LiveVersion},
};
use platform::{
    config::{Profile, Secret, Sender, Settings},
    files,
    security_events::SecurityEvent,
};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};
use store::{Store, UnixMillis};

#[derive(Subcommand)]
pub enum FormsCommand {
    /// Checks the form files in a folder, and what publishing them would change.
    Check { folder: Option<PathBuf> },
    /// Shows the forms of a folder in a browser, without accounts, with a temporary database.
    Preview {
        folder: Option<PathBuf>,
        /// The address to serve the preview at.
        #[arg(long, default_value = "127.0.0.1:3030")]
        addr: SocketAddr,
    },
    /// Publishes the forms of a folder. Running servers don't need a restart.
    Publish { folder: PathBuf },
    /// Prints the JSON Schema of form files, for editors.
    Schema,
}

pub async fn run(settings: Settings, command: FormsCommand) -> Outcome {
    match command {
        FormsCommand::Check { folder } => check(&settings, &folder.unwrap_or_else(|| settings.forms.clone())).await,
        FormsCommand::Preview { folder, addr } => Box::pin(preview(settings, folder, addr)).await,
        FormsCommand::Publish { folder } => publish(settings, &folder).await,
        FormsCommand::Schema => {
            print!("{}", form_files::schema());
            Ok(())
        }
    }
}

/// Prints the warnings for a folder's forms. The error lists everything that is wrong.
pub async fn check(settings: &Settings, folder: &Path) -> Outcome {
    let checked = lint::check(folder, &live(settings).await?);
    print_lints(&checked);
    sound(&checked)?;
    let keys: Vec<&str> = checked.forms.iter().map(|version| version.publication.form.key.as_str()).collect();
    println!("{} forms are sound: {}", keys.len(), keys.join(", "));
    if let Some(choosing) = &checked.pages.help_me_choose {
        println!(
            "Help me choose: {} questions lead to {} results",
            choosing.english.questions.len(),
            choosing.english.results.len()
        );
    }
    let languages: Vec<&str> = checked.pages.languages.iter().map(|page| page.tag.as_str()).collect();
    if !languages.is_empty() {
        println!("Pages in other languages: {}", languages.join(", "));
    }
    Ok(())
}

fn print_lints(checked: &Checked) {
    for lint in &checked.lints {
        println!("{lint}");
    }
    if !checked.lints.is_empty() {
        println!("Warnings: {}", checked.lints.len());
    }
}

fn sound(checked: &Checked) -> Outcome {
    let wrong: Vec<String> = checked.wrong.iter().map(ToString::to_string).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// The versions that drafts use; empty if there is no database yet.
async fn live(settings: &Settings) -> Result<Vec<LiveVersion>, Box<dyn std::error::Error>> {
    let is_new = settings.database_url.is_empty() && !settings.sqlite_file().exists();
    if is_new {
        return Ok(Vec::new());
    }
    files::check_data_folder(&settings.data)?;
    let store = Store::open(&settings.database()).await?;
    if !store.pending().await?.is_empty() {
        return Err("the database isn't up to date: run `care-online migrate` first".into());
    }
    let kept = store.reader().form_versions().await?;
    let mut live = Vec::new();
    for (hash, drafts) in store.reader().drafts_by_version(UnixMillis::EPOCH).await? {
        let Some((_, definition)) = kept.iter().find(|(kept, _)| *kept == hash) else { continue };
        live.push(LiveVersion { version: Version { hash, publication: serde_json::from_str(definition)? }, drafts });
    }
    Ok(live)
}

async fn publish(settings: Settings, folder: &Path) -> Outcome {
    let checked = lint::check(folder, &live(&settings).await?);
    print_lints(&checked);
    sound(&checked)?;
    let service = open(settings).await?;
    let before = published(&service.store).await?;
    let after = Catalogue::publish(folder, &service.store, &service.clock).await?;
    let count = after.len() as u64;
    let operator = operator::name();
    let about = operator::about(&operator).what("forms publish").count(count);
    service.events.record(SecurityEvent::CommandRun, about);
    for told in lint::differences(&before, &after) {
        println!("{told}");
    }
    println!("{} forms are published. Running servers pick them up within 5 seconds.", after.len());
    Ok(())
}

async fn published(store: &Store) -> Result<Vec<Version>, Box<dyn std::error::Error>> {
    let in_use = store.reader().published().await?.map(|published| published.hashes).unwrap_or_default();
    let mut versions = Vec::new();
    for (hash, definition) in store.reader().form_versions().await?.into_iter().filter(|(hash, _)| in_use.contains(hash)) {
        versions.push(Version { hash, publication: serde_json::from_str(&definition)? });
    }
    Ok(versions)
}

async fn preview(settings: Settings, folder: Option<PathBuf>, addr: SocketAddr) -> Outcome {
    let folder = folder.unwrap_or_else(|| settings.forms.clone());
    let checked = lint::check(&folder, &[]);
    print_lints(&checked);
    sound(&checked)?;
    let data = std::env::temp_dir().join(format!("care-online-preview-{}", std::process::id()));
    let url = format!("http://{addr}");
    for version in &checked.forms {
        let form = &version.publication.form;
        println!("{}: {url}/forms/{}", form.name, form.key);
    }
    let settings = Settings {
        addr,
        public_url: url,
        forms: folder,
        data: data.clone(),
        database_url: Secret::default(),
        database_ca: PathBuf::new(),
        profile: Profile::Development,
        sms: Sender::Outbox,
        voice: Sender::Outbox,
        email: Sender::Outbox,
        ..settings
    };
    // Unpublished forms must stay on this machine: as in development, an address that others can reach is refused.
    settings.check(&CROSS_CHECKS)?;
    files::make_new_folder(&data)?;
    let served = serve(settings).await;
    // A preview keeps no data.
    std::fs::remove_dir_all(&data).map_err(|error| format!("{} can't be removed: {error}", data.display()))?;
    served
}
