//! Copies of submitted forms, which their owners read on screen or as a PDF.

use crate::{Catalogue, missing};
use async_trait::async_trait;
use form_engine::{
    definition::Form,
    language::Language,
    record::{Audience, RecordEntry, RecordItem, RecordPage, RecordSection, record},
    reference::Reference,
};
use i18n::{Messages, args};
use platform::{heavy::HeavyWork, internal};
use ports::{AccountId, ApiError, Copy, CopyFormat, CopySummary, DraftId, LocalClock, SentDraft, Submissions};
use service::Service;
use std::sync::Arc;
use store::submissions::SubmissionRow;
use tracing::instrument;

/// Implements the port [`ports::Submissions`].
pub struct SubmissionsService {
    service: Service,
    forms: Arc<Catalogue>,
    renderer: Arc<pdf::Renderer>,
    /// Limits how many PDFs are rendered at a time.
    drawing: HeavyWork,
}

impl SubmissionsService {
    /// The service for copies, with the renderer of their PDFs.
    pub fn new(service: Service, forms: Arc<Catalogue>, renderer: Arc<pdf::Renderer>) -> Self {
        Self { service, forms, renderer, drawing: HeavyWork::default() }
    }
}

#[async_trait]
impl Submissions for SubmissionsService {
    #[instrument(level = "debug", skip_all)]
    async fn list(&self, account: &AccountId, language: Language) -> Result<Vec<CopySummary>, ApiError> {
        let rows = self.service.store.reader().submissions(account, self.service.now()).await?;
        rows.into_iter()
            .map(|row| {
                let form = self.form(&row, language)?;
                Ok(CopySummary {
                    reference: row.reference,
                    form: form.name.clone(),
                    sent: row.sent_at.into(),
                    until: self.service.last_day(row.expires_at),
                })
            })
            .collect()
    }

    #[instrument(level = "debug", skip_all)]
    async fn open(&self, account: &AccountId, reference: &str, language: Language) -> Result<Option<Copy>, ApiError> {
        let Some(reference) = Reference::parse(reference) else { return Ok(None) };
        let found = self.service.store.reader().submission(account, reference.as_str(), self.service.now()).await;
        let found = found?;
        if found.is_none() {
            missing::copy(&self.service, account, reference.as_str()).await;
        }
        found.map(|row| self.copy(row, language)).transpose()
    }

    #[instrument(level = "debug", skip_all)]
    async fn of_draft(&self, account: &AccountId, draft: &DraftId) -> Result<Option<SentDraft>, ApiError> {
        let now = self.service.now();
        let found = self.service.store.reader().submission_of_draft(account, draft).await?;
        let listed = found.filter(|row| !row.unlisted && row.expires_at > now);
        Ok(listed.map(|row| SentDraft { reference: row.reference, sent: row.sent_at.into() }))
    }

    #[instrument(level = "debug", skip_all)]
    async fn download(
        &self,
        account: &AccountId,
        reference: &str,
        format: CopyFormat,
        language: Language,
    ) -> Result<Option<Vec<u8>>, ApiError> {
        let document = async || {
            let copy = self.open(account, reference, language).await?;
            Ok::<_, ApiError>(copy.map(|copy| self.document(&copy, Messages::of(language))))
        };
        let print = match format {
            CopyFormat::PlainText => return Ok(document().await?.map(|document| pdf::plain_text(&document).into_bytes())),
            CopyFormat::Pdf => pdf::Print::Standard,
            CopyFormat::LargePrint => pdf::Print::Large,
        };
        // Waits before anything is read, so that a waiting request needs hardly any memory.
        let turn = self.drawing.turn().await?;
        let Some(document) = document().await? else { return Ok(None) };
        let renderer = self.renderer.clone();
        Ok(Some(turn.run(move || renderer.render(&document, print)).await?.map_err(internal)?))
    }
}

impl SubmissionsService {
    /// The form as it was when the copy was submitted.
    fn form(&self, row: &SubmissionRow, language: Language) -> Result<Arc<Form>, ApiError> {
        let version = self.forms.version(&row.form_hash).ok_or_else(|| internal("a copy's form version is missing"))?;
        Ok(version.read_in(language).clone())
    }

    fn copy(&self, row: SubmissionRow, language: Language) -> Result<Copy, ApiError> {
        let answers = self.service.open(&row)?;
        let sent = self.service.clock.day(row.sent_at.into());
        let form = self.form(&row, language)?.worded_for(&answers, sent);
        let until = self.service.last_day(row.expires_at);
        Ok(Copy { reference: row.reference, form, answers, sent: row.sent_at.into(), until })
    }

    /// The copy as a PDF, with the same record as on screen.
    fn document(&self, copy: &Copy, t: Messages) -> pdf::Document {
        let sent = self.service.clock.day(copy.sent);
        let (date, time) = (&t.day(sent), &t.time(self.service.clock.time(copy.sent)));
        let facts = [
            (t.pdf_reference(), copy.reference.clone()),
            (t.pdf_sent(), t.moment(args::Moment { date, time })),
            (t.pdf_kept(), t.pdf_kept_until(t.day(copy.until))),
        ];
        let answers = record(&copy.form, &copy.answers, sent, &t, Audience::Copy).into_iter().map(section);
        pdf::Document {
            t,
            council: self.service.settings.council.name.clone(),
            title: copy.form.name.clone(),
            facts: facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            reference: copy.reference.clone(),
            created: copy.sent.as_second(),
            sections: answers.chain([self.next_steps(copy, t)]).collect(),
        }
    }

    /// What happens next, with the number to call.
    fn next_steps(&self, copy: &Copy, t: Messages) -> pdf::Section {
        let council = self.service.council();
        let waiting = args::CopyWaiting { phone: &council.phone, time: &copy.form.answer_within };
        let text = form_engine::text::plain(&council.fill(&copy.form.after.next));
        let paragraphs = text.split("\n\n").map(str::to_owned).chain([t.copy_waiting(waiting)]);
        pdf::Section { heading: t.sent_next().to_owned(), blocks: paragraphs.map(pdf::Block::Text).collect() }
    }
}

fn section(section: RecordSection) -> pdf::Section {
    pdf::Section { heading: section.title, blocks: section.pages.into_iter().flat_map(page).collect() }
}

fn page(page: RecordPage) -> Vec<pdf::Block> {
    let mut blocks = vec![pdf::Block::Heading(page.title)];
    blocks.extend(page.entries.into_iter().map(answer));
    blocks.extend(page.items.into_iter().flat_map(item));
    blocks.extend(page.none.map(pdf::Block::Text));
    blocks
}

fn item(item: RecordItem) -> Vec<pdf::Block> {
    let mut blocks = vec![pdf::Block::Heading(item.name)];
    blocks.extend(item.entries.into_iter().map(answer));
    for list in item.lists {
        for inner in list.items {
            blocks.push(pdf::Block::Heading(format!("{}: {}", list.title, inner.name)));
            blocks.extend(inner.entries.into_iter().map(answer));
        }
        if let Some(none) = list.none {
            blocks.push(pdf::Block::Heading(list.title));
            blocks.push(pdf::Block::Text(none));
        }
    }
    blocks
}

fn answer(entry: RecordEntry) -> pdf::Block {
    pdf::Block::Answer { question: entry.question, answer: entry.answer }
}
