//! Answers typed in other ways than a machine would.

use super::support::{good, save, start};
use crate::support::{ENGLISH, TestApp};
use form_engine::definition::Page as FormPage;

/// The answers to a page, valid but for one.
fn answers(page: &FormPage, key: &str, value: &str) -> Vec<(String, String)> {
    let valid = page.questions().iter().flat_map(good).filter(|(name, _)| name != key);
    valid.chain([(key.to_owned(), value.to_owned())]).collect()
}

async fn phone_error(value: &str) -> Option<String> {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let form = app.web.ports.forms.get("care-needs", ENGLISH).unwrap();
    let mut answers = answers(form.page("your-details").unwrap(), "me_phone", value);
    answers.retain(|(name, _)| name != "me_contact_pref");
    answers.push(("me_contact_pref".into(), "phone".into()));
    let pairs: Vec<(&str, &str)> = answers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let page = save(&mut browser, &draft, "your-details", "continue", &pairs).await;
    let error = page.text.split_once("href=\"#me_phone\">")?.1.split('<').next()?.to_owned();
    Some(error)
}

#[tokio::test]
async fn contact_phones_may_be_abroad_have_an_extension_or_go_through_relay_uk() {
    for value in [
        "18001 01632 960001",
        "01632 960001 ext 12",
        "+353 1 234 5678",
        "00353 1 234 5678",
        "\u{202a}07700\u{a0}900406\u{202c}",
    ] {
        assert_eq!(phone_error(value).await, None, "{value}");
    }
}

#[tokio::test]
async fn a_contact_phone_with_a_missing_digit_is_asked_back() {
    let error = phone_error("07700 90040").await.unwrap();
    assert!(error.starts_with("Check the phone number: it has 10 numbers"), "{error}");
    let error = phone_error("\u{200b}").await.unwrap();
    assert!(!error.starts_with("Check"), "nothing was typed: {error}");
}
