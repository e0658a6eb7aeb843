//! What a draft holds, and how it gets into its row and out again.

use super::{
    DraftsService,
    versions::{is_undecided, must_move},
};
use crate::{
    clock::instant,
    crypto::{Place, SealError},
    forms::Publication,
    service::internal,
    store::drafts::DraftRow,
};
use app::{
    error::ApiError,
    ports::{Conflict, Draft, DraftSummary, LocalClock, Newer},
};
use domain::{
    answers::{Answers, Fields},
    journey::{Journey, Next},
    language::Language,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the sealed column holds.
#[derive(Default, Serialize, Deserialize)]
pub struct Sealed {
    pub answers: Answers,
    /// At which revision each page last changed: a save from an older page of the same name is stale.
    pub changed: BTreeMap<String, i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<KeptConflict>,
    /// The newer version that its owner didn't want.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declined: Option<String>,
}

/// What somebody typed on a page that had newer answers.
#[derive(Serialize, Deserialize)]
pub struct KeptConflict {
    pub page: String,
    pub typed: Fields,
}

/// A draft taken out of its row.
pub struct Opened {
    pub row: DraftRow,
    pub publication: Publication,
    pub content: Sealed,
}

/// Where a draft is sealed.
pub fn place(row: &DraftRow) -> Place<'_> {
    Place { table: "draft", row: &row.id, owner: row.account_id.as_deref().unwrap_or("visitor") }
}

impl DraftsService {
    pub(super) fn opened(&self, row: DraftRow) -> Result<Opened, ApiError> {
        let publication = self.forms.version(&row.form_hash).ok_or_else(|| internal("a draft's form version isn't kept"))?;
        let text = self.service.keyring.open(place(&row), &row.sealed).map_err(internal)?;
        let content = serde_json::from_slice(&text).map_err(|_| internal(SealError::Broken("draft".into())))?;
        Ok(Opened { row, publication, content })
    }

    pub(super) fn seal(&self, row: &DraftRow, content: &Sealed) -> Result<Vec<u8>, ApiError> {
        let text = serde_json::to_vec(content).map_err(internal)?;
        self.service.keyring.seal(&*self.service.random, place(row), &text).map_err(internal)
    }

    /// A draft as its pages show it.
    pub(super) fn draft(&self, opened: Opened, language: Language) -> Draft {
        let newer = self.newer(&opened).filter(|newer| is_undecided(&opened, newer));
        let newer = newer.map(|newer| Newer { must_move: must_move(&newer) });
        let Opened { row, publication, content } = opened;
        Draft {
            until: row.account_id.is_some().then(|| self.service.clock.day(instant(row.gone_from - 1))),
            id: row.id,
            form: publication.read_in(language).clone(),
            answers: content.answers,
            revision: row.revision,
            saved: instant(row.saved_at),
            newer,
            conflict: content.conflict.map(|kept| Conflict { page: kept.page, typed: kept.typed }),
        }
    }

    /// A draft as a list shows it.
    pub(super) fn summary(&self, opened: &Opened, language: Language) -> DraftSummary {
        let form = opened.publication.read_in(language);
        let journey = Journey::new(form, &opened.content.answers, self.service.clock.today());
        let page = match journey.first_open() {
            Next::Page(page) => Some(page.title.clone()),
            Next::Check => None,
        };
        DraftSummary {
            id: opened.row.id.clone(),
            form: form.name.clone(),
            page,
            done: journey.done(),
            saved: instant(opened.row.saved_at),
            until: self.service.clock.day(instant(opened.row.gone_from - 1)),
        }
    }
}
