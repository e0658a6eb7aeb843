//! Codes of one flow used in another, with every flow under way for the same person.

use super::support::{AccountsHarness, MINUTE, MOBILE, PASSWORD};
use crate::support::ENGLISH;
use ports::{Channel, ClientContext, Device, Resident, StepError};
use std::sync::Arc;

/// What a code can be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flow {
    SignIn,
    NewEmail,
    NewPhone,
    Registration,
}

const FLOWS: [Flow; 4] = [Flow::SignIn, Flow::NewEmail, Flow::NewPhone, Flow::Registration];

/// Each flow, taken up to the code that completes it.
struct StartedFlows {
    harness: AccountsHarness,
    resident: Arc<Resident>,
    sign_in: String,
    registration: String,
    codes: [String; 4],
}

impl StartedFlows {
    async fn new() -> Self {
        let harness = AccountsHarness::new().await;
        harness.resident().await;
        let signed_in = harness.sign_in().await;
        let resident = harness.who(&signed_in.session_token).await.unwrap();
        harness.advance(MINUTE);
        let sign_in = harness.to_code().await;
        let first = harness.code().await;
        let contact = harness.app.web.ports.contact.clone();
        harness.advance(1);
        contact.begin_email(&resident, "ann.lee@new.example.com", ENGLISH).await.unwrap().unwrap();
        let second = harness.code().await;
        harness.advance(1);
        contact.send_to_phone(&resident, Some("07700 900777"), Channel::Text, ENGLISH).await.unwrap().unwrap();
        let third = harness.code().await;
        harness.advance(1);
        let registration = harness.to_phone("sam@example.com").await;
        harness
            .accounts()
            .set_phone(&registration, MOBILE, Channel::Text, &ClientContext::default())
            .await
            .unwrap()
            .unwrap();
        let fourth = harness.code().await;
        Self { harness, resident, sign_in, registration, codes: [first, second, third, fourth] }
    }

    async fn enter(&self, flow: Flow, code: &str) -> Result<(), StepError> {
        let contact = self.harness.app.web.ports.contact.clone();
        match flow {
            Flow::SignIn => self.harness.confirm(&self.sign_in, code).await.map(drop),
            Flow::NewEmail => contact.finish_email(&self.resident, code, Device::default(), ENGLISH).await.unwrap(),
            Flow::NewPhone => contact.finish_phone(&self.resident, code, Device::default(), ENGLISH).await.unwrap(),
            Flow::Registration => {
                self.harness.accounts().finish(&self.registration, code, &ClientContext::default()).await.unwrap().map(drop)
            }
        }
    }

    fn code_of(&self, flow: Flow) -> &str {
        let place = FLOWS.iter().position(|other| *other == flow).unwrap();
        &self.codes[place]
    }
}

// ASVS V6.6.2 V2.3.1
#[tokio::test]
async fn a_code_of_one_flow_is_wrong_in_every_other() {
    let under_way = StartedFlows::new().await;
    for into in FLOWS {
        for from in FLOWS {
            if from != into {
                let outcome = under_way.enter(into, under_way.code_of(from)).await;
                assert_eq!(outcome, Err(StepError::CodeWrong), "the code of {from:?} in {into:?}");
            }
        }
    }
    // Each code still works in its own flow, so the refusals above weren't for some other reason.
    for flow in [Flow::Registration, Flow::SignIn, Flow::NewEmail] {
        assert_eq!(under_way.enter(flow, under_way.code_of(flow)).await, Ok(()), "{flow:?}");
    }
    let accounts = under_way.harness.accounts();
    let renamed = accounts.check_password("ann.lee@new.example.com", PASSWORD, &ClientContext::default()).await.unwrap();
    assert!(renamed.is_ok(), "the address was changed by its own code");
}
