//! Putting what was typed on a page into a draft.

use super::content::Opened;
use form_engine::{
    answers::{Answers, Fields, ItemPath, retain_known, unknown_fields},
    definition::{Content, Group, Question},
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
pub fn apply(opened: &mut Opened, save: &Save) -> Applied {
    let form = opened.publication.form.clone();
    let Some(page) = form.page(&save.page) else { return Applied::NoSuchPage };
    let changed_at = opened.content.changed.get(&save.page).copied().unwrap_or_default();
    let is_old = changed_at > save.revision;
    let answers = &mut opened.content.answers;
    match (&page.content, &save.item) {
        (Content::List(group), Some(item)) => return apply_to_thing(answers, group, item, save, is_old),
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
fn apply_to_thing(answers: &mut Answers, group: &Group, item: &str, save: &Save, is_old: bool) -> Applied {
    let (list, inner) = match (&save.list, &save.inner) {
        // The page of a thing's own list has nothing typed on it.
        (Some(list), None) => return if group.inner(list).is_some() { Applied::Changed } else { Applied::NoSuchPage },
        (Some(list), Some(inner)) => {
            let Some(found) = group.inner(list) else { return Applied::NoSuchPage };
            if answers.item(&group.key, item).is_none() {
                return Applied::NoSuchPage;
            }
            (&found.group, Some((list.as_str(), inner.as_str())))
        }
        (None, _) => (group, None),
    };
    let spot = ItemPath { list: &group.key, id: item, inner };
    let typed = match taken(&list.questions, &save.typed) {
        Ok(typed) => typed,
        Err(why) => return Applied::Not(why),
    };
    let there = answers.thing(spot);
    if is_old && there.is_some_and(|there| there.fields != typed) {
        return Applied::Stale(typed);
    }
    let count = match inner {
        None => answers.items(&group.key).len(),
        Some((list, _)) => answers.item(&group.key, item).map_or(0, |around| around.items(list).len()),
    };
    if there.is_none() && count >= list.max {
        return Applied::Not(NotSaved::ListFull(list.max));
    }
    answers.replace_thing(spot, &list.questions, &typed);
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
