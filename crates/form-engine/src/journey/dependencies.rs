//! What the rules of a page depend on elsewhere.

use crate::{
    condition::Condition,
    definition::{Calculation, Charging, Form, Formula, Term},
};
use std::collections::{BTreeMap, BTreeSet};

/// What rules depend on: keys, and keys of list items.
#[derive(Default)]
pub struct Dependencies<'a> {
    pub keys: BTreeSet<&'a str>,
    pub lists: BTreeMap<&'a str, BTreeSet<&'a str>>,
    pub calculations: Vec<&'a Calculation>,
    pub charge: bool,
}

impl<'a> Dependencies<'a> {
    pub fn condition(&mut self, condition: &'a Condition) {
        for part in condition.parts() {
            match part {
                Condition::Counts { key, filter, .. } => self.list(key, filter.as_deref()),
                other => self.keys.extend(other.key().map(String::as_str)),
            }
        }
    }

    /// A list, or a question whose chosen options are counted.
    fn list(&mut self, key: &'a str, filter: Option<&'a Condition>) {
        self.keys.insert(key);
        self.lists.entry(key).or_default().extend(filter.into_iter().flat_map(Condition::keys).map(String::as_str));
    }

    pub fn calculation(&mut self, form: &'a Form, calculation: &'a Calculation) {
        if self.calculations.iter().any(|known| known.key == calculation.key) {
            return;
        }
        match &calculation.result {
            Formula::CountOf { questions, .. } => self.keys.extend(questions.iter().map(String::as_str)),
            Formula::CountList { list, filter } => self.list(list, filter.as_ref()),
            Formula::Sum { terms, .. } => terms.iter().for_each(|term| self.term(form, term)),
        }
        // Pushed after what it depends on, so that they are calculated in order.
        self.calculations.push(calculation);
    }

    pub fn charging(&mut self, form: &'a Form, charging: &'a Charging) {
        self.charge = true;
        for key in charging.facts.values() {
            match form.calculation(key) {
                Some(calculation) => self.calculation(form, calculation),
                None => self.keys.extend([key.as_str()]),
            }
        }
        for (list, keys) in charging.list_items() {
            self.lists.entry(list).or_default().extend(keys.into_iter().map(String::as_str));
        }
    }

    fn term(&mut self, form: &'a Form, term: &'a Term) {
        let own = [Some(&term.value), term.every.as_ref(), term.share.as_ref()].into_iter().flatten();
        let keys: Vec<&str> = own.chain(term.when.iter().flat_map(Condition::keys)).map(String::as_str).collect();
        match &term.list {
            Some(list) => self.lists.entry(list).or_default().extend(keys),
            None => {
                for key in keys {
                    match form.calculation(key) {
                        Some(calculation) => self.calculation(form, calculation),
                        None => self.keys.extend([key]),
                    }
                }
            }
        }
    }
}
