//! The way through a form, derived from the definition and the answers and never stored.

use crate::{
    answers::{Answers, Fields, Item, given},
    condition::Condition,
    definition::{Content, Form, Group, Kind, Page, Question},
    validate::{self, About, Fault, Problem},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A form seen through one person's answers: which pages and questions are there, and how far they are.
pub struct Journey<'a> {
    answers: &'a Answers,
    today: Date,
    /// Questions whose answers count, because they and their page are there.
    asked: BTreeSet<&'a str>,
    sections: Vec<Stretch<'a>>,
}

/// A section with those of its pages that are there.
pub struct Stretch<'a> {
    pub title: &'a str,
    pub pages: Vec<&'a Page>,
}

/// Where a page stands on the task list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    NotStarted,
    InProgress,
    Complete,
}

/// Where "Continue" leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next<'a> {
    Page(&'a Page),
    Check,
}

impl<'a> Journey<'a> {
    pub fn new(form: &'a Form, answers: &'a Answers, today: Date) -> Self {
        let mut asked = BTreeSet::new();
        let mut sections = Vec::new();
        for section in &form.sections {
            let mut pages = Vec::new();
            for page in &section.pages {
                if !holds(page.when.as_ref(), &asked, &answers.fields) {
                    continue;
                }
                for question in page.questions() {
                    if holds(question.when.as_ref(), &asked, &answers.fields) {
                        asked.insert(question.key.as_str());
                    }
                }
                pages.push(page);
            }
            if !pages.is_empty() {
                sections.push(Stretch { title: &section.title, pages });
            }
        }
        Self { answers, today, asked, sections }
    }

    pub fn sections(&self) -> &[Stretch<'a>] {
        &self.sections
    }

    /// The pages that are there, in order.
    pub fn pages(&self) -> impl Iterator<Item = &'a Page> + '_ {
        self.sections.iter().flat_map(|section| section.pages.iter().copied())
    }

    pub fn has_page(&self, slug: &str) -> bool {
        self.pages().any(|page| page.slug == slug)
    }

    /// The place of a page among those that are there, from 1, and how many there are.
    pub fn place(&self, slug: &str) -> Option<(usize, usize)> {
        let count = self.pages().count();
        self.pages().position(|page| page.slug == slug).map(|index| (index + 1, count))
    }

    pub fn section_of(&self, slug: &str) -> Option<&'a str> {
        self.sections.iter().find(|section| section.pages.iter().any(|page| page.slug == slug)).map(|section| section.title)
    }

    /// The page after this one in the form, whether or not it is answered.
    pub fn after(&self, slug: &str) -> Next<'a> {
        self.pages().skip_while(|page| page.slug != slug).nth(1).map_or(Next::Check, Next::Page)
    }

    /// The page before this one.
    pub fn before(&self, slug: &str) -> Option<&'a Page> {
        let index = self.pages().position(|page| page.slug == slug)?;
        self.pages().nth(index.checked_sub(1)?)
    }

    /// The first page that isn't complete, or the check.
    pub fn first_open(&self) -> Next<'a> {
        self.pages().find(|page| self.status(page) != Status::Complete).map_or(Next::Check, Next::Page)
    }

    pub fn is_complete(&self) -> bool {
        self.first_open() == Next::Check
    }

    /// How many pages are complete, and how many there are.
    pub fn done(&self) -> (usize, usize) {
        let done = self.pages().filter(|page| self.status(page) == Status::Complete).count();
        (done, self.pages().count())
    }

    pub fn status(&self, page: &Page) -> Status {
        let visited = self.answers.visited.contains(&page.slug);
        if visited && !self.has_problems(page) {
            return Status::Complete;
        }
        let begun = match &page.content {
            Content::Questions(questions) => {
                let own = questions.iter().filter(|question| !matches!(question.kind, Kind::Account { .. }));
                own.into_iter().any(|question| !given(&self.answers.fields, &question.key).is_empty())
            }
            Content::List(group) => !self.answers.items(&group.key).is_empty(),
            Content::Text(_) => false,
        };
        if begun || visited { Status::InProgress } else { Status::NotStarted }
    }

    /// Whether the person is asked a question of the form (not of a list).
    pub fn asks(&self, key: &str) -> bool {
        self.asked.contains(key)
    }

    /// The questions of a page that are asked.
    pub fn questions<'p>(&'p self, page: &'p Page) -> impl Iterator<Item = &'p Question> {
        page.questions().iter().filter(|question| self.asks(&question.key))
    }

    /// The questions of a list that are asked about one thing in it.
    pub fn item_questions<'g>(&self, group: &'g Group, fields: &Fields) -> Vec<&'g Question> {
        let mut asked = BTreeSet::new();
        for question in &group.questions {
            let own = |key: &str| {
                let of_item = group.questions.iter().any(|q| q.key == key);
                let (asked, fields) = if of_item { (&asked, fields) } else { (&self.asked, &self.answers.fields) };
                if asked.contains(key) { given(fields, key) } else { Vec::new() }
            };
            if question.when.as_ref().is_none_or(|when| when.holds(&own)) {
                asked.insert(question.key.as_str());
            }
        }
        group.questions.iter().filter(|question| asked.contains(question.key.as_str())).collect()
    }

    /// What is wrong on a page.
    pub fn problems(&self, page: &Page) -> Vec<Problem> {
        match &page.content {
            Content::Questions(_) => validate::problems(self.questions(page), &self.answers.fields, self.today),
            Content::List(group) => self.list_problems(group),
            Content::Text(_) => Vec::new(),
        }
    }

    /// What is wrong with one thing of a list, given as typed.
    pub fn item_problems(&self, group: &Group, fields: &Fields) -> Vec<Problem> {
        validate::problems(self.item_questions(group, fields), fields, self.today)
    }

    fn has_problems(&self, page: &Page) -> bool {
        match &page.content {
            Content::Questions(_) => {
                self.questions(page).any(|q| validate::problem(q, &self.answers.fields, self.today).is_some())
            }
            _ => !self.problems(page).is_empty(),
        }
    }

    fn list_problems(&self, group: &Group) -> Vec<Problem> {
        let items = self.answers.items(&group.key);
        let broken = items.iter().filter(|item| !self.item_problems(group, &item.fields).is_empty()).map(|item| Problem {
            key: group.key.clone(),
            field: item_anchor(item),
            about: About::Item(group.item.clone()),
            fault: Fault::Unfinished,
        });
        validate::list_problem(group, items.len()).into_iter().chain(broken).collect()
    }
}

/// The element of a list page that a message about one thing points to.
pub fn item_anchor(item: &Item) -> String {
    format!("item-{}", item.id)
}

fn holds(when: Option<&Condition>, asked: &BTreeSet<&str>, fields: &Fields) -> bool {
    when.is_none_or(|when| when.holds(&|key: &str| if asked.contains(key) { given(fields, key) } else { Vec::new() }))
}

/// A question and when it is asked: all the browser needs to show and hide it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asks {
    pub key: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

impl From<&Question> for Asks {
    fn from(question: &Question) -> Self {
        Self { key: question.key.clone(), when: question.when.clone() }
    }
}

/// Which of a page's questions are asked, given the answers outside the page that its conditions look at
/// and what is typed on the page now. The browser runs this at every change; the server's [`Journey`]
/// comes to the same result.
pub fn asked_on_page<'q>(questions: &'q [Asks], outside: &Fields, typed: &Fields) -> Vec<&'q str> {
    let mut asked: Vec<&str> = Vec::new();
    for question in questions {
        let given = |key: &str| match questions.iter().any(|q| q.key == key) {
            true if asked.contains(&key) => given(typed, key),
            true => Vec::new(),
            false => given(outside, key),
        };
        if question.when.as_ref().is_none_or(|when| when.holds(&given)) {
            asked.push(&question.key);
        }
    }
    asked
}

impl Journey<'_> {
    /// The answers outside a page that the page's own conditions look at, if those answers count.
    pub fn outside(&self, questions: &[Question]) -> Fields {
        let conditions = questions.iter().filter_map(|question| question.when.as_ref());
        conditions
            .flat_map(Condition::looks_at)
            .filter(|(key, _)| self.asks(key) && !questions.iter().any(|question| question.key == *key))
            .filter_map(|(key, _)| self.answers.fields.get_key_value(key))
            .map(|(key, values)| (key.clone(), values.clone()))
            .collect()
    }
}

#[cfg(test)]
#[path = "journey_tests.rs"]
mod tests;
