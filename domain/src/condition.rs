//! Who is asked what: conditions on other answers.

use serde::{Deserialize, Serialize};

/// A condition on answers given earlier in the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// One of the values is the answer, or among the answers.
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
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
}

impl Condition {
    /// Whether the condition holds; `given` tells the answers that count for a question.
    pub fn holds<'a>(&self, given: &dyn Fn(&str) -> Vec<&'a str>) -> bool {
        match self {
            Self::Is { key, values } => given(key).iter().any(|answer| values.iter().any(|value| value == answer)),
            Self::IsNot { key, values } => {
                let answers = given(key);
                !answers.is_empty() && !answers.iter().any(|answer| values.iter().any(|value| value == answer))
            }
            Self::Answered { key } => !given(key).is_empty(),
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(given)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(given)),
            Self::Not(condition) => !condition.holds(given),
        }
    }

    /// Every question the condition looks at, with the values it names.
    pub fn looks_at(&self) -> Vec<(&str, &[String])> {
        match self {
            Self::Is { key, values } | Self::IsNot { key, values } => vec![(key, values)],
            Self::Answered { key } => vec![(key, &[])],
            Self::All(conditions) | Self::Any(conditions) => conditions.iter().flat_map(Self::looks_at).collect(),
            Self::Not(condition) => condition.looks_at(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(key: &str, value: &str) -> Condition {
        Condition::Is { key: key.into(), values: vec![value.into()] }
    }

    #[test]
    fn an_unanswered_question_is_neither_one_value_nor_another() {
        let nothing = |_: &str| Vec::new();
        let is_not = Condition::IsNot { key: "falls".into(), values: vec!["none".into()] };
        assert!(!is("falls", "none").holds(&nothing));
        assert!(!is_not.holds(&nothing));
        assert!(Condition::Not(Box::new(is("falls", "none"))).holds(&nothing));
    }

    #[test]
    fn all_and_any_and_not_combine() {
        let given = |key: &str| if key == "a" { vec!["1", "2"] } else { Vec::new() };
        assert!(Condition::All(vec![is("a", "1"), is("a", "2")]).holds(&given));
        assert!(Condition::Any(vec![is("a", "9"), is("a", "2")]).holds(&given));
        assert!(!Condition::Any(vec![is("a", "9"), is("b", "1")]).holds(&given));
        assert!(Condition::Answered { key: "a".into() }.holds(&given));
    }
}
