//! The pages of a draft: task list, questions, lists, check, delete.

mod account_details;
pub mod changes;
pub mod check;
mod conflict;
pub mod delete;
pub mod inner_list;
pub mod item;
pub mod list;
pub mod page;
pub mod task_list;

use crate::{context, cookies::Cookie, flash, routes, unsaved};
use form_engine::{
    definition::Question,
    journey::Journey,
    validate::{Problem, ProblemKind},
};
use jiff::civil::Date;
use ports::{ApiError, Caller, Draft};
use values::DATE_PARTS;

/// The draft in the address, with account details filled into the questions that show them.
async fn open(id: &str) -> Result<Draft, ApiError> {
    let ports = context::ports()?;
    let Some(mut draft) = ports.drafts.open(&context::owner()?, id, context::language()).await? else {
        return Err(not_here());
    };
    if let Some(resident) = context::caller().resident() {
        draft.answers.fill_from_account(&draft.form, |fact| resident.fact(fact));
    }
    Ok(draft)
}

/// Visitors may have followed the link to a draft of their account, so they are asked to sign in.
fn not_here() -> ApiError {
    if matches!(context::caller(), Caller::Visitor(_)) {
        if let Some(path) = routes::return_to(&context::path()) {
            context::set_cookie(Cookie::Next, path.as_str());
        }
        flash::tell("/sign-in", context::messages().sign_in_to_open());
    }
    ApiError::NotFound
}

fn today() -> Result<Date, ApiError> {
    Ok(context::ports()?.clock.today())
}

/// The journey through the draft.
fn journey(draft: &Draft, today: Date) -> Journey<'_> {
    Journey::new(&draft.form, &draft.answers, today)
}

/// A validation error as a page shows it.
pub struct FieldError {
    /// The question that it is about.
    pub key: String,
    /// The input to focus.
    pub field: String,
    pub message: String,
    /// The parts of a date that are missing or wrong.
    pub parts: Vec<&'static str>,
}

/// The errors to show. They are shown after "Continue", not while somebody fills in the page; if the page could not
/// be saved, only those that prevent saving.
fn told(questions: &[Question], problems: impl FnOnce() -> Vec<Problem>) -> Vec<FieldError> {
    let problems = match unsaved::current() {
        Some(unsaved) => unsaved.problems(questions),
        None if context::flagged("check") => problems(),
        None => Vec::new(),
    };
    problems.into_iter().map(tell).collect()
}

fn tell(problem: Problem) -> FieldError {
    let message = context::messages().problem(&problem);
    let parts = match problem.fault {
        ProblemKind::DateWithout(parts) => parts,
        ProblemKind::YearShort => DATE_PARTS.into_iter().filter(|part| problem.field.ends_with(part)).collect(),
        _ => Vec::new(),
    };
    FieldError { key: problem.key, field: problem.field, message, parts }
}
