//! "Carry on where you left off", and starting a form that was begun before.

use super::support::{save, start};
use crate::{
    forms::small,
    support::{Browser, ENGLISH, Page, TestApp},
};
use http::StatusCode;

const CARD: &str = "Carry on where you left off";
const QUESTION: &str = "Carry on, or begin again?";

/// The card of a page.
fn card(page: &Page) -> &str {
    let card = page.text.split("care-resume\"").nth(1).and_then(|rest| rest.split("</section>").next());
    card.unwrap_or_else(|| panic!("no card: {}", page.text))
}

async fn start_now(browser: &mut Browser, form: &str) -> Page {
    browser.get(&format!("/forms/{form}")).await;
    browser.post("/api/drafts/start", &[("form", form)]).await
}

#[tokio::test]
async fn a_visitor_finds_the_form_they_have_begun() {
    let (app, _folder) = small::app().await;
    let mut browser = app.browser();
    assert_eq!(browser.get("/recover").await.path, "/sign-in");
    assert!(!browser.get("/").await.text.contains(CARD));
    let draft = start(&mut browser, "second").await;
    for path in ["/", "/forms/second"] {
        let page = browser.get(path).await;
        let card = card(&page);
        assert!(card.contains(CARD) && card.contains("Last saved") && card.contains("24 hours"), "{card}");
        assert!(card.contains(&format!("href=\"/drafts/{draft}\"")), "{card}");
        assert!(card.contains("Delete it") && card.contains(&format!("href=\"/drafts/{draft}/delete\"")), "{card}");
        assert!(!card.contains("Form second") && !card.contains("pages"), "it names no form: {card}");
    }
    assert!(!browser.get("/forms/first").await.text.contains(CARD), "it is another form");
    let list = browser.get("/recover").await;
    assert_eq!(list.heading(), "Recover a form");
    assert!(list.text.contains("You started one form in this browser") && !list.text.contains("Form second"));
    assert!(list.text.contains(&format!("href=\"/drafts/{draft}\"")) && list.text.contains("href=\"/sign-in\""));
    app.clock.advance_days(2);
    for path in ["/", "/forms/second"] {
        assert!(!browser.get(path).await.text.contains(CARD), "it is gone");
    }
    assert_eq!(browser.get("/recover").await.path, "/sign-in");
}

#[tokio::test]
async fn a_visitor_deletes_the_form_they_have_begun() {
    let (app, _folder) = small::app().await;
    let (mut browser, mut other) = (app.browser(), app.browser());
    let draft = start(&mut browser, "second").await;
    start(&mut other, "second").await;
    assert_eq!(other.get(&format!("/drafts/{draft}/delete")).await.path, "/sign-in");
    other.get("/forms/second").await;
    assert_eq!(other.post("/api/drafts/delete", &[("draft", &draft)]).await.status, StatusCode::NOT_FOUND);
    let asked = browser.get(&format!("/drafts/{draft}/delete")).await;
    assert_eq!(asked.heading(), "Delete this saved form?");
    assert!(!asked.text.contains("Form second"), "it names no form: {}", asked.text);
    let done = browser.post("/api/drafts/delete", &[("draft", &draft)]).await;
    assert_eq!(done.path, "/");
    assert!(done.text.contains("We've deleted the saved form.") && !done.text.contains(CARD), "{}", done.text);
    assert_eq!(browser.get(&format!("/drafts/{draft}")).await.path, "/sign-in");
}

#[tokio::test]
async fn start_now_asks_before_it_makes_a_second_draft() {
    let (app, _folder) = small::app().await;
    for mut browser in [app.browser(), app.resident("margaret@example.com").await] {
        let first = start_now(&mut browser, "second").await.path;
        assert!(first.starts_with("/drafts/"), "{first}");
        let asked = start_now(&mut browser, "second").await;
        assert_eq!(asked.path, "/forms/second?begun");
        assert_eq!(asked.heading(), "Form second");
        assert!(asked.text.contains(QUESTION) && card(&asked).contains(&format!("href=\"{first}\"")), "{}", asked.text);
        let drafts = async |browser: &mut Browser| browser.get("/recover").await.text.matches("care-record__title").count();
        assert_eq!(drafts(&mut browser).await, 1, "nothing was made without a word");
        browser.get("/forms/second?begun").await;
        let again = browser.post("/api/drafts/start", &[("form", "second"), ("again", "yes")]).await;
        assert!(again.path.starts_with("/drafts/") && again.path != first, "{}", again.path);
        assert_eq!(drafts(&mut browser).await, 2, "the first is kept");
        assert!(start_now(&mut browser, "first").await.path.starts_with("/drafts/"), "another form");
    }
    let nobody = app.browser().get("/forms/second?begun").await;
    assert!(!nobody.text.contains(QUESTION) && nobody.text.contains("Start now"));
}

#[tokio::test]
async fn whoever_begins_again_keeps_the_answers_they_agreed_to_reuse() {
    let (app, _folder) = small::app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let earlier = start(&mut browser, "first").await;
    let you = [("p_name", "Ann Lee"), ("adult", "yes"), ("secret", "x"), ("hide", "no")];
    save(&mut browser, &earlier, "you", "continue", &you).await;
    start(&mut browser, "second").await;
    browser.get("/forms/second").await;
    let asked = browser.post("/api/drafts/start", &[("form", "second"), ("carry", &earlier)]).await;
    assert_eq!((asked.path.as_str(), asked.hidden("carry")), (&*format!("/forms/second?begun&carry={earlier}"), earlier));
    let pairs = [("form", "second"), ("again", "yes"), ("carry", &*asked.hidden("carry"))];
    let again = browser.post("/api/drafts/start", &pairs).await;
    assert!(browser.get(&format!("{}/people", again.path)).await.text.contains("Ann Lee"));
}

// ASVS V14.2.6
#[tokio::test]
async fn nothing_tells_the_next_person_of_a_form_that_needs_discretion() {
    let app = TestApp::new().await;
    for (form, needs_discretion) in [
        ("safeguarding-concern", true),
        ("care-needs", true),
        ("carers-assessment", true),
        ("blue-badge", false),
        ("financial-assessment", false),
    ] {
        assert_eq!(app.web.ports.forms.get(form, ENGLISH).unwrap().needs_discretion(), needs_discretion, "{form}");
        let mut browser = app.browser();
        let first = start_now(&mut browser, form).await.path;
        for path in ["/", &format!("/forms/{form}"), &format!("/forms/{form}?begun")] {
            let page = browser.get(path).await;
            assert_eq!(page.text.contains(&first), !needs_discretion, "{form} on {path}");
            assert_eq!(page.text.contains("care-resume"), !needs_discretion, "{form} on {path}");
        }
        let recover = browser.get("/recover").await;
        assert_eq!(recover.path, if needs_discretion { "/sign-in" } else { "/recover" }, "{form}");
        let again = start_now(&mut browser, form).await;
        assert_eq!(again.text.contains(QUESTION), !needs_discretion, "{form}");
    }
}

#[tokio::test]
async fn a_resident_finds_the_form_on_its_first_page_unless_lists_leave_it_unnamed() {
    let (app, _folder) = small::app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "first").await;
    assert!(!browser.get("/forms/first").await.text.contains(CARD), "nobody has said that it may be named");
    save(&mut browser, &draft, "you", "aside", &[("hide", "no")]).await;
    let page = browser.get("/forms/first").await;
    assert!(card(&page).contains(&format!("href=\"/drafts/{draft}\"")) && !card(&page).contains("24 hours"));
}
