//! Two tabs, two devices: nothing is overwritten silently and nothing typed is lost.

use super::support::{save, save_from, start};
use crate::support::ENGLISH;
use crate::support::TestApp;
use domain::definition::Kind;

#[tokio::test]
async fn a_stale_page_never_overwrites_and_what_was_typed_on_it_is_shown() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let path = format!("/drafts/{draft}/your-details");
    let old = browser.get(&path).await;
    let mut other = browser.tab();
    save(&mut other, &draft, "your-details", "later", &[("me_phone", "01632 960 001")]).await;
    let page = save_from(&mut browser, &old, &draft, "your-details", "continue", &[("me_phone", "01632 960 002")]).await;
    assert_eq!(page.path, format!("{path}?changed"));
    assert!(page.text.contains("changed somewhere else"), "{}", page.text);
    assert!(
        page.text.contains("value=\"01632 960 002\"") && page.text.contains("01632 960 001"),
        "both must be shown: {}",
        page.text
    );
    let stands = browser.get(&path).await;
    assert!(stands.text.contains("value=\"01632 960 001\""), "the newer answer must stand");
    let kept = browser.get(&format!("{path}?changed")).await;
    save_from(&mut browser, &kept, &draft, "your-details", "later", &[("me_phone", "01632 960 002")]).await;
    let mine = browser.get(&path).await;
    assert!(mine.text.contains("value=\"01632 960 002\""), "having seen both, the person decides");
}

#[tokio::test]
async fn the_newer_answers_may_be_kept() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let path = format!("/drafts/{draft}/your-details");
    let old = browser.get(&path).await;
    save(&mut browser, &draft, "your-details", "later", &[("me_phone", "0111")]).await;
    save_from(&mut browser, &old, &draft, "your-details", "continue", &[("me_phone", "0222")]).await;
    browser.post("/api/drafts/keep-saved", &[("draft", &draft), ("page", "your-details")]).await;
    let page = browser.get(&format!("{path}?changed")).await;
    assert!(page.text.contains("value=\"0111\"") && !page.text.contains("value=\"0222\""));
}

#[tokio::test]
async fn tabs_on_different_pages_do_not_hinder_each_other_and_the_same_answers_are_no_conflict() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let details = browser.get(&format!("/drafts/{draft}/your-details")).await;
    let other = browser.get(&format!("/drafts/{draft}/safe-contact")).await;
    save_from(&mut browser, &details, &draft, "your-details", "aside", &[("me_phone", "01632 960 001")]).await;
    let page = save_from(&mut browser, &other, &draft, "safe-contact", "later", &[]).await;
    assert_eq!(page.path, "/recover", "{} {}", page.status, page.text);
    let again = save_from(&mut browser, &details, &draft, "your-details", "later", &[("me_phone", "01632 960 001")]).await;
    assert_eq!(again.path, "/recover", "a save repeated after a lost answer is no conflict");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn saves_of_many_pages_at_the_same_moment_are_all_kept() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let form = app.web.ports.forms.get("care-needs", ENGLISH).unwrap();
    let mut pages = Vec::new();
    for page in form.pages() {
        let text = page.questions().iter().find(|question| matches!(question.kind, Kind::Text { .. }));
        if let Some(question) = text {
            let open = browser.get(&format!("/drafts/{draft}/{}", page.slug)).await;
            // A page that the answers so far leave out leads back to the list.
            if !open.hidden("revision").is_empty() {
                pages.push((page.slug.clone(), question.key.clone(), open));
            }
        }
    }
    assert!(pages.len() >= 5, "only {} pages have a text to type", pages.len());
    let saves = pages.into_iter().map(|(slug, key, open)| {
        let (mut tab, draft) = (browser.tab(), draft.clone());
        tokio::spawn(async move {
            let saved = save_from(&mut tab, &open, &draft, &slug, "later", &[(&key, &format!("Typed on {slug}"))]).await;
            assert_eq!(saved.path, "/recover", "{slug}: {}", saved.text);
            slug
        })
    });
    for save in saves.collect::<Vec<_>>() {
        let slug = save.await.unwrap();
        let page = browser.get(&format!("/drafts/{draft}/{slug}")).await;
        assert!(page.text.contains(&format!("Typed on {slug}")), "{slug} was lost");
    }
}
