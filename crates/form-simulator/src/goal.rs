//! A page that a walk aims for: the answers that lead there, as far as they can be derived from the conditions.

use crate::rng::Rng;
use form_engine::{
    condition::{Comparison, Condition},
    definition::{Calculation, Content, Form, Formula, Page, PagePosition},
};
use std::collections::{BTreeMap, BTreeSet};

/// What to answer on the way, by the key of a question or a list.
#[derive(Debug, Default)]
pub struct Goal<'f> {
    /// Options, one of which is wanted.
    pub values: BTreeMap<&'f str, Vec<&'f str>>,
    /// Options that lead elsewhere.
    pub not: BTreeMap<&'f str, Vec<&'f str>>,
    pub numbers: BTreeMap<&'f str, Vec<i64>>,
    pub days: BTreeMap<&'f str, Vec<i64>>,
    /// Optional questions that must be answered.
    pub answered: BTreeSet<&'f str>,
    known: BTreeSet<&'f str>,
}

impl<'f> Goal<'f> {
    /// A way to a page; if there are several, one of them.
    pub fn of(form: &'f Form, place: PagePosition, rng: &mut Rng) -> Self {
        let mut goal = Self::default();
        let when = form.at(place).and_then(|(_, page)| page.when.as_deref());
        goal.wants(form, when, true, rng);
        let earlier = form.places().iter().filter(|other| other.number < place.number).filter_map(|other| form.at(*other));
        for (_, page) in earlier.filter(|(_, page)| matches!(page.content, Content::Stop(_))) {
            goal.wants(form, page.when.as_deref(), false, rng);
        }
        goal
    }

    fn wants(&mut self, form: &'f Form, when: Option<&'f Condition>, holds: bool, rng: &mut Rng) {
        match (when, holds) {
            (Some(Condition::Not(inner)), _) => self.wants(form, Some(inner), !holds, rng),
            (Some(Condition::All(parts)), true) | (Some(Condition::Any(parts)), false) => {
                for part in parts {
                    self.wants(form, Some(part), holds, rng);
                }
            }
            (Some(Condition::Any(parts)), true) | (Some(Condition::All(parts)), false) => {
                let one = rng.pick(parts);
                self.wants(form, one, holds, rng);
            }
            (Some(part), _) => self.part(form, part, holds, rng),
            (None, _) => {}
        }
    }

    fn part(&mut self, form: &'f Form, part: &'f Condition, holds: bool, rng: &mut Rng) {
        match part {
            Condition::Is { key, values } | Condition::IsNot { key, values } => {
                let is_wanted = matches!(part, Condition::Is { .. }) == holds;
                let side = if is_wanted { &mut self.values } else { &mut self.not };
                side.entry(key).or_default().extend(values.iter().map(String::as_str));
            }
            Condition::Answered { key } => {
                self.answered.extend(holds.then_some(key.as_str()));
            }
            Condition::Compares { key, with } => match form.calculation(key) {
                Some(calculation) => self.calculation(form, calculation, number(*with, holds), rng),
                None => self.numbers.entry(key).or_default().push(number(*with, holds)),
            },
            Condition::Age { key, with } => self.numbers.entry(key).or_default().push(number(*with, holds)),
            Condition::Counts { key, filter, with } => {
                self.numbers.entry(key).or_default().push(number(*with, holds));
                self.wants(form, filter.as_deref(), holds, rng);
            }
            Condition::WithinDays { key, days } => {
                self.days.entry(key).or_default().push(if holds { *days } else { days.saturating_add(2) });
            }
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
        }
        // A question that isn't asked has no answer that could count.
        if let Some(key) = part.key().filter(|_| holds || matches!(part, Condition::IsNot { .. })) {
            self.asked(form, key, rng);
        }
    }

    fn asked(&mut self, form: &'f Form, key: &'f str, rng: &mut Rng) {
        if !self.known.insert(key) {
            return;
        }
        let question = form.question(key);
        let place = question.map(|(place, _)| place).or_else(|| form.list(key).map(|(place, _)| place));
        let page: Option<&Page> = place.and_then(|place| form.at(place)).map(|(_, page)| page);
        self.wants(form, page.and_then(|page| page.when.as_deref()), true, rng);
        self.wants(form, question.and_then(|(_, question)| question.when.as_deref()), true, rng);
    }

    /// Every term of a sum is made as large as the whole should be; subtracted terms are made zero.
    fn calculation(&mut self, form: &'f Form, calculation: &'f Calculation, wanted: i64, rng: &mut Rng) {
        if !self.known.insert(&calculation.key) {
            return;
        }
        match &calculation.result {
            Formula::CountOf { questions, values, other } => {
                let is_wanted = (wanted > 0) != *other;
                for key in questions {
                    let side = if is_wanted { &mut self.values } else { &mut self.not };
                    side.entry(key).or_default().extend(values.iter().map(String::as_str));
                    self.asked(form, key, rng);
                }
            }
            Formula::CountList { list, filter } => {
                self.numbers.entry(list).or_default().push(wanted);
                self.wants(form, filter.as_ref(), true, rng);
                self.asked(form, list, rng);
            }
            Formula::Sum { terms, .. } => {
                for term in terms {
                    let part = if term.minus { 0 } else { wanted };
                    match form.calculation(&term.value) {
                        Some(earlier) => self.calculation(form, earlier, part, rng),
                        None => self.numbers.entry(&term.value).or_default().push(part),
                    }
                    self.numbers.entry(term.list.as_deref().unwrap_or_default()).or_default().push(1);
                }
                // One term that is asked is enough for a sum.
                if let Some(term) = rng.pick(terms) {
                    self.wants(form, term.when.as_ref(), true, rng);
                    self.asked(form, term.list.as_deref().unwrap_or(&term.value), rng);
                }
            }
        }
    }
}

/// A number for which a comparison holds, or one for which it doesn't.
const fn number(with: Comparison, holds: bool) -> i64 {
    match (with, holds) {
        (Comparison::AtLeast(limit) | Comparison::AtMost(limit), true)
        | (Comparison::LessThan(limit) | Comparison::MoreThan(limit), false) => limit,
        (Comparison::AtLeast(limit), false) | (Comparison::LessThan(limit), true) => limit.saturating_sub(1),
        (Comparison::AtMost(limit), false) | (Comparison::MoreThan(limit), true) => limit.saturating_add(1),
    }
}

/// The pages that have a condition.
pub fn goals(form: &Form) -> Vec<PagePosition> {
    let has_condition = |place: &PagePosition| form.at(*place).is_some_and(|(_, page)| page.when.is_some());
    form.places().iter().copied().filter(has_condition).collect()
}
