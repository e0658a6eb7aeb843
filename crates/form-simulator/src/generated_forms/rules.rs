//! Conditions and sums of generated forms: about earlier answers or, in a wild form, about anything.

use super::{DEEPEST, FormGenerator, GeneratedQuestion};
use form_engine::{
    condition::{Comparison, Condition},
    definition::{Calculation, Formula, Term, Unit, ValueType},
};

impl FormGenerator {
    /// Makes every key known, whatever it will be.
    pub(super) fn know_anything(&mut self) {
        let names = ["q1", "q2", "q3", "q5", "q8", "q13", "l4", "i6", "c1", "c2", "nothing", "charge", ""];
        let readings = [ValueType::Text, ValueType::Number, ValueType::Money, ValueType::Date];
        let values = || vec!["a".to_owned(), "yes".to_owned()];
        let known = |key: &str, reading| GeneratedQuestion { key: key.to_owned(), reading, values: values(), depth: 0 };
        self.known.extend(names.iter().flat_map(|name| readings.map(|reading| known(name, reading))));
    }

    /// `None` as long as there is nothing to look at.
    pub(super) fn condition(&mut self) -> Option<Condition> {
        match self.rng.count(0..=7) {
            0 => Some(Condition::All(vec![self.condition()?, self.condition()?])),
            1 => Some(Condition::Any(vec![self.condition()?, self.condition()?])),
            2 => self.condition().map(|inner| Condition::Not(Box::new(inner))),
            3 if self.is_wild => self.about_items(),
            _ => self.about_one(),
        }
    }

    fn about_items(&mut self) -> Option<Condition> {
        let filter = if self.rng.per_cent(50) { self.condition().map(Box::new) } else { None };
        let key = self.rng.pick(&self.known)?.key.clone();
        Some(Condition::Counts { key, filter, with: self.comparison(3) })
    }

    pub(super) fn depth_of(&self, when: Option<&Condition>) -> usize {
        let keys: Vec<&String> = when.into_iter().flat_map(Condition::keys).collect();
        self.known.iter().filter(|known| keys.contains(&&known.key)).map(|known| known.depth + 1).max().unwrap_or_default()
    }

    /// Often a recent one, so that chains build up.
    fn about_one(&mut self) -> Option<Condition> {
        let first = if self.rng.per_cent(50) { self.known.len().saturating_sub(12) } else { 0 };
        let shallow: Vec<&GeneratedQuestion> =
            self.known.get(first..)?.iter().filter(|known| known.depth < DEEPEST).collect();
        let GeneratedQuestion { key, reading, values, .. } = (*self.rng.pick(&shallow)?).clone();
        Some(match reading {
            ValueType::Text if values.is_empty() || self.rng.per_cent(30) => Condition::Answered { key },
            ValueType::Text => self.about_words(key, &values),
            ValueType::Number | ValueType::Length | ValueType::Weight => {
                Condition::Compares { key, with: self.comparison(200) }
            }
            ValueType::Money => Condition::Compares { key, with: self.comparison(100_000) },
            ValueType::Date if self.rng.per_cent(50) => Condition::Age { key, with: self.comparison(100) },
            ValueType::Date => Condition::WithinDays { key, days: self.rng.of(0..=60) },
        })
    }

    fn about_words(&mut self, key: String, values: &[String]) -> Condition {
        let values = self.rng.pick(values).cloned().into_iter().collect();
        if self.rng.per_cent(70) { Condition::Is { key, values } } else { Condition::IsNot { key, values } }
    }

    fn comparison(&mut self, most: i64) -> Comparison {
        let limit = if self.is_wild && self.rng.per_cent(10) {
            *self.rng.pick(&[i64::MIN, i64::MAX, -1]).unwrap_or(&0)
        } else {
            self.rng.of(0..=most)
        };
        match self.rng.count(0..=3) {
            0 => Comparison::AtLeast(limit),
            1 => Comparison::AtMost(limit),
            2 => Comparison::MoreThan(limit),
            _ => Comparison::LessThan(limit),
        }
    }

    /// A sum of what is there so far, which later questions may look at.
    pub(super) fn calculation(&mut self) {
        let (reading, unit) =
            if self.rng.per_cent(50) { (ValueType::Number, Unit::Number) } else { (ValueType::Money, Unit::Pence) };
        let found: Vec<GeneratedQuestion> =
            self.known.iter().rev().filter(|known| known.reading == reading).take(4).cloned().collect();
        if found.is_empty() {
            return;
        }
        let looked_at: Vec<String> = found.iter().map(|known| known.key.clone()).collect();
        let terms = found.into_iter().map(|known| self.term(known.key)).collect();
        let key = format!("c{}", self.calculations.len() + 1);
        let at_least = self.rng.per_cent(50).then_some(0);
        let result = Formula::Sum { terms, unit };
        self.calculations.push(Calculation {
            key: key.clone(),
            label: "Together".into(),
            they: None,
            result,
            at_least,
            at_most: None,
        });
        if !self.is_wild {
            let depth = self.known.iter().filter(|known| looked_at.contains(&known.key)).map(|known| known.depth + 1).max();
            self.known.push(GeneratedQuestion { key, reading, values: Vec::new(), depth: depth.unwrap_or_default() });
        }
    }

    fn term(&mut self, value: String) -> Term {
        let mut term = Term { value, minus: self.rng.per_cent(20), ..Term::default() };
        if self.rng.per_cent(30) {
            term.when = self.condition();
        }
        if self.is_wild {
            let key = self.rng.pick(&self.known).map(|known| known.key.clone());
            match self.rng.count(0..=3) {
                0 => term.list = key,
                1 => term.every = key,
                2 => term.share = key,
                _ => term.part = Some((self.rng.of(-1..=1) * i64::MAX, self.rng.of(-1..=3))),
            }
        }
        term
    }
}
