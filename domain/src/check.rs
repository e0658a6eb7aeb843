//! What must be true of a definition before anybody fills it in.

use crate::{
    condition::Condition,
    definition::{
        Calculation, Content, DataUse, Every, Form, Group, Kind, Page, Question, Reading, Result as How, Shown, Term,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// A mistake in a definition. `at` is the key or slug it is about, by which the line is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub at: String,
    pub reason: String,
    /// What to do about it.
    pub instead: String,
}

/// So many answers may follow from each other, one from the next. Each costs a little of the stack.
const LONGEST_CHAIN: usize = 60;
/// So many parts a condition may have.
const MOST_PARTS: usize = 100;

/// Every mistake in a form; none means it can be published.
pub fn mistakes(form: &Form) -> Vec<Mistake> {
    let mut check = Check { form: Some(form), ..Check::default() };
    check.name(&form.key, "-");
    if form.sections.is_empty() {
        check.found(&form.key, "the form has no sections", "add [[sections]] with a title and pages");
    }
    for page in form.pages() {
        check.page(page);
    }
    check.calculations(form);
    check.head(form);
    check.mistakes
}

#[derive(Default)]
struct Check<'a> {
    form: Option<&'a Form>,
    mistakes: Vec<Mistake>,
    slugs: BTreeSet<String>,
    keys: BTreeSet<String>,
    /// What comes earlier.
    earlier: BTreeMap<&'a str, Earlier>,
    /// Calculations that could be worked out by now.
    ready: BTreeSet<&'a str>,
}

/// What may be looked at.
#[derive(Clone)]
struct Earlier {
    reading: Reading,
    /// Values to choose from, if it is chosen.
    options: Vec<String>,
    is_list: bool,
    is_calculated: bool,
    /// How many answers it follows from, one from the next.
    depth: usize,
    /// What the things of a list have.
    things: BTreeMap<String, Earlier>,
}

/// An input with such an id would stand in the way of what scripts ask of the form around it: `form.children` would be the
/// input.
const OF_THE_BROWSER: [&str; 26] = [
    "action",
    "after",
    "append",
    "attributes",
    "before",
    "blur",
    "children",
    "click",
    "closest",
    "contains",
    "dataset",
    "elements",
    "focus",
    "hidden",
    "id",
    "length",
    "matches",
    "method",
    "name",
    "prepend",
    "remove",
    "reset",
    "style",
    "submit",
    "target",
    "title",
];

impl Earlier {
    fn question(question: &Question, depth: usize) -> Self {
        Self {
            reading: question.reading(),
            options: question.options().iter().map(|option| option.value.clone()).collect(),
            is_list: false,
            is_calculated: false,
            depth,
            things: BTreeMap::new(),
        }
    }
}

impl<'a> Check<'a> {
    fn found(&mut self, at: &str, reason: impl Into<String>, instead: impl Into<String>) {
        self.mistakes.push(Mistake { at: at.to_owned(), reason: reason.into(), instead: instead.into() });
    }

    /// Keys and slugs stand in addresses and input names, so they are held to a few letters.
    fn name(&mut self, name: &str, joint: &str) {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || joint.contains(c);
        let ok = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(fits) && name.len() <= 60;
        if !ok {
            let reason = format!("\"{name}\" must be lower-case letters, digits and \"{joint}\", 60 at most");
            self.found(name, reason, "choose another name; it is never shown to people");
        }
    }

    fn page(&mut self, page: &'a Page) {
        self.name(&page.slug, "-");
        if !self.slugs.insert(page.slug.clone()) {
            let reason = format!("there are two pages with the slug \"{}\"", page.slug);
            self.found(&page.slug, reason, "give one of them another slug");
        }
        if ["check", "delete", "changes"].contains(&page.slug.as_str()) {
            let reason = format!("\"{}\" is a page of the service itself", page.slug);
            self.found(&page.slug, reason, "choose another slug");
        }
        self.words(&page.slug, "title", &page.title);
        let depth = self.condition(&page.slug, page.when.as_ref(), None);
        match &page.content {
            Content::Questions(questions) => {
                if questions.is_empty() {
                    self.found(&page.slug, "the page asks nothing", "add a question, or give it a `body`");
                }
                for question in questions {
                    let depth = self.question(question, depth, None);
                    self.earlier.insert(&question.key, Earlier::question(question, depth));
                }
            }
            Content::Text(body) | Content::Stop(body) => self.words(&page.slug, "body", body),
            Content::List(group) => {
                let things = self.group(group, depth, None);
                let list = Earlier {
                    reading: Reading::Words,
                    options: Vec::new(),
                    is_list: true,
                    is_calculated: false,
                    depth,
                    things,
                };
                self.earlier.insert(&group.key, list);
            }
        }
        self.make_ready();
    }

    fn words(&mut self, at: &str, name: &str, words: &str) {
        if words.trim().is_empty() {
            self.found(at, format!("`{name}` is empty"), format!("write the words of `{name}`"));
        }
    }

    /// Answers inside a list are not one answer, so nothing outside may look at them. Gives what the things have.
    fn group(
        &mut self,
        group: &'a Group,
        depth: usize,
        around: Option<&BTreeMap<String, Earlier>>,
    ) -> BTreeMap<String, Earlier> {
        self.key(&group.key);
        if group.min > group.max || group.max == 0 || group.max > 200 {
            let reason = "the list's min must be at most its max, and max between 1 and 200";
            self.found(&group.key, reason, "change `min` or `max`");
        }
        if group.questions.is_empty() {
            self.found(&group.key, "the list has no questions", "add [[...group.questions]]");
        }
        for (name, words) in [("item", &group.item), ("none", &group.none), ("article", &group.article)] {
            self.words(&group.key, name, words);
        }
        let mut own = around.cloned().unwrap_or_default();
        for question in &group.questions {
            let depth = self.question(question, depth, Some(&own));
            own.insert(question.key.clone(), Earlier::question(question, depth));
        }
        for inner in &group.lists {
            self.words(&inner.group.key, "title", &inner.title);
            let depth = self.condition(&inner.group.key, inner.when.as_ref(), Some(&own)).max(depth);
            if !inner.group.lists.is_empty() {
                self.found(&inner.group.key, "a list in a list can't have lists", "take the inmost list out");
            }
            self.group(&inner.group, depth, Some(&own));
        }
        own
    }

    fn key(&mut self, key: &str) {
        self.name(key, "_");
        if OF_THE_BROWSER.contains(&key) {
            let reason = format!("\"{key}\" is a name that browsers use for something of the page");
            self.found(key, reason, format!("make it \"its_{key}\" or the like"));
        }
        if !self.keys.insert(key.to_owned()) {
            let reason = format!("there are two questions with the key \"{key}\"");
            self.found(key, reason, "give one of them another key");
        }
    }

    fn question(&mut self, question: &'a Question, depth: usize, own: Option<&BTreeMap<String, Earlier>>) -> usize {
        self.key(&question.key);
        if !matches!(question.kind, Kind::Notice { .. }) {
            self.words(&question.key, "label", &question.label);
        }
        let depth = self.condition(&question.key, question.when.as_ref(), own).max(depth);
        if question.is_typed() && !question.optional && question.missing.trim().is_empty() {
            let reason = "a question that must be answered needs `missing`: what to say when it isn't";
            self.found(&question.key, reason, "write `missing`, such as \"Enter your name\" or \"Select yes if ...\"");
        }
        if let Some(prefill) = &question.prefill {
            self.condition(&question.key, prefill.when.as_ref(), own);
        }
        self.kind(question);
        self.data(question);
        depth
    }

    fn kind(&mut self, question: &'a Question) {
        match &question.kind {
            Kind::OneOf { options } | Kind::ManyOf { options } => {
                let values: BTreeSet<&String> = options.iter().map(|option| &option.value).collect();
                let least = if matches!(question.kind, Kind::ManyOf { .. }) { 1 } else { 2 };
                if options.len() < least {
                    self.found(&question.key, "there is nothing to choose from", "add options");
                }
                if values.len() != options.len() {
                    self.found(&question.key, "two options have the same value", "give one of them another value");
                }
                for option in options {
                    self.words(&question.key, &format!("label of the option \"{}\"", option.value), &option.label);
                }
                self.exclusive(question);
            }
            Kind::Number { min: Some(min), max: Some(max), .. }
            | Kind::Length { min: Some(min), max: Some(max) }
            | Kind::Weight { min: Some(min), max: Some(max) }
                if min > max =>
            {
                self.found(&question.key, "nothing lies between `min` and `max`", "change `min` or `max`");
            }
            Kind::Text { max: 0, .. } | Kind::LongText { max: 0, .. } => {
                self.found(&question.key, "no text is short enough for `max` = 0", "change `max`");
            }
            Kind::Calculated { shows }
                if Shown::of(shows).is_some() && self.form.is_some_and(|form| form.charging.is_none()) =>
            {
                self.found(&question.key, "the form has no [charging]", "add it: see docs/charging.md");
            }
            Kind::Calculated { shows } if Shown::of(shows).is_some() => {}
            Kind::Calculated { shows } if self.form.is_some_and(|form| form.calculation(shows).is_none()) => {
                let reason = format!("there is no calculation \"{shows}\"");
                self.found(&question.key, reason, "add it under [[calculations]], or change `shows`");
            }
            _ => {}
        }
    }

    fn exclusive(&mut self, question: &Question) {
        let alone = question.options().iter().filter(|option| option.exclusive).count();
        match &question.kind {
            Kind::OneOf { .. } if alone > 0 => self.found(
                &question.key,
                "`exclusive` means something only where several options may be chosen",
                "take `exclusive` away, or make it type = \"many-of\"",
            ),
            Kind::ManyOf { options } if alone == options.len() => self.found(
                &question.key,
                "every option stands alone, so only one can be chosen",
                "make it type = \"one-of\"",
            ),
            _ => {}
        }
    }

    fn data(&mut self, question: &Question) {
        let Some(form) = self.form.filter(|_| question.is_typed() || matches!(question.kind, Kind::File { .. })) else {
            return;
        };
        let DataUse { purpose, legal_basis, retention } = form.data_of(question);
        for (name, value) in [("purpose", purpose), ("legal_basis", legal_basis), ("retention", retention)] {
            if value.is_none() {
                let reason = format!("nobody says the `{name}` of this answer");
                self.found(&question.key, reason, format!("name a `{name}` from data-use.toml at the head of the form"));
            }
        }
    }

    /// Checks a condition. Gives how many answers it follows from, one from the next.
    fn condition(&mut self, at: &str, when: Option<&Condition>, own: Option<&BTreeMap<String, Earlier>>) -> usize {
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
            let reason = format!("it follows from more than {LONGEST_CHAIN} answers, one from the next");
            self.found(at, reason, "let the condition look at an earlier answer itself");
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

    fn part(&mut self, at: &str, part: &Condition, key: &str, earlier: &Earlier) {
        match part {
            Condition::Is { values, .. } | Condition::IsNot { values, .. } => self.values(at, key, values, earlier),
            Condition::Compares { .. } if !earlier.is_calculated && !is_amount(earlier.reading) => {
                let reason = format!("\"{key}\" is no number, so it can't be compared");
                self.found(at, reason, "compare a number, a sum, a measure or a calculation");
            }
            Condition::Age { .. } | Condition::WithinDays { .. } if earlier.reading != Reading::Date => {
                self.found(at, format!("\"{key}\" is no date"), "look at a question of type = \"date\"");
            }
            Condition::Counts { filter, .. } => {
                if !earlier.is_list && earlier.options.is_empty() {
                    let reason = format!("\"{key}\" is neither a list nor has it options, so nothing can be counted");
                    self.found(at, reason, "count a list or a many-of question");
                }
                self.condition(at, filter.as_deref(), Some(&earlier.things));
            }
            _ => {}
        }
    }

    fn values(&mut self, at: &str, key: &str, values: &[String], earlier: &Earlier) {
        if earlier.options.is_empty() {
            let reason = format!("\"{key}\" has no options, so `is` can't look at it");
            return self.found(at, reason, "use `answered`, or compare it");
        }
        for value in values.iter().filter(|value| !earlier.options.contains(value)) {
            let reason = format!("its condition waits for \"{value}\", which \"{key}\" doesn't offer");
            self.found(at, reason, format!("choose from: {}", earlier.options.join(", ")));
        }
    }

    /// Calculations of which everything is there now may be looked at from here on.
    fn make_ready(&mut self) {
        let Some(form) = self.form else { return };
        for calculation in &form.calculations {
            let key = calculation.key.as_str();
            let looks_at = calculation.looks_at();
            let is_there = looks_at.iter().all(|needed| self.earlier.contains_key(needed) || self.ready.contains(needed));
            if is_there && self.ready.insert(key) {
                let depth = looks_at.iter().filter_map(|key| self.earlier.get(key)).map(|earlier| earlier.depth + 1).max();
                let found = Earlier {
                    reading: Reading::Number,
                    options: Vec::new(),
                    is_list: false,
                    is_calculated: true,
                    depth: depth.unwrap_or_default(),
                    things: BTreeMap::new(),
                };
                self.earlier.insert(key, found);
            }
        }
    }

    fn calculations(&mut self, form: &'a Form) {
        for calculation in &form.calculations {
            self.key(&calculation.key);
            self.words(&calculation.key, "label", &calculation.label);
            for key in calculation.looks_at() {
                if !self.earlier.contains_key(key) {
                    let reason = format!("it looks at \"{key}\", which is no question, list or earlier calculation");
                    self.found(&calculation.key, reason, "look for a slip in the key, or move the other calculation up");
                }
            }
            self.calculation(calculation);
        }
    }

    fn calculation(&mut self, calculation: &'a Calculation) {
        let at = calculation.key.as_str();
        match &calculation.result {
            How::CountOf { questions, values, .. } => {
                for key in questions {
                    if let Some(earlier) = self.earlier.get(key.as_str()).cloned() {
                        self.values(at, key, values, &earlier);
                    }
                }
            }
            How::CountList { list, filter } => {
                let things = self.earlier.get(list.as_str()).map(|list| list.things.clone()).unwrap_or_default();
                self.condition(at, filter.as_ref(), Some(&things));
            }
            How::Sum { terms, .. } => terms.iter().for_each(|term| self.term(at, term)),
        }
    }

    fn term(&mut self, at: &str, term: &'a Term) {
        let list = term.list.as_deref().and_then(|list| self.earlier.get(list)).map(|list| list.things.clone());
        if term.list.is_some() && list.is_none() {
            return;
        }
        self.condition(at, term.when.as_ref(), list.as_ref());
        let looked_at = |key: &str| list.as_ref().and_then(|list| list.get(key)).or_else(|| self.earlier.get(key)).cloned();
        let (value, share) = (looked_at(&term.value), term.share.as_deref().map(looked_at));
        let every = term.every.as_deref().map(|key| (key, looked_at(key)));
        if !value.is_some_and(|value| value.is_calculated || is_amount(value.reading)) {
            let reason = format!("\"{}\" is no number, so it can't be added", term.value);
            self.found(at, reason, "add a number, a sum, a measure or an earlier calculation");
        }
        if share.is_some_and(|share| !share.is_some_and(|share| share.reading == Reading::Number)) {
            self.found(at, "`share` names no number", "name a question of type = \"number\" that asks for per cent");
        }
        if let Some((key, every)) = every {
            let options = every.map(|every| every.options).unwrap_or_default();
            if options.is_empty() || options.iter().any(|option| Every::of(option).is_none()) {
                let names = Every::ALL.map(|(name, _)| name).join(", ");
                self.found(at, format!("\"{key}\" doesn't say how often"), format!("its options must be of: {names}"));
            }
        }
        if term.part.is_some_and(|(_, of)| of < 1) {
            self.found(at, "`part` divides by nothing", "write the part as [1, 2] for a half");
        }
    }

    fn charging(&mut self, form: &Form) {
        let Some(charging) = &form.charging else { return };
        for key in charging.looks_at() {
            if !self.earlier.contains_key(key.as_str()) {
                let reason = format!("[charging] names \"{key}\", which is no question, list or calculation");
                self.found(key, reason, "look for a slip in the key");
            }
        }
        for (list, keys) in charging.things() {
            let things = self.earlier.get(list.as_str()).map(|list| list.things.clone()).unwrap_or_default();
            for key in keys.into_iter().filter(|key| !things.contains_key(*key)) {
                let reason = format!("[charging] names \"{key}\", which the list \"{list}\" doesn't ask");
                self.found(list, reason, "look for a slip in the key");
            }
        }
    }

    fn head(&mut self, form: &Form) {
        self.charging(form);
        if let Some(key) = &form.unlisted_by
            && !form.question(key).is_some_and(|(_, question)| matches!(question.kind, Kind::YesNo))
        {
            self.found(key, "`unlisted_by` names no yes-no question", "name a question of type = \"yes-no\"");
        }
        for carry in &form.carry {
            let lists = carry.list.iter().flat_map(|list| list.answers.keys().map(|key| (Some(&list.key), key)));
            for (list, key) in carry.answers.keys().map(|key| (None, key)).chain(lists) {
                let is_there = match list {
                    None => form.question(key).is_some(),
                    Some(list) => form.list(list).is_some_and(|(_, group)| group.questions.iter().any(|q| q.key == *key)),
                };
                if !is_there {
                    self.found(key, format!("[[carry]] names \"{key}\", which isn't asked"), "look for a slip in the key");
                }
            }
        }
    }
}

const fn is_amount(reading: Reading) -> bool {
    matches!(reading, Reading::Number | Reading::Money | Reading::Length | Reading::Weight)
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
