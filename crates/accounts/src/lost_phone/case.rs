//! A request for another login phone: what is kept of it, and the rule by which two people grant it.

use super::super::{
    mailbox::is_same_mailbox,
    phone::{LoginPhone, PhoneKind},
};
use platform::clock::instant;
use ports::{PhoneRequest, RequestState};
use serde::{Deserialize, Serialize};
pub use store::phone_changes::State;
use store::phone_changes::{OPEN, PhoneChangeRow};
use thiserror::Error;

/// Why somebody of the council can't do this.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum NotNow {
    #[error("the two who agree must be different people, and this mailbox has agreed already")]
    SamePerson,
    #[error("the two who agree must be others than the owner of the account")]
    Owner,
    #[error("this request isn't open any more")]
    Over,
}

/// What the sealed column holds.
#[derive(Clone, Serialize, Deserialize)]
pub struct Case {
    pub request: PhoneRequest,
    /// The number before: its owner is told what happens to the account.
    former: String,
    former_kind: PhoneKind,
    /// Who of the council has agreed, by email address.
    pub agreed: Vec<String>,
    /// The email address that was told of the grant.
    #[serde(default)]
    pub told: String,
}

impl Case {
    pub fn new(request: PhoneRequest, former: Option<LoginPhone>) -> Self {
        let LoginPhone { number, kind } = former.unwrap_or_default();
        Self { request, former: number, former_kind: kind, agreed: Vec::new(), told: String::new() }
    }

    pub fn former(&self) -> Option<LoginPhone> {
        (!self.former.is_empty()).then(|| LoginPhone { number: self.former.clone(), kind: self.former_kind })
    }

    /// One more agrees. The second, if it is somebody else, grants the request. `owner` is the address of the account.
    pub fn agree(&mut self, state: State, by: &str, owner: &str) -> Result<State, NotNow> {
        if is_same_mailbox(by, owner) {
            return Err(NotNow::Owner);
        }
        match state {
            State::Asked => {
                self.agreed = vec![by.trim().to_owned()];
                Ok(State::Checked)
            }
            State::Checked if self.agreed.iter().any(|before| is_same_mailbox(before, by)) => Err(NotNow::SamePerson),
            State::Checked => {
                self.agreed.push(by.trim().to_owned());
                Ok(State::Approved)
            }
            State::Approved | State::Refused | State::Stopped | State::Done | State::Frozen | State::Released => {
                Err(NotNow::Over)
            }
        }
    }
}

/// The state of a row now: what wasn't finished in time has lapsed.
pub fn state_of(row: &PhoneChangeRow, now: i64) -> Option<State> {
    (!OPEN.contains(&row.state) || row.expires_at > now).then_some(row.state)
}

/// What its owner is told of it.
pub fn shown(row: &PhoneChangeRow, now: i64) -> RequestState {
    match state_of(row, now) {
        None => RequestState::Lapsed,
        Some(State::Asked) => RequestState::Asked,
        Some(State::Checked) => RequestState::Checked,
        Some(State::Approved) => RequestState::Approved(instant(row.expires_at)),
        Some(State::Refused) => RequestState::Refused,
        Some(State::Stopped) => RequestState::Stopped,
        Some(State::Done) => RequestState::Done,
        Some(State::Frozen) => RequestState::Frozen,
        Some(State::Released) => RequestState::Released,
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
        assert_eq!(case.agree(State::Asked, "ann+council@example.com", OWNER), Err(NotNow::Owner));
        assert_eq!(case.agree(State::Asked, "Jo@council.example", OWNER), Ok(State::Checked));
        for alias in [" jo@COUNCIL.example ", "jo+two@council.example", "ｊｏ@council.example"] {
            assert_eq!(case.agree(State::Checked, alias, OWNER), Err(NotNow::SamePerson), "{alias}");
        }
        assert_eq!(case.agree(State::Checked, "sam@council.example", OWNER), Ok(State::Approved));
    }

    #[test]
    fn nothing_is_granted_that_is_over() {
        for state in [State::Approved, State::Refused, State::Stopped, State::Done, State::Frozen, State::Released] {
            assert_eq!(case().agree(state, "jo@council.example", OWNER), Err(NotNow::Over), "{state:?}");
        }
    }
}
