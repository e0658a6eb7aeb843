//! A login at the council's identity provider doesn't open a frozen account, and has to be connected again after the
//! account is released.

use super::{
    provider::Person,
    support::{Council, margaret},
};
use crate::support::ENGLISH;
use accounts::{
    freezing::releasing::{Release, ReleaseOutcome, release},
    lost_phone::deciding::{Decision, decide, waiting},
};
use platform::config::SecondFactor;
use ports::{CallTime, ClientContext, IdentityCheck, PhoneRequest, Reason};
use serde_json::json;

const STAFF: [&str; 2] = ["jo@council.example", "sam@council.example"];

/// The token after `path` in the newest message that has one.
async fn link_after(council: &Council, path: &str) -> String {
    let sent = council.app.messages().await;
    let rest = sent.iter().rev().find_map(|message| Some(message.split_once(path)?.1));
    rest.unwrap_or_else(|| panic!("no {path} was sent")).split_whitespace().next().unwrap().to_owned()
}

/// Freezes Margaret's account by the link in a message about an approved phone.
async fn freeze(council: &Council) {
    let (ports, service) = (&council.app.web.ports, &council.app.web.service);
    let email = margaret().email.unwrap();
    let step = ports.sign_in.check_password(email, "lake hill otter", &ClientContext::default()).await.unwrap().token;
    ports.lost_phone.send_request_link(&step, ENGLISH).await.unwrap();
    let link = link_after(council, "/change-phone/").await;
    let request = PhoneRequest { reason: Reason::Lost, check: IdentityCheck::Visit, when: CallTime::AnyTime };
    ports.lost_phone.ask(&link, request, ENGLISH).await.unwrap();
    let id = waiting(service).await.unwrap().pop().unwrap().id;
    for by in STAFF {
        decide(service, &id, by, Decision::Agree).await.unwrap();
    }
    let not_me = link_after(council, "/phone-change/stop/").await;
    ports.lost_phone.stop(&not_me, ENGLISH).await.unwrap();
}

// ASVS V6.4.3
#[tokio::test]
async fn a_login_at_the_provider_opens_no_frozen_account() {
    let council = Council::with(|settings| settings.oidc.second_factor = SecondFactor::Trusted).await;
    council.connected(&margaret()).await;
    freeze(&council).await;
    for more in [json!({}), json!({ "amr": ["mfa"] })] {
        let mut browser = council.app.browser();
        let page = council.go(&mut browser, &Person { more, ..margaret() }).await;
        Council::expect_not(&browser, &page, "Your account is on hold");
        assert!(page.text.contains("01632 960 100"), "{}", page.text);
    }
    for by in STAFF {
        let (email, phone) = (margaret().email.unwrap(), "07700 900555");
        let said = Release { email, phone, by, checked: "visit" };
        let outcome = release(&council.app.web.service, said).await.unwrap();
        assert_eq!(outcome == ReleaseOutcome::Released, by == STAFF[1]);
    }
    let mut browser = council.app.browser();
    assert_eq!(council.go(&mut browser, &margaret()).await.path, "/sign-in/council", "it has to be connected again");
}
