//! The answers that count, without those that were typed and aren't asked.

use super::{Journey, Thing};
use crate::{
    answers::{Answers, Fields, Item, Items},
    definition::{Content, Question},
};

impl Journey<'_> {
    /// What a copy holds: nothing that a condition hides is kept as if it had been asked.
    pub fn counted(&self) -> Answers {
        let mut counted = Answers { visited: self.answers.visited.clone(), ..Answers::default() };
        for page in self.pages() {
            match &page.content {
                Content::Questions(_) => counted.fields.extend(of_questions(self.questions(page), &self.answers.fields)),
                Content::List(group) => {
                    let items = self.answers.items(&group.key);
                    put(&mut counted.items, &group.key, items.iter().map(|item| of_thing(&self.thing(group, item))));
                }
                Content::Text(_) | Content::Stop(_) => {}
            }
        }
        counted
    }
}

fn of_thing(thing: &Thing<'_>) -> Item {
    let mut items = Items::new();
    for inner in thing.lists() {
        let own = thing.items(inner).iter().map(|item| of_thing(&thing.inner(inner, item)));
        put(&mut items, &inner.group.key, own);
    }
    Item { id: thing.item().id.clone(), fields: of_questions(thing.questions(), thing.fields()), items }
}

fn put(items: &mut Items, list: &str, things: impl Iterator<Item = Item>) {
    let things: Vec<Item> = things.collect();
    if !things.is_empty() {
        items.insert(list.to_owned(), things);
    }
}

fn of_questions<'q>(questions: impl Iterator<Item = &'q Question>, fields: &Fields) -> Fields {
    // What the account says isn't typed and belongs to the copy.
    let names = questions.flat_map(|question| {
        let own = (!question.is_typed()).then(|| question.key.clone());
        question.fields().into_iter().chain(own)
    });
    names.filter_map(|name| Some((name.clone(), fields.get(&name)?.clone()))).collect()
}
