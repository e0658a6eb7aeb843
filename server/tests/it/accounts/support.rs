//! Shared by the tests of accounts: registering, signing in, and reading what was sent.

use crate::support::{ENGLISH, TestApp, code_in};
use accounts::sessions;
use app::context::Ports;
use platform::config::Settings;
use ports::{
    AccountChange, Caller, Channel, ClientContext, Device, PhoneHint, Resident, SignedIn, Step, StepError, StepFailure,
};
use service::Service;
use std::sync::{Arc, Mutex};

pub const EMAIL: &str = "ann@example.com";
pub const MOBILE: &str = "07700 900406";
pub const PASSWORD: &str = "purple otter lamp";
pub const MINUTE: i64 = 60;
pub const HOUR: i64 = 60 * MINUTE;

/// A message that was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    pub channel: String,
    pub to: String,
    pub subject: String,
    pub body: String,
}

impl Sent {
    /// The six digits in it, written together or spelled out for a call.
    pub fn code(&self) -> Option<String> {
        code_in(&self.body)
    }
}

/// What is shown of a phone number.
pub fn hint(ending: &str, can_text: bool) -> PhoneHint {
    PhoneHint { ending: ending.to_owned(), can_text }
}

/// The outcome of a step that was answered, whether it was refused or not.
pub trait Answered<T> {
    fn answered(self) -> Result<T, StepError>;
}

impl<T> Answered<T> for Result<T, StepFailure> {
    fn answered(self) -> Result<T, StepError> {
        self.map_err(|failure| match failure {
            StepFailure::Refused(step_error) => step_error,
            StepFailure::Failed(error) => panic!("{error:?}"),
        })
    }
}

/// A change that a resident makes.
pub fn change_by(resident: &Resident) -> AccountChange {
    AccountChange { resident: Arc::new(resident.clone()), device: Device::default(), language: ENGLISH }
}

pub struct AccountsHarness {
    pub app: TestApp,
    /// The device token of the browser in use.
    known: Mutex<Option<String>>,
}

impl AccountsHarness {
    pub async fn new() -> Self {
        Self { app: TestApp::new().await, known: Mutex::default() }
    }

    pub async fn with_key_file() -> Self {
        Self { app: TestApp::with_key_file().await, known: Mutex::default() }
    }

    pub async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        Self { app: TestApp::with(change).await, known: Mutex::default() }
    }

    pub fn ports(&self) -> Arc<Ports> {
        self.app.web.ports.clone()
    }

    pub fn service(&self) -> &Service {
        &self.app.web.service
    }

    pub fn advance(&self, seconds: i64) {
        self.app.clock.advance(seconds);
    }

    /// How many minutes from now a lock or wait lasts.
    pub fn minutes_of(&self, step_error: StepError) -> i64 {
        let now = ports::LocalClock::now(&self.service().clock);
        match step_error {
            StepError::Locked(until) | StepError::TooSoon(until) | StepError::Limited(_, until) => {
                (until.as_second() - now.as_second()) / MINUTE
            }
            other => panic!("{other:?} has no time"),
        }
    }

    /// Everything sent so far, newest last.
    pub async fn sent(&self) -> Vec<Sent> {
        self.service().messages.deliver_due().await;
        let text = std::fs::read_to_string(self.app.folder.path().join("outbox.jsonl")).unwrap_or_default();
        let of = |line: &str| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let part = |name: &str| line[name].as_str().unwrap().to_owned();
            let subject = part("subject");
            // Every email says in its subject which council sends it.
            let about = subject.strip_prefix("Northmere Council: ");
            assert_eq!(about.is_some(), part("channel") == "email", "{subject}");
            let subject = about.unwrap_or_default().to_owned();
            Sent { channel: part("channel"), to: part("to"), subject, body: part("body") }
        };
        text.lines().map(of).collect()
    }

    pub async fn last(&self) -> Sent {
        self.sent().await.pop().expect("something was sent")
    }

    /// The newest code sent.
    pub async fn code(&self) -> String {
        self.sent().await.iter().rev().find_map(Sent::code).expect("a code was sent")
    }

    /// The newest code sent to an address or number. Messages queued at the same moment are sent in any order.
    pub async fn code_to(&self, to: &str) -> String {
        let sent = self.sent().await;
        sent.iter().rev().filter(|sent| sent.to == to).find_map(Sent::code).expect("a code was sent there")
    }

    /// A code that is not the newest one sent.
    pub async fn wrong_code(&self) -> String {
        wrong(&self.code().await)
    }

    /// Starts a registration and proves its address.
    pub async fn prove_email(&self, email: &str) -> String {
        let Step { token } = self.ports().registration.begin(email, &ClientContext::default()).await.unwrap();
        self.ports()
            .registration
            .confirm_email(&token, &self.code_to(email).await, &ClientContext::default())
            .await
            .unwrap();
        token
    }

    /// Starts a registration and continues until the phone is asked for.
    pub async fn to_phone(&self, email: &str) -> String {
        let token = self.prove_email(email).await;
        self.ports().registration.set_password(&token, "Ann", "Lee", PASSWORD).await.unwrap();
        token
    }

    /// Creates an account.
    pub async fn register(&self, email: &str, phone: &str, channel: Channel) -> SignedIn {
        let token = self.to_phone(email).await;
        self.ports().registration.set_phone(&token, phone, channel, &ClientContext::default()).await.unwrap();
        self.ports().registration.finish(&token, &self.code().await, &ClientContext::default()).await.unwrap()
    }

    /// Creates an account, long enough ago that its sends no longer count towards limits.
    pub async fn resident(&self) -> SignedIn {
        let signed_in = self.register(EMAIL, MOBILE, Channel::Text).await;
        self.keep(&signed_in);
        self.advance(25 * HOUR);
        signed_in
    }

    /// Enters the right password.
    pub async fn password(&self) -> String {
        self.ports().sign_in.check_password(EMAIL, PASSWORD, &ClientContext::default()).await.unwrap().token
    }

    /// Enters the right password and has a text sent.
    pub async fn to_code(&self) -> String {
        let token = self.password().await;
        self.ports().sign_in.send_code(&token, Channel::Text, ENGLISH).await.unwrap();
        token
    }

    pub async fn confirm(&self, token: &str, code: &str) -> Result<SignedIn, StepError> {
        let client_context = ClientContext { known: self.known.lock().unwrap().clone(), ..ClientContext::default() };
        let confirmed = self.ports().sign_in.confirm_code(token, code, &client_context).await.answered();
        confirmed.inspect(|signed_in| self.keep(signed_in))
    }

    fn keep(&self, signed_in: &SignedIn) {
        *self.known.lock().unwrap() = Some(signed_in.device_token.clone());
    }

    pub async fn sign_in(&self) -> SignedIn {
        let token = self.to_code().await;
        self.confirm(&token, &self.code().await).await.unwrap()
    }

    /// The resident to whom a session token belongs now.
    pub async fn who(&self, session_token: &str) -> Option<Arc<Resident>> {
        let (caller, used) = sessions::authenticate(self.service(), Some(session_token), None, true).await.unwrap();
        if let Some(used) = used {
            sessions::note(self.service(), &used).await;
        }
        match caller {
            Caller::Resident(resident) => Some(resident),
            Caller::Nobody | Caller::Visitor(_) => None,
        }
    }
}

/// A code that differs from this one.
pub fn wrong(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}
