//! Finding an address in a form by its postcode. The buttons save the page as it is, and the page comes back with the
//! addresses, or with the one that was chosen. The postcode stays in the answers: only the question's key is in the
//! page's address.

use crate::{context, location::Location, segment::PathSegment};
use form_engine::{
    address::PostalAddress,
    definition::{ADDRESS_PARTS, Question, QuestionKind},
    fields::{Fields, typed},
};
use ports::{ApiError, Lookup};

/// The prefix in the value of the button that looks up the postcode; the question's key follows.
pub const FIND: &str = "find:";
/// The same for the button that takes the chosen address.
pub const USE: &str = "use:";
/// The input with the chosen address.
pub const CHOSEN: &str = "address";
/// The hidden input with the key of the question whose addresses the page shows, and the name in the query.
pub const FOUND: &str = "found";
/// The flag of a page that comes back because no address was chosen.
const UNCHOSEN: &str = "unchosen";

/// What the page shows for one question.
pub struct FoundAddresses {
    pub key: String,
    /// The postcode as typed.
    pub postcode: String,
    pub outcome: Outcome,
    /// Whether "Use this address" was pressed without choosing one.
    pub is_unchosen: bool,
}

/// The result of a look-up.
pub enum Outcome {
    /// In street order; empty if there is no such postcode.
    Found(Vec<PostalAddress>),
    /// What was typed is no whole postcode.
    NotAPostcode,
    /// The address service is unavailable, or was asked too often.
    Unanswered,
}

impl FoundAddresses {
    /// The addresses for the question in the page's address, by the postcode in its answer.
    pub async fn of_page(questions: &[Question], fields: &Fields) -> Result<Option<Self>, ApiError> {
        let Some(key) = context::query(FOUND) else { return Ok(None) };
        let is_address = |question: &&Question| matches!(question.kind, QuestionKind::Address { .. }) && question.key == key;
        if !can_look_up() || !questions.iter().any(|question| is_address(&question)) {
            return Ok(None);
        }
        let postcode = typed(fields, &format!("{key}-postcode")).to_owned();
        let outcome = look_up(&postcode).await?;
        Ok(Some(Self { key, postcode, outcome, is_unchosen: context::flagged(UNCHOSEN) }))
    }
}

/// Whether addresses can be looked up at all.
pub fn can_look_up() -> bool {
    context::provided().is_some_and(|ports| ports.details.has_lookup())
}

async fn look_up(postcode: &str) -> Result<Outcome, ApiError> {
    let Some(postcode) = values::postcode(postcode) else { return Ok(Outcome::NotAPostcode) };
    let (owner, network) = (context::owner()?, context::network());
    Ok(match context::ports()?.details.addresses(&owner, network.as_ref(), &postcode).await? {
        Lookup::Found(found) => Outcome::Found(found),
        Lookup::Unanswered => Outcome::Unanswered,
    })
}

/// A press of one of the two buttons: the question, and the address if one is to be taken.
pub struct Press {
    key: PathSegment,
    chosen: Option<String>,
}

impl Press {
    /// From the value of the pressed button. `None` if it was another button.
    pub fn parse(go: &str, chosen: &str) -> Option<Self> {
        if let Some(key) = go.strip_prefix(FIND) {
            return Some(Self { key: key.parse().ok()?, chosen: None });
        }
        Some(Self { key: go.strip_prefix(USE)?.parse().ok()?, chosen: Some(chosen.to_owned()) })
    }

    /// Fills in the chosen address, if one was to be taken. Returns whether that was done.
    pub async fn fill_in(&self, answers: &mut Fields) -> Result<bool, ApiError> {
        match &self.chosen {
            Some(chosen) => fill_in(answers, &self.key, chosen).await,
            None => Ok(false),
        }
    }

    /// Where the page comes back: at the address that was filled in, or at the list.
    pub fn place(&self, page: Location, is_filled_in: bool) -> Location {
        if is_filled_in {
            return page.at(&self.key);
        }
        let list = page.pair(FOUND, &self.key);
        let list = if self.chosen.is_some() { list.flag(UNCHOSEN) } else { list };
        list.at(&list_id(&self.key))
    }
}

/// The id of the element with the addresses of a question.
pub fn list_id(key: &str) -> String {
    format!("{key}-addresses")
}

/// Fills in the chosen address for somebody who chose one and pressed another button, unless they typed an address.
pub async fn fill_in_if_empty(answers: &mut Fields, key: &str, chosen: &str) -> Result<(), ApiError> {
    let mut lines = ADDRESS_PARTS.iter().filter(|part| **part != "postcode");
    let is_empty = lines.all(|part| typed(answers, &format!("{key}-{part}")).trim().is_empty());
    if !chosen.is_empty() && is_empty {
        fill_in(answers, key, chosen).await?;
    }
    Ok(())
}

/// Whatever the page sends, only addresses from the look-up are filled in.
async fn fill_in(answers: &mut Fields, key: &str, chosen: &str) -> Result<bool, ApiError> {
    if chosen.is_empty() {
        return Ok(false);
    }
    let Outcome::Found(found) = look_up(typed(answers, &format!("{key}-postcode"))).await? else { return Ok(false) };
    let Some(address) = found.into_iter().find(|found| found.one_line() == chosen) else { return Ok(false) };
    let PostalAddress { line1, line2, town, county, postcode } = address;
    for (part, text) in ADDRESS_PARTS.iter().zip([line1, line2, town, county, postcode]) {
        answers.insert(format!("{key}-{part}"), vec![text]);
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_two_buttons_are_a_press() {
        let found = Press::parse("find:p_addr", "1 Lake Road").unwrap();
        assert_eq!((&*found.key, found.chosen), ("p_addr", None));
        let used = Press::parse("use:p_addr", "1 Lake Road").unwrap();
        assert_eq!((&*used.key, used.chosen.as_deref()), ("p_addr", Some("1 Lake Road")));
        for other in ["continue", "later", "aside", "language:cy", "form:care-needs", "find:NM1 1AB", "use:", ""] {
            assert!(Press::parse(other, "").is_none(), "{other}");
        }
    }
}
