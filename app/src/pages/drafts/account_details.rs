//! Account details for questions that are prefilled from them.

use crate::context;
use form_engine::{
    definition::{ADDRESS_PARTS, Account, AccountFact, Page, Question, QuestionKind},
    fields::Fields,
};
use ports::{ApiError, Details, Resident};
use std::sync::Arc;

/// The caller's account details, looked up only if a question of the page is prefilled from them.
pub struct Known(Option<(Arc<Resident>, Details)>);

pub async fn known(page: &Page) -> Result<Known, ApiError> {
    let wants = |question: &Question| question.prefill.as_ref().is_some_and(|fill| !matches!(fill.with, Account::Value(_)));
    let caller = context::caller();
    let Some(resident) = caller.resident().filter(|_| page.questions().iter().any(wants)) else { return Ok(Known(None)) };
    let details = context::ports()?.details.details(&resident.account).await?;
    Ok(Known(details.map(|details| (resident.clone(), details))))
}

impl Known {
    /// The prefilled inputs of a question.
    pub fn fields(&self, what: &Account, question: &Question) -> Fields {
        if let Account::Value(value) = what {
            return [(question.key.clone(), vec![value.clone()])].into();
        }
        let Some((resident, details)) = &self.0 else { return Fields::new() };
        let one = match what {
            Account::FirstName => &details.first_name,
            Account::LastName => &details.last_name,
            Account::Name => resident.fact(AccountFact::Name),
            Account::Email => resident.fact(AccountFact::Email),
            Account::Phone => resident.fact(AccountFact::Phone),
            Account::Contact => return ways(details, question),
            Account::Address | Account::Value(_) => return address(details, question),
        };
        if one.is_empty() { Fields::new() } else { [(question.key.clone(), vec![one.to_owned()])].into() }
    }
}

/// The ways to be contacted, unless that isn't safe.
fn ways(details: &Details, question: &Question) -> Fields {
    let safe = details.contact.as_ref().filter(|contact| contact.is_safe);
    let ways = safe.into_iter().flat_map(|contact| &contact.ways).map(|way| way.in_forms());
    let known = ways.filter(|way| question.options().iter().any(|option| option.value == *way));
    let values: Vec<String> = known.map(str::to_owned).collect();
    if values.is_empty() { Fields::new() } else { [(question.key.clone(), values)].into() }
}

fn address(details: &Details, question: &Question) -> Fields {
    let Some(home) = details.address.as_ref().filter(|_| matches!(question.kind, QuestionKind::Address { .. })) else {
        return Fields::new();
    };
    let parts = [&home.line1, &home.line2, &home.town, &home.county, &home.postcode];
    let given = ADDRESS_PARTS.iter().zip(parts).filter(|(_, part)| !part.is_empty());
    given.map(|(name, part)| (format!("{}-{name}", question.key), vec![part.clone()])).collect()
}
