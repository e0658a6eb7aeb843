//! Verdicts reduced to hashes, so that many can be compared: one line per journey.

use crate::{
    condition_values::ConditionValues,
    goal::goals,
    walk::{End, walk_by},
};
use form_engine::definition::{Form, PagePosition};
use jiff::{ToSpan, civil::Date};
use std::{collections::BTreeSet, fmt::Write, ops::Range};

/// Forms with the values their conditions look for, and the pages that journeys have reached.
pub struct Forms<'f>(Vec<SimulatedForm<'f>>);

struct SimulatedForm<'f> {
    form: &'f Form,
    aims: ConditionValues<'f>,
    /// The pages that have a condition.
    goals: Vec<PagePosition>,
    reached: BTreeSet<String>,
}

/// Parses a JSON list of forms.
///
/// # Errors
/// A message if it isn't one.
pub fn read(json: &str) -> Result<Vec<Form>, String> {
    let forms: Vec<Form> = serde_json::from_str(json).map_err(|error| format!("that isn't a list of forms: {error}"))?;
    if forms.is_empty() { Err("there are no forms".into()) } else { Ok(forms) }
}

impl<'f> Forms<'f> {
    pub fn new(forms: &'f [Form]) -> Self {
        let known =
            |form| SimulatedForm { form, aims: ConditionValues::of(form), goals: goals(form), reached: BTreeSet::new() };
        Self(forms.iter().map(known).collect())
    }

    /// The journey of a seed, as one line: the form, the seed, how it ended, the number of steps, and the digest of
    /// all verdicts on the way.
    pub fn line(&mut self, seed: u64) -> Result<String, String> {
        let many = u64::try_from(self.0.len()).unwrap_or(1).max(1);
        let number = usize::try_from(seed % many).unwrap_or_default();
        let known = self.0.get_mut(number).ok_or("there are no forms")?;
        // Each page with a condition is the goal in turn.
        let turn = usize::try_from(seed / many).unwrap_or_default() % known.goals.len().max(1);
        let walked = walk_by(known.form, &known.aims, known.goals.get(turn).copied(), seed, day(seed));
        let end = match walked.end {
            End::Check => "sent".to_owned(),
            End::Stopped(slug) => format!("stopped:{slug}"),
            End::Trouble(trouble) => return Err(format!("{} {seed}: {trouble}", known.form.key)),
        };
        known.reached.extend(walked.reached);
        Ok(format!("{} {seed} {end} {} {:016x}", known.form.key, walked.steps, walked.digest))
    }

    /// The number of pages.
    pub fn pages(&self) -> usize {
        self.0.iter().map(|known| known.form.places().len()).sum()
    }

    /// The pages that no journey has reached.
    pub fn missed(&self) -> Vec<String> {
        let of_form = |known: &SimulatedForm<'f>| {
            let pages = known.form.pages().filter(|page| !known.reached.contains(&page.slug));
            pages.map(|page| format!("{}/{}", known.form.key, page.slug)).collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of_form).collect()
    }
}

/// A day per seed, as ages and deadlines differ from day to day.
fn day(seed: u64) -> Date {
    let days = i64::try_from(seed % 800).unwrap_or_default();
    let first = Date::constant(2026, 11, 23);
    first.checked_add(days.days()).unwrap_or(first)
}

/// One line per seed; after a failure, the line holds the error instead.
///
/// # Errors
/// Forms that can't be read.
pub fn digests(json: &str, seeds: Range<u64>) -> Result<String, String> {
    let forms = read(json)?;
    let mut forms = Forms::new(&forms);
    let mut lines = String::new();
    for seed in seeds {
        let line = forms.line(seed).unwrap_or_else(|trouble| format!("TROUBLE {trouble}"));
        let _ = writeln!(lines, "{line}");
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated_forms::{head, page};
    use form_engine::{
        condition::Condition,
        definition::{Page, Question, QuestionKind, Section},
    };

    fn form(second: Page, kind: QuestionKind) -> Form {
        let first = page("first", vec![Question::new("q", "Q", "Enter it", kind)]);
        Form::new(head(), vec![Section::new("Part", vec![first, second])])
    }

    const fn number(min: i64, max: i64) -> QuestionKind {
        QuestionKind::Number { min: Some(min), max: Some(max), unit: None }
    }

    #[test]
    fn an_unreached_page_is_named() {
        let never = Condition::Is { key: "q".into(), values: vec!["never".into()] };
        let forms = [form(Page { when: Some(never.into()), ..page("second", Vec::new()) }, QuestionKind::YesNo)];
        let mut known = Forms::new(&forms);
        for seed in 0..50 {
            known.line(seed).unwrap();
        }
        assert_eq!(known.missed(), ["made/second"]);
    }

    #[test]
    fn a_page_that_cannot_be_completed_is_an_error() {
        let forms = [form(page("second", Vec::new()), number(5, 4))];
        let trouble = Forms::new(&forms).line(1).unwrap_err();
        assert!(trouble.contains("nobody gets past first"), "{trouble}");
    }

    #[test]
    fn a_seed_determines_a_journey() {
        let forms = [form(page("second", Vec::new()), number(1, 100))];
        let line = |seed| Forms::new(&forms).line(seed).unwrap();
        assert_eq!(line(3), line(3));
        assert_ne!(line(3), line(4));
    }
}
