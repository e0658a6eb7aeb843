//! Forms that were sent.

use super::AccountId;
use crate::ApiError;
use async_trait::async_trait;
use form_engine::{answers::Answers, definition::Form, language::Language};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

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
pub enum CopyFormat {
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
    async fn download(
        &self,
        account: &AccountId,
        reference: &str,
        format: CopyFormat,
        language: Language,
    ) -> Result<Option<Vec<u8>>, ApiError>;
}
