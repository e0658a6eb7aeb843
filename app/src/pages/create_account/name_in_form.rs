//! The name that somebody has already given in their form.

use crate::{context, paths::draft_of};
use form_engine::{
    definition::{Account, Form, Page},
    fields::{Fields, typed},
    journey::Journey,
};
use ports::{ApiError, Caller, DraftId, Owner};

/// First and last name from the form that the person wants to save or to send; empty if it is about somebody else.
pub async fn name_in_form() -> Result<[String; 2], ApiError> {
    let next = context::going_to();
    let draft = next.as_ref().and_then(|path| draft_of(path.path()));
    let (Some(draft), Caller::Visitor(visitor)) = (draft, context::caller()) else { return Ok(Default::default()) };
    let (ports, id) = (context::ports()?, DraftId(draft.to_owned()));
    let Some(draft) = ports.drafts.open(&Owner::Visitor(visitor), &id, context::language()).await? else {
        return Ok(Default::default());
    };
    let journey = Journey::new(&draft.form, &draft.answers, ports.clock.today());
    Ok([Account::FirstName, Account::LastName].map(|part| own(&journey, &draft.form, &draft.answers.fields, &part)))
}

/// What was typed where an account would have filled in this part of the person's own name.
fn own(journey: &Journey<'_>, form: &Form, fields: &Fields, part: &Account) -> String {
    let asked = form.pages().flat_map(Page::questions).find(|question| {
        let prefill = question.prefill.as_ref().filter(|prefill| prefill.with == *part);
        prefill.is_some_and(|prefill| prefill.when.as_ref().is_none_or(|when| journey.holds(when)))
    });
    asked.map(|question| typed(fields, &question.key).to_owned()).unwrap_or_default()
}
