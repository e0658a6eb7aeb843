//! What somebody typed on a page that had newer answers. It is kept beside them until the page has shown both and the
//! person has chosen. Other changes to the draft leave it alone.

use crate::{
    answers::{Answers, retain_known},
    definition::{Form, Page, Question},
    fields::Fields,
    journey::Journey,
    reuse::taken,
};
use serde::{Deserialize, Serialize};

/// How many texts are kept for one page; beyond that, the oldest is dropped.
const MOST_A_PAGE: usize = 3;

/// A page of a draft: of the form, or of a list item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageOfDraft {
    pub page: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The nested list, and the item in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inner: Option<(String, String)>,
}

/// One kept text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptText {
    #[serde(flatten)]
    pub at: PageOfDraft,
    /// The revision of the page that it was typed on.
    #[serde(default, rename = "made")]
    pub based_on: i64,
    /// The page shows it from this revision on, so a save based on an older revision hasn't seen it.
    #[serde(default, rename = "since")]
    pub shown_from: i64,
    /// Autosaved while the person went on typing, so the next text from the same page replaces it.
    #[serde(default, rename = "aside", skip_serializing_if = "std::ops::Not::not")]
    pub autosaved: bool,
    pub typed: Fields,
}

/// Everything kept for one draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeptTexts(pub Vec<KeptText>);

impl PageOfDraft {
    pub fn of_form(page: &str) -> Self {
        Self { page: page.to_owned(), ..Self::default() }
    }

    /// Whether this page is about the list item, or about an item nested in it.
    fn is_within(&self, list_item: &Self) -> bool {
        let is_same = self.page == list_item.page && self.item == list_item.item && self.item.is_some();
        is_same && (list_item.inner.is_none() || list_item.inner == self.inner)
    }
}

impl KeptTexts {
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps a text. An earlier autosave from the same page is replaced.
    pub fn keep(&mut self, text: KeptText) {
        let is_same = |kept: &KeptText| kept.typed == text.typed || (kept.autosaved && kept.based_on == text.based_on);
        self.0.retain(|kept| kept.at != text.at || !is_same(kept));
        let count = self.0.iter().filter(|kept| kept.at == text.at).count();
        if count >= MOST_A_PAGE
            && let Some(oldest) = self.0.iter().position(|kept| kept.at == text.at)
        {
            self.0.remove(oldest);
        }
        self.0.push(text);
    }

    /// The page was saved by somebody who had it open at revision `seen`: what it showed them then is resolved.
    pub fn resolve_conflict(&mut self, at: &PageOfDraft, seen: i64) {
        self.0.retain(|kept| kept.at != *at || kept.shown_from > seen);
    }

    /// A list item was removed. Texts kept about it go with it, unless its owner hasn't been shown them yet.
    pub fn settle_item(&mut self, list_item: &PageOfDraft, seen: i64) {
        self.0.retain(|kept| !kept.at.is_within(list_item) || kept.shown_from > seen);
    }

    /// The texts kept for a page, newest last.
    pub fn at<'a>(&'a self, at: &'a PageOfDraft) -> impl DoubleEndedIterator<Item = &'a KeptText> {
        self.0.iter().filter(move |kept| kept.at == *at)
    }

    /// The pages that wait for a choice, each once. Pages that the form doesn't have for these answers are left out.
    pub fn waiting<'a>(&'a self, form: &Form, journey: &Journey<'_>, answers: &Answers) -> Vec<&'a PageOfDraft> {
        let is_there = |at: &PageOfDraft| {
            let list_def = form.page(&at.page).filter(|page| journey.has_page(&page.slug)).map(Page::list);
            match (list_def, &at.item, &at.inner) {
                (None, ..) => false,
                (Some(_), None, _) => true,
                (Some(list_def), Some(_), None) => list_def.is_some(),
                (Some(list_def), Some(item), Some((list, _))) => list_def.is_some_and(|list_def| {
                    let outer = answers.item(&list_def.key, item).map(|item| journey.list_item(list_def, item));
                    // The text may be about an item that was removed.
                    outer.map_or_else(
                        || list_def.inner(list).is_some(),
                        |list_item| list_item.lists().any(|inner| inner.list.key == *list),
                    )
                }),
            }
        };
        let mut found: Vec<&PageOfDraft> = Vec::new();
        for kept in self.0.iter().filter(|kept| is_there(&kept.at)) {
            if !found.contains(&&kept.at) {
                found.push(&kept.at);
            }
        }
        found
    }

    /// Moves the texts to a newer version of the form, as far as its questions accept the answers. `answers` are
    /// those of the draft in the newer version.
    #[must_use]
    pub fn moved(self, old: &Form, new: &Form, answers: &Answers, shown_from: i64) -> Self {
        let mut moved = Self::default();
        for kept in self.0 {
            match &kept.at.item {
                None => moved.0.extend(moved_page(&kept, old, new, answers, shown_from)),
                Some(_) => moved.0.extend(moved_list_item(&kept, old, new, shown_from)),
            }
        }
        moved
    }
}

/// A page's questions may be spread over several pages of the newer version. Other answers on those stay as saved.
fn moved_page(kept: &KeptText, old: &Form, new: &Form, answers: &Answers, shown_from: i64) -> Vec<KeptText> {
    let before = old.page(&kept.at.page).map_or(&[][..], Page::questions);
    let of_page = |page: &Page| {
        let same: Vec<(&Question, &Question)> = page
            .questions()
            .iter()
            .filter_map(|now| Some((before.iter().find(|before| before.key == now.key)?, now)))
            .collect();
        let mut typed = answers.of_page(page);
        for (before, now) in &same {
            now.fields().iter().for_each(|name| drop(typed.remove(name)));
            typed.extend(taken(before, now, &kept.typed));
        }
        let is_of_use = !same.is_empty() && typed != answers.of_page(page);
        is_of_use.then(|| KeptText {
            at: PageOfDraft::of_form(&page.slug),
            based_on: kept.based_on,
            shown_from,
            autosaved: false,
            typed,
        })
    };
    new.pages().filter_map(of_page).collect()
}

fn moved_list_item(kept: &KeptText, old: &Form, new: &Form, shown_from: i64) -> Option<KeptText> {
    let before = old.page(&kept.at.page)?.list()?;
    let (place, now) = new.list(&before.key)?;
    let page = new.at(place)?.1.slug.clone();
    let (before, now) = match &kept.at.inner {
        None => (&before.questions, &now.questions),
        Some((list, _)) => (&before.inner(list)?.list.questions, &now.inner(list)?.list.questions),
    };
    let same = now.iter().filter_map(|now| Some((before.iter().find(|before| before.key == now.key)?, now)));
    let typed: Fields = same.flat_map(|(before, now)| taken(before, now, &kept.typed)).collect();
    let typed = retain_known(now, &typed);
    (!typed.is_empty()).then(|| KeptText {
        at: PageOfDraft { page, ..kept.at.clone() },
        based_on: kept.based_on,
        shown_from,
        autosaved: false,
        typed,
    })
}

#[cfg(test)]
#[path = "kept_tests.rs"]
mod tests;
