//! The address and contact preferences of an account.

use super::{
    security::{answer, answer_with_values},
    steps::StepPage,
};
use crate::{
    context,
    error::WireError,
    flash::{self, Flash},
    step_errors,
};
use form_engine::{
    address::{LONGEST_PART, PostalAddress},
    definition::ADDRESS_PARTS,
    language::Language,
    problem::ProblemKind,
};
use leptos::prelude::*;
use ports::{ApiError, ContactMethod, ContactPreferences, Lookup, MAX_SAFETY_TEXT, Owner, PersonalDetails, StepError};
use std::{collections::BTreeMap, sync::Arc};

/// Takes a postcode; its addresses are shown next.
#[server(endpoint = "details/find-address")]
#[allow(clippy::unused_async, reason = "server functions must be async, even if they await nothing")]
pub async fn find_address(#[server(default)] postcode: String) -> Result<(), WireError> {
    context::resident()?;
    let Some(postcode) = values::postcode(&postcode) else {
        return Ok(FIND.again(StepError::PostcodeInvalid, &[("postcode", &postcode)])?);
    };
    // The postcode is personal, so it must not be in a page's address.
    let values = [("postcode".to_owned(), postcode)].into();
    flash::redirect_with(&Flash { page: CHOOSE.page.into(), values, ..Flash::default() });
    Ok(())
}

/// Takes one of the addresses found.
#[server(endpoint = "details/choose-address")]
pub async fn choose_address(
    #[server(default)] postcode: String,
    #[server(default)] address: String,
) -> Result<(), WireError> {
    let change = context::account_change()?;
    let Some(postcode) = values::postcode(&postcode) else {
        return Ok(FIND.again(StepError::PostcodeInvalid, &[("postcode", &postcode)])?);
    };
    // Whatever the page sends, only addresses from the look-up are accepted.
    let owner = Owner::Account(change.resident.account.clone());
    let found = match details()?.addresses(&owner, context::network().as_ref(), &postcode).await? {
        Lookup::Found(all) => all.into_iter().find(|found| found.one_line() == address),
        Lookup::Unanswered => None,
    };
    let Some(found) = found else {
        return Ok(CHOOSE.again(StepError::AddressMissing, &[("postcode", &postcode)])?);
    };
    let saved = details()?.set_address(&change, Some(found)).await;
    let asks = StepPage { first: CHOOSE.page, ..CHOOSE };
    answer(saved, asks, &[("postcode", &postcode), ("address", &address)], |()| {
        flash::redirect_with_notice(DETAILS, context::messages().address_saved());
    })
}

/// Takes an address that was typed.
#[server(endpoint = "details/address")]
pub async fn enter_address(
    #[server(default)] line1: String,
    #[server(default)] line2: String,
    #[server(default)] town: String,
    #[server(default)] county: String,
    #[server(default)] postcode: String,
) -> Result<(), WireError> {
    let change = context::account_change()?;
    let typed = [&*line1, &line2, &town, &county, &postcode];
    let short = |text: &str| text.chars().take(LONGEST_PART + 1).collect();
    let values = ADDRESS_PARTS.into_iter().zip(typed).map(|(part, text)| (part.to_owned(), short(text))).collect();
    match PostalAddress::parse(typed) {
        Ok(address) => {
            let saved = details()?.set_address(&change, Some(address)).await;
            answer_with_values(saved, ENTER, values, |()| {
                flash::redirect_with_notice(DETAILS, context::messages().address_saved());
            })
        }
        Err((part, fault)) => {
            let problems = vec![(part.to_owned(), said(&fault))];
            flash::redirect_with(&Flash { page: ENTER.into(), values, problems, ..Flash::default() });
            Ok(())
        }
    }
}

/// Removes the address.
#[server(endpoint = "details/remove-address")]
pub async fn remove_address() -> Result<(), WireError> {
    let removed = details()?.set_address(&context::account_change()?, None).await;
    answer_with_values(removed, ENTER, BTreeMap::new(), |()| {
        flash::redirect_with_notice(DETAILS, context::messages().address_removed());
    })
}

/// Takes the contact preferences and whether contact is safe.
#[server(endpoint = "details/contact")]
pub async fn set_contact(
    #[server(default)] ways: Vec<String>,
    #[server(default)] safe: String,
    #[server(default)] how: String,
    #[server(default)] language: String,
) -> Result<(), WireError> {
    let change = context::account_change()?;
    let ways: Vec<ContactMethod> =
        ContactMethod::ALL.into_iter().filter(|way| ways.iter().any(|name| name == way.name())).collect();
    let is_safe = match safe.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let language = Language::from_tag(&language).unwrap_or_else(context::language);
    let mut values: BTreeMap<String, String> = ways.iter().map(|way| (way.name().to_owned(), "ticked".to_owned())).collect();
    let short = how.chars().take(MAX_SAFETY_TEXT + 100).collect();
    let rest = [("safe", safe), ("how", short), ("language", language.tag().to_owned())];
    values.extend(rest.map(|(name, value)| (name.to_owned(), value)));
    match ContactPreferences::parse(ways, is_safe, &how, language) {
        Ok(contact) => {
            let saved = details()?.set_contact(&change, contact).await;
            answer_with_values(saved, CONTACT, values, |()| {
                flash::redirect_with_notice(DETAILS, context::messages().contact_saved());
            })
        }
        Err(step_error) => {
            let problems = vec![step_errors::problem(step_error, "way", &*context::ports()?.clock)];
            flash::redirect_with(&Flash { page: CONTACT.into(), values, problems, ..Flash::default() });
            Ok(())
        }
    }
}

const DETAILS: &str = "/account/details";
const FIND: StepPage = StepPage { page: "/account/address", field: "postcode", first: "/account/address" };
const CHOOSE: StepPage = StepPage { page: "/account/address/choose", field: "address", first: "/account/address" };
const ENTER: &str = "/account/address/enter";
const CONTACT: &str = "/account/contact";

fn details() -> Result<Arc<dyn PersonalDetails>, ApiError> {
    Ok(context::ports()?.details.clone())
}

fn said(fault: &ProblemKind) -> String {
    let t = context::messages();
    match fault {
        ProblemKind::AddressLineLong => t.fault_address_line_long(LONGEST_PART),
        ProblemKind::AddressWithoutTown => t.fault_address_without_town().to_owned(),
        ProblemKind::Postcode => t.fault_postcode().to_owned(),
        _ => t.fault_address_without_line().to_owned(),
    }
}
