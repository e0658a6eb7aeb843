//! The answer to the question whether the account should keep what was given in a form.

use super::security::confirm_first;
use crate::{
    context,
    error::WireError,
    flash::{self, Flash},
    location::Location,
    offer::{Given, Offer},
    paths,
    segment::PathSegment,
};
use leptos::prelude::*;
use ports::{AccountChange, ApiError, ContactMethod, Copy, Details, StepError, StepFailure};
use std::collections::BTreeMap;

/// Takes "Yes" or "No". What the account is to keep is read from the form again, not from the page. `page` is `details`
/// if the question stood under "Update your details", and otherwise it stood on the page after sending.
#[server(endpoint = "details/offer")]
pub async fn answer_offer(
    reference: PathSegment,
    #[server(default)] detail: String,
    #[server(default)] page: String,
    #[server(default)] go: String,
) -> Result<(), WireError> {
    let back = if page == "details" { DETAILS.into() } else { paths::sent(&reference) };
    Ok(take(&context::account_change()?, &reference, (&detail, go == "yes"), back).await?)
}

const DETAILS: &str = "/account/details";

async fn take(
    change: &AccountChange,
    reference: &str,
    (detail, is_wanted): (&str, bool),
    back: Location,
) -> Result<(), ApiError> {
    let (ports, t, account) = (context::ports()?, context::messages(), &change.resident.account);
    let copy = ports.submissions.open(account, reference, context::language()).await?.ok_or(ApiError::NotFound)?;
    let details = ports.details.details(account).await?.ok_or(ApiError::SignedOut)?;
    let Some(given) = offered(&copy, &details, detail)? else {
        // It was answered before.
        context::redirect(back);
        return Ok(());
    };
    if !is_wanted {
        ports.details.keep_detail(account, given.detail()).await?;
        flash::redirect_with_notice(back, t.offer_declined());
        return Ok(());
    }
    match given {
        Given::Address(address) => match ports.details.set_address(change, Some(address)).await {
            Ok(()) => flash::redirect_with_notice(DETAILS, t.address_saved()),
            Err(StepFailure::Refused(StepError::ConfirmFirst)) => confirm_first(back, BTreeMap::new()),
            Err(StepFailure::Refused(_)) => return Err(ApiError::SignedOut),
            Err(StepFailure::Failed(error)) => return Err(error),
        },
        Given::Contact(ways) => {
            // They also decide whether we send emails, and whether contact is safe: so the person checks and saves them.
            let values = preferences(&details, &ways);
            flash::redirect_with(&Flash { page: "/account/contact".into(), values, ..Flash::default() });
        }
    }
    Ok(())
}

fn offered(copy: &Copy, details: &Details, detail: &str) -> Result<Option<Given>, ApiError> {
    let offer = Offer::of_copy(copy, details, &*context::ports()?.clock);
    let is_meant = |given: &Given| match given {
        Given::Address(_) => detail == "address",
        Given::Contact(_) => detail == "contact",
    };
    Ok(offer.map(|offer| offer.given).filter(is_meant))
}

/// The inputs of the page with the contact preferences.
fn preferences(details: &Details, ways: &[ContactMethod]) -> BTreeMap<String, String> {
    let language = details.contact.as_ref().map_or_else(context::language, |contact| contact.language);
    let safe = details.contact.as_ref().map_or("", |contact| if contact.is_safe { "yes" } else { "no" });
    let ways = ways.iter().map(|way| (way.name().to_owned(), "ticked".to_owned()));
    let rest = [("safe", safe), ("language", language.tag())].map(|(name, value)| (name.to_owned(), value.to_owned()));
    ways.chain(rest).collect()
}
