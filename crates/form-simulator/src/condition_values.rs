//! The values that a form's conditions look for: answering with them leads to pages that chance alone would seldom
//! find.

use form_engine::{
    condition::{Comparison, Condition},
    definition::{Calculation, Content, Form, Formula, ListDef, Question, Term},
};
use std::collections::BTreeMap;

/// Values by the key of a question or a list.
#[derive(Debug, Default)]
pub struct ConditionValues<'f> {
    pub values: BTreeMap<&'f str, Vec<&'f str>>,
    /// In the units of conditions: pounds, centimetres, items, years.
    pub numbers: BTreeMap<&'f str, Vec<i64>>,
    pub days: BTreeMap<&'f str, Vec<i64>>,
}

impl<'f> ConditionValues<'f> {
    pub fn of(form: &'f Form) -> Self {
        let mut aims = Self::default();
        for page in form.pages() {
            aims.condition(form, page.when.as_deref());
            match &page.content {
                Content::Questions(questions) => aims.questions(form, questions),
                Content::List(list_def) => aims.list(form, list_def),
                Content::Text(_) | Content::Stop(_) => {}
            }
        }
        for calculation in &form.calculations {
            aims.calculation(form, calculation, &[]);
        }
        aims
    }

    fn list(&mut self, form: &'f Form, list_def: &'f ListDef) {
        self.questions(form, &list_def.questions);
        for inner in &list_def.lists {
            self.condition(form, inner.when.as_deref());
            self.questions(form, &inner.list.questions);
        }
    }

    fn questions(&mut self, form: &'f Form, questions: &'f [Question]) {
        for question in questions {
            self.condition(form, question.when.as_deref());
        }
    }

    fn condition(&mut self, form: &'f Form, condition: Option<&'f Condition>) {
        for part in condition.into_iter().flat_map(Condition::parts) {
            match part {
                Condition::Is { key, values } | Condition::IsNot { key, values } => {
                    self.values.entry(key).or_default().extend(values.iter().map(String::as_str));
                }
                Condition::Compares { key, with } => self.numbers(form, key, around(*with)),
                Condition::Age { key, with } => self.numbers.entry(key).or_default().extend(around(*with)),
                Condition::Counts { key, filter, with } => {
                    self.numbers.entry(key).or_default().extend(around(*with));
                    self.condition(form, filter.as_deref());
                }
                Condition::WithinDays { key, days } => self.days.entry(key).or_default().push(*days),
                Condition::Answered { .. } | Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
            }
        }
    }

    /// A number that a condition looks for or, if it is calculated, the numbers it is calculated from.
    fn numbers(&mut self, form: &'f Form, key: &'f str, wanted: [i64; 2]) {
        match form.calculation(key) {
            Some(calculation) => self.calculation(form, calculation, &wanted),
            None => self.numbers.entry(key).or_default().extend(wanted),
        }
    }

    fn calculation(&mut self, form: &'f Form, calculation: &'f Calculation, wanted: &[i64]) {
        match &calculation.result {
            Formula::CountOf { questions, values, .. } => {
                for key in questions {
                    self.values.entry(key).or_default().extend(values.iter().map(String::as_str));
                }
            }
            Formula::CountList { list, filter } => {
                self.numbers.entry(list).or_default().extend(wanted);
                self.condition(form, filter.as_ref());
            }
            Formula::Sum { terms, .. } => terms.iter().for_each(|term| self.term(form, calculation, term, wanted)),
        }
    }

    fn term(&mut self, form: &'f Form, calculation: &'f Calculation, term: &'f Term, wanted: &[i64]) {
        self.condition(form, term.when.as_ref());
        match form.calculation(&term.value) {
            // A calculation may only look at earlier ones; an unchecked form may have one that looks at itself.
            Some(earlier) if is_before(form, earlier, calculation) => self.calculation(form, earlier, wanted),
            Some(_) => {}
            None => self.numbers.entry(&term.value).or_default().extend(wanted),
        }
    }
}

fn is_before(form: &Form, one: &Calculation, other: &Calculation) -> bool {
    let place = |wanted: &Calculation| form.calculations.iter().position(|found| found.key == wanted.key);
    place(one) < place(other)
}

/// A number for which a comparison holds, and one for which it doesn't.
fn around(with: Comparison) -> [i64; 2] {
    match with {
        Comparison::AtLeast(limit) | Comparison::LessThan(limit) => [limit, limit.saturating_sub(1)],
        Comparison::AtMost(limit) | Comparison::MoreThan(limit) => [limit, limit.saturating_add(1)],
    }
}
