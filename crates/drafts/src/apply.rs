//! Putting what was typed on a page into a draft.

use super::content::OpenedDraft;
use form_engine::{
    answers::{Answers, Fields, ItemPath, retain_known, unknown_fields},
    definition::{Content, ListDef, Question},
    room::too_long,
};
use ports::{NotSaved, Save, SaveMode};

/// What putting a change into a draft came to.
pub enum Applied {
    Changed,
    /// Newer answers of the same page stand.
    Stale(Fields),
    Not(NotSaved),
    NoSuchPage,
}

/// Puts what was typed on a page into the draft, unless the page changed since it was opened.
pub fn apply(opened: &mut OpenedDraft, save: &Save) -> Applied {
    let form = opened.publication.form.clone();
    let Some(page) = form.page(&save.page) else { return Applied::NoSuchPage };
    let changed_at = opened.content.changed.get(&save.page).copied().unwrap_or_default();
    let is_old = changed_at > save.revision;
    let answers = &mut opened.content.answers;
    match (&page.content, &save.item) {
        (Content::List(list_def), Some(item)) => return apply_to_item(answers, list_def, item, save, is_old),
        (_, Some(_)) => return Applied::NoSuchPage,
        (_, None) => {
            let typed = match taken(page.questions(), &save.typed) {
                Ok(typed) => typed,
                Err(why) => return Applied::Not(why),
            };
            if is_old && answers.of_page(page) != typed {
                return Applied::Stale(typed);
            }
            answers.replace_page(page, &typed);
            if save.how == SaveMode::Continue {
                answers.visited.insert(save.page.clone());
            }
        }
    }
    Applied::Changed
}

/// The same for one thing of a list, or of a list that such a thing has.
fn apply_to_item(answers: &mut Answers, list_def: &ListDef, item: &str, save: &Save, is_old: bool) -> Applied {
    let (list, inner) = match (&save.list, &save.inner) {
        // The page of a thing's own list has nothing typed on it.
        (Some(list), None) => return if list_def.inner(list).is_some() { Applied::Changed } else { Applied::NoSuchPage },
        (Some(list), Some(inner)) => {
            let Some(found) = list_def.inner(list) else { return Applied::NoSuchPage };
            if answers.item(&list_def.key, item).is_none() {
                return Applied::NoSuchPage;
            }
            (&found.list, Some((list.as_str(), inner.as_str())))
        }
        (None, _) => (list_def, None),
    };
    let path = ItemPath { list: &list_def.key, id: item, inner };
    let typed = match taken(&list.questions, &save.typed) {
        Ok(typed) => typed,
        Err(why) => return Applied::Not(why),
    };
    let there = answers.list_item(path);
    if is_old && there.is_some_and(|there| there.fields != typed) {
        return Applied::Stale(typed);
    }
    let count = match inner {
        None => answers.items(&list_def.key).len(),
        Some((list, _)) => answers.item(&list_def.key, item).map_or(0, |around| around.items(list).len()),
    };
    if there.is_none() && count >= list.max {
        return Applied::Not(NotSaved::ListFull(list.max));
    }
    answers.replace_item(path, &list.questions, &typed);
    Applied::Changed
}

/// Of what was typed, what these questions take, if there is room for it.
fn taken(questions: &[Question], typed: &Fields) -> Result<Fields, NotSaved> {
    // What belongs to no question of the page is told by its number only.
    let count = unknown_fields(questions, typed);
    if count > 0 {
        tracing::info!(count, "answers to questions that aren't on the page were ignored");
    }
    let typed = retain_known(questions, typed);
    if too_long(questions, &typed).is_empty() { Ok(typed) } else { Err(NotSaved::TooLong) }
}
