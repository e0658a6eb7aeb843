//! Answers typed in other ways than a machine would.

use super::support::{good, save, start};
use crate::support::{Browser, ENGLISH, Page, TestApp};
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

/// An email address may be right although it looks like a slip, so it is asked about once and never refused.
#[tokio::test]
async fn a_slip_in_an_email_answer_is_asked_about_once() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    save(&mut browser, &draft, "who-this-is-for", "continue", &[("on_behalf", "professional")]).await;
    let form = app.web.ports.forms.get("care-needs", ENGLISH).unwrap();
    let answers = |email| answers(form.page("your-job").unwrap(), "prof_email", email);
    let path = format!("/drafts/{draft}/your-job");
    let page = save_pairs(&mut browser, &draft, answers("sam@gmial.com"), "continue").await;
    assert_eq!(page.path, format!("{path}?check"));
    assert!(page.text.contains("Did you mean sam@gmail.com?"), "{}", page.text);
    assert_eq!(page.hidden("kept"), "sam@gmial.com");
    let other = save_kept(&mut browser, &draft, answers("sam@hotmial.com"), "sam@gmial.com").await;
    assert!(other.text.contains("Did you mean sam@hotmail.com?"), "another slip is asked about as well");
    let kept = save_kept(&mut browser, &draft, answers("sam@gmial.com"), "sam@gmial.com").await;
    assert!(!kept.path.starts_with(&path), "{}", kept.path);
    let check = browser.get(&format!("/drafts/{draft}/check")).await;
    assert!(check.text.contains("sam@gmial.com") && !check.text.contains("Did you mean"));
    let later = save_pairs(&mut browser, &draft, answers("sam@gmial.com"), "later").await;
    assert_eq!(later.path, "/sign-in", "only Continue asks");
}

async fn save_pairs(browser: &mut Browser, draft: &str, answers: Vec<(String, String)>, go: &str) -> Page {
    let answers: Vec<(&str, &str)> = answers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    save(browser, draft, "your-job", go, &answers).await
}

/// Continues with an answer that was asked about.
async fn save_kept(browser: &mut Browser, draft: &str, answers: Vec<(String, String)>, kept: &str) -> Page {
    let open = browser.get(&format!("/drafts/{draft}/your-job?check")).await;
    let revision = open.hidden("revision");
    let named: Vec<(String, String)> =
        answers.into_iter().map(|(key, value)| (format!("answers[{key}][]"), value)).collect();
    let mut pairs =
        vec![("draft", draft), ("page", "your-job"), ("revision", &revision), ("go", "continue"), ("kept", kept)];
    pairs.extend(named.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    browser.post("/api/drafts/save-page", &pairs).await
}

// WCAG 1.3.5
#[tokio::test]
async fn browsers_may_fill_in_ones_own_details_and_nobody_elses() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let tokens = ["given-name", "family-name", "bday-day", "bday-month", "bday-year"];
    for (who, are_there) in [("myself", true), ("someone-else", false)] {
        save(&mut browser, &draft, "who-this-is-for", "continue", &[("on_behalf", who)]).await;
        let page = browser.get(&format!("/drafts/{draft}/name-and-date-of-birth")).await;
        for token in tokens {
            let is_there = page.text.contains(&format!("autocomplete=\"{token}\""));
            assert_eq!(is_there, are_there, "{token} for {who}");
        }
        let page = browser.get(&format!("/drafts/{draft}/home-address")).await;
        assert_eq!(page.text.contains("autocomplete=\"postal-code\""), are_there, "{who}");
    }
}
