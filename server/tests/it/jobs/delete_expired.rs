//! Drafts and copies are kept for ninety days and then deleted from the database.

use crate::{
    drafts::support::{fill, save, start},
    support::TestApp,
};
use http::StatusCode;
use server::jobs::delete_expired::{self, Deleted};

async fn run(app: &TestApp) -> Deleted {
    let service = &app.web.service;
    delete_expired::run(service, service.now(), &[]).await.unwrap()
}

// ASVS V14.2.7 V14.2.4
#[tokio::test]
async fn drafts_and_copies_are_kept_for_ninety_days() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let sent = start(&mut browser, "carers-assessment").await;
    fill(&app, &mut browser, &sent, "carers-assessment").await;
    browser.get(&format!("/drafts/{sent}/check")).await;
    let copy = browser.post("/api/drafts/submit", &[("draft", &sent)]).await.path.replace("/sent", "");
    let draft = start(&mut browser, "care-needs").await;
    save(&mut browser, &draft, "your-details", "later", &[("me_phone", "1")]).await;

    app.clock.advance_days(89);
    assert_eq!((run(&app).await.drafts, run(&app).await.submissions), (0, 0));
    app.sign_in(&mut browser, "margaret@example.com").await;
    assert_eq!(browser.get(&format!("/drafts/{draft}/your-details")).await.status, StatusCode::OK);
    assert_eq!(browser.get(&copy).await.status, StatusCode::OK);

    app.clock.advance_days(2);
    app.sign_in(&mut browser, "margaret@example.com").await;
    assert_eq!(browser.get(&format!("/drafts/{draft}/your-details")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get(&copy).await.status, StatusCode::NOT_FOUND);
    let counted = delete_expired::count(&app.web.service, app.web.service.now()).await.unwrap();
    assert_eq!((counted.drafts, counted.submissions), (1, 1));
    let deleted = run(&app).await;
    assert_eq!((deleted.drafts, deleted.submissions), (1, 1));
    let again = run(&app).await;
    assert_eq!((again.drafts, again.submissions), (0, 0));
}

#[tokio::test]
async fn a_save_restarts_the_ninety_days() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    for _ in 0..3 {
        app.clock.advance_days(80);
        app.sign_in(&mut browser, "margaret@example.com").await;
        save(&mut browser, &draft, "your-details", "later", &[("me_phone", "1")]).await;
        assert_eq!(run(&app).await.drafts, 0);
    }
}

#[tokio::test]
async fn many_drafts_are_deleted_in_batches() {
    let app = TestApp::with(|settings| settings.retention.batch = 3).await;
    for _ in 0..10 {
        let mut browser = app.browser();
        start(&mut browser, "care-needs").await;
    }
    app.clock.advance_days(2);
    assert_eq!(run(&app).await.drafts, 10);
}

/// A command may sweep while a server publishes a form that the command doesn't know.
#[tokio::test]
async fn starting_a_draft_restores_a_swept_form_version() {
    let app = TestApp::new().await;
    assert!(!app.web.service.store.holds_anything().await.unwrap());
    run(&app).await;
    assert!(app.web.service.store.reader().form_versions().await.unwrap().is_empty());
    start(&mut app.browser(), "care-needs").await;
    let kept = app.web.service.store.reader().form_versions().await.unwrap();
    assert!(kept.iter().any(|(_, definition)| definition.contains("Ask for care and support")));
    assert!(app.web.service.store.holds_anything().await.unwrap());
}
