//! The way through a form, derived from the definition and the answers and never stored.
//!
//! Evaluation is lazy and cached: a page costs what its own questions and their dependencies cost, however long the
//! form is.

mod counted;
mod dependencies;
mod following;
mod list_item;
mod own_details;
mod page_rules;
mod progress;
mod someone_else;

pub use list_item::ItemJourney;
pub use own_details::OwnDetails;
pub use page_rules::{PageRules, QuestionRule};
pub use progress::{PageNumber, Remaining};

use crate::{
    amount::Amount,
    answer_source::{self, AnswerSource},
    answers::{Answers, ListItem},
    calculate::evaluate,
    charge::{ChargeOutcome, charge},
    condition::Condition,
    definition::{ChargeView, Content, Form, ListDef, Page, PagePosition, Question, Section},
    problem::{About, Problem, ProblemKind},
    validate,
};
use jiff::civil::Date;
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// A form with one person's answers: which pages and questions are there, and their status.
pub struct Journey<'a> {
    form: &'a Form,
    answers: &'a Answers,
    today: Date,
    known: RefCell<Memo<'a>>,
    /// How deeply rules are nested at the moment.
    depth: Cell<usize>,
}

/// How deeply rules may depend on each other; anything deeper counts as absent. `check` allows far less.
const DEEPEST: usize = 256;

/// What has been evaluated already. What is being evaluated is stored as absent, so that rules which depend on
/// themselves terminate.
#[derive(Default)]
struct Memo<'a> {
    pages: BTreeMap<PagePosition, bool>,
    questions: BTreeMap<&'a str, bool>,
    amounts: BTreeMap<&'a str, Option<Amount>>,
    charge: Option<ChargeResult>,
    /// Lists being looked at.
    lists: BTreeSet<&'a str>,
}

/// The result of the charging rules, if the form has any.
type ChargeResult = Option<Arc<ChargeOutcome>>;

/// A section with its visible pages.
pub struct VisibleSection<'a> {
    pub title: &'a str,
    pub pages: Vec<&'a Page>,
}

/// A page's status on the task list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    NotStarted,
    InProgress,
    Complete,
}

/// Where "Continue" leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextPage<'a> {
    Page(&'a Page),
    Check,
}

impl<'a> Journey<'a> {
    pub fn new(form: &'a Form, answers: &'a Answers, today: Date) -> Self {
        Self { form, answers, today, known: RefCell::default(), depth: Cell::default() }
    }

    /// Evaluates a rule, unless rules are nested too deeply.
    fn follow<T>(&self, rule: impl FnOnce() -> T) -> Option<T> {
        let depth = self.depth.get();
        (depth < DEEPEST).then(|| {
            self.depth.set(depth + 1);
            let found = rule();
            self.depth.set(depth);
            found
        })
    }

    /// Every section with a visible page.
    pub fn sections(&self) -> Vec<VisibleSection<'a>> {
        let mut sections: Vec<VisibleSection<'a>> = Vec::new();
        let mut last = None;
        for (place, section, page) in self.shown() {
            if last != Some(place.section) {
                sections.push(VisibleSection { title: &section.title, pages: Vec::new() });
                last = Some(place.section);
            }
            if let Some(stretch) = sections.last_mut() {
                stretch.pages.push(page);
            }
        }
        sections
    }

    fn shown(&self) -> impl DoubleEndedIterator<Item = (PagePosition, &'a Section, &'a Page)> + '_ {
        self.form.places().iter().filter_map(|place| self.shown_at(*place))
    }

    fn shown_at(&self, place: PagePosition) -> Option<(PagePosition, &'a Section, &'a Page)> {
        let (section, page) = self.form.at(place)?;
        self.shows(place, page).then_some((place, section, page))
    }

    fn shows(&self, place: PagePosition, page: &'a Page) -> bool {
        let Some(when) = &page.when else { return true };
        let known = self.known.borrow().pages.get(&place).copied();
        known.unwrap_or_else(|| {
            self.known.borrow_mut().pages.insert(place, false);
            let shows = self.follow(|| when.holds(self)).unwrap_or_default();
            self.known.borrow_mut().pages.insert(place, shows);
            shows
        })
    }

    /// The visible pages, in order.
    pub fn pages(&self) -> impl DoubleEndedIterator<Item = &'a Page> + '_ {
        self.shown().map(|(_, _, page)| page)
    }

    pub fn has_page(&self, slug: &str) -> bool {
        self.form.place_of_page(slug).and_then(|place| self.shown_at(place)).is_some()
    }

    /// The next page in the form, whether or not it is answered.
    pub fn after(&self, slug: &str) -> NextPage<'a> {
        let rest = self.form.place_of_page(slug).and_then(|place| self.form.places().get(place.number + 1..));
        let next = rest.unwrap_or_default().iter().find_map(|place| self.shown_at(*place));
        next.map_or(NextPage::Check, |(_, _, page)| NextPage::Page(page))
    }

    /// The page before this one.
    pub fn before(&self, slug: &str) -> Option<&'a Page> {
        let earlier = self.form.places().get(..self.form.place_of_page(slug)?.number)?;
        earlier.iter().rev().find_map(|place| self.shown_at(*place)).map(|(_, _, page)| page)
    }

    /// The first page that isn't complete, or the check.
    pub fn first_open(&self) -> NextPage<'a> {
        self.pages().find(|page| self.status(page) != Status::Complete).map_or(NextPage::Check, NextPage::Page)
    }

    pub fn is_complete(&self) -> bool {
        self.first_open() == NextPage::Check
    }

    /// How many pages are complete, and how many there are.
    pub fn done(&self) -> (usize, usize) {
        self.pages()
            .fold((0, 0), |(done, count), page| (done + usize::from(self.status(page) == Status::Complete), count + 1))
    }

    pub fn status(&self, page: &'a Page) -> Status {
        let visited = self.answers.visited.contains(&page.slug);
        if visited && !self.has_problems(page) {
            return Status::Complete;
        }
        let begun = match &page.content {
            Content::Questions(questions) => questions.iter().any(|question| {
                question.is_typed() && !answer_source::values(&self.answers.fields, &question.key).is_empty()
            }),
            Content::List(list_def) => !self.answers.items(&list_def.key).is_empty(),
            Content::Text(_) | Content::Stop(_) => false,
        };
        if begun || visited { Status::InProgress } else { Status::NotStarted }
    }

    /// Whether a question of the form is asked. Not for questions of lists.
    pub fn asks(&self, key: &str) -> bool {
        let Some((place, question)) = self.form.question(key) else { return false };
        let known = self.known.borrow().questions.get(key).copied();
        known.unwrap_or_else(|| {
            self.known.borrow_mut().questions.insert(&question.key, false);
            let holds = || question.when.as_ref().is_none_or(|when| when.holds(self));
            let asks = self.follow(|| self.shown_at(place).is_some() && holds()).unwrap_or_default();
            self.known.borrow_mut().questions.insert(&question.key, asks);
            asks
        })
    }

    /// The questions of a page that are asked.
    pub fn questions<'p>(&'p self, page: &'p Page) -> impl Iterator<Item = &'p Question> {
        page.questions().iter().filter(|question| self.asks(&question.key))
    }

    /// One list item as its questions see it.
    pub fn list_item<'s>(&'s self, list_def: &'s ListDef, item: &'s ListItem) -> ItemJourney<'s> {
        ItemJourney::new(self, list_def, item)
    }

    /// The validation errors of a page.
    pub fn problems(&self, page: &'a Page) -> Vec<Problem> {
        match &page.content {
            Content::Questions(_) => validate::problems(self.questions(page), &self.answers.fields, self.today),
            Content::List(list_def) => list_item::list_problems(self, list_def, self.answers.items(&list_def.key)),
            Content::Text(_) => Vec::new(),
            Content::Stop(_) => vec![stopped(page)],
        }
    }

    /// These questions, with the `autocomplete` of those whose answer is about the person who types.
    pub fn with_own_details(&self, questions: &[Question]) -> Vec<Question> {
        let is_own = |question: &Question| question.is_own_if(|condition| self.holds(condition));
        questions.iter().cloned().map(|question| if is_own(&question) { question.as_own() } else { question }).collect()
    }

    /// What is asked about once on a page, because it may be a slip.
    pub fn slips(&self, page: &'a Page) -> Vec<Problem> {
        match &page.content {
            Content::Questions(_) => validate::slips(self.questions(page), &self.answers.fields),
            Content::List(_) | Content::Text(_) | Content::Stop(_) => Vec::new(),
        }
    }

    fn has_problems(&self, page: &'a Page) -> bool {
        match &page.content {
            Content::Questions(_) => {
                self.questions(page).any(|q| validate::problem(q, &self.answers.fields, self.today).is_some())
            }
            _ => !self.problems(page).is_empty(),
        }
    }

    /// The charge for these answers, if the form has charging rules.
    pub fn charge(&self) -> ChargeResult {
        let known = self.known.borrow().charge.clone();
        known.unwrap_or_else(|| {
            self.known.borrow_mut().charge = Some(None);
            let found = self.form.charging.as_ref().and_then(|charging| charge(charging, self)).map(Arc::new);
            self.known.borrow_mut().charge = Some(found.clone());
            found
        })
    }

    /// The result of a calculation of the form, or an amount of its charge.
    pub fn calculated(&self, key: &str) -> Option<Amount> {
        if let Some(shown) = ChargeView::of(key) {
            return self.charge()?.amount(shown);
        }
        let calculation = self.form.calculation(key)?;
        let known = self.known.borrow().amounts.get(key).copied();
        known.unwrap_or_else(|| {
            self.known.borrow_mut().amounts.insert(&calculation.key, None);
            let found = self.follow(|| evaluate(calculation, self)).flatten();
            self.known.borrow_mut().amounts.insert(&calculation.key, found);
            found
        })
    }
}

/// The error for a page that ends the form.
fn stopped(page: &Page) -> Problem {
    let about = About::Item(page.title.clone());
    Problem { key: page.slug.clone(), field: page.slug.clone(), about, fault: ProblemKind::Stopped }
}

/// The id of the element on a list page that an error about one item links to.
pub fn item_anchor(item: &ListItem) -> String {
    format!("item-{}", item.id)
}

impl AnswerSource for Journey<'_> {
    fn today(&self) -> Date {
        self.today
    }

    fn values(&self, key: &str) -> Vec<&str> {
        if self.asks(key) { answer_source::values(&self.answers.fields, key) } else { Vec::new() }
    }

    fn amount(&self, key: &str) -> Option<Amount> {
        match self.form.question(key) {
            Some((_, question)) if self.asks(key) => answer_source::amount(&self.answers.fields, key, question.reading()),
            Some(_) => None,
            None => self.calculated(key),
        }
    }

    fn date(&self, key: &str) -> Option<Date> {
        self.asks(key).then(|| answer_source::date(&self.answers.fields, key)).flatten()
    }

    fn list_items<'s>(&'s self, list: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>> {
        let (place, list_def) = self.form.list(list)?;
        if !self.known.borrow_mut().lists.insert(&list_def.key) {
            return Some(Vec::new());
        }
        let items = if self.shown_at(place).is_some() { self.answers.items(list) } else { &[] };
        let list_item = |item| Box::new(ItemJourney::new(self, list_def, item)) as Box<dyn AnswerSource + 's>;
        let list_items = items.iter().map(list_item).collect();
        self.known.borrow_mut().lists.remove(list_def.key.as_str());
        Some(list_items)
    }
}

impl Journey<'_> {
    /// Whether a condition of the form holds.
    pub fn holds(&self, condition: &Condition) -> bool {
        condition.holds(self)
    }
}

#[cfg(test)]
#[path = "journey_tests.rs"]
mod tests;
