//! Reuse: answers that somebody has given before, offered when they start another form.

use super::{DraftsService, content::OpenedDraft};
use form_engine::{
    answers::Answers,
    definition::Form,
    fields::typed,
    journey::Journey,
    language::Language,
    reuse::{self, reused},
};
use ports::{ApiError, DraftId, LocalClock, Owner, ReuseOffer};
use std::sync::Arc;
use store::UnixMillis;

/// How many of the newest drafts and of the newest copies are searched.
const MOST: usize = 10;

/// An earlier draft or copy with its opened answers.
struct EarlierForm {
    id: String,
    form: Arc<Form>,
    answers: Answers,
    at: UnixMillis,
}

impl EarlierForm {
    /// Whether other forms must not mention this one.
    fn is_private(&self) -> bool {
        self.answers.keep_unnamed(&self.form)
    }
}

impl DraftsService {
    /// The earlier forms that have answers to reuse in `form`, newest first, but the one with the id `from` before them.
    pub(super) async fn earlier_of(
        &self,
        owner: &Owner,
        form: &str,
        from: Option<&str>,
        language: Language,
    ) -> Result<Vec<ReuseOffer>, ApiError> {
        let Some(version) = self.forms.current(form) else { return Ok(Vec::new()) };
        // The owner has just come from that form, so it may be mentioned even if others mustn't.
        let mut known = if from.is_some() { self.known(owner, from, language).await? } else { Vec::new() };
        let others = self.known(owner, None, language).await?;
        known.extend(others.into_iter().filter(|other| !other.is_private() && from != Some(&*other.id)));
        known.retain(|known| self.taken(known, &version.publication.form, "-") != Answers::default());
        Ok(known.into_iter().map(offer).collect())
    }

    /// The answers a new draft starts with: none, or those that its owner agreed to reuse.
    pub(super) async fn begun(&self, owner: &Owner, form: &Form, from: Option<&str>, id: &str) -> Result<Answers, ApiError> {
        let Some(from) = from else { return Ok(Answers::default()) };
        let known = self.known(owner, Some(from), Language::English).await?;
        Ok(known.first().map_or_else(Answers::default, |known| self.taken(known, form, id)))
    }

    fn taken(&self, known: &EarlierForm, form: &Form, id: &str) -> Answers {
        let journey = Journey::new(&known.form, &known.answers, self.service.clock.today());
        reused(reuse::ReuseSource { form: &known.form, journey: &journey }, form, id)
    }

    /// The owner's drafts and copies, newest first, or only the one with the id `from`.
    async fn known(&self, owner: &Owner, from: Option<&str>, language: Language) -> Result<Vec<EarlierForm>, ApiError> {
        if let Some(from) = from
            && let Some(opened) = self.read(owner, &DraftId(from.to_owned())).await?
        {
            return Ok(vec![of_draft(opened, language)]);
        }
        let Owner::Account(account) = owner else { return Ok(Vec::new()) };
        let now = self.service.now();
        let drafts = self.service.store.reader().drafts(owner, now).await?;
        let copies = self.service.store.reader().submissions(account, now).await?;
        let mut known: Vec<EarlierForm> = Vec::new();
        // One that can't be opened must not hide the others.
        for row in drafts.into_iter().take(MOST) {
            known.extend(self.opened_of_list(row).await.map(|opened| of_draft(opened, language)));
        }
        for row in copies.into_iter().take(MOST) {
            let Some(publication) = self.forms.version(&row.form_hash) else { continue };
            let Ok(answers) = self.service.open(&row).map_err(ApiError::from) else { continue };
            known.push(EarlierForm {
                form: publication.read_in(language).clone(),
                answers,
                at: row.sent_at,
                id: row.reference,
            });
        }
        known.retain(|known| from.is_none_or(|from| known.id == from));
        known.sort_by_key(|known| std::cmp::Reverse(known.at));
        Ok(known)
    }
}

fn offer(known: EarlierForm) -> ReuseOffer {
    let name = ["p_first", "p_last"].map(|key| typed(&known.answers.fields, key)).join(" ");
    ReuseOffer { form: known.form.name.clone(), at: known.at.into(), about: name.trim().to_owned(), id: known.id }
}

fn of_draft(opened: OpenedDraft, language: Language) -> EarlierForm {
    let form = opened.publication.read_in(language).clone();
    EarlierForm { form, answers: opened.content.answers, at: opened.row.saved_at, id: opened.row.id }
}
