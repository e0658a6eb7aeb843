//! Submitted forms.

use super::{AccountId, DraftId};
use crate::ApiError;
use async_trait::async_trait;
use form_engine::{answers::Answers, definition::Form, language::Language};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// A submitted form, as submitted.
#[derive(Clone, Debug)]
pub struct Copy {
    /// The reference, as people read it out.
    pub reference: String,
    /// The version of the form that was submitted.
    pub form: Arc<Form>,
    /// The answers that were asked for and counted.
    pub answers: Answers,
    /// When it was submitted.
    pub sent: Timestamp,
    /// The last day it can be opened.
    pub until: Date,
}

/// A submitted form in a list.
#[derive(Clone, Debug)]
pub struct CopySummary {
    /// The reference, as people read it out.
    pub reference: String,
    /// The title of the form.
    pub form: String,
    /// When it was submitted.
    pub sent: Timestamp,
    /// The last day it can be opened.
    pub until: Date,
}

/// What a draft has become.
#[derive(Clone, Debug)]
pub struct SentDraft {
    /// The reference of the copy.
    pub reference: String,
    /// When it was submitted.
    pub sent: Timestamp,
}

/// The format of a download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFormat {
    /// A PDF in standard print.
    Pdf,
    /// A PDF in at least 18 point type.
    LargePrint,
    /// For a screen reader or a Braille display.
    PlainText,
}

/// Copies of submitted forms. `Ok(None)` means that a copy doesn't exist, has expired, or belongs to somebody else.
#[async_trait]
pub trait Submissions: Send + Sync {
    /// The copies of an account, the newest first.
    async fn list(&self, account: &AccountId, language: Language) -> Result<Vec<CopySummary>, ApiError>;
    /// Opens a copy, with its form in this language.
    async fn open(&self, account: &AccountId, reference: &str, language: Language) -> Result<Option<Copy>, ApiError>;
    /// What a draft that was sent has become. `None` for copies that are kept out of
    /// lists: the address of the draft must not lead to those.
    async fn of_draft(&self, account: &AccountId, draft: &DraftId) -> Result<Option<SentDraft>, ApiError>;
    /// The copy as a file.
    async fn download(
        &self,
        account: &AccountId,
        reference: &str,
        format: CopyFormat,
        language: Language,
    ) -> Result<Option<Vec<u8>>, ApiError>;
}
