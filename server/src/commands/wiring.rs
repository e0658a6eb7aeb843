//! Dependency wiring: which service implements which port, and what the pages get.

use crate::http::{WebParts, WebState};
use accounts::{
    ContactChangesService, LostPhoneService, NewPhoneService, PasswordsService, PersonalDetailsService, RegistrationService,
    SecondFactorsService, SecurityService, SignInService, addresses, hashing::PasswordHasher,
    identity_provider::IdentityProviderService, seals::SealsService,
};
use app::{context::Ports, cookies::Cookies};
use branding::Identity;
use drafts::{Catalogue, CatalogueError, DraftsService, SubmissionsService};
use i18n::Messages;
use leptos::prelude::LeptosOptions;
use platform::{
    config::Settings,
    crypto::digest::content_hash,
    turns::{FairQueues, Rule},
};
use ports::{Assets, IdentityProvider, Site};
use service::Service;
use std::{error::Error, path::Path, sync::Arc, time::Duration};

/// How many draft changes from one network may wait, and for how long.
const CHANGES_WAITING: usize = 100;
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// The forms in use. Publishes the configured folder if it has changed.
pub async fn open_forms(service: &Service) -> Result<Arc<Catalogue>, CatalogueError> {
    let Service { store, clock, settings, .. } = service;
    Ok(Arc::new(Catalogue::open(&settings.forms, &settings.languages, store, clock).await?))
}

/// The state for the router, with all services.
pub async fn web(service: Service) -> Result<WebState, Box<dyn Error>> {
    let forms = open_forms(&service).await?;
    web_with(service, forms)
}

/// Like [`web`], with a catalogue that is already open.
pub fn web_with(service: Service, forms: Arc<Catalogue>) -> Result<WebState, Box<dyn Error>> {
    let settings = service.settings.clone();
    let leptos = leptos_options(&settings);
    let identity = Arc::new(Identity::of(&settings.council, Messages::of(settings.own_language()))?);
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
    let addresses = addresses::open(&settings.addresses)?;
    let drafts = Arc::new(DraftsService::new(service.clone(), forms.clone()));
    let hasher = PasswordHasher::new(service.keyring.clone(), service.random.clone());
    let renderer = Arc::new(pdf::Renderer::new(&settings.pdf.fonts)?);
    let identity_provider = IdentityProviderService::new(service.clone(), drafts.clone())?;
    let ports = Ports {
        site: Arc::new(site),
        forms: forms.clone(),
        drafts: drafts.clone(),
        submissions: Arc::new(SubmissionsService::new(service.clone(), forms.clone(), renderer)),
        registration: Arc::new(RegistrationService {
            service: service.clone(),
            hasher: hasher.clone(),
            drafts: drafts.clone(),
        }),
        sign_in: Arc::new(SignInService { service: service.clone(), hasher: hasher.clone(), drafts: drafts.clone() }),
        passwords: Arc::new(PasswordsService { service: service.clone(), hasher }),
        factors: Arc::new(SecondFactorsService { service: service.clone() }),
        security: Arc::new(SecurityService { service: service.clone() }),
        lost_phone: Arc::new(LostPhoneService { service: service.clone() }),
        new_phone: Arc::new(NewPhoneService { service: service.clone(), drafts }),
        contact: Arc::new(ContactChangesService { service: service.clone() }),
        details: Arc::new(PersonalDetailsService { service: service.clone(), addresses }),
        identity_provider: identity_provider.map(|provider| Arc::new(provider) as Arc<dyn IdentityProvider>),
        outbox: Arc::new(service.messages.clone()),
        seals: Arc::new(SealsService { service: service.clone() }),
        clock: Arc::new(service.clock.clone()),
        cookies: Cookies { secure: settings.is_secure() },
        leptos,
    };
    let changes = FairQueues::new(Rule {
        at_once: settings.limits.changes_a_network,
        waiting: CHANGES_WAITING,
        longest_wait: LONGEST_WAIT,
    });
    Ok(WebState::new(WebParts { service, forms, ports: Arc::new(ports), identity, changes, readiness: Arc::default() }))
}

/// Where the built files are. Their names have hashes if `hash.txt` is next to the program.
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

/// The address of `behaviours.js`, with its content hash, so that browsers don't use an old cached file.
fn behaviours(options: &LeptosOptions) -> String {
    let content = std::fs::read(Path::new(options.site_root.as_ref()).join("behaviours.js"));
    content.map_or_else(|_| String::new(), |content| format!("/behaviours.js?{}", content_hash(&content)))
}
