//! Details given in a form for oneself, which are offered once to be kept in the account. Never by themselves, and nothing
//! that is used to sign in.

use crate::context;
use form_engine::{address::PostalAddress, journey::Journey};
use ports::{ApiError, ContactMethod, Copy, Details, KeptDetail, LocalClock, Resident};

/// What a form offers to the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The reference of the form.
    pub reference: String,
    pub given: Given,
}

/// A detail as it was given in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    Address(PostalAddress),
    Contact(Vec<ContactMethod>),
}

impl Given {
    pub const fn detail(&self) -> KeptDetail {
        match self {
            Self::Address(_) => KeptDetail::Address,
            Self::Contact(_) => KeptDetail::Contact,
        }
    }
}

impl Offer {
    /// The first detail of a copy that the account keeps otherwise or not at all, and that wasn't decided about since.
    pub fn of_copy(copy: &Copy, details: &Details, clock: &dyn LocalClock) -> Option<Self> {
        let own = Journey::new(&copy.form, &copy.answers, clock.day(copy.sent)).own_details();
        let is_open = |detail: KeptDetail| details.decided.get(&detail).is_none_or(|decided| *decided < copy.sent);
        let address = own.address.filter(|given| is_open(KeptDetail::Address) && differs(given, details.address.as_ref()));
        let ways: Vec<ContactMethod> =
            ContactMethod::ALL.into_iter().filter(|way| own.ways.iter().any(|chosen| chosen == way.in_forms())).collect();
        // Somebody for whom contact isn't safe has said how they want it.
        let is_same = details.contact.as_ref().is_some_and(|contact| !contact.is_safe || has_all(&contact.ways, &ways));
        let contact = (is_open(KeptDetail::Contact) && !ways.is_empty() && !is_same).then_some(ways);
        let given = address.map(Given::Address).or_else(|| contact.map(Given::Contact))?;
        Some(Self { reference: copy.reference.clone(), given })
    }

    /// What the newest form in "Submitted forms" offers.
    pub async fn of_newest(resident: &Resident, details: &Details) -> Result<Option<Self>, ApiError> {
        let (ports, language) = (context::ports()?, context::language());
        let newest = ports.submissions.list(&resident.account, language).await?.into_iter().max_by_key(|copy| copy.sent);
        let Some(newest) = newest else { return Ok(None) };
        let copy = ports.submissions.open(&resident.account, &newest.reference, language).await?;
        Ok(copy.and_then(|copy| Self::of_copy(&copy, details, &*ports.clock)))
    }
}

/// Whether an address isn't the one that the account keeps. Capital letters make no difference.
fn differs(given: &PostalAddress, kept: Option<&PostalAddress>) -> bool {
    kept.is_none_or(|kept| kept.one_line().to_lowercase() != given.one_line().to_lowercase())
}

fn has_all(kept: &[ContactMethod], chosen: &[ContactMethod]) -> bool {
    kept.len() == chosen.len() && chosen.iter().all(|way| kept.contains(way))
}
