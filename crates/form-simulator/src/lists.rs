//! The part of a walk that goes through lists, their items, and nested lists.

use crate::{
    verdict::{BrowserResult, item_after, rules_of, sent},
    walk::{FillStyle, TRIES, Walker},
};
use form_engine::{
    answers::{ItemPath, ListItem},
    definition::{InnerList, ListDef, Page},
    fields::Fields,
    journey::Journey,
};

/// A list of the form, or a nested list.
#[derive(Clone, Copy)]
struct List<'f, 'i> {
    outer: &'f ListDef,
    /// The item and its nested list.
    inner: Option<(&'i str, &'f InnerList)>,
}

impl<'f> List<'f, '_> {
    fn list(&self) -> &'f ListDef {
        self.inner.map_or(self.outer, |(_, inner)| &inner.list)
    }

    fn path<'s>(&'s self, id: &'s str) -> ItemPath<'s> {
        match &self.inner {
            None => ItemPath { list: &self.outer.key, id, inner: None },
            Some((around, inner)) => ItemPath { list: &self.outer.key, id: around, inner: Some((&inner.list.key, id)) },
        }
    }
}

/// Nobody adds more items than this unless the form requires them.
const MANY: usize = 5;

impl<'f> Walker<'f> {
    pub(crate) fn visit_list(&mut self, page: &'f Page, list_def: &'f ListDef) -> Result<(), String> {
        let list = List { outer: list_def, inner: None };
        self.fill_list(list)?;
        if self.rng.per_cent(10) {
            self.remove_one(list);
        }
        for _ in 0..TRIES {
            self.answers.visited.insert(page.slug.clone());
            self.note(page)?;
            if self.journey().problems(page).is_empty() {
                return Ok(());
            }
            self.put_right(list)?;
        }
        Err(format!("nobody gets past the list {}: {:?}", page.slug, self.journey().problems(page)))
    }

    fn items(&self, list: List<'f, '_>) -> &[ListItem] {
        match list.inner {
            None => self.answers.items(&list.outer.key),
            Some((around, inner)) => {
                self.answers.item(&list.outer.key, around).map_or(&[], |item| item.items(&inner.list.key))
            }
        }
    }

    /// Adds plausible items, and changes an existing one.
    fn fill_list(&mut self, list: List<'f, '_>) -> Result<(), String> {
        let list_def = list.list();
        let aims = self.world.numbers(&list_def.key, &mut self.rng);
        let aim = self.rng.pick(aims).and_then(|aim| usize::try_from(*aim).ok());
        let any = self.rng.count(0..=2) + self.rng.count(0..=1) * self.rng.count(0..=3);
        let wanted = aim.filter(|_| self.rng.per_cent(70)).unwrap_or(any).min(MANY.max(list_def.min)).min(list_def.max);
        let before = self.items(list).len();
        if before > 0 && self.rng.per_cent(30) {
            let id = self.items(list).first().map(|item| item.id.clone()).unwrap_or_default();
            self.visit_item(list, &id, FillStyle::Changes)?;
        }
        for _ in before..wanted {
            self.add(list, FillStyle::Anything)?;
        }
        Ok(())
    }

    fn add(&mut self, list: List<'f, '_>, with: FillStyle) -> Result<(), String> {
        self.list_items += 1;
        let id = format!("i{}", self.list_items);
        self.visit_item(list, &id, with)
    }

    fn remove_one(&mut self, list: List<'f, '_>) {
        let ids: Vec<String> = self.items(list).iter().map(|item| item.id.clone()).collect();
        if let Some(id) = self.rng.pick(&ids) {
            self.answers.remove_item(list.path(id));
        }
    }

    /// Adds missing items and completes unfinished ones.
    fn put_right(&mut self, list: List<'f, '_>) -> Result<(), String> {
        while self.items(list).len() < list.list().min {
            self.add(list, FillStyle::Care)?;
        }
        let ids: Vec<String> = self.items(list).iter().map(|item| item.id.clone()).collect();
        ids.iter().try_for_each(|id| self.visit_item(list, id, FillStyle::Care))
    }

    /// The pages about one item: its questions, then its nested lists.
    fn visit_item(&mut self, list: List<'f, '_>, id: &str, with: FillStyle) -> Result<(), String> {
        self.visit_questions_of(list, id, with)?;
        if list.inner.is_some() {
            return Ok(());
        }
        let Some(item) = self.answers.item(&list.outer.key, id) else { return Ok(()) };
        let keys: Vec<String> =
            self.journey().list_item(list.outer, item).lists().map(|inner| inner.list.key.clone()).collect();
        let inners = list.outer.lists.iter().filter(|inner| keys.contains(&inner.list.key));
        inners.into_iter().try_for_each(|inner| {
            let own = List { outer: list.outer, inner: Some((id, inner)) };
            if with == FillStyle::Care { self.put_right(own) } else { self.fill_list(own) }
        })
    }

    fn visit_questions_of(&mut self, list: List<'f, '_>, id: &str, with: FillStyle) -> Result<(), String> {
        for attempt in 0..TRIES {
            let with = if attempt == 0 { with } else { FillStyle::Care };
            let (rules, stored) = self.seen(list, id, |journey, list_item, around| {
                (sent(&rules_of(journey, list_item, around)), list_item.fields().clone())
            });
            let rules = rules?;
            let typed = self.type_in(&list.list().questions, &rules, &stored, with);
            let shown = BrowserResult::browser(&rules, &typed);
            self.answers.replace_item(list.path(id), &list.list().questions, &typed);
            let is_right = self.seen(list, id, |journey, list_item, _| {
                item_after(journey, list_item, shown).map(|_| list_item.problems().is_empty())
            });
            if is_right? {
                return Ok(());
            }
            // Some people stop here; the list must then report the item as incomplete.
            if with != FillStyle::Care && self.rng.per_cent(15) {
                return Ok(());
            }
        }
        Err(format!("nobody can complete an item of {}: {id}", list.list().key))
    }

    /// Looks at an item, or at one that is about to be added.
    fn seen<T>(
        &self,
        list: List<'f, '_>,
        id: &str,
        look: impl FnOnce(
            &Journey<'_>,
            &form_engine::journey::ItemJourney<'_>,
            Option<&form_engine::journey::ItemJourney<'_>>,
        ) -> T,
    ) -> T {
        let journey = self.journey();
        let new = ListItem { id: id.to_owned(), fields: Fields::new(), ..ListItem::default() };
        match list.inner {
            None => {
                let item = self.answers.item(&list.outer.key, id).unwrap_or(&new);
                look(&journey, &journey.list_item(list.outer, item), None)
            }
            Some((around, inner)) => {
                let nothing = ListItem::default();
                let outer = journey.list_item(list.outer, self.answers.item(&list.outer.key, around).unwrap_or(&nothing));
                let item = outer.item().item(&inner.list.key, id).unwrap_or(&new);
                look(&journey, &outer.inner(inner, item), Some(&outer))
            }
        }
    }
}
