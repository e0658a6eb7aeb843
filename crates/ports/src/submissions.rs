//! Submitted forms.

use super::AccountId;
use crate::ApiError;
use async_trait::async_trait;
use form_engine::{answers::Answers, definition::Form, language::Language};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// A submitted form, as submitted.
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

/// The format of a download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFormat {
    Pdf,
    /// A PDF in at least 18 point type.
    LargePrint,
    /// For a screen reader or a Braille display.
    PlainText,
}

#[async_trait]
pub trait Submissions: Send + Sync {
    async fn list(&self, account: &AccountId, language: Language) -> Result<Vec<CopySummary>, ApiError>;
    async fn open(&self, account: &AccountId, reference: &str, language: Language) -> Result<Option<Copy>, ApiError>;
    /// The copy as a file.
    async fn download(
        &self,
        account: &AccountId,
        reference: &str,
        format: CopyFormat,
        language: Language,
    ) -> Result<Option<Vec<u8>>, ApiError>;
}
