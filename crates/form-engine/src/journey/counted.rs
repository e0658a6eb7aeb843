//! The answers that count, without those to questions that are no longer asked.

use super::{ItemJourney, Journey};
use crate::{
    answers::{Answers, ListItem, ListItems},
    definition::{Content, Question},
    fields::Fields,
};

impl Journey<'_> {
    /// The content of a copy. Answers to questions hidden by a condition are left out.
    pub fn counted(&self) -> Answers {
        let mut counted = Answers { visited: self.answers.visited.clone(), ..Answers::default() };
        for page in self.pages() {
            match &page.content {
                Content::Questions(_) => counted.fields.extend(of_questions(self.questions(page), &self.answers.fields)),
                Content::List(list_def) => {
                    let items = self.answers.items(&list_def.key);
                    put(
                        &mut counted.items,
                        &list_def.key,
                        items.iter().map(|item| of_item(&self.list_item(list_def, item))),
                    );
                }
                Content::Text(_) | Content::Stop(_) => {}
            }
        }
        counted
    }
}

fn of_item(list_item: &ItemJourney<'_>) -> ListItem {
    let mut items = ListItems::new();
    for inner in list_item.lists() {
        let own = list_item.items(inner).iter().map(|item| of_item(&list_item.inner(inner, item)));
        put(&mut items, &inner.list.key, own);
    }
    ListItem { id: list_item.item().id.clone(), fields: of_questions(list_item.questions(), list_item.fields()), items }
}

fn put(items: &mut ListItems, list: &str, list_items: impl Iterator<Item = ListItem>) {
    let list_items: Vec<ListItem> = list_items.collect();
    if !list_items.is_empty() {
        items.insert(list.to_owned(), list_items);
    }
}

fn of_questions<'q>(questions: impl Iterator<Item = &'q Question>, fields: &Fields) -> Fields {
    // Account details aren't typed, but belong to the copy.
    let names = questions.flat_map(|question| {
        let own = (!question.is_typed()).then(|| question.key.clone());
        question.fields().into_iter().chain(own)
    });
    names.filter_map(|name| Some((name.clone(), fields.get(&name)?.clone()))).collect()
}
