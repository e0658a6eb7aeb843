//! Forms being filled in.

use super::{AccountId, Caller, Network, Owner};
use crate::ApiError;
use async_trait::async_trait;
use form_engine::{
    answers::Answers,
    changes::Change,
    definition::Form,
    fields::Fields,
    journey::Remaining,
    kept::{KeptTexts, PageOfDraft},
    language::Language,
};
use jiff::{Timestamp, civil::Date};
use std::{collections::BTreeSet, ops::Deref, sync::Arc};

/// The id of a draft: unguessable, and part of the addresses of its pages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DraftId(pub String);

impl From<DraftId> for String {
    fn from(id: DraftId) -> Self {
        id.0
    }
}

impl Deref for DraftId {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// A draft opened by its owner.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Random, and part of addresses.
    pub id: DraftId,
    /// The version of the form that the draft was started with or has moved to.
    pub form: Arc<Form>,
    /// The answers, as typed.
    pub answers: Answers,
    /// Rises with every change. A save states the revision its page was built from.
    pub revision: i64,
    /// When it was last saved.
    pub saved: Timestamp,
    /// The last day it can be opened; `None` for drafts of visitors, which last a day.
    pub until: Option<Date>,
    /// The pages that were saved at least once, with any button or by themselves.
    pub saved_pages: BTreeSet<String>,
    /// What was typed on pages that had newer answers, kept until the person chooses.
    pub kept: KeptTexts,
    /// A newer version of the form that the owner hasn't decided about yet.
    pub newer: Option<Newer>,
    /// Whether "Save for later" sent the email with the link back to the draft.
    pub return_email: ReturnEmail,
}

/// Whether an email with the link back to a draft was sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReturnEmail {
    /// None was sent: this was no "Save for later", the owner is a visitor, or they want no emails.
    #[default]
    NotSent,
    /// It was sent by this save.
    Sent,
    /// One with the same link was sent a short while ago.
    SentRecently,
}

/// A newer version of a draft's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newer {
    /// The old version can no longer be submitted.
    pub must_move: bool,
}

/// What a newer version changes in a draft.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The title of the form.
    pub form: String,
    /// The council's own note about it.
    pub note: Option<String>,
    /// What is different for this person, in the order of the form.
    pub changes: Vec<Change>,
    /// How many answers still apply.
    pub kept: usize,
    /// The pages that would still have to be filled in.
    pub to_do: Vec<String>,
    /// The old version can no longer be submitted.
    pub must_move: bool,
}

/// A draft in a list.
#[derive(Clone, Debug)]
pub struct DraftSummary {
    /// Random, and part of addresses.
    pub id: DraftId,
    /// `None` if the owner may want the form kept out of lists: somebody may look over their shoulder.
    pub named: Option<DraftLabel>,
    /// How many pages are complete, and how many there are.
    pub done: (usize, usize),
    /// How many pages and minutes are left.
    pub left: Remaining,
    /// When it was last saved.
    pub saved: Timestamp,
    /// The last day it can be opened.
    pub until: Date,
}

/// A draft that its owner may carry on with. It names no form, so that any page can show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnfinishedDraft {
    /// Random, and part of addresses.
    pub id: DraftId,
    /// When it was last saved.
    pub saved: Timestamp,
}

/// How a list names a draft.
#[derive(Clone, Debug)]
pub struct DraftLabel {
    /// The title of the form.
    pub form: String,
    /// The next page; `None` if all are filled in.
    pub page: Option<String>,
}

/// A page to be saved, and how the person left it.
#[derive(Clone, Debug)]
pub struct Save {
    /// The id of the draft.
    pub draft: DraftId,
    /// The key of the page.
    pub page: String,
    /// The list item that the page is about, if any; it is added if it doesn't exist.
    pub item: Option<String>,
    /// The nested list that the page is about, if any, and the item in it, if the page is about one.
    pub list: Option<String>,
    /// The id of the item in the nested list.
    pub inner: Option<String>,
    /// The revision of the draft that the page was made from.
    pub revision: i64,
    /// What was typed, by the name of its input.
    pub typed: Fields,
    /// How the person left the page.
    pub how: SaveMode,
    /// The language of the page, and of the email that saving may send.
    pub language: Language,
    /// Where the request comes from: what visitors store is counted per network.
    pub network: Option<Network>,
}

impl Save {
    /// The page that is saved.
    pub fn at(&self) -> PageOfDraft {
        // The overview page of a nested list has no inner item.
        let inner = self.list.clone().map(|list| (list, self.inner.clone().unwrap_or_default()));
        PageOfDraft { page: self.page.clone(), item: self.item.clone(), inner }
    }

    /// The size of what was typed, in bytes.
    pub fn bytes(&self) -> usize {
        self.typed.iter().map(|(name, values)| name.len() + values.iter().map(String::len).sum::<usize>()).sum()
    }
}

/// A page on which the saved answers win.
#[derive(Clone, Debug)]
pub struct ResolvedConflict {
    /// The id of the draft.
    pub draft: DraftId,
    /// The page, and the list item if it is about one.
    pub at: PageOfDraft,
    /// The revision of the page that showed the other texts.
    pub revision: i64,
}

/// A list item to be removed.
#[derive(Clone, Debug)]
pub struct ItemRemoval {
    /// The id of the draft.
    pub draft: DraftId,
    /// The key of the page with the list.
    pub page: String,
    /// The id of the list item.
    pub item: String,
    /// The nested list and the item in it, if that is what is removed.
    pub inner: Option<(String, String)>,
    /// The revision of the draft that the page was made from.
    pub revision: i64,
}

/// How the person left a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveMode {
    /// "Continue": the person has finished the page.
    Continue,
    /// "Save for later": nothing is validated, and the link back is sent by email.
    Later,
    /// The browser saved while the person was typing.
    Autosave,
}

/// The result of a save.
#[derive(Clone, Debug)]
pub enum Saved {
    /// Stored; this is the draft as it is now.
    Kept(Box<Draft>),
    /// There are newer answers, which win; what was typed is kept beside them.
    Stale,
    /// Nothing was saved: the page shows what was typed again.
    Rejected(NotSaved),
}

/// Why a page was not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// An answer is longer than the limit.
    TooLong,
    /// The form has reached its size limit.
    Full,
    /// The list has reached this number of items.
    ListFull(usize),
    /// All forms of this person, or of their network, have reached the size limit for now.
    TooMuch,
    /// Too many changes at once.
    Busy,
}

/// A form to be started.
#[derive(Clone, Copy, Debug)]
pub struct NewDraft<'a> {
    /// The key of the form.
    pub form: &'a str,
    /// The earlier form whose answers are reused.
    pub from: Option<&'a str>,
    /// Where the request comes from: what visitors start is counted per network.
    pub network: Option<&'a Network>,
}

/// The result of starting a form.
#[derive(Clone, Debug)]
pub enum Started {
    /// A new draft, and for visitors their new cookie.
    Draft {
        /// The id of the draft.
        id: DraftId,
        /// The visitor's new cookie.
        visitor: Option<String>,
    },
    /// They have reached the number of unsubmitted forms that one person may have.
    TooMany {
        /// That number.
        most: u64,
    },
    /// They or their network started too many forms within an hour.
    TooOften,
}

/// An earlier form whose answers may be reused.
#[derive(Clone, Debug)]
pub struct ReuseOffer {
    /// The id of a draft or the reference of a copy.
    pub id: String,
    /// The title of the form.
    pub form: String,
    /// When it was last saved or was submitted.
    pub at: Timestamp,
    /// The name of the person it is about; empty if unknown.
    pub about: String,
}

/// The result of submitting a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// Submitted, now or by an earlier press of the button.
    Sent {
        /// The reference of the copy.
        reference: String,
    },
    /// Something is still missing.
    Incomplete,
    /// The council no longer accepts this version of the form.
    Outdated,
    /// Too many forms were submitted today; the next may be at this time. The draft stays.
    TooMany {
        /// When the next form may be submitted.
        from: Timestamp,
    },
}

/// Filling in forms, from starting one to submitting it. `Ok(None)` means that a draft, page or form doesn't exist,
/// has expired, or belongs to somebody else.
#[async_trait]
pub trait Drafts: Send + Sync {
    /// The owner's forms whose answers a new `form` would reuse, newest first, but the one named in `from` before them.
    async fn earlier(
        &self,
        owner: &Owner,
        form: &str,
        from: Option<&str>,
        language: Language,
    ) -> Result<Vec<ReuseOffer>, ApiError>;
    /// Starts a form, with the answers its owner agreed to reuse.
    async fn start(&self, caller: &Caller, start: NewDraft<'_>) -> Result<Option<Started>, ApiError>;
    /// Opens a draft, with its form in this language.
    async fn open(&self, owner: &Owner, id: &DraftId, language: Language) -> Result<Option<Draft>, ApiError>;
    /// Saves a page. Answers are stored as typed, whether they are valid or not.
    async fn save(&self, owner: &Owner, save: Save) -> Result<Option<Saved>, ApiError>;
    /// Removes an item from a list, or from a nested list.
    async fn remove_item(&self, owner: &Owner, removed: ItemRemoval) -> Result<Option<Saved>, ApiError>;
    /// Drops what was typed on an outdated page: the newer answers win.
    async fn resolve_conflict(&self, owner: &Owner, resolved: ResolvedConflict) -> Result<Option<()>, ApiError>;
    /// What a newer version of the form changes; `None` if there isn't one.
    async fn changes(&self, owner: &Owner, draft: &DraftId, language: Language) -> Result<Option<Changes>, ApiError>;
    /// Moves the draft to the newest version of the form. Idempotent.
    async fn move_to_newest(&self, owner: &Owner, draft: &DraftId) -> Result<Option<()>, ApiError>;
    /// Keeps the version that the draft was started with until there is another one.
    async fn keep_version(&self, owner: &Owner, draft: &DraftId) -> Result<Option<()>, ApiError>;
    /// The drafts of an account, the most recently saved first.
    async fn list(&self, account: &AccountId, language: Language) -> Result<Vec<DraftSummary>, ApiError>;
    /// The drafts that pages may offer to carry on with, newest first: all of them, or those of one form. For an account
    /// not those that lists don't name; for a visitor none of a form that [`Form::needs_discretion`].
    async fn unfinished(&self, owner: &Owner, form: Option<&str>) -> Result<Vec<UnfinishedDraft>, ApiError>;
    /// Deletes a draft at once and for good.
    async fn delete(&self, owner: &Owner, id: &DraftId) -> Result<Option<()>, ApiError>;
    /// Sends the form to the council and turns the draft into a copy. Idempotent: submitting it again returns the same
    /// reference.
    async fn submit(&self, account: &AccountId, id: &DraftId, language: Language) -> Result<Option<Submitted>, ApiError>;
}
