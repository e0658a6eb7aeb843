//! What a page shows of the last attempt.

use crate::{
    components::problems::{error_summary_of, problem_beside},
    flash::{self, Flash},
};
use govuk::error_message::ErrorMessage;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The last attempt on a page that stores nothing: what was typed and what was wrong.
#[derive(Clone, Debug, Default)]
pub struct LastAttempt(Flash);

impl LastAttempt {
    /// The attempt kept for this page. It can be read only once.
    pub fn take() -> Self {
        Self(flash::take())
    }

    /// Moves all errors to one input, for a page that has no other.
    #[must_use]
    pub fn all_at(mut self, field: &str) -> Self {
        for (at, _) in &mut self.0.problems {
            field.clone_into(at);
        }
        self
    }

    pub fn is_wrong(&self) -> bool {
        !self.0.problems.is_empty()
    }

    /// The typed value of an input, if the form was sent.
    pub fn typed(&self, name: &str) -> Option<String> {
        self.0.values.get(name).cloned()
    }

    pub fn value(&self, name: &str) -> String {
        self.typed(name).unwrap_or_default()
    }

    /// Every value, by its name.
    pub fn values(&self) -> &BTreeMap<String, String> {
        &self.0.values
    }

    pub fn error(&self, field: &str) -> Option<String> {
        self.0.problems.iter().find(|(at, _)| at == field).map(|(_, text)| text.clone())
    }

    /// The error message beside an input.
    pub fn message(&self, field: &str) -> Option<ErrorMessage> {
        self.error(field).map(problem_beside)
    }

    pub fn notice(&self) -> Option<String> {
        self.0.notice.clone()
    }

    pub fn summary(&self) -> impl IntoView + use<> {
        error_summary_of(self.0.problems.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_with_one_input_shows_every_problem_there() {
        let problems = vec![("how".to_owned(), "A".to_owned())];
        let shown = LastAttempt(Flash { problems, ..Flash::default() }).all_at("code");
        assert_eq!((shown.error("code"), shown.error("how")), (Some("A".into()), None));
    }
}
