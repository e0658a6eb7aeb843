//! A request for another login phone: what is stored about it, and the rule by which two people grant it.

use super::super::{
    mailbox::is_same_mailbox,
    phone::{LoginPhone, PhoneKind},
};
use ports::{PhoneRequest, RequestState};
use serde::{Deserialize, Serialize};
use store::{UnixMillis, phone_changes::PhoneChangeRow};
use thiserror::Error;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseState {
    Requested,
    IdentityChecked,
    Approved,
    Refused,
    Stopped,
    Done,
    /// Granted, and then the owner reported that it was somebody else: the account is frozen.
    Frozen,
    /// The council has released the account. This request can't freeze it again.
    Released,
}

const STATES: [(CaseState, &str); 8] = [
    (CaseState::Requested, "asked"),
    (CaseState::IdentityChecked, "checked"),
    (CaseState::Approved, "approved"),
    (CaseState::Refused, "refused"),
    (CaseState::Stopped, "stopped"),
    (CaseState::Done, "done"),
    (CaseState::Frozen, "frozen"),
    (CaseState::Released, "released"),
];

impl CaseState {
    pub fn name(self) -> &'static str {
        STATES.into_iter().find(|(state, _)| *state == self).map_or("", |(_, name)| name)
    }

    fn from_name(name: &str) -> Option<Self> {
        STATES.into_iter().find(|(_, known)| *known == name).map(|(state, _)| state)
    }
}

/// Why a member of council staff can't do this.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CaseError {
    #[error("the two who agree must be different people, and somebody with this mailbox has already agreed")]
    SamePerson,
    #[error("the owner of the account can't be one of the two who agree")]
    Owner,
    #[error("this request is no longer open")]
    Over,
}

/// The content of the sealed column.
#[derive(Clone, Serialize, Deserialize)]
pub struct Case {
    pub request: PhoneRequest,
    /// The former number, whose owner is told what happens to the account.
    former: String,
    former_kind: PhoneKind,
    /// The council staff who have agreed, by email address.
    pub agreed: Vec<String>,
    /// The email address that was notified of the grant.
    #[serde(default, rename = "told")]
    pub notified: String,
}

impl Case {
    pub fn new(request: PhoneRequest, former: Option<LoginPhone>) -> Self {
        let LoginPhone { number, kind } = former.unwrap_or_default();
        Self { request, former: number, former_kind: kind, agreed: Vec::new(), notified: String::new() }
    }

    pub fn former(&self) -> Option<LoginPhone> {
        (!self.former.is_empty()).then(|| LoginPhone { number: self.former.clone(), kind: self.former_kind })
    }

    /// Adds an agreement. The second one, if it is by somebody else, grants the request. `owner` is the email address
    /// of the account.
    pub fn agree(&mut self, state: CaseState, by: &str, owner: &str) -> Result<CaseState, CaseError> {
        if is_same_mailbox(by, owner) {
            return Err(CaseError::Owner);
        }
        match state {
            CaseState::Requested => {
                self.agreed = vec![by.trim().to_owned()];
                Ok(CaseState::IdentityChecked)
            }
            CaseState::IdentityChecked if self.agreed.iter().any(|before| is_same_mailbox(before, by)) => {
                Err(CaseError::SamePerson)
            }
            CaseState::IdentityChecked => {
                self.agreed.push(by.trim().to_owned());
                Ok(CaseState::Approved)
            }
            CaseState::Approved
            | CaseState::Refused
            | CaseState::Stopped
            | CaseState::Done
            | CaseState::Frozen
            | CaseState::Released => Err(CaseError::Over),
        }
    }
}

/// The current state of a row. `None` if it has expired.
pub fn state_of(row: &PhoneChangeRow, now: UnixMillis) -> Option<CaseState> {
    let state = CaseState::from_name(&row.state)?;
    let may_expire = matches!(state, CaseState::Requested | CaseState::IdentityChecked | CaseState::Approved);
    (!may_expire || row.expires_at > now).then_some(state)
}

/// The state as its owner sees it.
pub fn shown(row: &PhoneChangeRow, now: UnixMillis) -> RequestState {
    match state_of(row, now) {
        None => RequestState::Expired,
        Some(CaseState::Requested) => RequestState::Requested,
        Some(CaseState::IdentityChecked) => RequestState::IdentityChecked,
        Some(CaseState::Approved) => RequestState::Approved(row.expires_at.into()),
        Some(CaseState::Refused) => RequestState::Refused,
        Some(CaseState::Stopped) => RequestState::Stopped,
        Some(CaseState::Done) => RequestState::Done,
        Some(CaseState::Frozen) => RequestState::Frozen,
        Some(CaseState::Released) => RequestState::Released,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ports::{CallTime, IdentityCheck, Reason};

    fn case() -> Case {
        let request = PhoneRequest { reason: Reason::Lost, check: IdentityCheck::CallBack, when: CallTime::AnyTime };
        Case::new(request, None)
    }

    const OWNER: &str = "ann@example.com";

    // ASVS V2.3.5
    #[test]
    fn two_different_people_grant_a_request() {
        let mut case = case();
        assert_eq!(case.agree(CaseState::Requested, "ann+council@example.com", OWNER), Err(CaseError::Owner));
        assert_eq!(case.agree(CaseState::Requested, "Jo@council.example", OWNER), Ok(CaseState::IdentityChecked));
        for alias in [" jo@COUNCIL.example ", "jo+two@council.example", "ｊｏ@council.example"] {
            assert_eq!(case.agree(CaseState::IdentityChecked, alias, OWNER), Err(CaseError::SamePerson), "{alias}");
        }
        assert_eq!(case.agree(CaseState::IdentityChecked, "sam@council.example", OWNER), Ok(CaseState::Approved));
    }

    #[test]
    fn closed_requests_cannot_be_granted() {
        for state in [
            CaseState::Approved,
            CaseState::Refused,
            CaseState::Stopped,
            CaseState::Done,
            CaseState::Frozen,
            CaseState::Released,
        ] {
            assert_eq!(case().agree(state, "jo@council.example", OWNER), Err(CaseError::Over), "{state:?}");
        }
        for (state, name) in STATES {
            assert_eq!((CaseState::from_name(name), state.name()), (Some(state), name));
        }
    }
}
