//! A draft as pages and lists show it.

use super::{
    DraftsService,
    content::OpenedDraft,
    versions::{is_undecided, must_move},
};
use form_engine::{
    journey::{Journey, NextPage},
    language::Language,
};
use ports::{Draft, DraftId, DraftLabel, DraftSummary, LocalClock, Newer};

impl DraftsService {
    /// A draft as its pages show it.
    pub(super) fn draft(&self, opened: OpenedDraft, language: Language) -> Draft {
        let newer = self.newer(&opened).filter(|newer| is_undecided(&opened, newer));
        let newer = newer.map(|newer| Newer { must_move: must_move(&newer) });
        let OpenedDraft { row, publication, content, return_email } = opened;
        Draft {
            until: row.account_id.is_some().then(|| self.service.last_day(row.expires_at)),
            id: DraftId(row.id),
            form: publication.read_in(language).worded_for(&content.answers, self.service.clock.today()),
            answers: content.answers,
            revision: row.revision,
            saved: row.saved_at.into(),
            newer,
            return_email,
            saved_pages: content.changed.into_keys().collect(),
            kept: content.kept,
        }
    }

    /// A draft as a list shows it.
    pub(super) fn summary(&self, opened: &OpenedDraft, language: Language) -> DraftSummary {
        let (answers, today) = (&opened.content.answers, self.service.clock.today());
        let form = &opened.publication.read_in(language).worded_for(answers, today);
        let journey = Journey::new(form, answers, today);
        let page = match journey.first_open() {
            NextPage::Page(page) => Some(page.title.clone()),
            NextPage::Check => None,
        };
        let named = (!opened.content.answers.keep_unnamed(form)).then(|| DraftLabel { form: form.name.clone(), page });
        DraftSummary {
            id: DraftId(opened.row.id.clone()),
            named,
            done: journey.done(),
            left: journey.remaining(),
            saved: opened.row.saved_at.into(),
            until: self.service.last_day(opened.row.expires_at),
        }
    }
}
