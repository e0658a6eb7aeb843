//! The whole service, with a database of its own.

use super::{Browser, Page, SeededRandom, TestClock, code_in, database};
use accounts::visitors;
use axum::Router;
use notifications::MessageQueue;
use platform::{
    clock::ZonedClock,
    config::{PdfSettings, Settings},
    crypto::Keyring,
    random::Random,
};
use ports::{Caller, LocalClock, NewDraft, Started, Visitor};
use server::{
    commands,
    http::{self, WebState},
};
use service::Service;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use store::Store;
use tempfile::TempDir;

const KEYS: &str = "keys.toml";
const SEED: u64 = 7;

pub struct TestApp {
    pub clock: Arc<TestClock>,
    pub web: WebState,
    pub router: Router,
    pub folder: TempDir,
}

impl TestApp {
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// The service with changed settings.
    pub async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        Self::at(Arc::default(), change).await
    }

    /// The service with its keys in a file, as in production.
    pub async fn with_key_file() -> Self {
        Self::in_folder(tempfile::tempdir().unwrap(), Arc::default(), SEED, |_| {}).await
    }

    /// The service over a data folder that may hold data already. `seed` must differ from the seed that made them:
    /// the same random numbers would give the same ids.
    pub async fn in_folder(folder: TempDir, clock: Arc<TestClock>, seed: u64, change: impl FnOnce(&mut Settings)) -> Self {
        let keyring = |folder: &Path, random: &dyn Random| Keyring::load_or_create(&folder.join(KEYS), random).unwrap();
        Self::made(folder, clock, seed, change, keyring).await
    }

    /// The path of that file.
    pub fn key_file(&self) -> PathBuf {
        self.folder.path().join(KEYS)
    }

    /// The state of another process beside the service, with the same database and key file.
    pub async fn beside(&self) -> Service {
        let service = self.web.service.clone();
        let keyring = Arc::new(Keyring::load_or_create(&self.key_file(), &*service.random).unwrap());
        let store = Store::open(&service.settings.database()).await.unwrap().with_keys(keyring.clone());
        Service { store, keyring, ..service }
    }

    /// The service with a clock shared with others.
    pub async fn at(clock: Arc<TestClock>, change: impl FnOnce(&mut Settings)) -> Self {
        Self::made(tempfile::tempdir().unwrap(), clock, SEED, change, |_, random| Keyring::generate(random)).await
    }

    async fn made(
        folder: TempDir,
        clock: Arc<TestClock>,
        seed: u64,
        change: impl FnOnce(&mut Settings),
        keyring: impl FnOnce(&Path, &dyn Random) -> Keyring,
    ) -> Self {
        let mut settings = Settings {
            data: folder.path().to_owned(),
            forms: Path::new(env!("CARGO_MANIFEST_DIR")).join("../forms"),
            pdf: PdfSettings { fonts: Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/fonts") },
            ..Settings::default()
        };
        change(&mut settings);
        database::give_own(&mut settings).await;
        let random: Arc<dyn Random> = Arc::new(SeededRandom::new(seed));
        let store = Store::open(&settings.database()).await.unwrap();
        store.migrate().await.unwrap();
        let placed = ZonedClock::london(clock.clone()).unwrap();
        let (keyring, events) = Service::watch(keyring(folder.path(), &*random), &placed);
        let store = store.with_keys(keyring.clone());
        let settings = Arc::new(settings);
        let messages = MessageQueue::new(store.clone(), keyring.clone(), placed.clone(), random.clone(), &settings).unwrap();
        let service = Service { store, keyring, clock: placed, random, settings, messages, events };
        let web = commands::web(service).await.unwrap();
        Self { clock, router: http::router(web.clone()), web, folder }
    }

    /// A new browser.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// Everything sent so far, newest last, as `channel to subject body`.
    pub async fn messages(&self) -> Vec<String> {
        self.web.service.messages.deliver_due().await;
        let text = std::fs::read_to_string(self.folder.path().join("outbox.jsonl")).unwrap_or_default();
        let of = |line: &str| {
            let message: serde_json::Value = serde_json::from_str(line).unwrap();
            ["channel", "to", "subject", "body"]
                .map(|part| message[part].as_str().unwrap_or_default().to_owned())
                .join(" | ")
        };
        text.lines().map(of).collect()
    }

    /// The newest security code sent.
    pub async fn code(&self) -> String {
        self.messages().await.iter().rev().find_map(|message| code_in(message.rsplit(" | ").next()?)).unwrap_or_default()
    }

    /// The code that an authenticator app with this key shows now.
    pub fn app_code(&self, key: &str) -> String {
        let secret = totp_rs::Secret::try_from_base32(key.replace(' ', "")).unwrap();
        let now = LocalClock::now(&self.web.service.clock).as_second();
        totp_rs::Builder::new().with_secret(secret).build().unwrap().generate(now.unsigned_abs()).to_string()
    }

    /// A draft started without signing in: its visitor and its ID.
    pub async fn visitor_draft(&self, form: &str) -> (Visitor, String) {
        let start = NewDraft { form, from: None, network: None };
        let started = self.web.ports.drafts.start(&Caller::Nobody, start).await.unwrap().unwrap();
        let Started::Draft { id, visitor } = started else { panic!("a draft") };
        (visitors::read(&self.web.service, &visitor.unwrap()).unwrap(), id.into())
    }

    /// A browser in which somebody has created an account, through the pages.
    pub async fn resident(&self, email: &str) -> Browser {
        let mut browser = self.browser();
        self.make_account(&mut browser, email).await;
        browser
    }

    /// Registers through the pages up to the one that asks for the login phone.
    pub async fn register_to_phone(&self, browser: &mut Browser, email: &str) -> Page {
        browser.get("/create-account").await;
        browser.post("/api/account/begin", &[("email", email)]).await;
        browser.post("/api/account/email-code", &[("code", &self.code().await)]).await;
        let password = [("first_name", "Margaret"), ("last_name", "Ashworth"), ("password", "lake hill otter")];
        browser.post("/api/account/password", &password).await
    }

    /// Creates an account through the pages, in a browser that may have started a form. Returns the path where it
    /// ended.
    pub async fn make_account(&self, browser: &mut Browser, email: &str) -> String {
        self.register_to_phone(browser, email).await;
        // Everybody gets a number of their own, because sends to one number are limited.
        let number = 100_000
            + u64::from(email.bytes().fold(0_u16, |sum, byte| sum.wrapping_mul(31).wrapping_add(u16::from(byte)))) % 900;
        browser.post("/api/account/phone", &[("phone", &format!("07700 900{:03}", number % 1000)), ("how", "text")]).await;
        let code = self.code().await;
        let page = browser.post("/api/account/phone-code", &[("code", &code)]).await;
        assert!(browser.has_cookie("care-session"), "no session after creating an account: {}", page.text);
        page.path
    }

    /// Signs in through the pages.
    pub async fn sign_in(&self, browser: &mut Browser, email: &str) -> String {
        browser.get("/sign-in").await;
        browser.post("/api/sign-in/password", &[("email", email), ("password", "lake hill otter")]).await;
        browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
        let code = self.code().await;
        browser.post("/api/sign-in/confirm", &[("code", &code)]).await.path
    }
}
