//! What a resident sees and can change in their account.

use super::support::{AccountsHarness, Answered, EMAIL, MINUTE, PASSWORD, change_by, hint};
use form_engine::{address::PostalAddress, language::Language};
use ports::{AccountId, ContactMethod, ContactPreferences, Details, Event, Resident, StepError};

#[tokio::test]
async fn renaming_changes_only_the_names() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let session = harness.sign_in().await.session_token;
    let ports = harness.ports();
    let address = PostalAddress::parse(["1 Lake Road", "", "Northmere", "", "nm1 1ab"]).unwrap();
    let contact =
        ContactPreferences::parse(vec![ContactMethod::Letter], Some(false), "Ring my sister", Language::Welsh).unwrap();
    let resident = harness.who(&session).await.unwrap();
    let account = &resident.account;
    ports.details.set_address(&change_by(&resident), Some(address.clone())).await.unwrap();
    ports.details.set_contact(&change_by(&resident), contact.clone()).await.unwrap();
    let decided = ports.details.details(account).await.unwrap().unwrap().decided;
    assert_eq!(decided.len(), 2);
    let kept = || (Some(address.clone()), Some(contact.clone()), decided.clone());
    let details = |first: &str, last: &str| {
        let (first_name, last_name, (address, contact, decided)) = (first.to_owned(), last.to_owned(), kept());
        let (email, phone) = (EMAIL.into(), Some(hint("406", true)));
        Some(Details { first_name, last_name, email, phone, address, contact, decided })
    };
    assert_eq!(ports.details.details(account).await.unwrap(), details("Ann", "Lee"));
    let rename = async |[first, last]: [&str; 2]| ports.details.rename(&change_by(&resident), first, last).await.answered();
    assert_eq!(rename([" ", "\u{200b}"]).await, Err(StepError::NameMissing));
    assert_eq!(rename(["Ann", &"x".repeat(101)]).await, Err(StepError::NameLong));
    assert_eq!(ports.details.details(account).await.unwrap(), details("Ann", "Lee"));
    rename([" Siân  Mair\u{202e} ", "O'Neill"]).await.unwrap();
    assert_eq!(ports.details.details(account).await.unwrap(), details("Siân Mair", "O'Neill"));
    assert_eq!(harness.who(&session).await.unwrap().name, "Siân Mair O'Neill");
    for one_name in [["Suharto", ""], ["\u{200b}", "Suharto"]] {
        rename(one_name).await.unwrap();
        assert_eq!(ports.details.details(account).await.unwrap(), details("Suharto", ""));
        assert_eq!(harness.who(&session).await.unwrap().name, "Suharto");
    }
    harness.sign_in().await;
}

#[tokio::test]
async fn a_missing_account_has_no_details() {
    let harness = AccountsHarness::new().await;
    let nobody = AccountId("nobody".into());
    assert_eq!(harness.ports().details.details(&nobody).await.unwrap(), None);
    harness.resident().await;
    let session = harness.sign_in().await.session_token;
    let resident = Resident { account: nobody, ..(*harness.who(&session).await.unwrap()).clone() };
    let renamed = harness.ports().details.rename(&change_by(&resident), "Ann", "Lee").await.answered();
    assert_eq!(renamed, Err(StepError::Gone));
}

// ASVS V7.5.1 V6.3.7
#[tokio::test]
async fn changing_details_needs_a_recent_password_and_sends_a_notice() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let session = harness.sign_in().await.session_token;
    let resident = harness.who(&session).await.unwrap();
    let ports = harness.ports();
    let told = async || harness.sent().await.iter().filter(|mail| mail.subject == "Your details were changed").count();
    let address = PostalAddress::parse(["1 Lake Road", "", "Northmere", "", "nm1 1ab"]).unwrap();
    let contact = ContactPreferences::parse(vec![ContactMethod::Letter], Some(true), "", Language::English).unwrap();
    let change = async |resident: &Resident| {
        [
            ports.details.rename(&change_by(resident), "Ann", "Other").await.answered(),
            ports.details.set_address(&change_by(resident), Some(address.clone())).await.answered(),
            ports.details.set_contact(&change_by(resident), contact.clone()).await.answered(),
            ports.details.set_address(&change_by(resident), None).await.answered(),
        ]
    };
    harness.advance(5 * MINUTE);
    assert_eq!(change(&resident).await, [Err(StepError::ConfirmFirst); 4]);
    assert_eq!(harness.who(&session).await.unwrap().name, "Ann Lee");
    let token = harness.ports().passwords.confirm_password(&resident, PASSWORD).await.unwrap().token;
    let resident = harness.who(&token).await.unwrap();
    ports.details.rename(&change_by(&resident), "Ann", "Lee").await.unwrap();
    assert_eq!(told().await, 0, "saving unchanged details is no change");
    assert_eq!(change(&resident).await, [Ok(()); 4]);
    assert_eq!(told().await, 1, "changes in one go give one notice");
    // Another session, or confirming the password again, gets a notice of its own: it may be somebody else.
    let other = harness.who(&harness.sign_in().await.session_token).await.unwrap();
    ports.details.rename(&change_by(&other), "Ann", "Third").await.unwrap();
    assert_eq!(told().await, 1, "within ten minutes it is held to be combined");
    harness.advance(10 * MINUTE);
    assert_eq!(told().await, 2);
    let token = harness.ports().passwords.confirm_password(&resident, PASSWORD).await.unwrap().token;
    let resident = harness.who(&token).await.unwrap();
    ports.details.rename(&change_by(&resident), "Ann", "Fourth").await.unwrap();
    assert_eq!(told().await, 3);
    let mail = harness.sent().await.into_iter().rev().find(|mail| mail.subject == "Your details were changed").unwrap();
    assert_eq!(mail.to, EMAIL);
    for secret in ["Ann", "Fourth", "Lake Road", "Letter"] {
        assert!(!mail.body.contains(secret), "{secret} is in the mail");
    }
    let activity = harness.ports().security.activity(&resident).await.unwrap();
    assert!(activity.iter().any(|entry| entry.event == Event::DetailsChanged));
}
