//! From "Submit form" to sent, for somebody who isn't signed in.

use super::support::{save, start};
use crate::{
    forms::small,
    support::{Browser, TestApp},
};

const NEW: &str = "new@example.com";
const READY: &str = "Your account is ready. Your form has not been sent yet.";
const SIGNED_IN: &str = "You are signed in. Your form has not been sent yet.";

/// Fills in a form without signing in and presses "Submit form".
async fn submit_without_account(app: &TestApp) -> (Browser, String) {
    let mut browser = app.browser();
    let draft = start(&mut browser, "second").await;
    save(&mut browser, &draft, "people", "continue", &[]).await;
    save(&mut browser, &draft, "money", "continue", &[("rent_there", "100"), ("p_name", "Ann Lee")]).await;
    let check = browser.get(&format!("/drafts/{draft}/check?account-ready")).await;
    assert!(check.text.contains("Submit form") && !check.text.contains(READY), "{}", check.text);
    let asked = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    assert_eq!((asked.path.as_str(), asked.heading().as_str()), ("/sign-in", "Sign in"));
    (browser, draft)
}

async fn saved_mails(app: &TestApp) -> usize {
    app.messages().await.iter().filter(|message| message.contains("Your saved form")).count()
}

/// Sends the form with the button in the banner.
async fn send_from_banner(browser: &mut Browser, draft: &str, text: &str) {
    let check = browser.get(&format!("/drafts/{draft}/check?account-ready")).await;
    let banner = check.text.split("govuk-notification-banner__content").nth(1).unwrap().split("<h1").next().unwrap();
    assert!(banner.contains("Submit form") && banner.contains(draft), "{text}: {banner}");
    let sent = browser.post("/api/drafts/submit", &[("draft", draft)]).await;
    assert!(sent.path.ends_with("/sent"), "{}", sent.text);
}

#[tokio::test]
async fn somebody_new_is_offered_both_ways_and_comes_back_to_the_button() {
    let (app, _folder) = small::app().await;
    let (mut browser, draft) = submit_without_account(&app).await;
    // Also when the page is opened again.
    let choice = browser.get("/sign-in").await;
    for text in ["I am new here", "about 5 minutes", "I have an account", "about 2 minutes"] {
        assert!(choice.text.contains(text), "{text}: {}", choice.text);
    }
    let [new, email] = ["href=\"/create-account\"", "name=\"email\""].map(|mark| choice.text.find(mark).unwrap());
    assert!(new < email, "both choices come before the form");
    assert!(browser.get("/create-account").await.text.contains("When your account is ready, you can send it."));
    let end = app.make_account(&mut browser, NEW).await;
    assert_eq!(end, format!("/drafts/{draft}/check?account-ready"));
    let check = browser.get(&end).await;
    assert!(check.text.contains(READY), "{}", check.text);
    assert_eq!(saved_mails(&app).await, 0, "they are about to send it");
    send_from_banner(&mut browser, &draft, READY).await;
    assert!(!browser.get("/account").await.text.contains("Your account is ready."));
}

#[tokio::test]
async fn somebody_with_an_account_comes_back_to_the_button_too() {
    let (app, _folder) = small::app().await;
    app.resident("margaret@example.com").await;
    app.clock.advance(3600);
    let (mut browser, draft) = submit_without_account(&app).await;
    let end = app.sign_in(&mut browser, "margaret@example.com").await;
    assert_eq!(end, format!("/drafts/{draft}/check?signed-in"));
    assert!(browser.get(&end).await.text.contains(SIGNED_IN));
    assert_eq!(saved_mails(&app).await, 0);
    send_from_banner(&mut browser, &draft, SIGNED_IN).await;
    let plain = start(&mut browser, "second").await;
    assert!(!browser.get(&format!("/drafts/{plain}/check")).await.text.contains(SIGNED_IN));
}

#[tokio::test]
async fn another_form_begun_in_the_browser_still_has_its_email() {
    let (app, _folder) = small::app().await;
    let (mut browser, draft) = submit_without_account(&app).await;
    let other = start(&mut browser, "first").await;
    app.make_account(&mut browser, NEW).await;
    let mails = app.messages().await;
    let saved: Vec<_> = mails.iter().filter(|mail| mail.contains("Your saved form")).collect();
    assert!(saved.len() == 1 && saved[0].contains(&other) && !saved[0].contains(&draft), "{saved:?}");
}

#[tokio::test]
async fn whoever_saves_for_later_has_the_choice_and_the_email() {
    let (app, _folder) = small::app().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "second").await;
    let asked = save(&mut browser, &draft, "money", "later", &[("p_name", "Ann Lee")]).await;
    assert!(asked.text.contains("I am new here") && asked.text.contains("I have an account"), "{}", asked.text);
    assert!(!browser.get("/create-account").await.text.contains("you can send it"));
    assert_eq!(app.make_account(&mut browser, NEW).await, "/recover");
    assert_eq!(saved_mails(&app).await, 1);
}

#[tokio::test]
async fn nobody_else_is_shown_the_choice() {
    let (app, _folder) = small::app().await;
    let plain = app.browser().get("/sign-in").await;
    assert!(!plain.text.contains("I am new here") && plain.text.contains("New here?"), "{}", plain.text);
    let mut browser = app.browser();
    start(&mut browser, "second").await;
    browser.get("/account").await;
    assert!(!browser.get("/sign-in").await.text.contains("I am new here"), "they come from another page");
}

#[tokio::test]
async fn the_steps_of_creating_an_account_are_numbered() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    assert!(browser.get("/create-account").await.text.contains("Step 1 of 5"));
    let page = browser.post("/api/account/begin", &[("email", NEW)]).await;
    assert!(page.text.contains("Create an account: step 2 of 5"), "{}", page.text);
    let page = browser.post("/api/account/email-code", &[("code", &app.code().await)]).await;
    assert!(page.text.contains("step 3 of 5"));
    let password = [("first_name", "Ann"), ("last_name", "Lee"), ("password", "lake hill otter")];
    assert!(browser.post("/api/account/password", &password).await.text.contains("step 4 of 5"));
    let page = browser.post("/api/account/phone", &[("phone", "07700 900123"), ("how", "text")]).await;
    assert!(page.text.contains("step 5 of 5"));
    browser.get("/create-account/phone").await;
    assert!(browser.post("/api/account/use-app", &[]).await.text.contains("step 5 of 5"));
}

/// The page "Your name and password", on the way from a form with these answers.
async fn name_page(app: &TestApp, email: &str, on_behalf: &str) -> String {
    let mut browser = app.browser();
    let draft = start(&mut browser, "blue-badge").await;
    save(&mut browser, &draft, "who-this-is-for", "aside", &[("on_behalf", on_behalf)]).await;
    let name = [("p_first", "Zoë"), ("p_last", "O'Neil")];
    let page = app.web.ports.forms.get("blue-badge", crate::support::ENGLISH).unwrap();
    let slug = page.pages().find(|page| page.questions().iter().any(|question| question.key == "p_first")).unwrap();
    save(&mut browser, &draft, &slug.slug, "later", &name).await;
    browser.get("/create-account").await;
    browser.post("/api/account/begin", &[("email", email)]).await;
    browser.post("/api/account/email-code", &[("code", &app.code().await)]).await.text
}

#[tokio::test]
async fn the_name_in_a_form_for_oneself_is_there_already() {
    let app = TestApp::new().await;
    let own = name_page(&app, "own@example.com", "myself").await;
    assert!(own.contains("value=\"Zoë\"") && own.contains("value=\"O'Neil\""), "{own}");
    assert!(own.contains("We've filled in the name from your form."));
    let other = name_page(&app, "other@example.com", "someone-else").await;
    assert!(!other.contains("Zoë") && !other.contains("from your form"), "it is somebody else's name");
}

#[tokio::test]
async fn my_account_says_once_that_the_account_is_ready() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    app.register_to_phone(&mut browser, NEW).await;
    browser.post("/api/account/phone", &[("phone", "07700 900123"), ("how", "text")]).await;
    let page = browser.post("/api/account/phone-code", &[("code", &app.code().await)]).await;
    assert_eq!(page.path, "/account");
    assert!(page.text.contains("Your account is ready."), "{}", page.text);
    assert!(!browser.get("/account").await.text.contains("Your account is ready."), "once");
}

#[tokio::test]
async fn with_an_app_the_recovery_codes_lead_back_to_the_button() {
    let (app, _folder) = small::app().await;
    let (mut browser, draft) = submit_without_account(&app).await;
    app.register_to_phone(&mut browser, NEW).await;
    let page = browser.post("/api/account/use-app", &[]).await;
    let key = page.text.split("class=\"care-key\">").nth(1).unwrap().split('<').next().unwrap();
    let code = app.app_code(key);
    assert_eq!(browser.post("/api/account/app-code", &[("code", &code)]).await.path, "/account/recovery-codes");
    let end = browser.post("/api/security/have-codes", &[]).await;
    assert_eq!(end.path, format!("/drafts/{draft}/check?account-ready"));
    assert!(end.text.contains(READY));
}
