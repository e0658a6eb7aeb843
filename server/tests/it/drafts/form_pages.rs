//! What the pages of a form say besides their questions: on saving, on what appears, and on the answers so far.

use super::support::{fill, save, start};
use crate::support::TestApp;

#[tokio::test]
async fn a_long_form_is_folded_by_section_with_the_changed_answer_and_problems_open() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    fill(&app, &mut browser, &draft, "care-needs").await;
    let open = |page: &str| page.matches("<details open class=\"care-fold\"").count();
    let check = browser.get(&format!("/drafts/{draft}/check")).await;
    let sections = check.text.matches("<details class=\"care-fold\"").count();
    assert!(sections > 5 && open(&check.text) == 0, "{sections} sections: {}", check.text);
    assert_eq!(open(&browser.get(&format!("/drafts/{draft}/check?all")).await.text), sections);
    let changed = browser.get(&format!("/drafts/{draft}/check?row=on_behalf")).await;
    assert_eq!(open(&changed.text), 1);
    save(&mut browser, &draft, "your-health", "later", &[]).await;
    assert_eq!(open(&browser.get(&format!("/drafts/{draft}/check")).await.text), 1);
}

#[tokio::test]
async fn nothing_is_said_of_saving_before_something_was_saved() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    for page in [format!("/drafts/{draft}"), format!("/drafts/{draft}/your-details")] {
        let text = browser.get(&page).await.text;
        assert!(!text.contains("Saved today"), "{page}: {text}");
    }
    save(&mut browser, &draft, "who-this-is-for", "continue", &[("on_behalf", "myself")]).await;
    let tasks = browser.get(&format!("/drafts/{draft}")).await;
    assert!(tasks.text.contains("Saved today"), "{}", tasks.text);
}

#[tokio::test]
async fn notices_are_live_regions_and_unasked_questions_are_marked() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let page = browser.get(&format!("/drafts/{draft}/cannot-wait")).await;
    assert!(page.text.contains("aria-live=\"assertive\""), "{}", page.text);
    assert!(page.text.contains("data-question=\"urgent_what\" data-unasked"), "{}", page.text);
    assert!(!page.text.contains("data-question=\"urgent\" data-unasked"), "{}", page.text);
    save(&mut browser, &draft, "cannot-wait", "later", &[("urgent", "yes")]).await;
    let page = browser.get(&format!("/drafts/{draft}/cannot-wait")).await;
    assert!(!page.text.contains("data-unasked"), "{}", page.text);
}
