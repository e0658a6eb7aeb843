//! Following a page while somebody types: the browser's side of [`PageRules`].

use super::page_rules::{OutsideAnswers, PageRules, QuestionRule};
use crate::{
    amount::Amount,
    answer_source::{self, AnswerSource},
    calculate::evaluate,
    charge::charge,
    condition::Condition,
    definition::ChargeView,
    fields::Fields,
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The results of what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DerivedValues<'s> {
    /// The questions that are asked.
    pub asked: Vec<&'s str>,
    /// The results of the calculations.
    pub amounts: BTreeMap<String, Option<Amount>>,
}

impl PageRules {
    /// The browser runs this at every change.
    pub fn follow(&self, typed: &Fields) -> DerivedValues<'_> {
        let mut page = Page { rules: self, typed, asked: BTreeSet::new(), amounts: BTreeMap::new() };
        let mut asked = Vec::new();
        for question in &self.questions {
            if question.when.as_ref().is_none_or(|when| when.holds(&page)) {
                page.asked.insert(&question.key);
                asked.push(question.key.as_str());
            }
        }
        for calculation in &self.calculations {
            let amount = evaluate(calculation, &page);
            page.amounts.insert(calculation.key.clone(), amount);
        }
        if let Some(outcome) = self.charging.as_ref().and_then(|charging| charge(charging, &page)) {
            page.amounts.extend(ChargeView::ALL.map(|(key, shown)| (key.to_owned(), outcome.amount(shown))));
        }
        DerivedValues { asked, amounts: page.amounts }
    }

    /// The questions that nothing typed on the page can bring up, because earlier pages rule them out.
    pub fn ruled_out(&self) -> BTreeSet<&str> {
        let nothing = Fields::new();
        let page = Page { rules: self, typed: &nothing, asked: BTreeSet::new(), amounts: BTreeMap::new() };
        let mut out = BTreeSet::new();
        for question in &self.questions {
            if question.when.as_ref().and_then(|when| page.verdict(when, &out)) == Some(false) {
                out.insert(question.key.as_str());
            }
        }
        out
    }
}

/// A page with what is typed on it now.
struct Page<'a> {
    rules: &'a PageRules,
    typed: &'a Fields,
    asked: BTreeSet<&'a str>,
    amounts: BTreeMap<String, Option<Amount>>,
}

impl<'a> Page<'a> {
    fn owns(&self, key: &str) -> Option<&'a QuestionRule> {
        self.rules.questions.iter().find(|questions| questions.key == key)
    }

    /// Whether a condition holds whatever is typed on the page; `None` if that depends on it. `out` are the questions of
    /// the page that are ruled out.
    fn verdict(&self, when: &Condition, out: &BTreeSet<&str>) -> Option<bool> {
        let of = |parts: &[Condition], decides: bool| {
            let verdicts: Vec<_> = parts.iter().map(|part| self.verdict(part, out)).collect();
            if verdicts.contains(&Some(decides)) {
                Some(decides)
            } else if verdicts.contains(&None) {
                None
            } else {
                Some(!decides)
            }
        };
        match when {
            Condition::All(parts) => of(parts, false),
            Condition::Any(parts) => of(parts, true),
            Condition::Not(inner) => self.verdict(inner, out).map(|holds| !holds),
            part => {
                let depends = part.key().is_some_and(|key| {
                    let calculated = self.rules.calculations.iter().any(|known| known.key == *key);
                    calculated || (self.owns(key).is_some() && !out.contains(key.as_str()))
                });
                (!depends).then(|| part.holds(self))
            }
        }
    }
}

impl AnswerSource for Page<'_> {
    fn today(&self) -> Date {
        self.rules.today.date().unwrap_or_default()
    }

    fn values(&self, key: &str) -> Vec<&str> {
        match self.owns(key) {
            Some(_) if self.asked.contains(key) => answer_source::values(self.typed, key),
            Some(_) => Vec::new(),
            None => seen_words(&self.rules.outside, key),
        }
    }

    fn amount(&self, key: &str) -> Option<Amount> {
        match self.owns(key) {
            Some(questions) if self.asked.contains(key) => answer_source::amount(self.typed, key, questions.reading),
            Some(_) => None,
            None => self.amounts.get(key).copied().unwrap_or_else(|| self.rules.outside.amounts.get(key).copied()),
        }
    }

    fn date(&self, key: &str) -> Option<Date> {
        match self.owns(key) {
            Some(_) if self.asked.contains(key) => answer_source::date(self.typed, key),
            Some(_) => None,
            None => self.rules.outside.dates.get(key).and_then(|day| day.date()),
        }
    }

    fn list_items<'s>(&'s self, list: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>> {
        let others = self.rules.outside.lists.get(list)?;
        let seen = |seen| Box::new(OtherItem { page: self, seen }) as Box<dyn AnswerSource + 's>;
        let own = (self.rules.list.as_deref() == Some(list)).then(|| Box::new(ThisItem(self)) as Box<dyn AnswerSource + 's>);
        Some(others.iter().map(seen).chain(own).collect())
    }
}

/// The list item that the page is about.
struct ThisItem<'a>(&'a Page<'a>);

/// Another item of the list.
struct OtherItem<'a> {
    page: &'a Page<'a>,
    seen: &'a OutsideAnswers,
}

fn seen_words<'a>(seen: &'a OutsideAnswers, key: &str) -> Vec<&'a str> {
    seen.words.get(key).into_iter().flatten().map(String::as_str).collect()
}

impl AnswerSource for ThisItem<'_> {
    fn today(&self) -> Date {
        self.0.today()
    }

    fn values(&self, key: &str) -> Vec<&str> {
        self.0.values(key)
    }

    fn amount(&self, key: &str) -> Option<Amount> {
        self.0.amount(key)
    }

    fn date(&self, key: &str) -> Option<Date> {
        self.0.date(key)
    }

    fn list_items<'s>(&'s self, list: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>> {
        self.0.list_items(list)
    }
}

impl AnswerSource for OtherItem<'_> {
    fn today(&self) -> Date {
        self.page.today()
    }

    fn values(&self, key: &str) -> Vec<&str> {
        seen_words(self.seen, key)
    }

    fn amount(&self, key: &str) -> Option<Amount> {
        self.seen.amounts.get(key).copied()
    }

    fn date(&self, key: &str) -> Option<Date> {
        self.seen.dates.get(key).and_then(|day| day.date())
    }

    fn list_items<'s>(&'s self, _: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>> {
        None
    }
}
