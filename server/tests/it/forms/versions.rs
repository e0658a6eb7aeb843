//! A draft started on one version of a form, with another published in the meantime.

use super::small::{app, write};
use crate::{
    drafts::support::{save, save_from, start},
    support::{Browser, TestApp},
};
use drafts::Catalogue;

const YOU: [(&str, &str); 4] = [("p_name", "Ann Lee"), ("adult", "yes"), ("secret", "x"), ("hide", "no")];
const RENT: [(&str, &str); 2] = [("rent", "£520"), ("rent_every", "month")];

/// Publishes the two forms with a change.
pub async fn publish(app: &TestApp, change: impl Fn(&str) -> String) {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), change);
    let service = &app.web.service;
    Catalogue::publish(folder.path(), &service.store, &service.clock).await.unwrap();
    assert!(app.web.forms.follow(&service.store).await.unwrap());
}

/// One more question beside the rent, another wording, and one more page.
fn second_version(text: &str) -> String {
    let question = "[[sections.pages.questions]]\nkey = \"landlord\"\nlabel = \"Who do you pay?\"\nmissing = \"Enter who\"\ntype = \"text\"\n";
    let mark = "[[sections.pages.questions]]\nkey = \"cost_shown\"";
    let more = "\n[[sections.pages]]\nslug = \"pets\"\ntitle = \"Your pets\"\n[[sections.pages.questions]]\nkey = \"pets\"\nlabel = \"Have you any pets?\"\nmissing = \"Select yes\"\ntype = \"yes-no\"\n";
    let text = text.replace(mark, &format!("{question}{mark}")).replace("What is your rent?", "How much rent do you pay?");
    if text.contains("key = \"first\"") { text + more } else { text }
}

async fn whole(browser: &mut Browser) -> String {
    let draft = start(browser, "first").await;
    save(browser, &draft, "you", "continue", &YOU).await;
    save(browser, &draft, "conditions", "continue", &[]).await;
    save(browser, &draft, "rent", "continue", &RENT).await;
    draft
}

async fn send(browser: &mut Browser, draft: &str) -> String {
    let sent = browser.post("/api/drafts/submit", &[("draft", draft)]).await;
    sent.path.trim_start_matches("/submitted/").trim_end_matches("/sent").to_owned()
}

#[tokio::test]
async fn a_draft_of_version_1_is_finished_on_version_2_and_only_what_is_new_is_asked() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = whole(&mut browser).await;
    publish(&app, second_version).await;
    for path in [format!("/drafts/{draft}"), format!("/drafts/{draft}/you"), format!("/drafts/{draft}/check")] {
        let page = browser.get(&path).await;
        assert!(page.text.contains("This form has changed since you started it"), "{path}");
    }
    let changes = browser.get(&format!("/drafts/{draft}/changes")).await;
    assert_eq!(changes.heading(), "This form has changed");
    for told in [
        "A new page: “Your pets”",
        "A new question: “Who do you pay?”",
        "now says “How much rent do you pay?”",
        "We'll keep 6 of your answers",
        "Carry on with the old form",
    ] {
        assert!(changes.text.contains(told), "{told}: {}", changes.text);
    }
    let tasks = browser.post("/api/drafts/use-new", &[("draft", &draft)]).await;
    assert!(tasks.text.contains("2 of 4 pages done") && !tasks.text.contains("has changed since"), "{}", tasks.text);
    let rent = browser.get(&format!("/drafts/{draft}/rent")).await;
    assert!(rent.text.contains("£520") && rent.text.contains("Who do you pay?"));
    // Pressed again, from a tab that was left open.
    browser.post("/api/drafts/use-new", &[("draft", &draft)]).await;
    save(&mut browser, &draft, "rent", "continue", &[RENT[0], RENT[1], ("landlord", "The council")]).await;
    let check = save(&mut browser, &draft, "pets", "continue", &[("pets", "no")]).await;
    assert_eq!(check.heading(), "Check your answers");
    let reference = send(&mut browser, &draft).await;
    let copy = browser.get(&format!("/submitted/{reference}")).await;
    assert!(copy.text.contains("How much rent do you pay?") && copy.text.contains("The council"), "{}", copy.text);
}

#[tokio::test]
async fn the_same_draft_is_finished_on_version_1_and_its_copy_shows_what_was_asked_then() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = whole(&mut browser).await;
    publish(&app, second_version).await;
    let tasks = browser.post("/api/drafts/keep-old", &[("draft", &draft)]).await;
    assert!(tasks.text.contains("3 of 3 pages done") && !tasks.text.contains("has changed since"), "{}", tasks.text);
    let reference = send(&mut browser, &draft).await;
    let copy = browser.get(&format!("/submitted/{reference}")).await;
    assert!(copy.text.contains("What is your rent?") && !copy.text.contains("pets"), "{}", copy.text);
}

#[tokio::test]
async fn after_declining_a_version_only_a_newer_one_is_offered() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = whole(&mut browser).await;
    publish(&app, second_version).await;
    browser.post("/api/drafts/keep-old", &[("draft", &draft)]).await;
    assert!(!browser.get(&format!("/drafts/{draft}")).await.text.contains("has changed since"));
    publish(&app, |text| text.replace("Your name", "Your whole name")).await;
    assert!(browser.get(&format!("/drafts/{draft}")).await.text.contains("has changed since"));
    // After a change is reverted, nobody is offered a newer version.
    publish(&app, str::to_owned).await;
    assert!(!browser.get(&format!("/drafts/{draft}")).await.text.contains("has changed since"));
    assert_eq!(browser.get(&format!("/drafts/{draft}/changes")).await.path, format!("/drafts/{draft}"));
}

#[tokio::test]
async fn with_must_move_the_old_version_cannot_be_submitted_and_nothing_is_lost() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = whole(&mut browser).await;
    let must = |text: &str| {
        second_version(text).replacen(
            "answer_within",
            "old_drafts = \"must-move\"\nchanges = \"The law has changed.\"\nanswer_within",
            1,
        )
    };
    publish(&app, must).await;
    let page = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    assert_eq!(page.path, format!("/drafts/{draft}/changes"));
    assert!(
        page.text.contains("The law has changed.") && !page.text.contains("Carry on with the old form"),
        "{}",
        page.text
    );
    browser.post("/api/drafts/keep-old", &[("draft", &draft)]).await;
    assert_eq!(browser.post("/api/drafts/submit", &[("draft", &draft)]).await.path, format!("/drafts/{draft}/changes"));
    assert!(browser.get(&format!("/drafts/{draft}/rent")).await.text.contains("£520"));
}

#[tokio::test]
async fn an_open_page_overwrites_nothing_and_nobody_else_can_decide() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = whole(&mut browser).await;
    let mut tab = browser.tab();
    let open = tab.get(&format!("/drafts/{draft}/rent")).await;
    publish(&app, second_version).await;
    let mut stranger = app.resident("other@example.com").await;
    for path in ["/api/drafts/use-new", "/api/drafts/keep-old"] {
        stranger.get("/recover").await;
        assert_eq!(stranger.post(path, &[("draft", &draft)]).await.status, http::StatusCode::NOT_FOUND);
    }
    assert_eq!(stranger.get(&format!("/drafts/{draft}/changes")).await.status, http::StatusCode::NOT_FOUND);
    browser.get(&format!("/drafts/{draft}/changes")).await;
    browser.post("/api/drafts/use-new", &[("draft", &draft)]).await;
    let answers = [("rent", "£999"), ("rent_every", "week")];
    let stale = save_from(&mut tab, &open, &draft, "rent", "continue", &answers).await;
    assert!(
        stale.path.ends_with("/rent?changed") && stale.text.contains("£520") && stale.text.contains("£999"),
        "{}",
        stale.path
    );
}
