//! "Help me choose", as somebody answers it without scripts.

use super::small::app;
use crate::support::{Browser, Page, TestApp};
use drafts::Catalogue;
use form_engine::{
    choosing::{ChoiceOption, LeadsTo},
    language::Language,
};
use http::{StatusCode, header};

const ANSWER: &str = "/api/help-me-choose/answer";

/// Sends the form of an open page with its hidden inputs, and what the person selects or presses.
async fn send(browser: &mut Browser, page: &Page, more: &[(&str, &str)]) -> Page {
    let hidden = hidden_of(page);
    let kept = hidden.iter().filter(|(name, _)| more.iter().all(|(own, _)| own != name));
    let pairs: Vec<(&str, &str)> =
        kept.map(|(name, value)| (name.as_str(), value.as_str())).chain(more.iter().copied()).collect();
    browser.post(ANSWER, &pairs).await
}

/// The hidden inputs of the page's main form, without the token.
fn hidden_of(page: &Page) -> Vec<(String, String)> {
    let form = page.text.split("id=\"page-form\"").nth(1).unwrap_or_default().split("</form>").next().unwrap_or_default();
    let value = |input: &str, name: &str| {
        input.split_once(&format!("{name}=\"")).map(|(_, rest)| rest.split('"').next().unwrap_or_default().to_owned())
    };
    let hidden = form.split("<input").filter(|input| input.starts_with(" type=\"hidden\""));
    hidden
        .filter_map(|input| Some((value(input, "name")?, value(input, "value")?)))
        .filter(|(name, _)| name != "token")
        .collect()
}

/// What nobody else may find: answers in an address or a cookie that can be read.
fn expect_private(browser: &Browser, page: &Page) {
    assert!(!page.path.contains('?') && !page.path.contains("safety"), "{}", page.path);
    for (name, value) in browser.jar() {
        assert!(!value.contains("safety") && !value.contains("who"), "{name}: {value}");
    }
}

#[tokio::test]
async fn three_answers_lead_to_a_form() {
    let (app, _folder) = app().await;
    let mut browser = app.browser();
    let page = browser.get("/help-me-choose").await;
    assert_eq!((page.status, page.heading().as_str()), (StatusCode::OK, "Help me choose"));
    assert!(page.text.contains("href=\"tel:999\"") && page.text.contains("Exit this page"), "{}", page.text);
    let page = send(&mut browser, &page, &[("answers[safety]", "no")]).await;
    assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/help-me-choose/2"));
    assert!(page.text.contains("Who needs help?") && page.text.contains("It may be you."), "{}", page.text);
    expect_private(&browser, &page);
    let page = send(&mut browser, &page, &[("answers[who]", "me")]).await;
    assert_eq!(page.path, "/help-me-choose/3");
    let page = send(&mut browser, &page, &[("answers[need]", "care")]).await;
    assert_eq!((page.path.as_str(), page.heading().as_str()), ("/help-me-choose/result", "Start with the first form"));
    for (key, name) in [("first", "Form first"), ("second", "Form second")] {
        assert!(page.text.contains(&format!("href=\"/forms/{key}\"")) && page.text.contains(name), "{key}");
    }
    assert!(page.text.contains("Start with one of these forms"), "{}", page.text);
    assert!(page.text.contains("Who needs help?") && page.text.contains("I do"), "what was answered isn't shown");
    assert!(page.text.contains("01632 960 100"), "the number to call isn't shown");
    expect_private(&browser, &page);
}

#[tokio::test]
async fn danger_leads_straight_to_the_number_to_call() {
    let (app, _folder) = app().await;
    let mut browser = app.browser();
    let page = browser.get("/help-me-choose").await;
    let page = send(&mut browser, &page, &[("answers[safety]", "yes")]).await;
    assert_eq!(page.heading(), "Call 999");
    let urgent = page.text.find("care-alert--urgent").unwrap();
    assert!(urgent < page.text.find("A form is too slow.").unwrap() && page.text.contains("Exit this page"));
}

#[tokio::test]
async fn a_question_without_an_answer_comes_back_with_an_error() {
    let (app, _folder) = app().await;
    let mut browser = app.browser();
    let page = browser.get("/help-me-choose").await;
    let page = send(&mut browser, &page, &[]).await;
    assert_eq!(page.path, "/help-me-choose");
    assert!(page.text.contains("<title>Error: ") && page.text.contains("href=\"#safety\""), "{}", page.text);
    assert_eq!(page.text.matches("Select yes if anyone is in danger").count(), 2, "in the summary and beside the question");
    let page = send(&mut browser, &page, &[("answers[safety]", "no")]).await;
    let page = send(&mut browser, &page, &[("answers[who]", "nobody")]).await;
    assert_eq!(page.path, "/help-me-choose/2");
    assert!(page.text.contains("Select who needs help"), "{}", page.text);
    let page = send(&mut browser, &page, &[("answers[who]", "other")]).await;
    assert_eq!(page.heading(), "Start with the second form", "the first answer was lost");
}

#[tokio::test]
async fn back_and_change_bring_the_answers_along() {
    let (app, _folder) = app().await;
    let mut browser = app.browser();
    let page = browser.get("/help-me-choose").await;
    let page = send(&mut browser, &page, &[("answers[safety]", "no")]).await;
    let page = send(&mut browser, &page, &[("answers[who]", "other")]).await;
    let page = send(&mut browser, &page, &[("go", "back")]).await;
    assert_eq!(page.path, "/help-me-choose/2");
    assert!(is_selected(&page, "other"), "{}", page.text);
    let page = send(&mut browser, &page, &[("go", "back")]).await;
    assert_eq!(page.path, "/help-me-choose");
    assert!(is_selected(&page, "no") && !page.text.contains("There is a problem"), "{}", page.text);
    let page = send(&mut browser, &page, &[("answers[safety]", "no")]).await;
    let page = send(&mut browser, &page, &[("answers[who]", "me")]).await;
    let page = send(&mut browser, &page, &[("answers[need]", "talk")]).await;
    assert_eq!(page.heading(), "Talk to us");
    let page = send(&mut browser, &page, &[("go", "change")]).await;
    assert!(page.path == "/help-me-choose" && is_selected(&page, "no"), "{}", page.text);
}

fn is_selected(page: &Page, value: &str) -> bool {
    let input = page
        .text
        .split("<input")
        .find(|input| input.contains("type=\"radio\"") && input.contains(&format!("value=\"{value}\"")));
    input.and_then(|input| input.split('>').next()).is_some_and(|input| input.contains(" checked"))
}

/// The next person at the screen may reload the page or go back to it.
#[tokio::test]
async fn a_page_that_is_opened_again_shows_no_answers() {
    let (app, _folder) = app().await;
    let mut browser = app.browser();
    let page = browser.get("/help-me-choose").await;
    let page = send(&mut browser, &page, &[("answers[safety]", "yes")]).await;
    assert_eq!(page.path, "/help-me-choose/result");
    for path in ["/help-me-choose/result", "/help-me-choose/2", "/help-me-choose/3"] {
        let page = browser.get(path).await;
        assert_eq!(page.path, "/help-me-choose", "{path}");
        assert!(page.text.contains("We do not keep your answers, so start again."), "{}", page.text);
        assert!(!page.text.contains(" checked"), "{}", page.text);
    }
    for path in ["/help-me-choose/1", "/help-me-choose/4", "/help-me-choose/danger"] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn changing_the_language_keeps_the_answers() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let page = browser.get("/help-me-choose").await;
    assert!(page.text.contains("formaction=\"/language/cy\""), "{}", page.text);
    let page = send(&mut browser, &page, &[("answers[safety]", "no")]).await;
    let hidden = hidden_of(&page);
    let mut pairs: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    pairs.extend([("switch_page", "/help-me-choose/2"), ("answers[who]", "carer")]);
    let page = browser.post("/language/cy", &pairs).await;
    assert!(page.path == "/help-me-choose/2" && page.text.contains("Pwy sydd angen help?"), "{}", page.text);
    assert!(is_selected(&page, "carer"));
    let page = send(&mut browser, &page, &[("answers[who]", "carer")]).await;
    assert!(page.text.contains("href=\"/forms/carers-assessment\""), "{}", page.text);
    assert!(page.text.contains("Gofyn am asesiad gofalwr"));
}

#[tokio::test]
async fn every_result_of_the_councils_own_questions_has_its_page() {
    let app = TestApp::new().await;
    let choosing = app.web.ports.forms.help_me_choose(Language::English).unwrap();
    for result in &choosing.results {
        let mut ways = choosing.questions.iter().flat_map(|one| one.options.iter().map(move |option| (one, option)));
        let leads_here = |option: &ChoiceOption| option.leads_to == LeadsTo::Result(result.key.clone());
        let (last, option) = ways.find(|(_, option)| leads_here(option)).unwrap();
        let who = if last.key == "their-need" { "someone-else" } else { "me" };
        let mut pairs = vec![("answers[safety]".to_owned(), "no".to_owned()), ("answers[who]".to_owned(), who.to_owned())];
        pairs.retain(|(name, _)| *name != format!("answers[{}]", last.key));
        pairs.extend([(format!("answers[{}]", last.key), option.value.clone()), ("asked".to_owned(), last.key.clone())]);
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let mut browser = app.browser();
        browser.get("/help-me-choose").await;
        let page = browser.post(ANSWER, &pairs).await;
        assert_eq!((page.path.as_str(), page.heading()), ("/help-me-choose/result", result.title.clone()), "{}", result.key);
        for form in &result.forms {
            assert!(page.text.contains(&format!("href=\"/forms/{form}\"")), "{}: {form}", result.key);
        }
    }
}

#[tokio::test]
async fn a_council_without_the_questions_has_no_such_page() {
    let (app, folder) = app().await;
    let mut browser = app.browser();
    assert!(browser.get("/").await.text.contains("href=\"/help-me-choose\""));
    std::fs::remove_file(folder.path().join("help-me-choose.toml")).unwrap();
    let service = &app.web.service;
    Catalogue::publish(folder.path(), &service.store, &service.clock).await.unwrap();
    assert!(app.web.forms.follow(&service.store).await.unwrap(), "other pages alone aren't a new publication");
    assert!(!browser.get("/").await.text.contains("/help-me-choose"));
    assert_eq!(browser.get("/help-me-choose").await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get("/help-me-choose/2").await.status, StatusCode::NOT_FOUND);
    // A page with a form sets the cookie that a post needs.
    browser.get("/forms/first").await;
    assert_eq!(browser.post(ANSWER, &[("asked", "safety")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_start_publishes_changed_questions() {
    let (app, folder) = app().await;
    let service = &app.web.service;
    let path = folder.path().join("help-me-choose.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("Who needs help?", "Who is it for?")).unwrap();
    let forms = Catalogue::open(folder.path(), &[], &service.store, &service.clock).await.unwrap();
    let choosing = ports::Forms::help_me_choose(&forms, Language::English).unwrap();
    assert_eq!(choosing.questions[1].title, "Who is it for?");
    let number = async || service.store.reader().published().await.unwrap().unwrap().number;
    let before = number().await;
    Catalogue::open(folder.path(), &[], &service.store, &service.clock).await.unwrap();
    assert_eq!(number().await, before, "a start with the same folder has published it again");
    std::fs::write(&path, text.replace("result = \"both\"", "result = \"none\"")).unwrap();
    let broken = Catalogue::open(folder.path(), &[], &service.store, &service.clock).await.map(drop).unwrap_err();
    assert!(broken.to_string().contains("help-me-choose.toml:"), "{broken}");
}

#[tokio::test]
async fn the_home_page_stands_in_the_order_of_need() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let order = |page: &Page, parts: &[&str]| {
        let main = page.text.split("<main").nth(1).unwrap();
        let found: Vec<usize> =
            parts.iter().map(|part| main.find(part).unwrap_or_else(|| panic!("{part} isn't in {main}"))).collect();
        assert!(found.is_sorted(), "{parts:?}: {found:?}");
    };
    let groups = ["href=\"/help-me-choose\"", "group-me", "group-caring", "group-safe", "group-paying", "tel:01632960199"];
    let danger = ["tel:999", "href=\"/forms/safeguarding-concern\""];
    let page = browser.get("/").await;
    order(&page, &[&danger[..], &["href=\"/sign-in\"", "href=\"/create-account\""], &groups].concat());
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    crate::drafts::support::start(&mut browser, "blue-badge").await;
    order(&browser.get("/").await, &[&danger[..], &["resume-title", "href=\"/sign-in\""], &groups].concat());
    let mut resident = app.resident("ann@example.com").await;
    order(&resident.get("/").await, &[&danger[..], &groups].concat());
    crate::drafts::support::start(&mut resident, "blue-badge").await;
    order(&resident.get("/").await, &[&danger[..], &["resume-title"], &groups].concat());
}
