//! Where somebody is in a form, and how much is left.

use super::{Journey, Status, dependencies::Dependencies};
use crate::{
    condition::Condition,
    definition::{ChargeView, Content, Page, PagePosition, Question, QuestionKind},
};
use std::collections::BTreeMap;

/// The place of a page in its section: "Your daily life: 3 of 12".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageNumber<'a> {
    pub section: &'a str,
    /// From 1.
    pub number: usize,
    pub count: usize,
    /// Whether answers that are still to come may add pages to the section.
    pub may_grow: bool,
}

/// What is left of a form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Remaining {
    pub pages: usize,
    pub minutes: usize,
    /// Whether answers that are still to come may add pages.
    pub may_grow: bool,
}

/// What a page takes besides its questions: loading it, and reading its heading and text.
const PAGE_SECONDS: usize = 15;
/// The longest estimate in single minutes; longer ones are in steps of five.
const EXACT_MINUTES: usize = 10;

impl<'a> Journey<'a> {
    /// The place of a visible page in its section.
    pub fn page_number(&self, slug: &str) -> Option<PageNumber<'a>> {
        let place = self.form.place_of_page(slug)?;
        let (section, _) = self.form.at(place)?;
        let mut growth = Growth { journey: self, known: BTreeMap::new() };
        let mut found = PageNumber { section: &section.title, number: 0, count: 0, may_grow: false };
        for other in self.form.places().iter().filter(|other| other.section == place.section) {
            if self.shown_at(*other).is_some() {
                found.count += 1;
                found.number += usize::from(other.number <= place.number);
            } else {
                found.may_grow = found.may_grow || growth.may_show(*other);
            }
        }
        Some(found)
    }

    /// The pages that aren't complete, and about how long they take.
    ///
    /// The time is that of somebody who reads slowly and types with one finger: each question that is asked and has no
    /// answer yet counts by its type, from ten seconds for a choice to a minute and a half for a text of several lines
    /// and for an amount, which has to be looked up. An optional question counts half, as about every second is left
    /// out. A list counts as one item if it has none. Each page adds 15 seconds. The sum is rounded up, above ten
    /// minutes to five. The papers that have to be found first are not included: the start page of the form names them.
    pub fn remaining(&self) -> Remaining {
        let open: Vec<&Page> = self.pages().filter(|page| self.status(page) != Status::Complete).collect();
        let seconds = open.iter().map(|page| PAGE_SECONDS + self.seconds(page)).sum();
        let mut growth = Growth { journey: self, known: BTreeMap::new() };
        let may_grow = self.form.places().iter().any(|place| growth.may_show(*place));
        Remaining { pages: open.len(), minutes: minutes(seconds), may_grow }
    }

    fn seconds(&self, page: &Page) -> usize {
        let answered = |question: &&Question| {
            question.fields().iter().any(|field| self.answers.fields.get(field).is_some_and(|values| !values.is_empty()))
        };
        match &page.content {
            Content::Questions(_) => self.questions(page).filter(|question| !answered(question)).map(seconds_for).sum(),
            Content::List(list_def) if self.answers.items(&list_def.key).is_empty() => {
                list_def.questions.iter().map(seconds_for).sum()
            }
            Content::List(_) | Content::Text(_) | Content::Stop(_) => 0,
        }
    }
}

/// The seconds that a question takes.
fn seconds_for(question: &Question) -> usize {
    let seconds = match question.kind {
        QuestionKind::YesNo | QuestionKind::OneOf { .. } | QuestionKind::Declaration { .. } => 10,
        QuestionKind::ManyOf { .. }
        | QuestionKind::Date { .. }
        | QuestionKind::Number { .. }
        | QuestionKind::Text { .. }
        | QuestionKind::Email { .. }
        | QuestionKind::Phone { .. } => 20,
        QuestionKind::Length { .. } | QuestionKind::Weight { .. } | QuestionKind::Address { .. } => 40,
        QuestionKind::NationalInsurance | QuestionKind::NhsNumber => 60,
        QuestionKind::LongText { .. } | QuestionKind::Money { .. } => 90,
        _ => 5,
    };
    if question.optional { seconds / 2 } else { seconds }
}

fn minutes(seconds: usize) -> usize {
    let minutes = seconds.div_ceil(60);
    if minutes > EXACT_MINUTES { minutes.next_multiple_of(5) } else { minutes }
}

/// Whether hidden pages may appear with answers that are still to come.
struct Growth<'j, 'a> {
    journey: &'j Journey<'a>,
    known: BTreeMap<PagePosition, bool>,
}

impl Growth<'_, '_> {
    /// Whether a page is hidden now, and its condition looks at something that isn't settled.
    fn may_show(&mut self, place: PagePosition) -> bool {
        if let Some(known) = self.known.get(&place) {
            return *known;
        }
        self.known.insert(place, false);
        let hidden = self.journey.form.at(place).map(|(_, page)| page).filter(|_| self.journey.shown_at(place).is_none());
        let may_show = hidden.and_then(|page| page.when.as_ref()).is_some_and(|when| self.may_change(when));
        self.known.insert(place, may_show);
        may_show
    }

    fn may_change(&mut self, condition: &Condition) -> bool {
        let form = self.journey.form;
        let mut wanted = Dependencies::default();
        wanted.condition(condition);
        for key in condition.keys() {
            form.calculation(key).into_iter().for_each(|found| wanted.calculation(form, found));
            let charging = form.charging.iter().filter(|_| ChargeView::of(key).is_some());
            charging.for_each(|charging| wanted.charging(form, charging));
        }
        let questions = wanted.keys.iter().filter_map(|key| form.question(key).map(|(place, _)| place));
        let lists = wanted.lists.keys().filter_map(|key| form.list(key).map(|(place, _)| place));
        let places: Vec<PagePosition> = questions.chain(lists).collect();
        places.into_iter().any(|place| self.is_open(place))
    }

    /// Whether a page is still to be answered, or may still appear.
    fn is_open(&mut self, place: PagePosition) -> bool {
        match self.journey.shown_at(place) {
            Some((_, _, page)) => self.journey.status(page) != Status::Complete,
            None => self.may_show(place),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        answers::Answers,
        definition::Form,
        test_form::{form, line, question},
    };
    use jiff::civil::{Date, date};

    const TODAY: Date = date(2026, 11, 30);

    fn answers(pairs: &[(&str, &str)], visited: &[&str]) -> Answers {
        Answers {
            fields: pairs.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect(),
            visited: visited.iter().map(|slug| (*slug).to_owned()).collect(),
            ..Answers::default()
        }
    }

    fn number<'f>(form: &'f Form, answers: &'f Answers, slug: &str) -> PageNumber<'f> {
        Journey::new(form, answers, TODAY).page_number(slug).unwrap()
    }

    #[test]
    fn a_page_has_a_number_in_its_section_and_the_total_may_grow_until_the_answers_are_in() {
        let form = form();
        let of = |number, count, may_grow| PageNumber { section: "About you", number, count, may_grow };
        let (new, me) = (answers(&[], &[]), answers(&[("who", "me")], &["start", "who"]));
        let other = answers(&[("who", "other"), ("rel", "son")], &["start", "who"]);
        assert_eq!(number(&form, &new, "who"), of(2, 2, true));
        assert_eq!(number(&form, &me, "who"), of(2, 2, false));
        assert_eq!(number(&form, &other, "person"), of(3, 3, false));
        assert_eq!(number(&form, &new, "drugs"), PageNumber { section: "Health", number: 1, count: 1, may_grow: false });
    }

    #[test]
    fn what_is_left_is_counted_from_the_questions_left() {
        let form = form();
        let left = |answers: &Answers| Journey::new(&form, answers, TODAY).remaining();
        // 15 seconds for each of three pages, 10 for the choice, and an item of the list with two lines and a choice.
        assert_eq!(left(&answers(&[], &[])), Remaining { pages: 3, minutes: 2, may_grow: true });
        let me = answers(&[("who", "me")], &["start", "who"]);
        assert_eq!(left(&me), Remaining { pages: 1, minutes: 2, may_grow: false });
        let mut done = me;
        let item = crate::answers::ListItem::new("i1");
        done.items.insert("drugs".into(), vec![item]);
        assert_eq!(left(&done), Remaining { pages: 1, minutes: 1, may_grow: false });
    }

    #[test]
    fn optional_questions_count_half_and_long_estimates_are_in_steps_of_five() {
        let long = question("why", QuestionKind::LongText { max: 100, rows: 5 });
        assert_eq!(seconds_for(&long), 90);
        assert_eq!(seconds_for(&Question { optional: true, ..long }), 45);
        assert_eq!(seconds_for(&question("name", line())), 20);
        assert_eq!([0, 1, 60, 61, 600, 601, 1500, 1501].map(minutes), [0, 1, 1, 2, 10, 15, 25, 30]);
    }
}
