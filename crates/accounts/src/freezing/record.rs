//! The sealed record of a freeze: who was notified, and which council staff agreed to release the account.

use super::super::phone::LoginPhone;
use crate::mailbox::is_same_mailbox;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::UnixMillis;

/// How long an agreement waits for the second person's.
pub const AGREED: Duration = Duration::from_hours(7 * 24);

#[derive(Clone, Serialize, Deserialize)]
pub struct Record {
    /// The email address that was notified of the grant.
    #[serde(rename = "told")]
    pub notified: String,
    /// The login phone before the grant, and the one when the account was frozen.
    pub phones: Vec<LoginPhone>,
    /// The agreements of council staff, newest last.
    pub agreed: Vec<Agreement>,
}

/// What one member of council staff states after they have spoken to the owner.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    pub by: String,
    /// How they checked who they spoke to.
    pub checked: String,
    /// The owner's address and number, as the owner gave them.
    pub email: String,
    pub phone: LoginPhone,
    pub at: UnixMillis,
}

impl Record {
    pub fn new(notified: String, phones: [Option<LoginPhone>; 2]) -> Self {
        Self { notified, phones: phones.into_iter().flatten().collect(), agreed: Vec::new() }
    }

    /// Adds an agreement, in place of an earlier one by the same person. Returns whether somebody else recently agreed
    /// to the same address and number.
    pub fn agree(&mut self, agreement: Agreement) -> bool {
        self.agreed.retain(|before| !is_same_mailbox(&before.by, &agreement.by));
        let same = |before: &Agreement| {
            before.at > agreement.at - AGREED
                && before.phone == agreement.phone
                && is_same_mailbox(&before.email, &agreement.email)
        };
        let is_second = self.agreed.iter().any(same);
        self.agreed.push(agreement);
        is_second
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::phone::PhoneKind, *};

    fn said(by: &str, number: &str, millis: u64) -> Agreement {
        Agreement {
            by: by.into(),
            checked: "called back on the number of the care record".into(),
            email: "ann@example.com".into(),
            phone: LoginPhone { number: number.into(), kind: PhoneKind::Mobile },
            at: UnixMillis::EPOCH + Duration::from_millis(millis),
        }
    }

    // ASVS V2.3.5
    #[test]
    fn two_people_who_enter_the_same_release_the_account() {
        let mut record = Record::new("ann@example.com".into(), [None, None]);
        assert!(!record.agree(said("jo@council.example", "+447700900406", 0)));
        assert!(!record.agree(said("Jo+2@council.example", "+447700900406", 1)), "an alias is the same person");
        assert!(!record.agree(said("sam@council.example", "+447700900999", 2)), "another number doesn't count");
        assert!(record.agree(said("sam@council.example", "+447700900406", 3)));
    }

    #[test]
    fn an_agreement_is_valid_for_a_week() {
        const WEEK: u64 = 7 * 24 * 3_600_000;
        for (after, counts) in [(WEEK - 1, true), (WEEK, false)] {
            let mut record = Record::new("ann@example.com".into(), [None, None]);
            record.agree(said("jo@council.example", "+447700900406", 0));
            assert_eq!(record.agree(said("sam@council.example", "+447700900406", after)), counts);
        }
    }
}
