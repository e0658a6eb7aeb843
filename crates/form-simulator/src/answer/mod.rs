//! Answers to questions, in the many ways people write.

mod amounts;
mod dates;
mod numbers_of_state;
mod texts;

use crate::{condition_values::ConditionValues, goal::Goal, rng::Rng};
use form_engine::{
    definition::{Question, QuestionKind},
    fields::Fields,
    validate,
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerStyle {
    Right,
    /// Probably invalid; a few such answers are valid by chance.
    Wrong,
    /// Nothing, or blanks.
    Empty,
}

/// What simulated answers depend on.
#[derive(Clone, Copy, Debug)]
pub struct SimulationContext<'a> {
    pub today: Date,
    pub aims: &'a ConditionValues<'a>,
    pub goal: &'a Goal<'a>,
}

impl<'a> SimulationContext<'a> {
    /// Options that conditions look for.
    fn values(&self, key: &str, rng: &mut Rng) -> &'a [&'a str] {
        pick_of(&self.goal.values, &self.aims.values, key, rng)
    }

    /// Numbers that conditions look for, in the units of conditions.
    pub fn numbers(&self, key: &str, rng: &mut Rng) -> &'a [i64] {
        pick_of(&self.goal.numbers, &self.aims.numbers, key, rng)
    }

    fn days(&self, key: &str, rng: &mut Rng) -> &'a [i64] {
        pick_of(&self.goal.days, &self.aims.days, key, rng)
    }
}

/// Mostly what leads to the goal, otherwise what any condition looks for.
fn pick_of<'a, T>(goal: &'a BTreeMap<&str, Vec<T>>, aims: &'a BTreeMap<&str, Vec<T>>, key: &str, rng: &mut Rng) -> &'a [T] {
    let found = goal.get(key).filter(|_| rng.per_cent(GOAL)).or_else(|| aims.get(key));
    found.map_or(&[], Vec::as_slice)
}

/// How often an answer is one that leads to the goal, in per cent.
pub const GOAL: u64 = 96;

impl AnswerStyle {
    pub fn any(rng: &mut Rng) -> Self {
        match rng.count(0..=9) {
            0 => Self::Empty,
            1 | 2 => Self::Wrong,
            _ => Self::Right,
        }
    }
}

/// How many right answers are tried before the plainest one is given.
const TRIES: usize = 6;

/// What is typed for a question, by input.
pub fn answer(question: &Question, style: AnswerStyle, world: SimulationContext<'_>, rng: &mut Rng) -> Fields {
    match style {
        AnswerStyle::Right => right(question, world, rng),
        AnswerStyle::Wrong => wrong(question, world, rng),
        AnswerStyle::Empty => empty(question, rng),
    }
}

fn right(question: &Question, world: SimulationContext<'_>, rng: &mut Rng) -> Fields {
    if question.optional && !world.goal.answered.contains(question.key.as_str()) && rng.per_cent(30) {
        return empty(question, rng);
    }
    for _ in 0..TRIES {
        let fields = meant(question, world, rng);
        if validate::problem(question, &fields, world.today).is_none() {
            return fields;
        }
    }
    plainest(question, world)
}

fn meant(question: &Question, world: SimulationContext<'_>, rng: &mut Rng) -> Fields {
    let aims = world.numbers(&question.key, rng);
    let one = |text: String| typed(&question.key, [text]);
    match &question.kind {
        QuestionKind::Text { max, .. } => one(texts::line(*max, rng)),
        QuestionKind::LongText { max, .. } => one(texts::lines(*max, rng)),
        QuestionKind::YesNo | QuestionKind::OneOf { .. } | QuestionKind::ManyOf { .. } => {
            texts::chosen(question, world, rng)
        }
        QuestionKind::Date { when_is } => {
            let days = world.days(&question.key, rng);
            let day = dates::meant(*when_is, world.today, dates::ConditionDates { years: aims, days }, rng);
            parts(question, &dates::written(day, rng))
        }
        QuestionKind::Number { min, max, unit } => one(amounts::number(*min, *max, unit.as_deref(), aims, rng)),
        QuestionKind::Money { max_pence } => one(amounts::money(*max_pence, aims, rng)),
        QuestionKind::Length { min, max } => one(amounts::length(*min, *max, aims, rng)),
        QuestionKind::Weight { min, max } => one(amounts::weight(*min, *max, aims, rng)),
        QuestionKind::Email { .. } => one(rng.text(&texts::EMAILS).to_owned()),
        QuestionKind::Phone { .. } => one(rng.text(&texts::PHONES).to_owned()),
        QuestionKind::Address { .. } => parts(question, &texts::address(rng)),
        QuestionKind::NationalInsurance => one(numbers_of_state::national_insurance(rng)),
        QuestionKind::NhsNumber => one(numbers_of_state::nhs_number(rng)),
        QuestionKind::Declaration { .. } => one("yes".into()),
        QuestionKind::File { .. }
        | QuestionKind::Account { .. }
        | QuestionKind::Notice { .. }
        | QuestionKind::Calculated { .. }
        | QuestionKind::Link { .. } => Fields::new(),
    }
}

fn wrong(question: &Question, world: SimulationContext<'_>, rng: &mut Rng) -> Fields {
    match &question.kind {
        _ if !question.is_typed() => Fields::new(),
        QuestionKind::YesNo
        | QuestionKind::OneOf { .. }
        | QuestionKind::ManyOf { .. }
        | QuestionKind::Declaration { .. } => texts::forged(question, rng),
        QuestionKind::Date { .. } => parts(question, &dates::wrong(world.today, rng)),
        QuestionKind::Address { .. } => parts(question, &texts::no_address(rng)),
        QuestionKind::Text { max, .. } | QuestionKind::LongText { max, .. } => {
            typed(&question.key, [texts::too_long(*max, rng)])
        }
        QuestionKind::Number { min, max, .. } | QuestionKind::Length { min, max } | QuestionKind::Weight { min, max } => {
            typed(&question.key, [amounts::outside(*min, *max, rng)])
        }
        _ => typed(&question.key, [texts::nonsense(rng)]),
    }
}

fn empty(question: &Question, rng: &mut Rng) -> Fields {
    // An empty text input is sent; a checkbox or radio button that isn't checked is not.
    let is_ticked = !question.options().is_empty() || matches!(question.kind, QuestionKind::Declaration { .. });
    if is_ticked {
        return Fields::new();
    }
    question.fields().into_iter().map(|name| (name, vec![rng.text(&["", "", " ", "\u{a0}", "\n"]).to_owned()])).collect()
}

/// An answer that can't be misread.
fn plainest(question: &Question, world: SimulationContext<'_>) -> Fields {
    let one = |text: &str| typed(&question.key, [text.to_owned()]);
    match &question.kind {
        QuestionKind::Date { .. } => parts(question, &dates::plain(world.today)),
        QuestionKind::Number { min, max, .. } | QuestionKind::Length { min, max } | QuestionKind::Weight { min, max } => {
            one(&min.or(*max).unwrap_or_default().to_string())
        }
        QuestionKind::Money { .. } => one("0"),
        QuestionKind::Text { .. } | QuestionKind::LongText { .. } => one("a"),
        _ => question.options().first().map_or_else(Fields::new, |option| one(&option.value)),
    }
}

fn typed<const N: usize>(name: &str, texts: [String; N]) -> Fields {
    [(name.to_owned(), texts.to_vec())].into()
}

/// What is typed into the inputs of a question that has several, in their order.
fn parts<const N: usize>(question: &Question, texts: &[String; N]) -> Fields {
    question.fields().into_iter().zip(texts).map(|(name, text)| (name, vec![text.clone()])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use form_engine::definition::{DateIs, QuestionOption};
    use jiff::civil::date;

    const TODAY: Date = date(2028, 2, 29);

    fn kinds() -> Vec<QuestionKind> {
        let options = vec![
            QuestionOption::plain("a", "A"),
            QuestionOption::plain("b", "B"),
            QuestionOption { exclusive: true, ..QuestionOption::plain("none", "None") },
        ];
        vec![
            QuestionKind::Text { max: 1, width: None, autocomplete: None },
            QuestionKind::Text { max: 200, width: None, autocomplete: None },
            QuestionKind::LongText { max: 2000, rows: 5 },
            QuestionKind::YesNo,
            QuestionKind::OneOf { options: options[..2].to_vec() },
            QuestionKind::ManyOf { options },
            QuestionKind::Date { when_is: DateIs::Past },
            QuestionKind::Date { when_is: DateIs::Future },
            QuestionKind::Date { when_is: DateIs::Any },
            QuestionKind::Number { min: Some(2), max: Some(3), unit: Some("hours a week".into()) },
            QuestionKind::Number { min: None, max: None, unit: None },
            QuestionKind::Money { max_pence: Some(500) },
            QuestionKind::Money { max_pence: None },
            QuestionKind::Length { min: Some(50), max: Some(250) },
            QuestionKind::Weight { min: Some(20), max: Some(300) },
            QuestionKind::Email { autocomplete: None },
            QuestionKind::Phone { autocomplete: None },
            QuestionKind::Address { autocomplete: false },
            QuestionKind::NationalInsurance,
            QuestionKind::NhsNumber,
            QuestionKind::Declaration { statement: "It is true".into() },
        ]
    }

    fn faults(style: AnswerStyle) -> Vec<(QuestionKind, usize)> {
        let (aims, mut rng) = (ConditionValues::default(), Rng::new(3));
        let world = SimulationContext { today: TODAY, aims: &aims, goal: &Goal::default() };
        let found = kinds().into_iter().map(|kind| {
            let question = Question::new("q", "Q", "Enter it", kind.clone());
            let mut is_wrong = || validate::problem(&question, &answer(&question, style, world, &mut rng), TODAY).is_some();
            (kind, (0..300).filter(|_| is_wrong()).count())
        });
        found.collect()
    }

    #[test]
    fn a_valid_answer_is_valid_however_it_is_written() {
        for (kind, faults) in faults(AnswerStyle::Right) {
            assert_eq!(faults, 0, "{kind:?}");
        }
    }

    #[test]
    fn an_invalid_answer_is_usually_refused_and_no_answer_always() {
        for (kind, faults) in faults(AnswerStyle::Wrong) {
            assert!(faults > 150, "{kind:?}: {faults}");
        }
        for (kind, faults) in faults(AnswerStyle::Empty) {
            assert_eq!(faults, 300, "{kind:?}");
        }
    }

    #[test]
    fn unusual_formats_are_accepted() {
        let (aims, mut rng) = (ConditionValues::default(), Rng::new(3));
        let world = SimulationContext { today: TODAY, aims: &aims, goal: &Goal::default() };
        for kind in kinds() {
            let question = Question::new("q", "Q", "Enter it", kind.clone());
            let mut is_right = || validate::problem(&question, &meant(&question, world, &mut rng), TODAY).is_none();
            let right = (0..300).filter(|_| is_right()).count();
            assert!(right > 150, "{kind:?}: {right}");
        }
    }
}
