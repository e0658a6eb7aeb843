//! Errors in the answers of a page, as the page shows them.

use crate::{context, unsaved};
use form_engine::{
    definition::Question,
    problem::{Problem, ProblemKind},
};
use values::DATE_PARTS;

/// A validation error as a page shows it.
pub struct FieldError {
    /// The question that it is about.
    pub key: String,
    /// The input to focus.
    pub field: String,
    pub message: String,
    /// The parts of a date that are missing or wrong.
    pub parts: Vec<&'static str>,
    /// The answer, if it may be right and is only asked about.
    pub slip: Option<String>,
}

/// The errors to show. They are shown after "Continue", not while somebody fills in the page; if the page could not
/// be saved, only those that prevent saving.
pub fn shown_errors(questions: &[Question], problems: impl FnOnce() -> Vec<Problem>) -> Vec<FieldError> {
    let problems = match unsaved::current() {
        Some(unsaved) => unsaved.problems(questions),
        None if context::flagged("check") => problems(),
        None => Vec::new(),
    };
    problems.into_iter().map(field_error).collect()
}

fn field_error(problem: Problem) -> FieldError {
    let message = context::messages().problem(&problem);
    let slip = match &problem.fault {
        ProblemKind::EmailSlip { typed, .. } => Some(typed.clone()),
        _ => None,
    };
    let parts = match problem.fault {
        ProblemKind::DateWithout(parts) => parts,
        ProblemKind::YearShort => DATE_PARTS.into_iter().filter(|part| problem.field.ends_with(part)).collect(),
        _ => Vec::new(),
    };
    FieldError { key: problem.key, field: problem.field, message, parts, slip }
}
