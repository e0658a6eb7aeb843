//! Forms being filled in.

use super::{AccountId, Caller, Network, Owner};
use crate::ApiError;
use async_trait::async_trait;
use form_engine::{
    answers::{Answers, Fields},
    changes::Change,
    definition::Form,
    kept::{KeptTexts, PageOfDraft},
    language::Language,
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

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
    /// What was typed on pages that had newer answers, and waits there for a choice.
    pub kept: KeptTexts,
    /// A newer version of the form that its owner hasn't decided about.
    pub newer: Option<Newer>,
    /// What became of the email with the way back, after "Save for later".
    pub way_back: ReturnEmail,
}

/// Whether an email with the way back to a draft went out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReturnEmail {
    #[default]
    NotSent,
    Sent,
    /// One went out a short while ago, with the same link.
    SentLately,
}

/// A newer version of a draft's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newer {
    /// Nobody may send the old one.
    pub must_move: bool,
}

/// What a newer version changes for somebody.
#[derive(Clone, Debug)]
pub struct Changes {
    pub form: String,
    /// The council's own words about it.
    pub note: Option<String>,
    pub changes: Vec<Change>,
    /// How many answers still apply.
    pub kept: usize,
    /// The pages that are still to be filled in then.
    pub to_do: Vec<String>,
    pub must_move: bool,
}

/// A draft in a list.
#[derive(Clone, Debug)]
pub struct DraftSummary {
    pub id: String,
    /// Nothing where its owner may want the form kept out of lists: somebody may look over their shoulder.
    pub named: Option<DraftLabel>,
    pub done: (usize, usize),
    pub saved: Timestamp,
    pub until: Date,
}

/// What a list says a draft is.
#[derive(Clone, Debug)]
pub struct DraftLabel {
    pub form: String,
    /// The page that comes next; none if all are filled in.
    pub page: Option<String>,
}

/// What is saved of a page, and how it was left.
#[derive(Clone, Debug)]
pub struct Save {
    pub draft: String,
    pub page: String,
    /// The thing of a list, if the page is about one; it is added if it isn't there.
    pub item: Option<String>,
    /// The list that the thing has, if the page is about that, and the thing in it, if the page is about one.
    pub list: Option<String>,
    pub inner: Option<String>,
    pub revision: i64,
    pub typed: Fields,
    pub how: SaveMode,
    /// In which the person reads the page, and the mail that it may cause.
    pub language: Language,
    /// Where it comes from: what people without a login store is counted there.
    pub network: Option<Network>,
}

impl Save {
    /// The page that is saved.
    pub fn at(&self) -> PageOfDraft {
        // The page of a list that a thing has is no thing's.
        let inner = self.list.clone().map(|list| (list, self.inner.clone().unwrap_or_default()));
        PageOfDraft { page: self.page.clone(), item: self.item.clone(), inner }
    }

    /// How many bytes were typed.
    pub fn bytes(&self) -> usize {
        self.typed.iter().map(|(name, values)| name.len() + values.iter().map(String::len).sum::<usize>()).sum()
    }
}

/// A page on which the answers that are saved are to stand.
#[derive(Clone, Debug)]
pub struct ResolvedConflict {
    pub draft: String,
    pub at: PageOfDraft,
    /// The revision that the page was made from that showed what else was typed.
    pub revision: i64,
}

/// A thing that is taken out of a list.
#[derive(Clone, Debug)]
pub struct ItemRemoval {
    pub draft: String,
    pub page: String,
    pub item: String,
    /// The list that the thing has and the thing in it, if that one is taken out.
    pub inner: Option<(String, String)>,
    pub revision: i64,
}

/// How a page was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveMode {
    /// "Continue": the person has been through the page.
    Continue,
    /// "Save for later": nothing is checked, and the way back is sent.
    Later,
    /// The browser saved while the person went on typing.
    Autosave,
}

/// What came of a save.
#[derive(Clone, Debug)]
pub enum Saved {
    /// It is on disk; the draft as it is now.
    Kept(Box<Draft>),
    /// Newer answers stand; what was typed is kept beside them.
    Stale,
    /// Nothing was saved: the page shows again what was typed.
    Not(NotSaved),
}

/// Why a page was not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// An answer is longer than any is kept.
    TooLong,
    /// The form holds as much as one form may.
    Full,
    /// The list holds as many things as it may.
    ListFull(usize),
    /// All forms of this person, or of their network, hold as much as they may for now.
    TooMuch,
    /// Too many changes come at once.
    Busy,
}

/// A form to be begun.
#[derive(Clone, Copy, Debug)]
pub struct NewDraft<'a> {
    pub form: &'a str,
    /// The earlier form that something is taken over from.
    pub from: Option<&'a str>,
    pub network: Option<&'a Network>,
}

/// What starting a form came to.
#[derive(Clone, Debug)]
pub enum Started {
    /// A new draft, and the cookie by which somebody without a login is known from now on.
    Draft { id: String, visitor: Option<String> },
    /// They have as many unsent forms as one person may have.
    TooMany { most: u64 },
    /// Too many were begun within an hour, by them or from their network.
    TooOften,
}

/// An earlier form whose answers may be taken over.
#[derive(Clone, Debug)]
pub struct ReuseOffer {
    /// A draft, or the reference of a copy.
    pub id: String,
    /// What the form is called.
    pub form: String,
    pub at: Timestamp,
    /// The name of the person that it is about; empty if nobody is named.
    pub about: String,
}

/// What came of sending a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// It is sent, now or by an earlier press of the button.
    Sent { reference: String },
    /// Something is still missing.
    Incomplete,
    /// The council no longer takes this version of the form.
    Outdated,
    /// So many forms were sent today that the next may be sent at a time. The draft stays.
    TooMany { from: Timestamp },
}

#[async_trait]
pub trait Drafts: Send + Sync {
    /// The newest form of somebody's own, or the one that is named, of which a new one would take something over.
    async fn earlier(
        &self,
        owner: &Owner,
        form: &str,
        from: Option<&str>,
        language: Language,
    ) -> Result<Option<ReuseOffer>, ApiError>;
    /// Begins a form, with what its owner agreed to take over from an earlier one.
    async fn start(&self, caller: &Caller, start: NewDraft<'_>) -> Result<Option<Started>, ApiError>;
    async fn open(&self, owner: &Owner, id: &str, language: Language) -> Result<Option<Draft>, ApiError>;
    async fn save(&self, owner: &Owner, save: Save) -> Result<Option<Saved>, ApiError>;
    async fn remove_item(&self, owner: &Owner, removed: ItemRemoval) -> Result<Option<Saved>, ApiError>;
    /// Drops what was typed on an old page: the newer answers stand.
    async fn resolve_conflict(&self, owner: &Owner, resolved: ResolvedConflict) -> Result<Option<()>, ApiError>;
    /// What a newer version of the form changes; nothing if there is none.
    async fn changes(&self, owner: &Owner, draft: &str, language: Language) -> Result<Option<Changes>, ApiError>;
    /// Goes on with the newest version of the form. Twice is once.
    async fn move_to_newest(&self, owner: &Owner, draft: &str) -> Result<Option<()>, ApiError>;
    /// Goes on with the version that the draft was begun with, until there is another.
    async fn keep_version(&self, owner: &Owner, draft: &str) -> Result<Option<()>, ApiError>;
    async fn list(&self, account: &AccountId, language: Language) -> Result<Vec<DraftSummary>, ApiError>;
    async fn delete(&self, account: &AccountId, id: &str) -> Result<Option<()>, ApiError>;
    async fn submit(&self, account: &AccountId, id: &str, language: Language) -> Result<Option<Submitted>, ApiError>;
}
