//! Conditions on other answers: who is asked what.

use crate::answer_source::AnswerSource;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use values::calendar::days_until;

/// A condition on answers given earlier in the form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// The answer is one of the values, or includes one of them.
    Is {
        key: String,
        values: Vec<String>,
    },
    /// The question is answered, with none of the values.
    IsNot {
        key: String,
        values: Vec<String>,
    },
    Answered {
        key: String,
    },
    /// A number, sum of money, measure or calculation, compared in whole pounds, centimetres or kilograms.
    Compares {
        key: String,
        with: Comparison,
    },
    /// How many items a list has (optionally only those that meet the filter), or how many options are chosen.
    Counts {
        key: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        filter: Option<Box<Self>>,
        with: Comparison,
    },
    /// Whole years since a date.
    Age {
        key: String,
        with: Comparison,
    },
    /// A date between today and this many days from now.
    WithinDays {
        key: String,
        days: i64,
    },
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
}

/// How a number is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    AtLeast(i64),
    AtMost(i64),
    MoreThan(i64),
    LessThan(i64),
}

impl Comparison {
    /// Compares `small`, a number of small units, with a limit in units of `in_one` small ones (pence with pounds).
    pub fn holds(self, small: i64, in_one: i64) -> bool {
        let small = i128::from(small);
        let scaled = |limit: i64| i128::from(limit) * i128::from(in_one);
        match self {
            Self::AtLeast(limit) => small >= scaled(limit),
            Self::AtMost(limit) => small <= scaled(limit),
            Self::MoreThan(limit) => small > scaled(limit),
            Self::LessThan(limit) => small < scaled(limit),
        }
    }
}

impl Condition {
    /// Whether the condition holds for the answers that count. An unanswered question satisfies nothing but a "not".
    pub fn holds(&self, given: &dyn AnswerSource) -> bool {
        match self {
            Self::Is { key, values } => is_one_of(given, key, values),
            Self::IsNot { key, values } => !given.values(key).is_empty() && !is_one_of(given, key, values),
            Self::Answered { key } => !given.values(key).is_empty(),
            Self::Compares { key, with } => {
                given.amount(key).is_some_and(|found| with.holds(found.value, found.unit.in_one()))
            }
            Self::Counts { key, filter, with } => with.holds(count(given, key, filter.as_deref()), 1),
            Self::Age { key, with } => {
                given.date(key).and_then(|born| age(born, given.today())).is_some_and(|age| with.holds(age, 1))
            }
            Self::WithinDays { key, days } => {
                given.date(key).is_some_and(|day| (0..=*days).contains(&days_until(given.today(), day)))
            }
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(given)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(given)),
            Self::Not(condition) => !condition.holds(given),
        }
    }

    /// Every part that looks at an answer itself, with "all", "any" and "not" taken apart.
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::All(conditions) | Self::Any(conditions) => conditions.iter().flat_map(Self::parts).collect(),
            Self::Not(condition) => condition.parts(),
            own => vec![own],
        }
    }

    /// What the condition itself looks at; `None` for one made of others. What it asks of list items isn't included.
    pub fn key(&self) -> Option<&String> {
        match self {
            Self::Is { key, .. }
            | Self::IsNot { key, .. }
            | Self::Answered { key }
            | Self::Compares { key, .. }
            | Self::Counts { key, .. }
            | Self::Age { key, .. }
            | Self::WithinDays { key, .. } => Some(key),
            Self::All(_) | Self::Any(_) | Self::Not(_) => None,
        }
    }

    /// Every question, list and calculation the condition looks at.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.parts().into_iter().filter_map(Self::key)
    }
}

/// How many items of a list meet the filter, or how many options are chosen.
pub fn count(given: &dyn AnswerSource, key: &str, filter: Option<&Condition>) -> i64 {
    let holds = |list_item: &dyn AnswerSource| filter.is_none_or(|filter| filter.holds(list_item));
    let count = given.list_items(key).map_or_else(
        || given.values(key).len(),
        |list_items| list_items.iter().filter(|list_item| holds(&***list_item)).count(),
    );
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn is_one_of(given: &dyn AnswerSource, key: &str, values: &[String]) -> bool {
    given.values(key).iter().any(|answer| values.iter().any(|value| value == answer))
}

/// Age in whole years, as people count it.
fn age(born: Date, today: Date) -> Option<i64> {
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    let years = i64::from(today.year()) - i64::from(born.year()) - i64::from(!had_birthday);
    (years >= 0).then_some(years)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        amount::{Amount, Unit},
        answer_source::AnswerSource,
    };
    use jiff::civil::date;

    /// "a" is answered with 1 and 2, "born" with a date, "pounds" with £20.50.
    struct Example;

    impl AnswerSource for Example {
        fn today(&self) -> Date {
            date(2026, 8, 10)
        }

        fn values(&self, key: &str) -> Vec<&str> {
            if key == "a" { vec!["1", "2"] } else { Vec::new() }
        }

        fn amount(&self, key: &str) -> Option<Amount> {
            (key == "pounds").then_some(Amount { value: 2050, unit: Unit::Pence })
        }

        fn date(&self, key: &str) -> Option<Date> {
            match key {
                "born" => Some(date(2008, 8, 11)),
                "soon" => Some(date(2026, 8, 17)),
                _ => None,
            }
        }

        fn list_items<'s>(&'s self, list: &str) -> Option<Vec<Box<dyn AnswerSource + 's>>> {
            let list_item = || Box::new(Self) as Box<dyn AnswerSource>;
            (list == "things").then(|| vec![list_item(), list_item(), list_item()])
        }
    }

    fn is(key: &str, value: &str) -> Condition {
        Condition::Is { key: key.into(), values: vec![value.into()] }
    }

    #[test]
    fn an_unanswered_question_has_no_value() {
        let is_not = Condition::IsNot { key: "falls".into(), values: vec!["none".into()] };
        assert!(!is("falls", "none").holds(&Example));
        assert!(!is_not.holds(&Example));
        assert!(Condition::Not(Box::new(is("falls", "none"))).holds(&Example));
        let none = |with| Condition::Compares { key: "falls".into(), with };
        assert!(!none(Comparison::AtLeast(0)).holds(&Example) && !none(Comparison::LessThan(1)).holds(&Example));
    }

    #[test]
    fn all_and_any_and_not_combine() {
        assert!(Condition::All(vec![is("a", "1"), is("a", "2")]).holds(&Example));
        assert!(Condition::Any(vec![is("a", "9"), is("a", "2")]).holds(&Example));
        assert!(!Condition::Any(vec![is("a", "9"), is("b", "1")]).holds(&Example));
        assert!(Condition::Answered { key: "a".into() }.holds(&Example));
    }

    // ASVS V15.3.5
    #[test]
    fn numbers_are_compared_in_the_units_of_form_files() {
        let pounds = |with| Condition::Compares { key: "pounds".into(), with }.holds(&Example);
        assert!(pounds(Comparison::MoreThan(20)) && pounds(Comparison::LessThan(21)));
        assert!(!pounds(Comparison::AtLeast(21)) && !pounds(Comparison::AtMost(20)));
        let list_items = |with| Condition::Counts { key: "things".into(), filter: None, with }.holds(&Example);
        assert!(list_items(Comparison::AtLeast(3)) && !list_items(Comparison::MoreThan(3)));
    }

    #[test]
    fn age_changes_on_the_birthday() {
        let age = |with| Condition::Age { key: "born".into(), with }.holds(&Example);
        assert!(age(Comparison::LessThan(18)) && age(Comparison::AtLeast(17)));
        let within = |days| Condition::WithinDays { key: "soon".into(), days }.holds(&Example);
        assert!(within(7) && !within(6));
    }
}
