//! One person's way through a form, from its first page to the check.

use crate::{
    answer::{AnswerStyle, SimulationContext, answer},
    condition_values::ConditionValues,
    fnv::Digest,
    goal::{Goal, goals},
    rng::Rng,
    verdict::{self, BrowserResult, page_after, sent},
};
use form_engine::{
    answers::Answers,
    definition::{AccountFact, Content, Form, Page, PagePosition, Question},
    fields::Fields,
    journey::{Journey, NextPage, PageRules, Status},
    validate,
};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The outcome of a walk.
#[derive(Clone, Debug)]
pub struct Walk {
    pub end: End,
    /// The slugs of the pages reached.
    pub reached: BTreeSet<String>,
    pub steps: usize,
    /// Of all verdicts on the way.
    pub digest: u64,
    pub answers: Answers,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// Everything is answered and the form can be submitted.
    Check,
    /// At a page that ends the form.
    Stopped(String),
    /// A dead end, a loop, or a disagreement between browser and server.
    Trouble(String),
}

/// Walks through a form.
pub fn walk(form: &Form, seed: u64, today: Date) -> Walk {
    let goals = goals(form);
    let to = Rng::new(seed).pick(&goals).copied();
    walk_by(form, &ConditionValues::of(form), to, seed, today)
}

/// The same, with the values that the form's conditions look for, and a page to aim for.
pub fn walk_by(form: &Form, aims: &ConditionValues<'_>, to: Option<PagePosition>, seed: u64, today: Date) -> Walk {
    let mut rng = Rng::new(seed);
    let goal = to.filter(|_| rng.per_cent(80)).map(|to| Goal::of(form, to, &mut rng)).unwrap_or_default();
    let mut walker = Walker {
        form,
        world: SimulationContext { today, aims, goal: &goal },
        answers: Answers::default(),
        rng,
        digest: Digest::default(),
        reached: BTreeSet::new(),
        list_items: 0,
        steps: 0,
        backs: 3,
    };
    let end = walker.go().unwrap_or_else(End::Trouble);
    let Walker { answers, digest, reached, steps, .. } = walker;
    let reached = reached.into_iter().map(str::to_owned).collect();
    Walk { end, reached, steps, digest: digest.value(), answers }
}

pub(crate) struct Walker<'f> {
    pub form: &'f Form,
    pub world: SimulationContext<'f>,
    pub answers: Answers,
    pub rng: Rng,
    digest: Digest,
    reached: BTreeSet<&'f str>,
    /// How many items were added, for giving each its own id.
    pub list_items: usize,
    steps: usize,
    /// How often the person may still go back.
    backs: usize,
}

/// How the person goes through a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WalkMode {
    /// For the first time, or again with what is already there.
    Onward,
    /// To change something.
    Changing,
}

/// How often errors on a page are corrected before it counts as impossible to complete.
pub const TRIES: usize = 4;

impl<'f> Walker<'f> {
    fn go(&mut self) -> Result<End, String> {
        if self.rng.per_cent(50) {
            self.answers.fill_from_account(self.form, account);
        }
        let first = self.journey().pages().next().map(|page| page.slug.clone());
        let mut page = self.page(&first.ok_or("the form has no page to begin with")?)?;
        let mut mode = WalkMode::Onward;
        loop {
            self.step(page)?;
            if !matches!(page.content, Content::Stop(_)) {
                self.visit(page, mode)?;
                mode = WalkMode::Onward;
            }
            if let Some(earlier) = self.turned_back(page) {
                (page, mode) = (earlier, WalkMode::Changing);
            } else if let Content::Stop(_) = page.content {
                self.note_all()?;
                return Ok(End::Stopped(page.slug.clone()));
            } else {
                match self.onward(page)? {
                    NextPage::Page(next) => page = next,
                    NextPage::Check => {
                        self.note_all()?;
                        return Ok(End::Check);
                    }
                }
            }
        }
    }

    fn step(&mut self, page: &'f Page) -> Result<(), String> {
        self.steps += 1;
        self.reached.insert(&page.slug);
        if self.steps > 100 + self.form.places().len() * 20 {
            return Err(format!("the walk goes round in circles, last to {}", page.slug));
        }
        Ok(())
    }

    pub fn journey(&self) -> Journey<'_> {
        Journey::new(self.form, &self.answers, self.world.today)
    }

    /// A page by its slug. Borrowed from the form, as a borrow of the walk would stop it from changing answers.
    pub fn page(&self, slug: &str) -> Result<&'f Page, String> {
        self.form.page(slug).ok_or_else(|| format!("{slug} isn't a page of the form"))
    }

    /// Where "Continue" leads; at the end of the form, to the first page that isn't complete.
    fn onward(&self, from: &Page) -> Result<NextPage<'f>, String> {
        let journey = self.journey();
        let number = |page: &Page| self.form.place_of_page(&page.slug).map(|place| place.number);
        let slug = match journey.after(&from.slug) {
            NextPage::Page(next) if number(next) <= number(from) => {
                return Err(format!("\"Continue\" leads back from {} to {}", from.slug, next.slug));
            }
            NextPage::Page(next) => next.slug.clone(),
            NextPage::Check => match journey.first_open() {
                NextPage::Page(open) => open.slug.clone(),
                NextPage::Check => return Ok(NextPage::Check),
            },
        };
        self.page(&slug).map(NextPage::Page)
    }

    /// A page that the person goes back to, if they change their mind.
    fn turned_back(&mut self, from: &Page) -> Option<&'f Page> {
        let chance = if matches!(from.content, Content::Stop(_)) { 70 } else { 4 };
        if self.backs == 0 || !self.rng.per_cent(chance) {
            return None;
        }
        self.backs -= 1;
        let journey = self.journey();
        let is_changeable = |page: &&Page| matches!(page.content, Content::Questions(_) | Content::List(_));
        let earlier = journey.pages().take_while(|page| page.slug != from.slug).filter(is_changeable);
        let mut slugs: Vec<String> = earlier.map(|page| page.slug.clone()).collect();
        // Half the time one of the last pages, otherwise any.
        let first = if self.rng.per_cent(50) { slugs.len().saturating_sub(3) } else { 0 };
        let slugs = slugs.split_off(first);
        let slug = self.rng.pick(&slugs)?;
        self.form.page(slug)
    }

    fn visit(&mut self, page: &'f Page, mode: WalkMode) -> Result<(), String> {
        let is_complete = self.journey().status(page) == Status::Complete;
        let is_left = is_complete && mode == WalkMode::Onward && !self.rng.per_cent(5);
        match &page.content {
            _ if is_left => {}
            Content::Questions(questions) => self.visit_questions(page, questions, mode)?,
            Content::List(list) => self.visit_list(page, list)?,
            Content::Text(_) | Content::Stop(_) => {
                self.answers.visited.insert(page.slug.clone());
            }
        }
        if self.rng.per_cent(2) { self.note_all() } else { self.note(page) }
    }

    fn visit_questions(&mut self, page: &'f Page, questions: &[Question], mode: WalkMode) -> Result<(), String> {
        for attempt in 0..TRIES {
            let rules = sent(&self.journey().rules(questions))?;
            let stored = self.answers.of_page(page);
            let with = match (attempt, mode) {
                (0, WalkMode::Onward) => FillStyle::Anything,
                (0, WalkMode::Changing) => FillStyle::Changes,
                _ => FillStyle::Care,
            };
            let typed = self.type_in(questions, &rules, &stored, with);
            let shown = BrowserResult::browser(&rules, &typed);
            self.answers.replace_page(page, &typed);
            self.answers.visited.insert(page.slug.clone());
            let journey = self.journey();
            page_after(&journey, &self.answers, page, shown)?;
            let is_right = journey.problems(page).is_empty();
            self.note(page)?;
            if is_right {
                return Ok(());
            }
        }
        Err(format!("nobody gets past {}: {:?}", page.slug, self.journey().problems(page)))
    }

    /// What somebody types on a page, from the first question to the last. Questions that aren't asked keep their
    /// values, as in a browser that hides them, or are answered, as without scripts.
    pub fn type_in(&mut self, questions: &[Question], rules: &PageRules, stored: &Fields, with: FillStyle) -> Fields {
        let mut typed = Fields::new();
        for question in questions.iter().filter(|question| question.is_typed()) {
            let is_asked = rules.follow(&typed).asked.contains(&question.key.as_str());
            let own = question.fields().into_iter().filter_map(|name| stored.get(&name).map(|own| (name, own.clone())));
            let own: Fields = own.collect();
            let is_wrong = validate::problem(question, &own, self.world.today).is_some();
            typed.extend(match self.style(is_asked, is_wrong, with) {
                Some(style) => answer(question, style, self.world, &mut self.rng),
                None => own,
            });
        }
        typed
    }

    /// How a question is answered; `None` to leave it as it is.
    fn style(&mut self, is_asked: bool, is_wrong: bool, with: FillStyle) -> Option<AnswerStyle> {
        let is_answered = match (is_asked, with) {
            (false, _) => self.rng.per_cent(20),
            (true, FillStyle::Anything) => true,
            (true, FillStyle::Changes) => is_wrong || self.rng.per_cent(50),
            (true, FillStyle::Care) => is_wrong,
        };
        is_answered.then(|| if with == FillStyle::Care { AnswerStyle::Right } else { AnswerStyle::any(&mut self.rng) })
    }

    /// Adds the current verdict on a page to the digest.
    pub fn note(&mut self, page: &Page) -> Result<(), String> {
        let text = verdict::of_one(self.form, &self.answers, self.world.today, page)?;
        self.digest.add(&text);
        Ok(())
    }

    fn note_all(&mut self) -> Result<(), String> {
        let text = verdict::verdict(self.form, &self.answers, self.world.today)?;
        self.digest.add(&text);
        Ok(())
    }
}

/// How somebody fills in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FillStyle {
    /// Answers every question again, validly or not.
    Anything,
    /// Answers half of it again.
    Changes,
    /// Errors are corrected.
    Care,
}

const fn account(fact: AccountFact) -> &'static str {
    match fact {
        AccountFact::Name => "Margaret Ashworth",
        AccountFact::Email => "margaret@example.org",
        AccountFact::Phone => "07700 900406",
    }
}
