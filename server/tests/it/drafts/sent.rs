//! What an old tab posts to a form that was sent leads its owner to the copy.

use super::support::{fill, save, save_from, start};
use crate::{
    forms::small,
    support::{Browser, Page, TestApp},
};
use http::StatusCode;

const OLD_TAB: &str = "You sent this form on 23 November 2026";
const NOT_IN_IT: &str = "What you typed after that is not in it. To tell us about it, call us on";

/// A form that was sent while one of its pages was open in another tab: that page, the draft and the reference.
async fn sent(browser: &mut Browser) -> (Page, String, String) {
    let draft = start(browser, "second").await;
    save(browser, &draft, "people", "continue", &[]).await;
    let open = browser.get(&format!("/drafts/{draft}/money")).await;
    save(browser, &draft, "money", "continue", &[("rent_there", "100"), ("p_name", "Ann Lee")]).await;
    browser.get(&format!("/drafts/{draft}/check")).await;
    let page = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    let reference = page.path.trim_start_matches("/submitted/").trim_end_matches("/sent").to_owned();
    assert!(reference.starts_with("ASC-"), "{}", page.text);
    (open, draft, reference)
}

#[tokio::test]
async fn an_old_tab_that_saves_a_sent_form_leads_to_the_copy() {
    let (app, _folder) = small::app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let (open, draft, reference) = sent(&mut browser).await;
    for go in ["continue", "later", "form:first"] {
        let page = save_from(&mut browser, &open, &draft, "money", go, &[("p_name", "Bob Lee")]).await;
        assert_eq!(page.path, format!("/submitted/{reference}"), "{go}");
        assert!(page.text.contains(OLD_TAB) && page.text.contains(NOT_IN_IT), "{go}: {}", page.text);
        assert!(!page.text.contains("Bob Lee"), "the copy doesn't change");
    }
    let by_script = save_from(&mut browser, &open, &draft, "money", "aside", &[("p_name", "Bob Lee")]).await;
    assert_eq!(by_script.status, StatusCode::NOT_FOUND, "a script stays on its page, which keeps what was typed");
    browser.get("/account").await;
    let welsh = save_from(&mut browser, &open, &draft, "money", "language:cy", &[("p_name", "Bob Lee")]).await;
    assert!(welsh.path.ends_with(&reference) && welsh.text.contains("Anfonoch chi'r ffurflen hon"), "{}", welsh.text);
}

#[tokio::test]
async fn whatever_an_old_tab_does_with_a_sent_form_leads_to_the_copy() {
    let (app, _folder) = small::app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let (_, draft, reference) = sent(&mut browser).await;
    let mut stranger = app.resident("bob@example.com").await;
    for (name, more) in [
        ("remove-item", vec![("page", "people"), ("item", "aaaaaaaaaaaaaaaaaaaaaaaaa"), ("revision", "1")]),
        ("keep-saved", vec![("page", "money")]),
        ("use-new", vec![]),
        ("keep-old", vec![]),
        ("delete", vec![]),
    ] {
        let pairs = [vec![("draft", draft.as_str())], more].concat();
        let page = browser.post(&format!("/api/drafts/{name}"), &pairs).await;
        assert_eq!(page.path, format!("/submitted/{reference}"), "{name}: {}", page.text);
        assert!(page.text.contains(OLD_TAB) && !page.text.contains(NOT_IN_IT), "{name}: {}", page.text);
        stranger.get("/account").await;
        let refused = stranger.post(&format!("/api/drafts/{name}"), &pairs).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{name}: only its owner learns that it was sent");
    }
}

// ASVS V14.2.6
#[tokio::test]
async fn an_old_tab_does_not_lead_to_a_copy_that_is_kept_out_of_the_list() {
    let (app, _folder) = small::app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "first").await;
    let open = browser.get(&format!("/drafts/{draft}/you")).await;
    fill(&app, &mut browser, &draft, "first").await;
    browser.get(&format!("/drafts/{draft}/check")).await;
    let page = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    assert!(page.path.ends_with("/sent"), "{}", page.text);
    let page = save_from(&mut browser, &open, &draft, "you", "continue", &[("p_name", "Bob Lee")]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn somebody_elses_old_tab_learns_nothing() {
    let app = TestApp::new().await;
    let mut visitor = app.browser();
    let draft = start(&mut visitor, "care-needs").await;
    let open = visitor.get(&format!("/drafts/{draft}/your-details")).await;
    let mut other = app.browser();
    start(&mut other, "care-needs").await;
    other.get("/forms/care-needs").await;
    let page = save_from(&mut other, &open, &draft, "your-details", "continue", &[("me_phone", "1")]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}
