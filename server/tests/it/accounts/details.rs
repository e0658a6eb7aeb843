//! What a resident sees and changes of their account.

use super::support::{Desk, EMAIL, hint};
use app::ports::{AccountId, ContactPreferences, Details, Refusal, Way};
use domain::{address::PostalAddress, language::Language};

#[tokio::test]
async fn names_are_changed_and_nothing_else() {
    let desk = Desk::new().await;
    desk.resident().await;
    let session = desk.sign_in().await.session_token;
    let account = desk.who(&session).await.unwrap().account.clone();
    let accounts = desk.accounts();
    let address = PostalAddress::parse(["1 Lake Road", "", "Northmere", "", "nm1 1ab"]).unwrap();
    let contact = ContactPreferences::parse(vec![Way::Letter], Some(false), "Ring my sister", Language::Welsh).unwrap();
    let resident = desk.who(&session).await.unwrap();
    let personal = desk.app.web.ports.details.clone();
    personal.set_address(&resident, Some(address.clone())).await.unwrap();
    personal.set_contact(&resident, contact.clone()).await.unwrap();
    let kept = || (Some(address.clone()), Some(contact.clone()));
    let details = |first: &str, last: &str| {
        let (first_name, last_name, (address, contact)) = (first.to_owned(), last.to_owned(), kept());
        Some(Details { first_name, last_name, email: EMAIL.into(), phone: Some(hint("406", true)), address, contact })
    };
    assert_eq!(accounts.details(&account).await.unwrap(), details("Ann", "Lee"));
    assert_eq!(accounts.rename(&account, " ", "Lee").await.unwrap(), Err(Refusal::FirstNameMissing));
    assert_eq!(accounts.rename(&account, "Ann", &"x".repeat(101)).await.unwrap(), Err(Refusal::NameLong));
    assert_eq!(accounts.details(&account).await.unwrap(), details("Ann", "Lee"));
    accounts.rename(&account, " Siân  Mair ", "O'Neill").await.unwrap().unwrap();
    assert_eq!(accounts.details(&account).await.unwrap(), details("Siân Mair", "O'Neill"));
    assert_eq!(desk.who(&session).await.unwrap().name, "Siân Mair O'Neill");
    desk.sign_in().await;
}

#[tokio::test]
async fn an_account_that_is_not_there_has_no_details() {
    let desk = Desk::new().await;
    let nobody = AccountId("nobody".into());
    assert_eq!(desk.accounts().details(&nobody).await.unwrap(), None);
    assert_eq!(desk.accounts().rename(&nobody, "Ann", "Lee").await.unwrap(), Err(Refusal::Gone));
}
