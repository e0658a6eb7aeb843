//! What the app asks of the server: one trait a use case, implemented in `server/src/services`.
//!
//! Nothing here knows how anything is kept. A port answers `Ok(None)` for what isn't there or isn't the caller's.

use crate::error::ApiError;
use async_trait::async_trait;
use domain::{
    answers::{Answers, Fields},
    definition::{AccountFact, Form, HomeGroup},
    language::Language,
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use std::{collections::BTreeMap, sync::Arc};

/// Who asks, as the session layer found out.
#[derive(Clone, Debug, Default)]
pub enum Caller {
    #[default]
    Nobody,
    /// Began a form without a login.
    Visitor(VisitorId),
    Resident(Arc<Resident>),
}

/// Somebody without a login, known by the hash of their cookie's token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitorId(pub Vec<u8>);

/// A signed-in resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resident {
    pub account: AccountId,
    pub name: String,
    pub email: String,
    pub phone: String,
    /// Which session this is: the hash of its token.
    pub session: Vec<u8>,
    /// When the server signs them out if they do nothing.
    pub expires: Timestamp,
    /// How many drafts "Recover a form" shows.
    pub drafts: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AccountId(pub String);

/// Whose answers something is. Every query about answers names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    Account(AccountId),
    Visitor(VisitorId),
}

impl Caller {
    /// Whose answers the caller may see.
    pub fn owner(&self) -> Option<Owner> {
        match self {
            Self::Nobody => None,
            Self::Visitor(visitor) => Some(Owner::Visitor(visitor.clone())),
            Self::Resident(resident) => Some(Owner::Account(resident.account.clone())),
        }
    }

    pub fn resident(&self) -> Option<&Arc<Resident>> {
        match self {
            Self::Resident(resident) => Some(resident),
            Self::Nobody | Self::Visitor(_) => None,
        }
    }
}

/// The council as its settings name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Council {
    pub name: String,
    pub phone: String,
    pub out_of_hours: String,
    pub email: String,
    pub address: String,
    pub website: String,
}

impl Council {
    /// Puts the council's own facts into a text of a form or page.
    pub fn fill(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let fact = [
            ("{council}", &self.name),
            ("{phone}", &self.phone),
            ("{out_of_hours}", &self.out_of_hours),
            ("{email}", &self.email),
            ("{address}", &self.address),
        ];
        fact.iter().fold(text.to_owned(), |text, (mark, value)| text.replace(mark, value))
    }
}

/// What every page needs to know of the settings.
#[derive(Clone, Debug)]
pub struct Site {
    pub council: Council,
    pub public_url: String,
    pub development: bool,
    pub idle_minutes: i64,
    pub draft_days: u16,
    pub copy_days: u16,
    /// The languages people may choose from.
    pub languages: Vec<Language>,
    /// Where the style sheet and the WASM loader are, by their hashed names.
    pub assets: Assets,
    pub look: Look,
}

/// How the council looks, as far as pages must know. Its colours are in style sheets.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// The brand colour, for the browser's own bar.
    pub colour: String,
    /// The style sheet with the council's own colours; without one the built one has them.
    pub sheet: Option<String>,
    /// Its logo; without one the mark of the service is drawn.
    pub logo: Option<Picture>,
    pub icons: Vec<Icon>,
    /// The picture that goes with a link to the service.
    pub preview: Option<&'static str>,
}

/// A picture, with the size that keeps its place free until it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub address: String,
    pub width: u32,
    pub height: u32,
}

/// A small picture for the browser's tab or a device's list of programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Icon {
    pub rel: &'static str,
    pub address: String,
    pub kind: Option<&'static str>,
    pub sizes: Option<String>,
}

/// The hashed names of the built files.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    pub css: String,
    pub js: String,
    pub wasm: String,
    /// What GOV.UK Frontend adds to a page; empty if it wasn't built.
    pub behaviours: String,
}

impl Assets {
    /// The style sheet for the way a language is written.
    pub fn style_sheet(&self, language: Language) -> String {
        match (language.direction(), self.css.strip_suffix(".css")) {
            ("rtl", Some(stem)) => format!("{stem}.rtl.css"),
            _ => self.css.clone(),
        }
    }
}

/// Everything pages and server functions may call, handed over in context.
#[derive(Clone)]
pub struct Ports {
    pub site: Arc<Site>,
    pub forms: Arc<dyn Forms>,
    pub drafts: Arc<dyn Drafts>,
    pub submissions: Arc<dyn Submissions>,
    pub accounts: Arc<dyn Accounts>,
    pub outbox: Arc<dyn Outbox>,
    pub seals: Arc<dyn Seals>,
    pub clock: Arc<dyn LocalClock>,
    pub cookies: crate::cookies::Cookies,
    /// Where the built files are, for the scripts of the islands.
    pub leptos: leptos::prelude::LeptosOptions,
}

/// The clock, with the day where the council is.
pub trait LocalClock: Send + Sync {
    fn now(&self) -> Timestamp;
    fn today(&self) -> Date;
    /// The day of an instant where the council is.
    fn day(&self, at: Timestamp) -> Date;
    /// The time of day there.
    fn time(&self, at: Timestamp) -> Time;
}

/// The published forms, in the words of a language or, where a form has none in it, in English.
pub trait Forms: Send + Sync {
    fn published(&self, language: Language) -> Vec<Arc<Form>>;
    fn get(&self, key: &str, language: Language) -> Option<Arc<Form>>;
    fn in_group(&self, group: HomeGroup, language: Language) -> Vec<Arc<Form>> {
        self.published(language).into_iter().filter(|form| form.group == group).collect()
    }
}

/// Small texts sealed for the browser to keep and give back, and tokens bound to a session.
pub trait Seals: Send + Sync {
    fn seal(&self, purpose: &str, text: &str) -> Option<String>;
    fn open(&self, purpose: &str, sealed: &str) -> Option<String>;
    /// The token that every form of this session or visit carries.
    fn form_token(&self, caller: &Caller) -> String;
    /// A new unguessable identifier, for a thing about to be added to a list.
    fn new_id(&self) -> String;
}

/// A draft opened by its owner.
#[derive(Clone, Debug)]
pub struct Draft {
    pub id: String,
    pub form: Arc<Form>,
    pub answers: Answers,
    /// Grows with every change. A save names the revision its page was made from.
    pub revision: i64,
    pub saved: Timestamp,
    /// The last day it can be opened; `None` while it has no login and lives a day.
    pub until: Option<Date>,
    pub conflict: Option<Conflict>,
}

impl Resident {
    /// What `account` questions show of this person.
    pub fn fact(&self, fact: AccountFact) -> &str {
        match fact {
            AccountFact::Name => &self.name,
            AccountFact::Email => &self.email,
            AccountFact::Phone => &self.phone,
        }
    }
}

/// Answers that were typed on an old page and not put in place of newer ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub page: String,
    pub typed: Fields,
}

/// A draft in a list.
#[derive(Clone, Debug)]
pub struct DraftSummary {
    pub id: String,
    pub form: String,
    pub page: Option<String>,
    pub done: (usize, usize),
    pub saved: Timestamp,
    pub until: Date,
}

/// What is saved of a page, and how it was left.
#[derive(Clone, Debug)]
pub struct Save {
    pub draft: String,
    pub page: String,
    /// The thing of a list, if the page is about one; it is added if it isn't there.
    pub item: Option<String>,
    pub revision: i64,
    pub typed: Fields,
    pub how: How,
    /// In which the person reads the page, and the mail that it may cause.
    pub language: Language,
}

/// How a page was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// "Continue": the person has been through the page.
    Continue,
    /// "Save for later": nothing is checked, and the way back is sent.
    Later,
    /// The browser saved while the person went on typing.
    Aside,
}

/// What came of a save.
#[derive(Clone, Debug)]
pub enum Saved {
    /// It is on disk; the draft as it is now.
    Kept(Box<Draft>),
    /// Newer answers stand; what was typed is kept beside them.
    Stale,
}

/// What starting a form came to.
#[derive(Clone, Debug)]
pub enum Started {
    /// A new draft, and the token by which somebody without a login is known from now on.
    Draft { id: String, visitor_token: Option<String> },
    /// They have as many unsent forms as one person may have.
    TooMany { most: u64 },
}

/// What came of sending a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// It is sent, now or by an earlier press of the button.
    Sent { reference: String },
    /// Something is still missing.
    Incomplete,
}

#[async_trait]
pub trait Drafts: Send + Sync {
    async fn start(&self, caller: &Caller, form: &str) -> Result<Option<Started>, ApiError>;
    async fn open(&self, owner: &Owner, id: &str, language: Language) -> Result<Option<Draft>, ApiError>;
    async fn save(&self, owner: &Owner, save: Save) -> Result<Option<Saved>, ApiError>;
    async fn remove_item(
        &self,
        owner: &Owner,
        draft: &str,
        page: &str,
        item: &str,
        revision: i64,
    ) -> Result<Option<Saved>, ApiError>;
    /// Drops what was typed on an old page: the newer answers stand.
    async fn settle(&self, owner: &Owner, draft: &str) -> Result<Option<()>, ApiError>;
    async fn list(&self, account: &AccountId, language: Language) -> Result<Vec<DraftSummary>, ApiError>;
    async fn delete(&self, account: &AccountId, id: &str) -> Result<Option<()>, ApiError>;
    async fn submit(&self, account: &AccountId, id: &str, language: Language) -> Result<Option<Submitted>, ApiError>;
}

/// A submitted form, as it was sent.
#[derive(Clone, Debug)]
pub struct Copy {
    pub reference: String,
    pub form: Arc<Form>,
    pub answers: Answers,
    pub sent: Timestamp,
    pub until: Date,
}

/// A submitted form in a list.
#[derive(Clone, Debug)]
pub struct CopySummary {
    pub reference: String,
    pub form: String,
    pub sent: Timestamp,
    pub until: Date,
}

/// What a copy is taken away as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    Pdf,
    /// A PDF in letters of at least 18 points.
    LargePrint,
    /// For a screen reader or a Braille display.
    PlainText,
}

#[async_trait]
pub trait Submissions: Send + Sync {
    async fn list(&self, account: &AccountId, language: Language) -> Result<Vec<CopySummary>, ApiError>;
    async fn open(&self, account: &AccountId, reference: &str, language: Language) -> Result<Option<Copy>, ApiError>;
    /// The copy to take away.
    async fn paper(
        &self,
        account: &AccountId,
        reference: &str,
        paper: Paper,
        language: Language,
    ) -> Result<Option<Vec<u8>>, ApiError>;
}

/// How a security code reaches the login phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Text,
    Call,
}

/// Why a step of signing in or of making an account did not go on. The page has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    EmailMissing,
    EmailShape,
    PasswordMissing,
    PasswordShort,
    PasswordLong,
    PasswordCommon,
    FirstNameMissing,
    LastNameMissing,
    NameLong,
    PhoneMissing,
    PhoneShape,
    PhoneKind,
    PhoneExtension,
    TextToLandline,
    CodeMissing,
    CodeShape,
    CodeWrong,
    /// The email or the password is wrong; which of them is never said.
    SignInWrong,
    /// Locked until a time.
    Locked(Timestamp),
    /// The next code may be asked for at a time.
    TooSoon(Timestamp),
    /// No more codes in this sign-in; start again.
    TooManySends,
    /// The step is over: too old, or never begun.
    Gone,
}

/// A step that went on, with what the browser needs for the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub token: String,
}

/// The making of an account, as far as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    pub email: String,
    pub stage: RegistrationStage,
    pub phone_ending: Option<String>,
    pub can_text: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RegistrationStage {
    EmailCode,
    Password,
    Phone,
    PhoneCode,
}

/// A sign-in whose password was right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    pub phone_ending: String,
    pub can_text: bool,
    /// How the last code went out, if one did.
    pub sent: Option<Channel>,
}

/// A person signed in, and where they were going.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    pub session_token: String,
    /// The draft they had begun without a login, now theirs.
    pub claimed: Option<String>,
}

/// What a resident sees under "Update your details".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub phone_ending: String,
}

type Refused<T> = Result<Result<T, Refusal>, ApiError>;

#[async_trait]
pub trait Accounts: Send + Sync {
    async fn begin(&self, email: &str, language: Language) -> Refused<Step>;
    async fn registration(&self, token: &str) -> Result<Option<Registration>, ApiError>;
    async fn resend_email_code(&self, token: &str, language: Language) -> Refused<()>;
    async fn confirm_email(&self, token: &str, code: &str) -> Refused<()>;
    async fn set_password(&self, token: &str, first: &str, last: &str, password: &str) -> Refused<()>;
    async fn set_phone(&self, token: &str, phone: &str, channel: Channel, language: Language) -> Refused<()>;
    async fn resend_phone_code(&self, token: &str, channel: Channel, language: Language) -> Refused<()>;
    /// Makes the account and signs in.
    async fn finish(&self, token: &str, code: &str, visitor: Option<&VisitorId>, language: Language) -> Refused<SignedIn>;

    async fn check_password(&self, email: &str, password: &str) -> Refused<Step>;
    async fn sign_in(&self, token: &str) -> Result<Option<SignIn>, ApiError>;
    async fn send_code(&self, token: &str, channel: Channel, language: Language) -> Refused<()>;
    async fn confirm_code(
        &self,
        token: &str,
        code: &str,
        visitor: Option<&VisitorId>,
        language: Language,
    ) -> Refused<SignedIn>;
    async fn sign_out(&self, resident: &Resident) -> Result<(), ApiError>;

    async fn details(&self, account: &AccountId) -> Result<Option<Details>, ApiError>;
    async fn rename(&self, account: &AccountId, first: &str, last: &str) -> Refused<()>;
}

/// A message that would have been sent, for people developing the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentMessage {
    pub at: String,
    pub channel: String,
    pub to: String,
    pub subject: String,
    pub body: String,
}

#[async_trait]
pub trait Outbox: Send + Sync {
    /// The newest messages first; none outside development.
    async fn recent(&self) -> Vec<SentMessage>;
}

/// What was typed into a page that keeps nothing, and what was wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Flash {
    pub page: String,
    /// Only what may be shown again: never a password or a code.
    pub values: BTreeMap<String, String>,
    /// The input and what to say about it.
    pub problems: Vec<(String, String)>,
    pub notice: Option<String>,
}
