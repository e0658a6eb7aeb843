//! Details given in a form for oneself are offered to the account once, and only kept after "Yes".

use crate::{
    drafts::support::{fill, start},
    support::{Browser, Page, TestApp},
};

const EMAIL: &str = "margaret@example.com";
const OFFER: &str = "Use this in My Account too?";
const ADDRESS: &str = "You gave this home address in your form:";
const WAYS: &str = "You chose these ways to contact you in your form:";

/// Fills in and sends a form: the page after sending, and the reference.
async fn sent(app: &TestApp, browser: &mut Browser, form: &str) -> (Page, String) {
    let draft = start(browser, form).await;
    fill(app, browser, &draft, form).await;
    browser.get(&format!("/drafts/{draft}/check")).await;
    let page = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    let reference = page.path.trim_start_matches("/submitted/").trim_end_matches("/sent").to_owned();
    assert!(reference.starts_with("ASC-"), "{}", page.text);
    (page, reference)
}

async fn answer(browser: &mut Browser, reference: &str, (detail, page, go): (&str, &str, &str)) -> Page {
    let pairs = [("reference", reference), ("detail", detail), ("page", page), ("go", go)];
    browser.post("/api/details/offer", &pairs).await
}

async fn confirm(browser: &mut Browser) {
    browser.get("/account/confirm").await;
    browser.post("/api/security/confirm", &[("password", "lake hill otter")]).await;
}

// ASVS V7.5.1
#[tokio::test]
async fn an_address_of_a_form_is_kept_after_yes_and_the_password() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    let (page, reference) = sent(&app, &mut browser, "home-adaptations").await;
    assert!(page.text.contains(OFFER) && page.text.contains(ADDRESS) && page.text.contains("1 Lake Road"), "{}", page.text);
    let details = browser.get("/account/details").await;
    assert!(details.text.contains(ADDRESS) && details.text.contains("You have not given us your home address"));

    app.clock.advance(5 * 60);
    let asked = answer(&mut browser, &reference, ("address", "sent", "yes")).await;
    assert_eq!(asked.path, "/account/confirm");
    let back = browser.post("/api/security/confirm", &[("password", "lake hill otter")]).await;
    assert_eq!(back.path, format!("/submitted/{reference}/sent"));
    let kept = answer(&mut browser, &reference, ("address", "sent", "yes")).await;
    assert_eq!(kept.path, "/account/details");
    assert!(kept.text.contains("We've saved your home address.") && kept.text.contains("1 Lake Road"), "{}", kept.text);
    assert!(!kept.text.contains(ADDRESS) && kept.text.contains(WAYS), "the ways come next: {}", kept.text);
    assert!(app.messages().await.iter().any(|message| message.contains("Your details were changed")), "an email says so");

    // The contact preferences also decide about emails and safety, so the person saves them.
    let ways = answer(&mut browser, &reference, ("contact", "details", "yes")).await;
    assert_eq!(ways.path, "/account/contact");
    assert!(ways.text.contains("checked") && !ways.text.contains("it is safe to contact you this way."), "{}", ways.text);
    let chosen = [("ways[]", "call"), ("safe", "yes"), ("language", "en-GB")];
    let done = browser.post("/api/details/contact", &chosen).await;
    assert!(done.path == "/account/details" && !done.text.contains(OFFER), "{}", done.text);
    let again = answer(&mut browser, &reference, ("address", "details", "yes")).await;
    assert_eq!(again.path, "/account/details", "pressed twice");
}

#[tokio::test]
async fn what_was_declined_is_not_offered_again_until_another_form_is_sent() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    let (_, reference) = sent(&app, &mut browser, "home-adaptations").await;
    let page = answer(&mut browser, &reference, ("address", "sent", "no")).await;
    assert_eq!(page.path, format!("/submitted/{reference}/sent"));
    assert!(page.text.contains("We've left My Account as it is.") && page.text.contains(WAYS), "{}", page.text);
    let page = answer(&mut browser, &reference, ("contact", "details", "no")).await;
    assert!(page.path == "/account/details" && !page.text.contains(OFFER), "{}", page.text);
    assert!(page.text.contains("You have not given us your home address"));
    // Any answer by then is a repetition.
    let late = answer(&mut browser, &reference, ("address", "details", "yes")).await;
    assert!(late.text.contains("You have not given us your home address"), "{}", late.text);

    app.clock.advance(60);
    confirm(&mut browser).await;
    let (page, _) = sent(&app, &mut browser, "home-adaptations").await;
    assert!(page.text.contains(ADDRESS), "{}", page.text);
}

#[tokio::test]
async fn forms_that_need_discretion_offer_nothing() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    let (page, reference) = sent(&app, &mut browser, "care-needs").await;
    assert!(!page.text.contains(OFFER), "{}", page.text);
    assert!(!browser.get("/account/details").await.text.contains(OFFER));
    answer(&mut browser, &reference, ("address", "details", "yes")).await;
    let details = browser.get("/account/details").await;
    assert!(details.text.contains("You have not given us your home address"), "{}", details.text);
}

#[tokio::test]
async fn ways_to_be_contacted_of_the_account_are_filled_in_where_that_is_safe() {
    let app = TestApp::new().await;
    let mut browser = app.resident(EMAIL).await;
    for (safe, is_filled_in) in [("yes", true), ("no", false)] {
        confirm(&mut browser).await;
        browser.post("/api/details/contact", &[("ways[]", "letter"), ("safe", safe), ("language", "en-GB")]).await;
        let draft = start(&mut browser, "care-needs").await;
        let page = browser.get(&format!("/drafts/{draft}/your-details")).await;
        let letter = page.text.split("value=\"letter\"").next().unwrap_or_default();
        let input = letter.rsplit("<input").next().unwrap_or_default();
        let rest = page.text.split("value=\"letter\"").nth(1).unwrap_or_default().split('>').next().unwrap_or_default();
        assert_eq!(input.contains("checked") || rest.contains("checked"), is_filled_in, "{safe}: {input} {rest}");
    }
}
