//! What a resident sees and changes of their account.

use super::support::{AccountsHarness, EMAIL, MINUTE, PASSWORD, hint};
use crate::support::ENGLISH;
use form_engine::{address::PostalAddress, language::Language};
use ports::{AccountId, ContactMethod, ContactPreferences, Details, Device, Event, Resident, StepError};

#[tokio::test]
async fn names_are_changed_and_nothing_else() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    let session = desk.sign_in().await.session_token;
    let accounts = desk.accounts();
    let address = PostalAddress::parse(["1 Lake Road", "", "Northmere", "", "nm1 1ab"]).unwrap();
    let contact =
        ContactPreferences::parse(vec![ContactMethod::Letter], Some(false), "Ring my sister", Language::Welsh).unwrap();
    let resident = desk.who(&session).await.unwrap();
    let account = &resident.account;
    let device = Device::default;
    let personal = desk.app.web.ports.details.clone();
    personal.set_address(&resident, Some(address.clone()), device(), ENGLISH).await.unwrap().unwrap();
    personal.set_contact(&resident, contact.clone(), device(), ENGLISH).await.unwrap().unwrap();
    let kept = || (Some(address.clone()), Some(contact.clone()));
    let details = |first: &str, last: &str| {
        let (first_name, last_name, (address, contact)) = (first.to_owned(), last.to_owned(), kept());
        Some(Details { first_name, last_name, email: EMAIL.into(), phone: Some(hint("406", true)), address, contact })
    };
    assert_eq!(accounts.details(account).await.unwrap(), details("Ann", "Lee"));
    let rename = async |names: [&str; 2]| accounts.rename(&resident, names, device(), ENGLISH).await.unwrap();
    assert_eq!(rename([" ", "Lee"]).await, Err(StepError::FirstNameMissing));
    assert_eq!(rename(["Ann", &"x".repeat(101)]).await, Err(StepError::NameLong));
    assert_eq!(accounts.details(account).await.unwrap(), details("Ann", "Lee"));
    rename([" Siân  Mair\u{202e} ", "O'Neill"]).await.unwrap();
    assert_eq!(accounts.details(account).await.unwrap(), details("Siân Mair", "O'Neill"));
    assert_eq!(desk.who(&session).await.unwrap().name, "Siân Mair O'Neill");
    desk.sign_in().await;
}

#[tokio::test]
async fn an_account_that_is_not_there_has_no_details() {
    let desk = AccountsHarness::new().await;
    let nobody = AccountId("nobody".into());
    assert_eq!(desk.accounts().details(&nobody).await.unwrap(), None);
    desk.resident().await;
    let session = desk.sign_in().await.session_token;
    let resident = Resident { account: nobody, ..(*desk.who(&session).await.unwrap()).clone() };
    let renamed = desk.accounts().rename(&resident, ["Ann", "Lee"], Device::default(), ENGLISH).await.unwrap();
    assert_eq!(renamed, Err(StepError::Gone));
}

// ASVS V7.5.1 V6.3.7
#[tokio::test]
async fn changed_details_ask_for_the_password_of_the_last_five_minutes_and_are_told_to_the_mailbox() {
    let desk = AccountsHarness::new().await;
    desk.resident().await;
    let session = desk.sign_in().await.session_token;
    let resident = desk.who(&session).await.unwrap();
    let (accounts, personal, device) = (desk.accounts(), desk.app.web.ports.details.clone(), Device::default);
    let told = async || desk.sent().await.iter().filter(|mail| mail.subject == "Your details were changed").count();
    let address = PostalAddress::parse(["1 Lake Road", "", "Northmere", "", "nm1 1ab"]).unwrap();
    let contact = ContactPreferences::parse(vec![ContactMethod::Letter], Some(true), "", Language::English).unwrap();
    let change = async |resident: &Resident| {
        [
            accounts.rename(resident, ["Ann", "Other"], device(), ENGLISH).await.unwrap(),
            personal.set_address(resident, Some(address.clone()), device(), ENGLISH).await.unwrap(),
            personal.set_contact(resident, contact.clone(), device(), ENGLISH).await.unwrap(),
            personal.set_address(resident, None, device(), ENGLISH).await.unwrap(),
        ]
    };
    desk.advance(5 * MINUTE);
    assert_eq!(change(&resident).await, [Err(StepError::ConfirmFirst); 4]);
    assert_eq!(desk.who(&session).await.unwrap().name, "Ann Lee");
    let token = desk.app.web.ports.security.confirm_password(&resident, PASSWORD).await.unwrap().unwrap().token;
    let resident = desk.who(&token).await.unwrap();
    accounts.rename(&resident, ["Ann", "Lee"], device(), ENGLISH).await.unwrap().unwrap();
    assert_eq!(told().await, 0, "what stays as it was is no change");
    assert_eq!(change(&resident).await, [Ok(()); 4]);
    assert_eq!(told().await, 1, "what is changed in one go is told once");
    // Another session, or the password given again, is told anew: it may be somebody else.
    let other = desk.who(&desk.sign_in().await.session_token).await.unwrap();
    accounts.rename(&other, ["Ann", "Third"], device(), ENGLISH).await.unwrap().unwrap();
    assert_eq!(told().await, 1, "within ten minutes it waits for more of its kind");
    desk.advance(10 * MINUTE);
    assert_eq!(told().await, 2);
    let token = desk.app.web.ports.security.confirm_password(&resident, PASSWORD).await.unwrap().unwrap().token;
    let resident = desk.who(&token).await.unwrap();
    accounts.rename(&resident, ["Ann", "Fourth"], device(), ENGLISH).await.unwrap().unwrap();
    assert_eq!(told().await, 3);
    let mail = desk.sent().await.into_iter().rev().find(|mail| mail.subject == "Your details were changed").unwrap();
    assert_eq!(mail.to, EMAIL);
    for secret in ["Ann", "Fourth", "Lake Road", "Letter"] {
        assert!(!mail.body.contains(secret), "{secret} is in the mail");
    }
    let activity = desk.app.web.ports.security.activity(&resident).await.unwrap();
    assert!(activity.iter().any(|entry| entry.event == Event::DetailsChanged));
}
