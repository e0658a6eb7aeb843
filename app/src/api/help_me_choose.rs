//! "Help me choose". The answers go from page to page in hidden inputs and in the sealed cookie that is read once. They
//! are stored nowhere, and no address tells them.

use crate::{
    context,
    error::WireError,
    flash::{self, Flash},
    paths::{self, ChoiceStep},
};
use form_engine::choosing::HelpMeChoose;
use leptos::prelude::*;
use ports::ApiError;
use std::collections::BTreeMap;

/// The value of `go` for the page before this one.
pub const BACK: &str = "back";
/// The value of `go` for the first question, with every answer as it was.
pub const CHANGE: &str = "change";

/// Takes the answer to a question. `asked` is the key of the question; the page with the result has none.
#[server(endpoint = "help-me-choose/answer")]
#[allow(clippy::unused_async, reason = "server functions must be async, even if they await nothing")]
pub async fn answer(
    #[server(default)] asked: String,
    #[server(default)] answers: BTreeMap<String, String>,
    #[server(default)] go: String,
) -> Result<(), WireError> {
    let choosing = context::ports()?.forms.help_me_choose(context::language()).ok_or(ApiError::NotFound)?;
    flash::redirect_with(&next(&choosing, &asked, known(&choosing, answers), &go));
    Ok(())
}

/// The answers to questions that there are.
fn known(choosing: &HelpMeChoose, mut answers: BTreeMap<String, String>) -> BTreeMap<String, String> {
    answers.retain(|key, value| {
        let question = choosing.questions.iter().find(|question| question.key == *key);
        question.is_some_and(|question| question.options.iter().any(|option| option.value == *value))
    });
    answers
}

/// The page that comes next, and what it shows.
fn next(choosing: &HelpMeChoose, asked: &str, answers: BTreeMap<String, String>, go: &str) -> Flash {
    let way = choosing.way(&answers);
    // The result is after the last question.
    let here = way.asked.iter().position(|(question, _)| question.key == asked);
    let mut problems = Vec::new();
    let to = match (go, here) {
        (BACK, here) => here.unwrap_or(way.asked.len()).saturating_sub(1),
        (CHANGE, _) | (_, None) => 0,
        (_, Some(here)) => match way.asked.get(here) {
            Some((question, None)) => {
                problems.push((question.key.clone(), question.missing.clone()));
                here
            }
            _ => here + 1,
        },
    };
    let step = if to < way.asked.len() { ChoiceStep::Question(to) } else { ChoiceStep::Result };
    Flash { page: paths::help_me_choose(step), values: answers, problems, ..Flash::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use form_engine::choosing::{ChoiceOption, ChoiceQuestion, ChoiceResult, LeadsTo};

    fn choosing() -> HelpMeChoose {
        let option = |value: &str, leads_to| ChoiceOption { value: value.into(), label: value.into(), hint: None, leads_to };
        let question = |key: &str, options| ChoiceQuestion {
            key: key.into(),
            title: key.into(),
            intro: None,
            hint: None,
            missing: format!("Select {key}"),
            quick_exit: false,
            options,
        };
        let end = || LeadsTo::Result("end".into());
        let result = ChoiceResult {
            key: "end".into(),
            title: "End".into(),
            urgent: None,
            body: "B".into(),
            forms: Vec::new(),
            quick_exit: false,
        };
        HelpMeChoose {
            questions: vec![
                question("one", vec![option("a", LeadsTo::Question("two".into())), option("b", end())]),
                question("two", vec![option("a", end()), option("b", end())]),
            ],
            results: vec![result],
        }
    }

    /// Where a form leads, and its errors.
    fn sent(asked: &str, answers: &[(&str, &str)], go: &str) -> (String, Vec<String>) {
        let choosing = choosing();
        let answers = answers.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let flash = next(&choosing, asked, known(&choosing, answers), go);
        (flash.page.into(), flash.problems.into_iter().map(|(_, text)| text).collect())
    }

    fn page(path: &str) -> (String, Vec<String>) {
        (path.to_owned(), Vec::new())
    }

    #[test]
    fn an_answer_leads_to_the_next_question_or_to_the_result() {
        assert_eq!(sent("one", &[("one", "a")], ""), page("/help-me-choose/2"));
        assert_eq!(sent("one", &[("one", "b")], ""), page("/help-me-choose/result"));
        assert_eq!(sent("two", &[("one", "a"), ("two", "b")], ""), page("/help-me-choose/result"));
        // A later answer of before doesn't skip its question.
        assert_eq!(sent("one", &[("one", "a"), ("two", "b")], ""), page("/help-me-choose/2"));
    }

    #[test]
    fn a_question_without_an_answer_is_shown_again_with_its_error() {
        assert_eq!(sent("one", &[], ""), ("/help-me-choose".into(), vec!["Select one".into()]));
        assert_eq!(sent("two", &[("one", "a"), ("two", "c")], ""), ("/help-me-choose/2".into(), vec!["Select two".into()]));
    }

    #[test]
    fn back_leads_to_the_page_before_and_never_shows_an_error() {
        assert_eq!(sent("two", &[("one", "a")], BACK), page("/help-me-choose"));
        assert_eq!(sent("", &[("one", "a"), ("two", "a")], BACK), page("/help-me-choose/2"));
        assert_eq!(sent("", &[("one", "b")], BACK), page("/help-me-choose"));
        assert_eq!(sent("one", &[], BACK), page("/help-me-choose"));
        assert_eq!(sent("", &[("one", "a"), ("two", "a")], CHANGE), page("/help-me-choose"));
    }

    #[test]
    fn a_question_that_is_not_on_the_way_leads_to_the_first() {
        for asked in ["", "two", "three"] {
            assert_eq!(sent(asked, &[("one", "x"), ("three", "a")], ""), page("/help-me-choose"), "{asked}");
        }
    }
}
