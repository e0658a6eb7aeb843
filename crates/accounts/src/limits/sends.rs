//! Sends: who may have how many emails, texts and calls sent, and to whom.

use super::{DAY, HOUR, Limit, count, key, rules::SendRule};
use platform::{clock::seconds, config::Codes};
use ports::StepFailure;
use service::Service;
use store::Connection;

/// Calls cost more than texts, and may ring at night.
const CALLS_A_DAY: i64 = 5;

/// What is sent, and to whom.
#[derive(Clone, Copy, Debug)]
pub enum SendLimit<'a> {
    Email(&'a [u8]),
    Text(&'a str),
    Call(&'a str),
}

/// Who causes the send. Strangers who enter somebody's address or number use up nothing that its owner needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendTrust<'a> {
    /// Somebody who gave the right password, to the mailbox or login phone of their account.
    Own(&'a str),
    /// Somebody who gave the right password, to an address or number that they have just entered.
    NewContact(&'a str),
    /// Anybody: perhaps a stranger to the owner of the address or number.
    Unidentified,
}

impl<'a> SendLimit<'a> {
    /// Every limit that applies to this send, with the subject it counts by.
    fn rules(self, codes: &Codes, trust: SendTrust<'_>) -> Vec<(Limit, Vec<u8>, SendRule)> {
        let hour = |most: i64| SendRule { most, window: HOUR };
        let day = |most: i64| SendRule { most, window: DAY };
        let (an_hour, a_day) = (codes.sends_an_hour, codes.sends_a_day);
        let recipient = self.subject().to_vec();
        // The limits for all sends, and the additional one for calls.
        let (mut rules, calls) = match trust {
            SendTrust::Own(account) => {
                let own = [account.as_bytes(), b" ", &recipient].concat();
                let rules =
                    vec![(Limit::OwnSends, own.clone(), hour(an_hour)), (Limit::OwnSendsToday, own.clone(), day(a_day))];
                (rules, (Limit::OwnCallsToday, own))
            }
            SendTrust::NewContact(account) => {
                let account = account.as_bytes().to_vec();
                let rules = vec![
                    (Limit::NewContacts, account.clone(), hour(an_hour)),
                    (Limit::NewContactsToday, account.clone(), day(a_day)),
                    // Several account holders may mistype the same address; none of them can use all of it up.
                    (Limit::AsNewContact, recipient.clone(), hour(2 * an_hour)),
                    (Limit::AsNewContactToday, recipient, day(2 * a_day)),
                ];
                (rules, (Limit::NewContactCallsToday, account))
            }
            SendTrust::Unidentified => {
                let rules = vec![
                    (Limit::Sends, recipient.clone(), hour(an_hour)),
                    (Limit::SendsToday, recipient.clone(), day(a_day)),
                ];
                (rules, (Limit::CallsToday, recipient))
            }
        };
        if matches!(self, Self::Call(_)) {
            rules.push((calls.0, calls.1, day(CALLS_A_DAY)));
        }
        rules
    }

    const fn subject(self) -> &'a [u8] {
        match self {
            Self::Email(email) => email,
            Self::Text(phone) | Self::Call(phone) => phone.as_bytes(),
        }
    }
}

/// Enforces the gap since the last send of a step.
pub async fn pause(service: &Service, connection: &Connection, step: &[u8]) -> Result<(), StepFailure> {
    count(service, connection, (Limit::Resend, step), &resend_gap(service)).await
}

/// Whether a step is within the gap since its last send.
pub async fn is_paused(service: &Service, connection: &Connection, step: &[u8]) -> Result<bool, StepFailure> {
    let counter = connection.counter(&key(service, Limit::Resend, step)).await?;
    Ok(resend_gap(service).count(counter, service.now()).is_err())
}

fn resend_gap(service: &Service) -> SendRule {
    SendRule { most: 1, window: seconds(service.settings.codes.resend_seconds) }
}

/// Counts a send against every limit that applies. If one refuses it, the caller must not commit the transaction.
pub async fn count_send(
    service: &Service,
    connection: &Connection,
    sending: SendLimit<'_>,
    trust: SendTrust<'_>,
) -> Result<(), StepFailure> {
    for (limit, subject, rule) in sending.rules(&service.settings.codes, trust) {
        count(service, connection, (limit, &subject), &rule).await?;
    }
    Ok(())
}
