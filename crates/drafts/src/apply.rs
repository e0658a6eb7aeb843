//! Applies what was typed on a page to a draft.

use super::content::OpenedDraft;
use form_engine::{
    answers::{Answers, ItemPath, retain_known, unknown_fields},
    definition::{Content, ListDef, Question},
    fields::Fields,
    stored_length::too_long,
};
use ports::{NotSaved, Save, SaveMode};

/// Outcome of applying a change to a draft.
pub enum Applied {
    Changed,
    /// The page has newer answers, which stay. Holds what was typed.
    Stale(Fields),
    Not(NotSaved),
    NoSuchPage,
}

/// Applies what was typed on a page to the draft, unless the page has changed since it was opened.
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

/// The same for a list item, or for an item of its nested list.
fn apply_to_item(answers: &mut Answers, list_def: &ListDef, item: &str, save: &Save, is_old: bool) -> Applied {
    let (list, inner) = match (&save.list, &save.inner) {
        // The overview page of a nested list has no fields.
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

/// The typed answers that belong to these questions, or an error if one of them is too long.
fn taken(questions: &[Question], typed: &Fields) -> Result<Fields, NotSaved> {
    // Only the number of unknown fields is logged, never their content.
    let count = unknown_fields(questions, typed);
    if count > 0 {
        tracing::info!(count, "answers to questions that aren't on the page were ignored");
    }
    let typed = retain_known(questions, typed);
    if too_long(questions, &typed).is_empty() { Ok(typed) } else { Err(NotSaved::TooLong) }
}
