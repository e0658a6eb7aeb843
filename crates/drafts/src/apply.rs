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
    let is_old = is_old(opened, save);
    match (&page.content, &save.item) {
        (Content::List(list_def), Some(item)) => return apply_to_item(opened, list_def, item, save),
        (_, Some(_)) => return Applied::NoSuchPage,
        (_, None) => {
            let typed = match taken(page.questions(), &save.typed) {
                Ok(typed) => typed,
                Err(why) => return Applied::Not(why),
            };
            let answers = &mut opened.content.answers;
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

/// Whether the page has changed since it was opened.
fn is_old(opened: &OpenedDraft, save: &Save) -> bool {
    opened.content.changed.get(&save.page).is_some_and(|changed_at| *changed_at > save.revision)
}

/// The same for a list item, or for an item of its nested list. Nothing typed makes no item, and an item that was
/// removed elsewhere stays removed: what was typed about it is kept beside the draft.
fn apply_to_item(opened: &mut OpenedDraft, list_def: &ListDef, item: &str, save: &Save) -> Applied {
    let (list, inner) = match (&save.list, &save.inner) {
        // The overview page of a nested list has no fields.
        (Some(list), None) => return if list_def.inner(list).is_some() { Applied::Changed } else { Applied::NoSuchPage },
        (Some(list), Some(inner)) => {
            let Some(found) = list_def.inner(list) else { return Applied::NoSuchPage };
            (&found.list, Some((list.as_str(), inner.as_str())))
        }
        (None, _) => (list_def, None),
    };
    let path = ItemPath { list: &list_def.key, id: item, inner };
    let typed = match taken(&list.questions, &save.typed) {
        Ok(typed) => typed,
        Err(why) => return Applied::Not(why),
    };
    let is_blank = typed.values().flatten().all(|value| value.trim().is_empty());
    let (is_old, next) = (is_old(opened, save), opened.row.revision + 1);
    let content = &mut opened.content;
    match content.answers.list_item(path) {
        Some(there) if is_old && there.fields != typed => return Applied::Stale(typed),
        Some(there) if is_blank && there.items.is_empty() => content.remove_item(path, next),
        Some(_) => content.answers.replace_item(path, &list.questions, &typed),
        None if is_blank => {}
        None if content.was_removed_since(path, save.revision) => return Applied::Stale(typed),
        None => match full(&content.answers, list_def, path, list) {
            Some(most) => return Applied::Not(NotSaved::ListFull(most)),
            None => content.answers.replace_item(path, &list.questions, &typed),
        },
    }
    Applied::Changed
}

/// The maximum of the list that has no room for another item, if there is one: the item's own list, or the one around
/// it.
fn full(answers: &Answers, list_def: &ListDef, path: ItemPath<'_>, list: &ListDef) -> Option<usize> {
    let outer = answers.item(path.list, path.id);
    if outer.is_none() && answers.items(path.list).len() >= list_def.max {
        return Some(list_def.max);
    }
    let (key, _) = path.inner?;
    outer.is_some_and(|outer| outer.items(key).len() >= list.max).then_some(list.max)
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
