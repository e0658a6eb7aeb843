//! What conditions, calculations and charges look at must come earlier, and be of a type that they can look at.

use super::Check;
use crate::{
    condition::Condition,
    definition::{Calculation, Form, Formula, Frequency, Question, Term, ValueType},
};
use std::collections::BTreeMap;

/// How long a chain of dependent answers may be. Each link uses some of the stack.
const LONGEST_CHAIN: usize = 60;
/// How many parts a condition may have.
const MOST_PARTS: usize = 100;

/// Something that rules may look at.
#[derive(Clone)]
pub(super) struct Referable {
    reading: ValueType,
    /// Values to choose from, if it is chosen.
    options: Vec<String>,
    is_list: bool,
    is_calculated: bool,
    /// The length of the chain of answers that it depends on.
    depth: usize,
    /// The questions of the list's items.
    list_items: BTreeMap<String, Referable>,
}

impl Referable {
    pub(super) fn question(question: &Question, depth: usize) -> Self {
        Self {
            reading: question.reading(),
            options: question.options().iter().map(|option| option.value.clone()).collect(),
            is_list: false,
            is_calculated: false,
            depth,
            list_items: BTreeMap::new(),
        }
    }

    pub(super) fn list(list_items: BTreeMap<String, Self>, depth: usize) -> Self {
        Self { reading: ValueType::Text, options: Vec::new(), is_list: true, is_calculated: false, depth, list_items }
    }

    fn calculated(depth: usize) -> Self {
        Self { is_list: false, is_calculated: true, reading: ValueType::Number, ..Self::list(BTreeMap::new(), depth) }
    }
}

impl<'a> Check<'a> {
    /// Checks a condition. Returns the length of the chain of answers that it depends on.
    pub(super) fn condition(
        &mut self,
        at: &str,
        when: Option<&Condition>,
        own: Option<&BTreeMap<String, Referable>>,
    ) -> usize {
        let Some(when) = when else { return 0 };
        let parts = when.parts();
        if parts.len() > MOST_PARTS {
            self.found(at, format!("the condition has more than {MOST_PARTS} parts"), "make it shorter");
            return 0;
        }
        let mut depth = 0;
        for part in parts {
            let Some(key) = part.key() else { continue };
            let earlier = own.and_then(|own| own.get(key)).or_else(|| self.earlier.get(key.as_str())).cloned();
            match earlier {
                Some(earlier) => {
                    self.part(at, part, key, &earlier);
                    depth = depth.max(earlier.depth + 1);
                }
                None => self.unknown(at, key),
            }
        }
        if depth > LONGEST_CHAIN {
            let reason = format!("it depends on a chain of more than {LONGEST_CHAIN} answers");
            self.found(at, reason, "make the condition look at an earlier answer directly");
        }
        depth
    }

    fn unknown(&mut self, at: &str, key: &str) {
        let is_later = self
            .form
            .is_some_and(|form| form.question(key).is_some() || form.list(key).is_some() || form.calculation(key).is_some());
        let instead = if is_later { "move that one up, or this one down" } else { "look for a slip in the key" };
        self.found(at, format!("its condition looks at \"{key}\", which isn't an earlier question"), instead);
    }

    fn part(&mut self, at: &str, part: &Condition, key: &str, earlier: &Referable) {
        match part {
            Condition::Is { values, .. } | Condition::IsNot { values, .. } => self.values(at, key, values, earlier),
            Condition::Compares { .. } if !earlier.is_calculated && !is_amount(earlier.reading) => {
                let reason = format!("\"{key}\" isn't a number, so it can't be compared");
                self.found(at, reason, "compare a number, a sum, a measure or a calculation");
            }
            Condition::Age { .. } | Condition::WithinDays { .. } if earlier.reading != ValueType::Date => {
                self.found(at, format!("\"{key}\" isn't a date"), "look at a question of type = \"date\"");
            }
            Condition::Counts { filter, .. } => {
                if !earlier.is_list && earlier.options.is_empty() {
                    let reason = format!("\"{key}\" is neither a list nor has options, so nothing can be counted");
                    self.found(at, reason, "count a list or a many-of question");
                }
                self.condition(at, filter.as_deref(), Some(&earlier.list_items));
            }
            _ => {}
        }
    }

    fn values(&mut self, at: &str, key: &str, values: &[String], earlier: &Referable) {
        if earlier.options.is_empty() {
            let reason = format!("\"{key}\" has no options, so `is` can't look at it");
            return self.found(at, reason, "use `answered`, or compare it");
        }
        for value in values.iter().filter(|value| !earlier.options.contains(value)) {
            let reason = format!("its condition waits for \"{value}\", which \"{key}\" doesn't offer");
            self.found(at, reason, format!("choose from: {}", earlier.options.join(", ")));
        }
    }

    /// Calculations whose inputs have all been seen may be looked at from here on.
    pub(super) fn make_ready(&mut self) {
        let Some(form) = self.form else { return };
        for calculation in &form.calculations {
            let key = calculation.key.as_str();
            let looks_at = calculation.looks_at();
            let is_there = looks_at.iter().all(|needed| self.earlier.contains_key(needed) || self.ready.contains(needed));
            if is_there && self.ready.insert(key) {
                let depth = looks_at.iter().filter_map(|key| self.earlier.get(key)).map(|earlier| earlier.depth + 1).max();
                self.earlier.insert(key, Referable::calculated(depth.unwrap_or_default()));
            }
        }
    }

    pub(super) fn calculations(&mut self, form: &'a Form) {
        for calculation in &form.calculations {
            self.key(&calculation.key);
            self.text(&calculation.key, "label", &calculation.label);
            for key in calculation.looks_at() {
                if !self.earlier.contains_key(key) {
                    let reason = format!("it looks at \"{key}\", which isn't a question, list or earlier calculation");
                    self.found(&calculation.key, reason, "look for a slip in the key, or move the other calculation up");
                }
            }
            self.calculation(calculation);
        }
    }

    fn calculation(&mut self, calculation: &'a Calculation) {
        let at = calculation.key.as_str();
        match &calculation.result {
            Formula::CountOf { questions, values, .. } => {
                for key in questions {
                    if let Some(earlier) = self.earlier.get(key.as_str()).cloned() {
                        self.values(at, key, values, &earlier);
                    }
                }
            }
            Formula::CountList { list, filter } => {
                let list_items = self.earlier.get(list.as_str()).map(|list| list.list_items.clone()).unwrap_or_default();
                self.condition(at, filter.as_ref(), Some(&list_items));
            }
            Formula::Sum { terms, .. } => terms.iter().for_each(|term| self.term(at, term)),
        }
    }

    fn term(&mut self, at: &str, term: &'a Term) {
        let list = term.list.as_deref().and_then(|list| self.earlier.get(list)).map(|list| list.list_items.clone());
        if term.list.is_some() && list.is_none() {
            return;
        }
        self.condition(at, term.when.as_ref(), list.as_ref());
        let looked_at = |key: &str| list.as_ref().and_then(|list| list.get(key)).or_else(|| self.earlier.get(key)).cloned();
        let (value, share) = (looked_at(&term.value), term.share.as_deref().map(looked_at));
        let every = term.every.as_deref().map(|key| (key, looked_at(key)));
        if !value.is_some_and(|value| value.is_calculated || is_amount(value.reading)) {
            let reason = format!("\"{}\" isn't a number, so it can't be added", term.value);
            self.found(at, reason, "add a number, a sum, a measure or an earlier calculation");
        }
        if share.is_some_and(|share| !share.is_some_and(|share| share.reading == ValueType::Number)) {
            self.found(at, "`share` doesn't name a number", "name a question of type = \"number\" that asks for per cent");
        }
        if let Some((key, every)) = every {
            let options = every.map(|every| every.options).unwrap_or_default();
            if options.is_empty() || options.iter().any(|option| Frequency::of(option).is_none()) {
                let names = Frequency::ALL.map(|(name, _)| name).join(", ");
                self.found(at, format!("\"{key}\" doesn't say how often"), format!("its options must be from: {names}"));
            }
        }
        if term.part.is_some_and(|(_, of)| of < 1) {
            self.found(at, "`part` divides by zero", "write the part as [1, 2] for a half");
        }
    }

    pub(super) fn charging(&mut self, form: &Form) {
        let Some(charging) = &form.charging else { return };
        for key in charging.looks_at() {
            if !self.earlier.contains_key(key.as_str()) {
                let reason = format!("[charging] names \"{key}\", which isn't a question, list or calculation");
                self.found(key, reason, "look for a slip in the key");
            }
        }
        for (list, keys) in charging.list_items() {
            let list_items = self.earlier.get(list.as_str()).map(|list| list.list_items.clone()).unwrap_or_default();
            for key in keys.into_iter().filter(|key| !list_items.contains_key(*key)) {
                let reason = format!("[charging] names \"{key}\", which the list \"{list}\" doesn't ask");
                self.found(list, reason, "look for a slip in the key");
            }
        }
    }
}

const fn is_amount(reading: ValueType) -> bool {
    matches!(reading, ValueType::Number | ValueType::Money | ValueType::Length | ValueType::Weight)
}
