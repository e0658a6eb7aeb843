//! The longest answer that is stored. Invalid answers are stored too, so they may be several times as long as the
//! question allows. Anything longer isn't an answer any more and is shown back instead of stored.

use crate::{
    definition::{Question, QuestionKind},
    fields::Fields,
    problem::{About, Problem, ProblemKind},
};

/// How many times the longest answer that a question allows.
const TIMES: usize = 4;
/// Characters of any text that are stored, however short the limit of its question.
const LEAST: usize = 2000;
/// Characters for answers other than texts: dates, sums, numbers.
const OTHER: usize = 1000;
/// How many ticked values are stored beyond today's options: those of an older version of the form.
const MORE_OPTIONS: usize = 20;

/// What is too long to store, each with its question and input.
pub fn too_long<'a>(questions: impl IntoIterator<Item = &'a Question>, typed: &Fields) -> Vec<Problem> {
    questions.into_iter().filter_map(|question| problem(question, typed)).collect()
}

fn problem(question: &Question, typed: &Fields) -> Option<Problem> {
    let (longest, most) = (longest_stored(&question.kind), most_values(&question.kind));
    let is_over = |values: &Vec<String>| values.len() > most || values.iter().any(|value| is_longer(value, longest));
    let field = question.fields().into_iter().find(|name| typed.get(name).is_some_and(is_over))?;
    let about = About::Question { label: question.label.clone(), missing: question.missing.clone() };
    Some(Problem { key: question.key.clone(), field, about, fault: ProblemKind::TooLong(longest_allowed(&question.kind)) })
}

/// Counts characters, but only if the bytes don't settle it: a character has four at most.
fn is_longer(value: &str, most: usize) -> bool {
    value.len() > most && (value.len() > most * 4 || value.chars().count() > most)
}

fn longest_stored(kind: &QuestionKind) -> usize {
    match kind {
        QuestionKind::Text { max, .. } | QuestionKind::LongText { max, .. } => max.saturating_mul(TIMES).max(LEAST),
        _ => OTHER,
    }
}

/// The limit that the error message gives.
const fn longest_allowed(kind: &QuestionKind) -> usize {
    match kind {
        QuestionKind::Text { max, .. } | QuestionKind::LongText { max, .. } => *max,
        _ => OTHER,
    }
}

/// How many values an input may have.
fn most_values(kind: &QuestionKind) -> usize {
    match kind {
        QuestionKind::OneOf { options } | QuestionKind::ManyOf { options } => options.len() + MORE_OPTIONS,
        _ => 1 + MORE_OPTIONS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        definition::{DateIs, QuestionOption},
        test_form::question,
    };

    fn keys(question: &Question, name: &str, values: &[String]) -> Vec<(String, ProblemKind)> {
        let typed = Fields::from([(name.to_owned(), values.to_vec())]);
        too_long([question], &typed).into_iter().map(|problem| (problem.field, problem.fault)).collect()
    }

    #[test]
    fn four_times_the_maximum_length_is_stored() {
        let long = question("story", QuestionKind::LongText { max: 1500, rows: 5 });
        assert!(keys(&long, "story", &["x".repeat(6000)]).is_empty());
        assert!(keys(&long, "story", &["ŵ".repeat(6000)]).is_empty(), "characters are counted, not bytes");
        assert_eq!(keys(&long, "story", &["x".repeat(6001)]), [("story".into(), ProblemKind::TooLong(1500))]);
        assert_eq!(keys(&long, "story", &["🙂".repeat(6001)]), [("story".into(), ProblemKind::TooLong(1500))]);
        let short = question("name", QuestionKind::Text { max: 30, width: None, autocomplete: None });
        assert!(keys(&short, "name", &["x".repeat(2000)]).is_empty());
        assert_eq!(keys(&short, "name", &["x".repeat(2001)]), [("name".into(), ProblemKind::TooLong(30))]);
    }

    #[test]
    fn non_text_answers_have_a_size_limit() {
        let date = question("born", QuestionKind::Date { when_is: DateIs::Past });
        assert!(keys(&date, "born-day", &["x".repeat(1000)]).is_empty());
        assert_eq!(keys(&date, "born-year", &["x".repeat(1001)]), [("born-year".into(), ProblemKind::TooLong(1000))]);
        let sum = question("rent", QuestionKind::Money { max_pence: None });
        assert_eq!(keys(&sum, "rent", &["1".repeat(1001)]), [("rent".into(), ProblemKind::TooLong(1000))]);
    }

    #[test]
    fn more_selected_options_than_exist_are_not_stored() {
        let options = vec![QuestionOption::plain("a", "A"), QuestionOption::plain("b", "B")];
        let many = question("what", QuestionKind::ManyOf { options });
        assert!(keys(&many, "what", &vec!["a".to_owned(); 22]).is_empty());
        assert_eq!(keys(&many, "what", &vec!["a".to_owned(); 23]).len(), 1);
    }
}
