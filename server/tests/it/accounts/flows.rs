//! Codes of one flow used in another, with every flow under way for the same person.

use super::support::{AccountsHarness, Answered, MINUTE, MOBILE, PASSWORD, change_by};
use ports::{Channel, ClientContext, Resident, StepError};
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
        let ports = harness.ports();
        harness.advance(1);
        ports.contact.send_to_email(&change_by(&resident), Some("ann.lee@new.example.com")).await.unwrap();
        let second = harness.code().await;
        harness.advance(1);
        ports.contact.send_to_phone(&change_by(&resident), Some("07700 900777"), Channel::Text).await.unwrap();
        let third = harness.code().await;
        harness.advance(1);
        let registration = harness.to_phone("sam@example.com").await;
        ports.registration.set_phone(&registration, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
        let fourth = harness.code().await;
        Self { harness, resident, sign_in, registration, codes: [first, second, third, fourth] }
    }

    async fn enter(&self, flow: Flow, code: &str) -> Result<(), StepError> {
        let ports = self.harness.ports();
        match flow {
            Flow::SignIn => self.harness.confirm(&self.sign_in, code).await.map(drop),
            Flow::NewEmail => ports.contact.finish_email(&change_by(&self.resident), code).await.answered(),
            Flow::NewPhone => ports.contact.finish_phone(&change_by(&self.resident), code).await.answered(),
            Flow::Registration => {
                ports.registration.finish(&self.registration, code, &ClientContext::default()).await.answered().map(drop)
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
async fn a_code_works_only_in_its_own_flow() {
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
    let renamed = under_way
        .harness
        .ports()
        .sign_in
        .check_password("ann.lee@new.example.com", PASSWORD, &ClientContext::default())
        .await
        .answered();
    assert!(renamed.is_ok(), "the address was changed by its own code");
}
