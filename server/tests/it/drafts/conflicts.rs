//! Two tabs, two devices: nothing is overwritten silently and nothing typed is lost.

use super::support::{save, save_from, start};
use crate::{
    forms::{small, versions::publish},
    support::{Browser, ENGLISH, Page, TestApp},
};
use form_engine::definition::QuestionKind;

#[tokio::test]
async fn a_stale_page_never_overwrites_and_its_text_is_shown() {
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
    // The next test shows that the newer answer counts until then.
    let kept = browser.get(&format!("{path}?changed")).await;
    save_from(&mut browser, &kept, &draft, "your-details", "later", &[("me_phone", "01632 960 002")]).await;
    let mine = browser.get(&path).await;
    assert!(mine.text.contains("value=\"01632 960 002\""), "having seen both, the person decides");
}

#[tokio::test]
async fn the_newer_answers_can_be_kept() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let path = format!("/drafts/{draft}/your-details");
    let old = browser.get(&path).await;
    save(&mut browser, &draft, "your-details", "later", &[("me_phone", "0111")]).await;
    save_from(&mut browser, &old, &draft, "your-details", "continue", &[("me_phone", "0222")]).await;
    let both = browser.get(&path).await;
    let revision = both.hidden("revision");
    let pairs = [("draft", draft.as_str()), ("page", "your-details"), ("revision", revision.as_str())];
    browser.post("/api/drafts/keep-saved", &pairs).await;
    let page = browser.get(&format!("{path}?changed")).await;
    assert!(page.text.contains("value=\"0111\"") && !page.text.contains("value=\"0222\""));
}

#[tokio::test]
async fn different_pages_and_equal_answers_are_no_conflict() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let details = browser.get(&format!("/drafts/{draft}/your-details")).await;
    let other = browser.get(&format!("/drafts/{draft}/safe-contact")).await;
    save_from(&mut browser, &details, &draft, "your-details", "aside", &[("me_phone", "01632 960 001")]).await;
    let page = save_from(&mut browser, &other, &draft, "safe-contact", "later", &[]).await;
    assert_eq!(page.path, "/recover", "{} {}", page.status, page.text);
    let again = save_from(&mut browser, &details, &draft, "your-details", "later", &[("me_phone", "01632 960 001")]).await;
    assert_eq!(again.path, "/recover", "repeating a save after a lost response is no conflict");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn simultaneous_saves_of_many_pages_are_all_stored() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let form = app.web.ports.forms.get("care-needs", ENGLISH).unwrap();
    let mut pages = Vec::new();
    for page in form.pages() {
        let text = page.questions().iter().find(|question| matches!(question.kind, QuestionKind::Text { .. }));
        if let Some(question) = text {
            let open = browser.get(&format!("/drafts/{draft}/{}", page.slug)).await;
            // A page that isn't asked because of earlier answers redirects to the task list.
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

/// Gives one page two answers: the first is saved, the second was typed on an older page.
async fn two_answers(browser: &mut Browser, draft: &str, page: &str, (key, stands, typed): (&str, &str, &str)) {
    let old = browser.get(&format!("/drafts/{draft}/{page}")).await;
    save(browser, draft, page, "aside", &[(key, stands)]).await;
    let stale = save_from(browser, &old, draft, page, "continue", &[(key, typed)]).await;
    assert!(stale.path.ends_with("?changed"), "{}", stale.path);
}

#[tokio::test]
async fn text_from_a_stale_page_is_kept_until_its_page_has_shown_it() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let path = format!("/drafts/{draft}/your-details");
    let mut tab = browser.tab();
    let unaware = tab.get(&path).await;
    two_answers(&mut browser, &draft, "your-details", ("me_phone", "0111", "0222")).await;
    save(&mut browser, &draft, "safe-contact", "continue", &[]).await;
    let page = browser.get(&path).await;
    assert!(page.text.contains("value=\"0222\"") && page.text.contains("0111"), "another page was saved: {}", page.text);
    for path in [format!("/drafts/{draft}"), format!("/drafts/{draft}/check")] {
        let page = browser.get(&path).await;
        assert!(page.text.contains("Some pages have two answers"), "{path} doesn't say so");
    }
    // A tab that never showed the conflict saves the same page: another text is kept, and none is lost.
    save_from(&mut tab, &unaware, &draft, "your-details", "continue", &[("me_phone", "0333")]).await;
    let page = browser.get(&path).await;
    for answer in ["0111", "0222", "0333"] {
        assert!(page.text.contains(answer), "{answer} is lost: {}", page.text);
    }
    save_from(&mut browser, &page, &draft, "your-details", "aside", &[("me_phone", "0222")]).await;
    let page = browser.get(&path).await;
    assert!(page.text.contains("value=\"0222\"") && !page.text.contains("0333") && !page.text.contains("id=\"changed\""));
    assert!(!browser.get(&format!("/drafts/{draft}")).await.text.contains("Some pages have two answers"));
}

#[tokio::test]
async fn a_form_with_a_conflict_cannot_be_submitted() {
    let (app, _folder) = small::app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "first").await;
    let you = [("p_name", "Ann"), ("adult", "yes"), ("secret", "x"), ("hide", "no")];
    save(&mut browser, &draft, "you", "continue", &you).await;
    save(&mut browser, &draft, "conditions", "continue", &[]).await;
    save(&mut browser, &draft, "rent", "continue", &[("rent", "520"), ("rent_every", "week")]).await;
    let old = browser.get(&format!("/drafts/{draft}/rent")).await;
    save(&mut browser, &draft, "rent", "aside", &[("rent", "530"), ("rent_every", "week")]).await;
    save_from(&mut browser, &old, &draft, "rent", "continue", &[("rent", "540"), ("rent_every", "week")]).await;
    let check = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    assert_eq!(check.path, format!("/drafts/{draft}/check"));
    assert!(check.text.contains("Some pages have two answers") && !check.text.contains("Submit form"), "{}", check.text);
    let both = browser.get(&format!("/drafts/{draft}/rent")).await;
    save_from(&mut browser, &both, &draft, "rent", "continue", &[("rent", "540"), ("rent_every", "week")]).await;
    let sent = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    assert!(sent.path.ends_with("/sent"), "{}", sent.path);
}

#[tokio::test]
async fn a_kept_text_of_a_list_item_survives_other_changes_and_a_newer_version() {
    let (app, _folder) = small::app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "first").await;
    let path = format!("/drafts/{draft}/conditions");
    for item in ["a", "b"] {
        let open = browser.get(&format!("{path}/{item}")).await;
        save_from(&mut browser, &open, &draft, "conditions", "continue", &[("cond_name", item)]).await;
    }
    let old = browser.get(&format!("{path}/a")).await;
    let newer = browser.get(&format!("{path}/a")).await;
    save_from(&mut browser, &newer, &draft, "conditions", "aside", &[("cond_name", "Arthritis")]).await;
    save_from(&mut browser, &old, &draft, "conditions", "continue", &[("cond_name", "Angina")]).await;
    let sure = browser.get(&format!("{path}/b/remove")).await;
    let revision = sure.hidden("revision");
    let pairs = [("draft", draft.as_str()), ("page", "conditions"), ("item", "b"), ("revision", revision.as_str())];
    browser.post("/api/drafts/remove-item", &pairs).await;
    let both = |page: &Page| page.text.contains("value=\"Angina\"") && page.text.contains("Arthritis");
    assert!(both(&browser.get(&format!("{path}/a")).await), "another item was removed");
    publish(&app, |text| text.replace("What is it called?", "What is its name?")).await;
    browser.get(&format!("/drafts/{draft}/changes")).await;
    browser.post("/api/drafts/use-new", &[("draft", &draft)]).await;
    let page = browser.get(&format!("{path}/a")).await;
    assert!(both(&page) && page.text.contains("What is its name?"), "the form was moved to a newer version: {}", page.text);
    let revision = page.hidden("revision");
    let pairs = [("draft", draft.as_str()), ("page", "conditions"), ("item", "a"), ("revision", revision.as_str())];
    browser.post("/api/drafts/keep-saved", &pairs).await;
    let page = browser.get(&format!("{path}/a")).await;
    assert!(page.text.contains("value=\"Arthritis\"") && !page.text.contains("Angina"), "{}", page.text);
}
