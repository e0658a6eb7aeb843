//! How many emails are sent when forms are saved and submitted.

use super::support::{fill, save, start};
use crate::support::TestApp;

const MARGARET: &str = "margaret@example.com";
const LATER: &[(&str, &str)] = &[("me_phone", "1")];

async fn saved_mails(app: &TestApp) -> usize {
    app.messages().await.iter().filter(|message| message.contains("Your saved form")).count()
}

// ASVS V2.4.1
#[tokio::test]
async fn saving_again_soon_sends_no_second_email_and_the_page_says_so() {
    let app = TestApp::new().await;
    let mut browser = app.resident(MARGARET).await;
    let draft = start(&mut browser, "care-needs").await;
    let page = save(&mut browser, &draft, "your-details", "later", LATER).await;
    assert!(page.text.contains("We've emailed you a link to it."), "{}", page.text);
    for _ in 0..5 {
        let page = save(&mut browser, &draft, "your-details", "later", LATER).await;
        assert!(page.text.contains("We've saved your form.") && page.text.contains("a short while ago"), "{}", page.text);
    }
    assert_eq!(saved_mails(&app).await, 1);
    let other = start(&mut browser, "carers-assessment").await;
    save(&mut browser, &other, "your-details", "later", &[]).await;
    assert_eq!(saved_mails(&app).await, 2, "another form has its own email");
    app.clock.advance(10 * 60);
    save(&mut browser, &draft, "your-details", "later", LATER).await;
    app.clock.advance(5 * 60);
    let page = save(&mut browser, &draft, "your-details", "later", LATER).await;
    assert!(page.text.contains("We've emailed you a link to it."), "{}", page.text);
    assert_eq!(saved_mails(&app).await, 3);
}

// ASVS V2.4.1
#[tokio::test]
async fn a_form_over_the_daily_limit_of_submissions_stays_a_draft() {
    let app = TestApp::with(|settings| settings.limits.submissions_a_day = 1).await;
    let mut browser = app.resident(MARGARET).await;
    for sent in 0..2 {
        let draft = start(&mut browser, "carers-assessment").await;
        fill(&app, &mut browser, &draft, "carers-assessment").await;
        browser.get(&format!("/drafts/{draft}/check")).await;
        let page = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
        if sent == 0 {
            assert!(page.path.ends_with("/sent"), "{}", page.text);
            // Submitting twice sends it once and counts once.
            browser.get("/recover").await;
            let again = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
            assert!(again.path.ends_with("/sent"), "{}", again.text);
            continue;
        }
        assert_eq!(page.path, "/recover");
        assert!(page.text.contains("You have sent many forms today") && page.text.contains("on 24 November 2026"));
        app.clock.advance_days(1);
        app.sign_in(&mut browser, MARGARET).await;
        browser.get(&format!("/drafts/{draft}/check")).await;
        let page = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
        assert!(page.path.ends_with("/sent"), "{}", page.text);
    }
}
