//! Where a page of a form leads after it was saved.

use crate::{context, from_check::FromCheck, location::Location, paths};
use form_engine::{
    answers::ListItem,
    definition::{Content, ListDef},
    journey::{ItemJourney, Journey, NextPage},
    problem::{Problem, ProblemKind},
};
use ports::{Draft, Save};

/// The page that was saved.
pub fn path_of(save: &Save) -> Location {
    match (&save.item, &save.list, &save.inner) {
        (Some(item), Some(list), Some(inner)) => paths::draft_inner_item(&save.draft, &save.page, item, list, inner),
        (Some(item), Some(list), None) => paths::draft_inner_list(&save.draft, &save.page, item, list),
        (Some(item), None, _) => paths::draft_item(&save.draft, &save.page, item),
        (None, ..) => paths::draft_page(&save.draft, &save.page),
    }
}

/// Where "Continue" leads: back to the page if it has errors or asks about a slip that isn't among those kept, otherwise
/// onward.
pub fn next_location(draft: &Draft, left: &Save, kept: &str, from_check: Option<&FromCheck>) -> Location {
    let today = context::ports().map(|ports| ports.clock.today()).unwrap_or_default();
    let journey = Journey::new(&draft.form, &draft.answers, today);
    let Some(page) = draft.form.page(&left.page) else { return paths::draft(&draft.id) };
    let marked = |to: Location| from_check.map_or(to.clone(), |from| from.mark(to));
    let is_wrong = match (&page.content, &left.item) {
        (Content::List(list_def), Some(item)) => is_wrong_item(&journey, draft, list_def, item, (left, kept)),
        _ => !journey.problems(page).is_empty() || asks(&journey.slips(page), kept),
    };
    if is_wrong {
        return marked(path_of(left).flag("check"));
    }
    if let (Content::List(list_def), Some(item)) = (&page.content, &left.item) {
        return marked(after_item(&journey, draft, list_def, item, left));
    }
    match if from_check.is_some() { journey.first_open() } else { journey.after(&left.page) } {
        NextPage::Page(page) => marked(paths::draft_page(&draft.id, &page.slug)),
        NextPage::Check => from_check.map_or_else(|| paths::check(&draft.id), |from| from.back(&draft.id)),
    }
}

/// Whether one of these slips hasn't been asked about yet.
fn asks(slips: &[Problem], kept: &str) -> bool {
    slips.iter().any(|slip| match &slip.fault {
        ProblemKind::EmailSlip { typed, .. } => kept.lines().all(|kept| kept != typed),
        _ => false,
    })
}

/// Whether the page of a list item or of its nested list has errors.
fn is_wrong_item(journey: &Journey<'_>, draft: &Draft, list_def: &ListDef, item: &str, (left, kept): (&Save, &str)) -> bool {
    let is_wrong = |item: &ItemJourney<'_>| !item.problems().is_empty() || asks(&item.slips(), kept);
    // Nothing typed makes no item, but errors are shown for it.
    let empty = ListItem::new(item);
    let there = draft.answers.item(&list_def.key, item).unwrap_or(&empty);
    let list_item = journey.list_item(list_def, there);
    let Some(inner) = left.list.as_deref().and_then(|list| list_def.inner(list)) else {
        return is_wrong(&list_item);
    };
    match left.inner.as_deref() {
        Some(id) => {
            let empty = ListItem::new(id);
            let item = there.item(&inner.list.key, id).unwrap_or(&empty);
            is_wrong(&list_item.inner(inner, item))
        }
        None => !list_item.list_problems(inner).is_empty(),
    }
}

/// After an item come its nested lists, one by one, then the list that it belongs to.
fn after_item(journey: &Journey<'_>, draft: &Draft, list_def: &ListDef, item: &str, left: &Save) -> Location {
    let inner_list = |list: &str| paths::draft_inner_list(&draft.id, &left.page, item, list);
    if let (Some(list), Some(_)) = (&left.list, &left.inner) {
        return inner_list(list);
    }
    let there = draft.answers.item(&list_def.key, item);
    let lists = there.map(|there| journey.list_item(list_def, there).lists().map(|list| list.list.key.clone()).collect());
    let lists: Vec<String> = lists.unwrap_or_default();
    let done = left.list.as_ref().map_or(0, |done| lists.iter().position(|list| list == done).map_or(0, |at| at + 1));
    lists.get(done).map_or_else(|| paths::draft_page(&draft.id, &left.page), |list| inner_list(list))
}
